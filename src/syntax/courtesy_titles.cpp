#include "syntax/courtesy_titles.hpp"

#include "fabula/base/unicode.hpp"

namespace fabula::syntax {

CourtesyTitles::CourtesyTitles(const lang::Pack& pack) {
  if (!pack.has_table("courtesy_titles")) return;
  const lang::Table& table = pack.table("courtesy_titles");
  const std::size_t form = table.column("form");
  for (const lang::Row& row : table.rows) titles_.insert(fold(table.cell(row, form)));
}

void CourtesyTitles::mend(text::Doc& doc) const {
  if (titles_.empty()) return;
  for (std::uint32_t w = 1; w < doc.words.size(); ++w) {
    text::Word& name = doc.words[w];
    const bool behind = name.head == WordId(w - 1) && text::universal(name.deprel) == "nmod";
    if (behind && name.upos == text::Upos::PROPN && titles_.contains(fold(doc.words[w - 1].form))) name.deprel = "flat:name";
  }
}

}  // namespace fabula::syntax
