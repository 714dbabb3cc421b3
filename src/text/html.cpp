#include "fabula/text/html.hpp"

#include <algorithm>
#include <utility>

#include "fabula/base/unicode.hpp"
#include "text/charset.hpp"
#include "text/html_main.hpp"
#include "text/html_meta.hpp"
#include "text/input_checks.hpp"
#include "text/sha256.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kPrescan = 4096;  // bytes in which `<meta charset>` must stand; WHATWG says 1024, pages differ

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The label behind the first `charset=` of a page's beginning.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  const std::string start = ascii_lower(bytes.substr(0, kPrescan));
  const auto at = start.find("charset=");
  if (at == std::string::npos) return std::nullopt;
  const auto from = start.find_first_not_of(" \"'", at + 8);
  if (from == std::string::npos) return std::nullopt;
  const auto end = std::min(start.find_first_of(" \"';>/", from), start.size());
  return encoding_of_label(std::string_view(start).substr(from, end - from));
}

std::string repaired(std::string_view bytes, Decoded& out) {
  out.diagnostics.push_back({"FAB-IN-102", "some bytes are not valid UTF-8; they became U+FFFD", out.file, 0});
  return to_utf8(to_utf32(bytes));
}

std::string to_utf8_page(std::string_view bytes, Decoded& out) {
  if (const auto bom = find_bom(bytes)) {
    out.encoding = bom->encoding;
    bytes.remove_prefix(bom->size);
    if (out.encoding == "UTF-8") return check_utf8(bytes).valid() ? std::string(bytes) : repaired(bytes, out);
    return convert(bytes, out.encoding).utf8;
  }
  refuse_binary(bytes, out.file);
  const Utf8Check check = check_utf8(bytes);
  out.encoding = "UTF-8";
  if (check.valid()) return std::string(bytes);
  if (check.broken()) return repaired(bytes, out);
  const auto declared = declared_encoding(bytes);
  for (const std::string& encoding : {declared.value_or("UTF-8"), guess_encoding(bytes)}) {
    if (encoding == "UTF-8") continue;
    Converted page = convert(bytes, encoding);
    if (page.first_bad) continue;
    out.encoding = encoding;
    return std::move(page.utf8);
  }
  return repaired(bytes, out);
}

void add_block(std::string_view text, ParagraphKind kind, Decoded& out, std::uint32_t& at) {
  if (!out.utf8.empty()) {
    out.utf8 += "\n\n";
    at += 2;
  }
  const auto size = static_cast<std::uint32_t>(code_points(text));
  out.utf8 += text;
  out.blocks.push_back({{at, at + size}, kind});
  at += size;
}

ParagraphKind kind_of(const HtmlBlock& block) {
  return block.heading > 1 ? ParagraphKind::heading : ParagraphKind::prose;
}

}  // namespace

Decoded decode_html(std::string_view bytes, std::string_view file) {
  refuse_large(bytes, kMaxHtmlBytes, file);
  Decoded out;
  out.file = file;
  out.sha256 = sha256_hex(bytes);
  const std::string utf8 = to_utf8_page(bytes, out);
  if (is_blank(utf8)) throw InputError("FAB-IN-001", "the input is empty; give a web page", out.file);
  refuse_binary(utf8, file);
  const HtmlDoc doc = parse_html(utf8);
  if (!doc) throw InputError("FAB-IN-006", "no article found in the page; save its text instead", out.file);

  HtmlPage page = take_apart(doc.get(), file);
  out.metadata = read_html_metadata(doc.get());
  const MainText main = find_main_text(page, out.metadata.title);
  std::uint32_t at = 0;
  bool first = main.headline.has_value();
  for (const HtmlBlock* block : main.blocks) add_block(block->text, std::exchange(first, false) ? ParagraphKind::title : kind_of(*block), out, at);
  if (is_blank(out.utf8)) throw InputError("FAB-IN-006", "no article found in the page; save its text instead", out.file);
  if (main.headline) out.metadata.title = main.headline;
  if (!out.metadata.published) out.metadata.published = main.datetime;
  if (!out.metadata.published && out.metadata.url) out.metadata.published = date_in_url(*out.metadata.url);
  return out;
}

}  // namespace fabula::text
