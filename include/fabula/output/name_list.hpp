#pragma once

#include <span>
#include <string>
#include <string_view>

#include "fabula/actors/names.hpp"

namespace fabula::output {

/// An article as far as a list of its names tells of it.
struct NamedText {
  std::string_view file;  ///< as named by the user
  std::string_view utf8;
};

/// The names of one article as a brat annotation file: "T1", type, begin and end in code points, text.
std::string write_names_brat(const NamedText& article, std::span<const actors::NameMention> names);

/// One name a line: file, begin, end, type, text, separated by tabs.
std::string write_names_text(const NamedText& article, std::span<const actors::NameMention> names);

/// One JSON object a line: the file and its names with begin, end, type and text.
std::string write_names_json(const NamedText& article, std::span<const actors::NameMention> names);

}  // namespace fabula::output
