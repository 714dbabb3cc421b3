#include "fabula/text/decode.hpp"

#include <utility>

#include "text/charset.hpp"
#include "text/input_checks.hpp"
#include "text/sha256.hpp"

namespace fabula::text {
namespace {

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
  refuse_large(bytes, kMaxInputBytes, file);
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
