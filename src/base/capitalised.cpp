#include "fabula/base/capitalised.hpp"

#include <unicode/uchar.h>

#include "fabula/base/unicode.hpp"

namespace fabula {

std::string capitalised(std::string_view utf8) {
  std::u32string text = to_utf32(utf8);
  if (!text.empty()) text.front() = static_cast<char32_t>(u_toupper(static_cast<UChar32>(text.front())));
  return to_utf8(text);
}

}  // namespace fabula
