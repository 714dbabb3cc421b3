#include "html.hpp"

#include <cassert>
#include <utility>

#include "fabula/base/unicode.hpp"

namespace fabula::report {
namespace {

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != U'\n' && c != U'\t';
  return (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

/// A label could show something else than it says.
bool reorders(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

std::string_view reference(char32_t c) {
  switch (c) {
    case U'&': return "&amp;";
    case U'<': return "&lt;";
    case U'>': return "&gt;";
    case U'"': return "&quot;";
    case U'\'': return "&#39;";
    default: return {};
  }
}

bool is_plain(std::string_view text) {
  for (const unsigned char c : text)
    if (c < 0x20 || c >= 0x7F || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') return false;
  return true;
}

}  // namespace

std::string escape(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char32_t c : to_utf32(text)) {
    const std::string_view named = reference(c);
    if (!named.empty()) out += named;
    else if (c == U'\r') out += ' ';
    else if (is_forbidden(c) || reorders(c)) out += "\uFFFD";
    else out += to_utf8(c);
  }
  return out;
}

std::string script_safe(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') out += "\\u003c";
    else if (c == '>') out += "\\u003e";
    else if (c == '&') out += "\\u0026";
    else out += c;
  }
  return out;
}

void Html::start(std::string_view tag, const Attributes& attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& a : attributes) {
    out_ += ' ';
    out_ += a.name;
    if (a.value.empty()) continue;
    out_ += "=\"";
    out_ += escape(a.value);
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view tag, const Attributes& attributes) {
  start(tag, attributes);
  open_.push_back(tag);
  return *this;
}

Html& Html::close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escape(text);
  return *this;
}

Html& Html::element(std::string_view tag, const Attributes& attributes, std::string_view content) {
  return open(tag, attributes).text(content).close();
}

Html& Html::empty(std::string_view tag, const Attributes& attributes) {
  start(tag, attributes);
  return *this;
}

Html& Html::markup(std::string_view html) {
  out_ += html;
  return *this;
}

std::string Html::take() {
  assert(open_.empty());
  return std::exchange(out_, {});
}

}  // namespace fabula::report
