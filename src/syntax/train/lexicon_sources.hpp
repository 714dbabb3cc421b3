#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/lemmatizer.hpp"
#include "syntax/lexicon.hpp"

namespace fabula::syntax {

/// How often a folded form has a tag.
using FormCounts = std::map<std::pair<std::string, text::Upos>, std::uint32_t>;

struct LexiconEntry {
  std::string form, lemma;
  text::Upos upos = text::Upos::X;
  std::string feats;
  std::uint32_t count = 1;
};

/// Rows of form, lemma, UPOS, Feats, count: what a larger treebank holds.
std::vector<LexiconEntry> read_treebank_lexicon(const std::string& path);

/// Rows of form, lemma, UPOS, codes as in ../shared/data/README.md, turned into UD features; one entry a code. Of spellings
/// that differ in circumflexes alone the traditional one is kept as lemma.
std::vector<LexiconEntry> read_dictionary(const std::string& path);

/// Entries that a treebank owes to other sentences than the given ones, with the counts that are left: the lexicon as it will
/// look to an unseen text.
std::vector<LexiconEntry> without(const std::vector<LexiconEntry>& entries, const FormCounts& seen);

/// Forms and tags of the sentences of a CoNLL-U file whose sent_id begins with `prefix`; none for an empty prefix.
FormCounts count_forms(const std::string& conllu, const std::string& prefix);

struct LexiconSources {
  std::vector<text::Word> treebank;
  std::vector<LexiconEntry> treebank_lexicon, dictionary;
};

Lexicon build_lexicon(const LexiconSources& sources);
Lemmatizer build_lemmatizer(const LexiconSources& sources);

}  // namespace fabula::syntax
