#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/text/decode.hpp"

namespace fabula::text {

/// Guesses the language of a text with CLD2, from its sentences alone (long lines and lines that end like a sentence).
///
/// @param utf8        valid UTF-8
/// @param candidates  ISO 639-1 codes that may be answered (the languages that have a pack)
/// @param fallback    the answer where none of them is found
/// @cost   linear; at most the first 256 KiB are looked at
/// @source CLD2 (Sites 2013)
std::string detect_language(std::string_view utf8, const std::vector<std::string>& candidates, std::string_view fallback);

/// The language of an article, in this order: its metadata, a front-matter line `lang: xx`, detect_language(). A declared
/// language without a pack counts as not declared.
std::string language_of(const Decoded& decoded, const std::vector<std::string>& candidates, std::string_view fallback);

}  // namespace fabula::text
