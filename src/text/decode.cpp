#include "fabula/text/decode.hpp"

#include <algorithm>
#include <array>

#include "fabula/base/unicode.hpp"
#include "text/charset.hpp"
#include "text/sha256.hpp"

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

std::uint32_t line_of(std::string_view bytes, std::size_t at) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
  return 1 + static_cast<std::uint32_t>(std::count(bytes.begin(), end, '\n'));
}

bool is_stray_control(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != '\v') || u == 0x7F;
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

[[noreturn]] void throw_undecodable(std::string_view bytes, std::string_view file, std::size_t at, const std::string& encoding) {
  throw InputError("FAB-IN-003",
                   "byte " + std::to_string(at) + " is not valid " + encoding + "; repair the file or convert it to UTF-8",
                   std::string(file), line_of(bytes, at));
}

std::string to_text(std::string_view bytes, std::string_view file, const std::string& encoding) {
  if (encoding == "UTF-8") {
    const Utf8Check check = check_utf8(bytes);
    if (!check.valid()) throw_undecodable(bytes, file, *check.first_bad, encoding);
    return std::string(bytes);
  }
  Converted converted = convert(bytes, encoding);
  if (converted.first_bad) throw_undecodable(bytes, file, *converted.first_bad, encoding);
  return std::move(converted.utf8);
}

bool is_blank(std::string_view utf8) {
  const auto is_ascii_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  if (!std::all_of(utf8.begin(), utf8.end(), [&](char c) { return is_ascii_blank(c) || static_cast<unsigned char>(c) >= 0x80; }))
    return false;
  for (const char32_t c : to_utf32(utf8))
    if (!is_space(c) && !fold(to_utf8(c)).empty()) return false;
  return true;
}

void guess(std::string_view bytes, Decoded& out) {
  const Utf8Check check = check_utf8(bytes);
  if (check.broken()) throw_undecodable(bytes, out.file, *check.first_bad, "UTF-8");
  out.encoding = check.valid() ? "UTF-8" : guess_encoding(bytes);
  if (check.valid()) return;
  out.diagnostics.push_back({"FAB-IN-101", "not UTF-8; read as " + out.encoding, out.file, 0});
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view file) {
  if (bytes.empty()) throw InputError("FAB-IN-001", "the input is empty; give an article's text", std::string(file));
  if (bytes.size() > kMaxInputBytes)
    throw InputError("FAB-IN-004",
                     "the input has " + std::to_string(bytes.size()) + " bytes, the limit is " + std::to_string(kMaxInputBytes) +
                         "; give one article a file",
                     std::string(file));
  Decoded out;
  out.file = file;
  out.sha256 = sha256_hex(bytes);
  if (const auto bom = find_bom(bytes)) {
    out.encoding = bom->encoding;
    bytes.remove_prefix(bom->size);
  } else {
    refuse_binary(bytes, file);
    guess(bytes, out);
  }
  out.utf8 = to_text(bytes, file, out.encoding);
  refuse_binary(out.utf8, file);
  if (is_blank(out.utf8))
    throw InputError("FAB-IN-001", "the input holds nothing but white space; give an article's text", std::string(file));
  return out;
}

}  // namespace fabula::text
