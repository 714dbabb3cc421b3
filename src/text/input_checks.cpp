#include "text/input_checks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

/// Well-known files that people name by mistake, by how they begin.
struct Magic {
  std::string_view begin;
  std::string_view what;
};
constexpr std::array<Magic, 7> kMagic = {{{"%PDF-", "a PDF document; extract its text first (pdftotext)"},
                                          {"PK\x03\x04", "a ZIP archive or office document; save it as text first"},
                                          {"{\\rtf", "an RTF document; save it as plain text first"},
                                          {"\x1F\x8B", "gzip data; unpack it first (gunzip)"},
                                          {"(\xB5/\xFD", "zstd data; unpack it first (unzstd)"},
                                          {"\x89PNG", "a PNG image"},
                                          {"\xFF\xD8\xFF", "a JPEG image"}}};

/// Text holds next to no control characters; one byte in 32 is far above what damaged text has.
constexpr std::size_t kTextPerControl = 32;

bool is_stray_control(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != '\v') || u == 0x7F;
}

}  // namespace

std::uint32_t line_of(std::string_view bytes, std::size_t at) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
  return 1 + static_cast<std::uint32_t>(std::count(bytes.begin(), end, '\n'));
}

void refuse_large(std::string_view bytes, std::size_t limit, std::string_view file) {
  if (bytes.size() <= limit) return;
  throw InputError("FAB-IN-004",
                   "the input has " + std::to_string(bytes.size()) + " bytes, the limit is " + std::to_string(limit) +
                       "; give one article a file",
                   std::string(file));
}

void refuse_binary(std::string_view bytes, std::string_view file) {
  for (const Magic& magic : kMagic)
    if (bytes.starts_with(magic.begin)) throw InputError("FAB-IN-002", "not a text but " + std::string(magic.what), std::string(file));
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos)
    throw InputError("FAB-IN-002",
                     "not a text: a NUL byte at byte " + std::to_string(nul) +
                         "; give a text file (UTF-16 needs a byte order mark, or convert it: iconv -f UTF-16LE -t UTF-8)",
                     std::string(file), line_of(bytes, nul));
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_stray_control));
  if (controls * kTextPerControl > bytes.size())
    throw InputError("FAB-IN-002", "not a text: " + std::to_string(controls) + " control characters; give a text file",
                     std::string(file));
}

bool is_blank(std::string_view utf8) {
  const auto may_be_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7F; };
  if (!std::all_of(utf8.begin(), utf8.end(), may_be_blank)) return false;
  const std::u32string text = to_utf32(utf8);
  return std::all_of(text.begin(), text.end(), is_invisible);
}

}  // namespace fabula::text
