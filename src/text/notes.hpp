#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fabula/text/article.hpp"
#include "text/vocabulary.hpp"

namespace fabula::text {

/// A line that is a credit or a crumb.
struct Note {
  ParagraphKind kind = ParagraphKind::crumb;
  std::optional<std::string> source;  ///< what a `Source : …` names
  std::optional<std::string> url;     ///< where that is an address
  bool opens_list = false;            ///< a run of links follows ("Sur le même sujet")
};

/// Recognises credits, by-lines, share buttons, bare addresses, file names, captions without a sentence (`— Name, function`)
/// and short lines without a letter. A line that reads like a sentence is left alone.
std::optional<Note> note_of(std::u32string_view line, const Vocabulary& vocabulary);

/// A credit behind other text on the same line ("… à Téhéran. Photo : AFP"), or a crumb behind a sentence: the position
/// where it begins.
std::optional<std::uint32_t> trailing_note(std::u32string_view line, const Vocabulary& vocabulary);

/// "Jean Morel et Anna Petit, à Kiev": every longer word before the first comma, bracket or figure has a capital.
bool are_names(std::u32string_view text);

/// "https://…", "www.…" without white space.
bool is_url(std::u32string_view text);

}  // namespace fabula::text
