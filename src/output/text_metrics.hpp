#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::output {

/// Width of one line of text in points, an upper estimate for the common sans-serif fonts (measured on DejaVu Sans, the
/// widest of them), so that boxes of a fixed size hold their text whatever font the reader has.
double text_width(std::string_view utf8, double font_size);

/// Breaks text into at most `max_lines` lines no wider than `width`, at blanks where there are some; what does not fit is
/// cut and ends in "…".
std::vector<std::string> wrap(std::string_view utf8, double width, double font_size, std::size_t max_lines);

/// One line of at most `max_characters`, ending in "…" where it was cut.
std::string shorten(std::string_view utf8, std::size_t max_characters);

}  // namespace fabula::output
