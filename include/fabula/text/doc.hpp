#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/text/article.hpp"

namespace fabula::text {

/// Universal part-of-speech tags (UD v2), in alphabetical order.
enum class Upos : std::uint8_t { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X };

std::string_view name(Upos upos);
/// @return Upos::X for an unknown name
Upos upos_of(std::string_view name);

/// A syntactic word in UD's sense: "du" is one token and two words.
struct Word {
  std::string form;
  std::string lemma;
  std::string feats;   ///< UD Feats, "Gender=Fem|Number=Sing"; empty for "_"
  std::string deprel;  ///< UD spelling, subtypes kept ("nsubj:pass")
  Span span;           ///< of its surface token; all words of a multiword token share it
  WordId head;         ///< none for the root of its sentence
  std::uint32_t token = 0;
  Upos upos = Upos::X;
};

/// A surface token.
struct Token {
  std::string form;
  Span span;
  std::uint32_t first_word = 0;
  std::uint32_t end_word = 0;  ///< more than one word: a multiword token
  bool space_after = true;
};

struct Sentence {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t first_word = 0, end_word = 0;
  std::uint32_t paragraph = 0;
};

/// An article and what the syntax layer adds to it, column by column. Owns everything; ids are positions.
/// A value type: share it read-only between threads once it is analysed.
struct Doc {
  Article article;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Word> words;

  const Word& word(WordId id) const { return words[id.value]; }
  std::string_view slice(Span span) const { return article.text.slice(span); }
  /// The sentence that a word belongs to, by binary search.
  SentenceId sentence_of(WordId id) const;
};

/// The value of one feature, "" where it is not set: feat(word, "Number").
std::string_view feat(const Word& word, std::string_view key);

/// The universal part of a relation: "nsubj" for "nsubj:pass".
std::string_view universal(std::string_view deprel);

/// The dependents of every word of a Doc in text order, built once per Doc.
class Children {
 public:
  explicit Children(const Doc& doc);
  /// Dependents of a word, ascending.
  const std::vector<WordId>& of(WordId id) const { return children_[id.value]; }

 private:
  std::vector<std::vector<WordId>> children_;
};

}  // namespace fabula::text
