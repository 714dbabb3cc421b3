#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::syntax {

/// FNV-1a; the same on every machine, since models keep what it gives.
inline std::uint64_t hash_text(std::string_view text) {
  std::uint64_t h = 0xCBF29CE484222325ull;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return h;
}

/// The last (or first) `n` code points of valid UTF-8, all of it where it is shorter.
inline std::string_view utf8_suffix(std::string_view text, int n) {
  std::size_t at = text.size();
  for (int i = 0; i < n && at > 0; ++i) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  }
  return text.substr(at);
}
inline std::string_view utf8_prefix(std::string_view text, int n) {
  std::size_t at = 0;
  for (int i = 0; i < n && at < text.size(); ++i) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return text.substr(0, at);
}

}  // namespace fabula::syntax
