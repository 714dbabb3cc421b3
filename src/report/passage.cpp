#include "passage.hpp"

#include <algorithm>
#include <set>

#include "fabula/base/unicode.hpp"

namespace fabula::report {
namespace {

constexpr std::uint32_t kMostContext = 320;  // characters shown before and after a sentence
constexpr std::uint32_t kMostSentence = 3000;

/// A stretch of text, cut at its ends or not.
struct Part {
  Span span;
  bool cut_before = false, cut_after = false;
};

bool is_blank_line_break(std::u32string_view text, std::size_t at) {
  if (text[at] != U'\n') return false;
  for (std::size_t next = at + 1; next < text.size() && is_space(text[next]); ++next)
    if (text[next] == U'\n') return true;
  return false;
}

/// The sentence with the rest of its paragraph (up to a blank line), as far as it is not too long.
Part paragraph_around(std::u32string_view text, Span sentence) {
  const auto size = static_cast<std::uint32_t>(text.size());
  Part part{{std::min(sentence.begin, size), std::min({sentence.end, size, sentence.begin + kMostSentence})}};
  std::uint32_t& begin = part.span.begin;
  std::uint32_t& end = part.span.end;
  const std::uint32_t first = begin > kMostContext ? begin - kMostContext : 0;
  while (begin > first && !is_blank_line_break(text, begin - 1)) --begin;
  const std::uint32_t last = std::min(size, end + kMostContext);
  while (end < last && !is_blank_line_break(text, end)) ++end;
  part.cut_before = begin > 0 && begin == first && !is_blank_line_break(text, begin - 1);
  part.cut_after = end < size && end == last && !is_blank_line_break(text, end);
  // not in the middle of a word
  while (part.cut_before && begin < sentence.begin && !is_space(text[begin])) ++begin;
  while (part.cut_after && end > sentence.end && !is_space(text[end - 1])) --end;
  while (begin < end && is_space(text[begin])) ++begin;
  while (begin < end && is_space(text[end - 1])) --end;
  return part;
}

/// Where marks begin or end within a part, ascending: between two of these every character is marked alike.
std::set<std::uint32_t> borders(Span part, const std::vector<std::pair<Span, const char*>>& marked) {
  std::set<std::uint32_t> at = {part.begin, part.end};
  for (const auto& [span, name] : marked)
    for (const std::uint32_t border : {span.begin, span.end})
      if (part.contains(border)) at.insert(border);
  return at;
}

void write_marked_text(Html& html, const graph::ArticleTexts& texts, ArticleId article, Span part,
                       const std::vector<std::pair<Span, const char*>>& marked) {
  const std::set<std::uint32_t> at = borders(part, marked);
  for (auto it = at.begin(); std::next(it) != at.end(); ++it) {
    const Span piece{*it, *std::next(it)};
    std::string classes;
    for (const auto& [span, name] : marked)
      if (span.contains(piece) && classes.find(name) == std::string::npos) classes += (classes.empty() ? "" : " ") + std::string(name);
    const std::string text = to_utf8(texts.view(article, piece));
    if (classes.empty()) html.text(text);
    else html.element("mark", {{"class", classes}}, text);
  }
}

void write_source(Html& html, const Context& context, ArticleId id) {
  const graph::Article& article = context.story.article(id);
  html.open("figcaption").element("a", {{"href", anchor(id)}}, context.title(id));
  if (article.title && article.source) html.text(", " + *article.source);
  if (!article.published.edtf.empty()) html.text(" · " + context.words("published", {{"date", context.words.date(article.published)}}));
  html.close();
}

}  // namespace

void write_passage(Html& html, const Context& context, ArticleId article, const Marks& marks) {
  const graph::Article& source = context.story.article(article);
  html.open("figure", {{"class", "passage"}});
  const std::u32string_view text = context.texts.view(article, {0, source.characters});
  if (text.empty()) {
    html.element("p", {{"class", "note"}}, context.words("no_text", {{"begin", std::to_string(marks.trigger.begin)}, {"end", std::to_string(marks.trigger.end)}}));
  } else {
    const Part part = paragraph_around(text, marks.sentence);
    std::vector<std::pair<Span, const char*>> marked = {{marks.sentence, "in-sentence"}};
    for (const Span& quote : marks.quotes) marked.emplace_back(quote, "in-quote");
    for (const Span& name : context.named(article, part.span, marks.actors)) marked.emplace_back(name, "in-actor");
    marked.emplace_back(marks.trigger, "in-trigger");
    html.open("blockquote", {{"lang", source.language}}).open("p");
    if (part.cut_before) html.text("… ");
    write_marked_text(html, context.texts, article, part.span, marked);
    if (part.cut_after) html.text(" …");
    html.close().close();
  }
  write_source(html, context, article);
  html.close();
}

void write_mention_passage(Html& html, const Context& context, const graph::Mention& mention, const std::vector<ActorId>& actors) {
  write_passage(html, context, mention.article, {mention.sentence, mention.span, mention.quotes, actors});
}

}  // namespace fabula::report
