#include "actors/quotation.hpp"

#include <string_view>

namespace fabula::actors::detail {
namespace {

bool opens(std::string_view form) { return form == "«" || form == "“" || form == "„"; }
bool closes(std::string_view form) { return form == "»" || form == "”"; }
bool either(std::string_view form) { return form == "\"" || form == "''"; }

bool has_verb(const text::Doc& doc, const Quotation& q) {
  for (std::uint32_t w = q.first_word; w < q.end_word; ++w)
    if (doc.words[w].upos == text::Upos::VERB || doc.words[w].upos == text::Upos::AUX) return true;
  return false;
}

}  // namespace

Quotations::Quotations(const text::Doc& doc) : at(doc.words.size(), kNoQuotation) {
  std::uint32_t paragraph = 0;
  Quotation open;
  bool inside = false;
  const auto close = [&](std::uint32_t end) {
    open.end_word = end;
    inside = false;
    if (!has_verb(doc, open)) return;
    for (std::uint32_t w = open.first_word; w < end; ++w) at[w] = static_cast<std::uint32_t>(all.size());
    all.push_back(open);
  };
  for (const text::Sentence& sentence : doc.sentences) {
    if (inside && sentence.paragraph != paragraph) close(sentence.first_word);
    paragraph = sentence.paragraph;
    for (std::uint32_t w = sentence.first_word; w < sentence.end_word; ++w) {
      const std::string_view form = doc.words[w].form;
      if (!inside && (opens(form) || either(form))) {
        open.first_word = w + 1;
        inside = true;
      } else if (inside && (closes(form) || either(form) || opens(form))) {
        close(w);  // some pages close with the opening mark
      }
    }
  }
  if (inside) close(static_cast<std::uint32_t>(doc.words.size()));
}

}  // namespace fabula::actors::detail
