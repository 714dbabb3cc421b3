#include "text/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/text/html.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 26> kNeverText = {
    "script", "style",  "noscript", "template", "head",   "nav",    "footer", "aside",      "form",  "button", "select", "option", "textarea",
    "iframe", "object", "embed",    "svg",      "canvas", "math",   "audio",  "video",      "map",   "figcaption", "dialog", "menu", "input"};

constexpr std::array<std::string_view, 30> kInline = {"a",   "abbr", "acronym", "b",    "bdi", "bdo",    "big",  "cite", "code", "data",
                                                      "del", "dfn",  "em",      "font", "i",   "ins",    "kbd",  "mark", "q",    "s",
                                                      "small", "span", "strike", "strong", "sub", "sup", "time", "tt",   "u",    "wbr"};

/// Parts of class names and ids, between hyphens, underscores and blanks. These are conventions of web pages (bootstrap,
/// WordPress, advertising kits), the same in every language; words of a language stand in its crumbs.tsv.
constexpr std::array<std::string_view, 58> kBoilerplate = {
    "comment",   "comments",  "commentlist", "commentaires", "disqus",       "respond",  "cookie",        "cookies",     "consent",  "gdpr",
    "rgpd",      "didomi",    "onetrust",    "related",      "recommended",  "recommendations", "similar", "outbrain",   "taboola",  "popular",
    "trending",  "readmore",  "seealso",     "share",        "sharing",      "sharebar", "social",        "addtoany",    "addthis",  "nav",
    "navbar",    "navigation", "menu",       "breadcrumb",   "breadcrumbs",  "pagination", "pager",       "sidebar",     "footer",   "newsletter",
    "subscribe", "signup",    "paywall",     "promo",        "promotion",    "advert",   "advertisement", "ads",         "ad",       "sponsor",
    "sponsored", "modal",     "popup",       "toolbar",      "login",        "tags",     "caption",       "banner"};

constexpr std::array<std::string_view, 10> kBoilerplateRoles = {"navigation", "banner", "complementary", "contentinfo", "search",
                                                                "dialog",     "alert",  "alertdialog",   "form",        "menu"};

bool has_boilerplate_name(const std::string& names) {
  std::string part;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');
    const bool camel = upper && !part.empty();
    if ((!letter || camel) && !part.empty()) {
      if (is_one_of(part, kBoilerplate)) return true;
      part.clear();
    }
    if (letter) part += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return false;
}

