#include "text/html_main.hpp"

#include <algorithm>
#include <set>

#include "fabula/base/unicode.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

// Shares of the page's running text, in percent; chosen on the pages of tests/unit/text/html.
constexpr std::uint64_t kMarkedShare = 30;  // that a marked article body or the only <article> must hold
constexpr std::uint64_t kMostShare = 70;    // that the chosen element must hold
constexpr std::uint64_t kWholeShare = 80;   // an element with more is the page itself, whatever its class says

bool is_inside(const HtmlPage& page, std::uint32_t element, std::uint32_t of) {
  return of <= element && element < page.elements[of].end;
}

/// Adds up from the leaves: parents stand before their children.
void add_up(HtmlPage& page) {
  for (std::size_t i = page.elements.size(); i-- > 1;) {
    HtmlElement& parent = page.elements[page.elements[i].parent];
    parent.weight += page.elements[i].weight;
    parent.has_headline = parent.has_headline || page.elements[i].has_headline;
  }
}

void weigh(HtmlPage& page, const std::vector<bool>& dropped) {
  for (HtmlElement& element : page.elements) element.weight = 0;
  for (const HtmlBlock& block : page.blocks)
    if (!dropped[block.element]) page.elements[block.element].weight += running_text(block);
  add_up(page);
}

/// Elements that are boilerplate or stand in it. A suspect that holds the headline or nearly all text is none: themes put
/// words like "menu" on the page itself.
std::vector<bool> find_boilerplate(HtmlPage& page) {
  std::vector<bool> dropped(page.elements.size(), false);
  weigh(page, dropped);
  const std::uint64_t total = page.elements.empty() ? 0 : page.elements[0].weight;
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const HtmlElement& element = page.elements[i];
    const bool whole = element.has_headline || (total > 0 && 100 * std::uint64_t{element.weight} > kWholeShare * total);
    dropped[i] = dropped[element.parent] || (element.suspect && !whole);
  }
  return dropped;
}

/// The heaviest element of a kind, where it holds enough of the page.
template <class Is>
std::optional<std::uint32_t> heaviest(const HtmlPage& page, std::uint64_t share, Is is) {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < page.elements.size(); ++i)
    if (is(page.elements[i]) && (!best || page.elements[i].weight > page.elements[*best].weight)) best = i;
  const std::uint64_t total = page.elements[0].weight;
  return best && total > 0 && 100 * std::uint64_t{page.elements[*best].weight} >= share * total ? best : std::nullopt;
}

/// Down from `top` as long as one child holds most of the text; not to a single paragraph.
std::uint32_t deepest_with_most(const HtmlPage& page, std::uint32_t top) {
  const std::uint64_t least = page.elements[top].weight * kMostShare;
  std::uint32_t at = top;
  for (std::uint32_t i = top + 1; i < page.elements[top].end; ++i) {
    const bool holds_most = page.elements[i].weight > 0 && 100 * std::uint64_t{page.elements[i].weight} >= least;
    const bool has_children = page.elements[i].end > i + 1;
    if (page.elements[i].parent == at && holds_most && has_children) at = i;
  }
  return at;
}

std::uint32_t choose(const HtmlPage& page) {
  if (const auto body = heaviest(page, kMarkedShare, [](const HtmlElement& e) { return e.is_body; })) return *body;
  if (const auto article = heaviest(page, kMostShare, [](const HtmlElement& e) { return e.is_article; })) return *article;
  if (const auto main = heaviest(page, kMostShare, [](const HtmlElement& e) { return e.is_main; })) return deepest_with_most(page, *main);
  return deepest_with_most(page, 0);
}

std::string key_of(const std::string& text) {
  std::u32string letters;
  for (const char32_t c : to_utf32(text))
    if (is_letter(c) || is_digit(c)) letters += c;
  return fold_accents(to_utf8(letters));
}

