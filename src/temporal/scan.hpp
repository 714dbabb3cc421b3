#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"

namespace fabula::temporal {

/// The pieces that patterns are matched against: a run of letters (with its apostrophe: "l'"), a run of digits, or one
/// other character. White space separates. Finer than tokens, so that "9h30", "15sept" and "mi-mars" fall apart alike
/// however the article was tokenised.
struct Atom {
  std::string form;     ///< folded (base/unicode.hpp), dashes plain
  std::string plain;    ///< `form` without accents, for long words; patterns are compared with it
  Span span;
  bool glued = false;   ///< no white space before it
  bool capital = false; ///< begins with a capital
  bool digits = false;
};

/// @param offset  added to every span: where `text` begins in the article
std::vector<Atom> scan(std::string_view text, std::uint32_t offset);

/// How a form is compared: words of four letters and more without accents (news and chat drop them), short ones with
/// (a and à, du and dû differ).
std::string comparable(std::string_view form);

}  // namespace fabula::temporal
