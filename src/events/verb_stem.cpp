#include "events/verb_stem.hpp"

#include <string_view>

#include "fabula/base/unicode.hpp"
#include "fabula/lang/pack.hpp"

namespace fabula::events {

std::string open_stem(const std::string& stem, const std::string& changes) {
  const std::u32string letters = to_utf32(stem);
  if (letters.size() < 3) return stem;
  const std::string before = to_utf8(std::u32string_view(letters).substr(0, letters.size() - 1));
  for (const std::string& change : lang::split_cell(changes)) {
    const std::size_t eq = change.find('=');
    const std::string vowel = change.substr(0, eq);
    if (eq == std::string::npos || !before.ends_with(vowel)) continue;
    return before.substr(0, before.size() - vowel.size()) + change.substr(eq + 1) + to_utf8(letters.back());
  }
  return stem;
}

}  // namespace fabula::events
