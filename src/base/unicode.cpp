#include "fabula/base/unicode.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fabula {
namespace {

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

std::string out(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_dropped(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

char32_t plain(char32_t c) {
  switch (c) {
    case 0x2019: case 0x2018: case 0x02BC: case 0x2032: return U'\'';
    case 0x2010: case 0x2011: return U'-';
    default: return c;
  }
}

icu::UnicodeString normalized(std::string_view utf8, const char* which) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = std::string_view(which) == "nfc" ? icu::Normalizer2::getNFCInstance(status)
                                                               : icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString text = from_utf8(utf8);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString done = n->normalize(text, status);
  return U_FAILURE(status) ? text : done;
}

}  // namespace

std::u32string to_utf32(std::string_view utf8) {
  if (is_ascii(utf8)) return std::u32string(utf8.begin(), utf8.end());
  const icu::UnicodeString text = from_utf8(utf8);
  std::u32string result;
  result.reserve(utf8.size());
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    result.push_back(static_cast<char32_t>(text.char32At(i)));
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  for (const char32_t c : text) result += to_utf8(c);
  return result;
}

std::string to_utf8(char32_t c) {
  std::string s;
  if (c < 0x80) {
    s += static_cast<char>(c);
  } else if (c < 0x800) {
    s += static_cast<char>(0xC0 | (c >> 6));
    s += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    s += static_cast<char>(0xE0 | (c >> 12));
    s += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    s += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    s += static_cast<char>(0xF0 | (c >> 18));
    s += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    s += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    s += static_cast<char>(0x80 | (c & 0x3F));
  }
  return s;
}

std::size_t code_points(std::string_view utf8) {
  std::size_t n = 0;
  for (const char c : utf8)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++n;
  return n;
}

std::string lower(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii_lower(utf8);
  icu::UnicodeString text = from_utf8(utf8);
  text.toLower(icu::Locale::getRoot());
  return out(text);
}

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii_lower(utf8);
  icu::UnicodeString text = normalized(utf8, "nfc");
  text.toLower(icu::Locale::getRoot());
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(i));
    if (!is_dropped(c)) result.append(static_cast<UChar32>(plain(c)));
  }
  return out(result);
}

std::string fold_accents(std::string_view utf8) {
  const std::string folded = fold(utf8);
  if (is_ascii(folded)) return folded;
  const icu::UnicodeString text = normalized(folded, "nfd");
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) result.append(c);
  }
  return out(result);
}

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

}  // namespace fabula
