#include "syntax/expletives.hpp"

#include <algorithm>
#include <vector>

namespace fabula::syntax {
namespace {

constexpr std::uint32_t kReach = 8;  // words back to the pronoun: auxiliaries, clitics, adverbs and negation lie between

// The pronoun before a passive that is its subject; null where its subject is something else.
text::Word* pronoun_subject(text::Doc& doc, WordId passive) {
  for (std::uint32_t back = 1; back <= std::min(kReach, passive.value); ++back) {
    text::Word& word = doc.words[passive.value - back];
    if (word.head == passive && word.deprel == "nsubj:pass") return word.upos == text::Upos::PRON ? &word : nullptr;
  }
  return nullptr;
}

void hang_told_clauses(text::Doc& doc) {
  for (const text::Word& mark : doc.words) {
    if (mark.deprel != "mark" || mark.upos != text::Upos::SCONJ || !mark.head) continue;
    text::Word& verb = doc.words[mark.head.value];
    if (verb.deprel != "acl:relcl" || !verb.head || doc.word(verb.head).deprel != "obl:agent") continue;
    const WordId passive = doc.word(verb.head).head;
    text::Word* subject = pronoun_subject(doc, passive);
    if (subject == nullptr) continue;
    subject->deprel = "expl:subj";
    verb.head = passive;
    verb.deprel = "ccomp";
  }
}

}  // namespace

Expletives::Expletives(const lang::Pack& pack) {
  if (!pack.has_table("impersonal_verbs")) return;
  const lang::Table& table = pack.table("impersonal_verbs");
  const std::size_t lemma = table.column("lemma");
  for (const lang::Row& row : table.rows) impersonal_.insert(table.cell(row, lemma));
}

void Expletives::mend(text::Doc& doc) const {
  if (impersonal_.empty()) return;
  mend_personal(doc);
  hang_told_clauses(doc);
}

void Expletives::mend_personal(text::Doc& doc) const {
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
