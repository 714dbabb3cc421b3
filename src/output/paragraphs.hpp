#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fabula::output {

inline constexpr const char* kBold = "\033[1m";
inline constexpr const char* kRed = "\033[31m";
inline constexpr const char* kDim = "\033[2m";

/// Text without control characters, which articles and file names may hold and a terminal must not see.
std::string printable(std::string_view utf8);

/// A report for a terminal, written paragraph by paragraph.
class Paragraphs {
 public:
  /// @param width  columns; at least 40 are used
  Paragraphs(std::size_t width, bool colors);

  /// Words filled into lines; the first begins with `first`, the others are as far in.
  void add(std::string_view first, std::string_view text, const char* color = "");
  /// An empty line, then a title.
  void heading(std::string_view text);
  /// One line as it is, whatever its width.
  void line(std::string_view text, const char* color = "");
  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  bool colors_;
  std::string out_;
};

}  // namespace fabula::output
