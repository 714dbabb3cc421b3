#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/html_tree.hpp"

namespace fabula::text {

/// An element of a page, in document order; the root of the page is the first.
struct HtmlElement {
  std::uint32_t parent = 0;    ///< index; the first element is its own parent
  std::uint32_t end = 0;       ///< index behind its last descendant
  std::uint32_t weight = 0;    ///< bytes of running text below it, boilerplate left out
  bool suspect = false;        ///< its class, id or role is one of boilerplate
  bool has_headline = false;   ///< an `<h1>` or the article's body is below it
  bool is_article = false;     ///< `<article>`
  bool is_body = false;        ///< `itemprop=articleBody`
  bool is_main = false;        ///< `<main>`, `role=main`
};

/// The text between two starts or ends of block elements.
struct HtmlBlock {
  std::string text;            ///< white space collapsed, never empty
  std::uint32_t link_bytes = 0;
  std::uint32_t element = 0;   ///< the block element around it
  int heading = 0;             ///< 1-6 in `<h1>`…`<h6>`
  bool is_item = false;        ///< in a list
  bool is_cell = false;        ///< in a table
  bool is_paragraph = false;   ///< `<p>`, `<blockquote>`, `<pre>`
};

/// A `<time datetime>`.
struct HtmlTime {
  std::string datetime;
  std::uint32_t element = 0;
};

/// A page taken apart; what browsers do not show and what never belongs to an article (`<nav>`, `<footer>`, `<aside>`,
/// forms, captions) is left out.
struct HtmlPage {
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlTime> times;
};

/// @throws InputError FAB-IN-005 nested deeper than kMaxHtmlDepth
HtmlPage take_apart(const xmlDoc* doc, std::string_view file);

/// Bytes of running text in a block: nothing for links, labels and other short pieces.
std::uint32_t running_text(const HtmlBlock& block);

}  // namespace fabula::text
