#include "syntax/expletives.hpp"

#include <vector>

namespace fabula::syntax {

Expletives::Expletives(const lang::Pack& pack) {
  if (!pack.has_table("impersonal_verbs")) return;
  const lang::Table& table = pack.table("impersonal_verbs");
  const std::size_t lemma = table.column("lemma");
  for (const lang::Row& row : table.rows) impersonal_.insert(table.cell(row, lemma));
}

void Expletives::mend(text::Doc& doc) const {
  if (impersonal_.empty()) return;
  std::vector<bool> not_active(doc.words.size());
  for (const text::Word& word : doc.words)
    if (word.head && (word.deprel == "cop" || word.deprel == "aux:pass")) not_active[word.head.value] = true;
  for (text::Word& word : doc.words) {
    if (word.deprel != "expl:subj" || !word.head) continue;
    const text::Word& verb = doc.word(word.head);
    if (verb.upos != text::Upos::VERB || not_active[word.head.value] || impersonal_.contains(verb.lemma)) continue;
    word.deprel = "nsubj";
  }
}

}  // namespace fabula::syntax