bool is_hidden(const xmlNode* node) {
  for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next)
    if (xmlStrEqual(attr->name, BAD_CAST "hidden") != 0) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = attribute(node, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// Builds the page in one walk over the tree.
class Builder {
 public:
  explicit Builder(std::string_view file) : file_(file) {}

  HtmlPage build(const xmlNode* root) {
    const xmlNode* node = root;
    while (node != nullptr) {
      const bool down = enter(node) && node->type == XML_ELEMENT_NODE && node->children != nullptr;
      if (down) {
        if (++depth_ > kMaxHtmlDepth)
          throw InputError("FAB-IN-005",
                           "the page is nested deeper than " + std::to_string(kMaxHtmlDepth) + " elements; save its text instead", file_);
        node = node->children;
        continue;
      }
      leave(node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        --depth_;
        leave(node);
      }
      node = node == root ? nullptr : node->next;
    }
    flush();
    return std::move(page_);
  }

 private:
  /// Returns whether to look below the node.
  bool enter(const xmlNode* node) {
    if (const std::string_view text = content_of(node); !text.empty()) {
      const std::size_t before = text_.size();
      append_collapsed(text_, text);
      if (links_ > 0) link_bytes_ += static_cast<std::uint32_t>(text_.size() - before);
      return false;
    }
    const std::string_view tag = tag_of(node);
    if (tag.empty()) return false;
    if (is_one_of(tag, kNeverText) || is_hidden(node)) return skip();
    if (tag == "br") line_break(node);
    if (tag == "a") ++links_;
    if (tag == "time") add_time(node);
    if (!is_one_of(tag, kInline) && tag != "br") open(node, tag);
    return true;
  }

  bool skip() {
    skipped_ = true;
    return false;
  }

  void leave(const xmlNode* node) {
    if (std::exchange(skipped_, false)) return;
    const std::string_view tag = tag_of(node);
    if (tag.empty() || tag == "br") return;
    if (tag == "a") --links_;
    if (is_one_of(tag, kInline)) return;
    flush();
    page_.elements[current_].end = static_cast<std::uint32_t>(page_.elements.size());
    current_ = page_.elements[current_].parent;
  }

  void open(const xmlNode* node, std::string_view tag) {
    flush();
    HtmlElement element;
    element.parent = current_;
    element.is_article = tag == "article";
    element.is_body = attribute(node, "itemprop") == "articleBody";
    element.is_main = tag == "main" || attribute(node, "role") == "main";
    element.has_headline = tag == "h1" || element.is_body;
    element.suspect = tag != "body" && tag != "html" && tag != "main" &&
                      (is_one_of(attribute(node, "role"), kBoilerplateRoles) ||
                       has_boilerplate_name(attribute(node, "class") + " " + attribute(node, "id")));
    current_ = static_cast<std::uint32_t>(page_.elements.size());
    page_.elements.push_back(element);
    tags_.push_back(std::string(tag));
  }

  void add_time(const xmlNode* node) {
    if (std::string value = attribute(node, "datetime"); !value.empty()) page_.times.push_back({std::move(value), current_});
  }

  /// Two line breaks in a row end a paragraph, one is white space.
  void line_break(const xmlNode* node) {
    const xmlNode* before = node->prev;
    while (before != nullptr && before->type == XML_TEXT_NODE && content_of(before).find_first_not_of(" \t\r\n") == std::string_view::npos)
      before = before->prev;
    if (before != nullptr && tag_of(before) == "br") return flush();
    append_collapsed(text_, " ");
  }

  void flush() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && !page_.elements.empty()) page_.blocks.push_back(make_block());
    text_.clear();
    link_bytes_ = 0;
  }

  HtmlBlock make_block() const {
    const std::string& tag = tags_[current_];
    HtmlBlock block;
    block.text = text_;
    block.link_bytes = std::min(link_bytes_, static_cast<std::uint32_t>(text_.size()));
    block.element = current_;
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') block.heading = tag[1] - '0';
    block.is_item = tag == "li" || tag == "dd" || tag == "dt";
    block.is_cell = tag == "td" || tag == "th";
    block.is_paragraph = tag == "p" || tag == "blockquote" || tag == "pre";
    return block;
  }

  std::string file_;
  HtmlPage page_;
  std::vector<std::string> tags_;  // of the elements
  std::string text_;               // of the block being read
  std::uint32_t link_bytes_ = 0;
  std::uint32_t current_ = 0;
  std::size_t links_ = 0;
  std::size_t depth_ = 0;
  bool skipped_ = false;
};

}  // namespace

std::uint32_t running_text(const HtmlBlock& block) {
  constexpr std::size_t kLongLine = 60, kSentence = 20;  // bytes; labels, buttons and most links are shorter
  if (block.heading != 0 || block.is_cell) return 0;
  const bool sentence = block.is_paragraph && block.text.size() >= kSentence && ends_sentence(to_utf32(block.text));
  if (block.text.size() < kLongLine && !sentence) return 0;
  return 3 * std::size_t{block.link_bytes} > block.text.size() ? 0 : static_cast<std::uint32_t>(block.text.size());
}

HtmlPage take_apart(const xmlDoc* doc, std::string_view file) {
  const xmlNode* root = xmlDocGetRootElement(doc);
  return root == nullptr ? HtmlPage{} : Builder(file).build(root);
}

}  // namespace fabula::text