/// Links, cells without a sentence, and labels that stand in an element of their own.
bool is_left_over(const HtmlPage& page, const HtmlBlock& block) {
  constexpr std::size_t kLabel = 25, kCell = 80;
  if (2 * std::size_t{block.link_bytes} > block.text.size()) return true;
  const bool sentence = ends_sentence(to_utf32(block.text));
  if (block.is_cell) return block.text.size() < kCell;
  const bool alone = page.elements[block.element].weight == 0;
  return block.heading == 0 && !block.is_paragraph && !block.is_item && !sentence && alone && block.text.size() < kLabel;
}

/// The `<h1>` whose words the metadata's title has; without one the last before the text, or the first in it.
const HtmlBlock* find_headline(const HtmlPage& page, const std::vector<bool>& dropped, std::uint32_t root,
                               const std::optional<std::string>& title) {
  const std::string wanted = title ? key_of(*title) : std::string();
  const HtmlBlock* best = nullptr;
  for (const HtmlBlock& block : page.blocks) {
    if (block.heading != 1 || dropped[block.element] || block.element >= page.elements[root].end) continue;
    if (!wanted.empty()) {
      const std::string key = key_of(block.text);
      if (!key.empty() && (key == wanted || wanted.starts_with(key) || key.starts_with(wanted))) return &block;
    }
    const bool only_link = block.link_bytes >= block.text.size();  // the site's name
    if (only_link || (best != nullptr && best->element >= root)) continue;
    best = &block;
  }
  return best;
}

/// A paragraph between the headline and the text: themes put standfirst, by-line and date there.
bool is_standfirst(const HtmlBlock& block, const HtmlBlock& headline, std::uint32_t root) {
  return block.element > headline.element && block.element < root && (block.is_paragraph || running_text(block) > 0);
}

/// Headings behind which no text comes before the next one of their rank ("Related", with links only).
void drop_empty_headings(std::vector<const HtmlBlock*>& blocks) {
  std::vector<const HtmlBlock*> kept;
  int open = 7;  // rank of the headings that something follows; from the end
  bool text_follows = false;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const HtmlBlock* block = blocks[i];
    if (block->heading > 1) {
      if (!text_follows && block->heading >= open) continue;
      if (!text_follows && open == 7) continue;
      open = block->heading;
      text_follows = false;
    } else {
      text_follows = true;
    }
    kept.push_back(block);
  }
  std::reverse(kept.begin(), kept.end());
  blocks = std::move(kept);
}

std::optional<std::string> find_time(const HtmlPage& page, const std::vector<bool>& dropped, std::uint32_t root) {
  std::optional<std::string> before;
  for (const HtmlTime& time : page.times) {
    if (dropped[time.element]) continue;
    if (is_inside(page, time.element, root)) return before ? before : time.datetime;
    if (time.element < root) before = time.datetime;
  }
  return before;
}

}  // namespace

MainText find_main_text(HtmlPage& page, const std::optional<std::string>& title) {
  MainText result;
  if (page.elements.empty()) return result;
  const std::vector<bool> dropped = find_boilerplate(page);
  weigh(page, dropped);
  if (page.elements[0].weight == 0) return result;
  const std::uint32_t root = choose(page);
  const HtmlBlock* headline = find_headline(page, dropped, root, title);
  if (headline != nullptr) result.headline = headline->text;
  std::set<std::string> seen;
  for (const HtmlBlock& block : page.blocks) {
    const bool inside = is_inside(page, block.element, root) || (headline != nullptr && is_standfirst(block, *headline, root));
    if (&block == headline || !inside || dropped[block.element] || is_left_over(page, block)) continue;
    if (headline != nullptr && block.text == headline->text) continue;
    if (block.heading == 0 && block.text.size() > 60 && !seen.insert(block.text).second) continue;  // pull quotes, mobile copies
    result.blocks.push_back(&block);
  }
  drop_empty_headings(result.blocks);
  if (headline != nullptr) result.blocks.insert(result.blocks.begin(), headline);
  result.datetime = find_time(page, dropped, root);
  return result;
}

}  // namespace fabula::text
