#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/html_blocks.hpp"

namespace fabula::text {

/// The article of a page: its blocks in order, the headline first.
struct MainText {
  std::vector<const HtmlBlock*> blocks;   ///< point into the page
  std::optional<std::string> headline;    ///< the `<h1>` that belongs to it
  std::optional<std::string> datetime;    ///< the first `<time datetime>` in it, or before it
};

/// Chooses the element that holds the article and filters its blocks. Sets the weights of the page's elements.
///
/// @param page   kept alive by the caller as long as the result
/// @param title  as the metadata says, to know the right `<h1>`
MainText find_main_text(HtmlPage& page, const std::optional<std::string>& title);

}  // namespace fabula::text
