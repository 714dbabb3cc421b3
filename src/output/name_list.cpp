#include "fabula/output/name_list.hpp"

#include "fabula/base/unicode.hpp"
#include "json_values.hpp"

namespace fabula::output {
namespace {

std::string slice(const std::u32string& text, Span span) { return to_utf8(std::u32string_view(text).substr(span.begin, span.size())); }

/// On one line: what would end the cell or the line becomes a blank.
std::string cell(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

}  // namespace

std::string write_names_brat(const NamedText& article, std::span<const actors::NameMention> names) {
  const std::u32string text = to_utf32(article.utf8);
  std::string out;
  std::size_t id = 0;
  for (const actors::NameMention& name : names)
    out += "T" + std::to_string(++id) + "\t" + std::string(actors::name(name.type)) + " " + std::to_string(name.span.begin) +
           " " + std::to_string(name.span.end) + "\t" + cell(slice(text, name.span)) + "\n";
  return out;
}

std::string write_names_text(const NamedText& article, std::span<const actors::NameMention> names) {
  const std::u32string text = to_utf32(article.utf8);
  std::string out;
  for (const actors::NameMention& name : names)
    out += cell(std::string(article.file)) + "\t" + std::to_string(name.span.begin) + "\t" + std::to_string(name.span.end) +
           "\t" + std::string(actors::name(name.type)) + "\t" + cell(slice(text, name.span)) + "\n";
  return out;
}

std::string write_names_json(const NamedText& article, std::span<const actors::NameMention> names) {
  const std::u32string text = to_utf32(article.utf8);
  Json list = Json::array();
  for (const actors::NameMention& name : names)
    list.push_back({{"begin", name.span.begin},
                    {"end", name.span.end},
                    {"type", actors::name(name.type)},
                    {"text", slice(text, name.span)}});
  return json_line({{"file", article.file}, {"names", list}});
}

}  // namespace fabula::output
