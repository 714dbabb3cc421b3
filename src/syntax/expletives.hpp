#pragma once

#include <string>
#include <unordered_set>

#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Holds the parser to what the lexicon knows of expletive subjects: an active verb that is never impersonal has a subject
/// that is someone ("il a précisé que …"), which a parser that saw few pronouns as subjects of speech takes for "il faut
/// que …". Passive and copular clauses are left as parsed, but that "il a été annoncé par X que …" tells what was announced:
/// a conjunction opens no relative clause on X.
class Expletives {
 public:
  /// Reads impersonal_verbs.tsv; a pack without it changes nothing.
  explicit Expletives(const lang::Pack& pack);

  /// Makes `expl:subj` an `nsubj` where the verb cannot be impersonal, and `nsubj:pass` an `expl:subj` where a clause is told.
  void mend(text::Doc& doc) const;

 private:
  void mend_personal(text::Doc& doc) const;

  std::unordered_set<std::string> impersonal_;
};

}  // namespace fabula::syntax
