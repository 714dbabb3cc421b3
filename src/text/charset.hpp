#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::text {

/// How far bytes are valid UTF-8 (RFC 3629: no overlong forms, no surrogates).
struct Utf8Check {
  std::optional<std::size_t> first_bad;  ///< byte offset of the first sequence that is not valid
  std::size_t bad = 0;                   ///< bytes that belong to no valid sequence
  std::size_t multibyte = 0;             ///< valid sequences of two bytes and more

  bool valid() const { return !first_bad; }
  /// Legacy encodings hardly ever form valid sequences by accident: with as many good as bad, this was meant as UTF-8.
  bool broken() const { return first_bad && multibyte > 0 && multibyte >= bad; }
};

Utf8Check check_utf8(std::string_view bytes);

/// A byte order mark.
struct Bom {
  const char* encoding;  ///< ICU name of the encoding it stands for
  std::size_t size;      ///< in bytes
};
std::optional<Bom> find_bom(std::string_view bytes);

/// Guesses the encoding of bytes that are not UTF-8; an ICU converter name.
///
/// uchardet first, then ICU's detector. Either naming a western encoding settles it, for both tend to mistake short French
/// texts for eastern European ones. Latin-1 becomes windows-1252 (WHATWG), or ISO-8859-15 where its `€` or `œ` occur.
std::string guess_encoding(std::string_view bytes);

/// The name by which HTML may call an encoding, as an ICU converter name with WHATWG's replacement of Latin-1 and ASCII;
/// nothing for a name that ICU does not know.
std::optional<std::string> encoding_of_label(std::string_view label);

struct Converted {
  std::string utf8;
  std::optional<std::size_t> first_bad;  ///< byte offset of the first byte that has no meaning in the encoding
};

/// Converts strictly: stops at the first byte that has no meaning. In windows-1252 the five unassigned bytes have none.
Converted convert(std::string_view bytes, const std::string& encoding);

}  // namespace fabula::text
