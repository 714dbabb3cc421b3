#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fabula {

/// Decodes UTF-8 that is known to be valid; a bad sequence becomes U+FFFD.
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view text);
std::string to_utf8(char32_t code_point);

/// Number of code points of valid UTF-8.
std::size_t code_points(std::string_view utf8);

/// Full Unicode lower case, no locale.
std::string lower(std::string_view utf8);

/// The form that lexicons are keyed by and words looked up with: NFC, lower case, typographic apostrophes and hyphens
/// made plain (’ → ', ‑ → -), soft hyphens and zero-width characters dropped.
std::string fold(std::string_view utf8);

/// fold() without accents: "États-Unis" → "etats-unis". For matching names across spellings.
std::string fold_accents(std::string_view utf8);

/// Simple case mapping of one code point.
char32_t lower(char32_t c);
char32_t upper(char32_t c);

bool is_upper(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
/// White space of any kind, the narrow and the no-break ones included.
bool is_space(char32_t c);

}  // namespace fabula
