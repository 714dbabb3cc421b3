#include "syntax/interrupted_verbs.hpp"

#include <optional>

namespace fabula::syntax {
namespace {

using text::Upos;

constexpr std::uint32_t kFar = 40;     // words between the commas
constexpr std::uint32_t kBetween = 3;  // words behind the second comma: "…, été également accusé"

bool is_comma(const text::Word& word) { return word.form == ","; }
bool is_participle(const text::Word& word) { return text::feat(word, "VerbForm") == "Part"; }
bool is_nominal(const text::Word& word) {
  return word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::PRON;
}

/// The participle right behind the comma at `comma`, adverbs and auxiliaries apart.
std::optional<std::uint32_t> participle_behind(const text::Doc& doc, const text::Sentence& s, std::uint32_t comma) {
  for (std::uint32_t w = comma + 1; w < s.end_word && w <= comma + kBetween; ++w) {
    const text::Word& word = doc.words[w];
    if (word.upos == Upos::VERB && is_participle(word) && text::feat(word, "Tense") == "Past") return w;
    if (word.upos != Upos::ADV && !(word.upos == Upos::AUX && is_participle(word))) return {};
  }
  return {};
}

/// The participle behind the phrase that the auxiliary's comma opens; none where another finite verb comes first.
std::optional<std::uint32_t> participle_of(const text::Doc& doc, const text::Sentence& s, std::uint32_t auxiliary) {
  if (auxiliary + 1 >= s.end_word || !is_comma(doc.words[auxiliary + 1])) return {};
  for (std::uint32_t w = auxiliary + 2; w < s.end_word && w < auxiliary + kFar; ++w) {
    if (text::feat(doc.words[w], "VerbForm") == "Fin") return {};
    if (!is_comma(doc.words[w])) continue;
    if (const auto found = participle_behind(doc, s, w)) return found;
  }
  return {};
}

bool hangs_below(const text::Doc& doc, std::uint32_t word, std::uint32_t above) {
  for (WordId at(word); at; at = doc.word(at).head)
    if (at == WordId(above)) return true;
  return false;
}

/// Gives the participle the place of the auxiliary, or of the noun that the auxiliary was hung on as if it were no verb.
void join(text::Doc& doc, const text::Sentence& s, std::uint32_t auxiliary, std::uint32_t participle) {
  text::Word &aux = doc.words[auxiliary], &verb = doc.words[participle];
  text::Word* place = &aux;
  if (aux.head && aux.head.value < auxiliary && is_nominal(doc.word(aux.head))) place = &doc.words[aux.head.value];
  verb.head = place->head;
  verb.deprel = place->deprel;
  if (place != &aux) {
    place->head = WordId(participle);
    place->deprel = "nsubj";
  }
  for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
    text::Word& word = doc.words[w];
    const bool subject_of_phrase = w < auxiliary && text::universal(word.deprel) == "nsubj" && word.head &&
                                   auxiliary < word.head.value && word.head.value < participle;
    if (w != participle && (word.head == WordId(auxiliary) || subject_of_phrase)) word.head = WordId(participle);
  }
  aux.head = WordId(participle);
  aux.deprel = "aux:tense";
}

}  // namespace

void mend_interrupted_verbs(text::Doc& doc) {
  for (const text::Sentence& s : doc.sentences)
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      const text::Word& word = doc.words[w];
      const auto relation = text::universal(word.deprel);
      if (word.upos != Upos::AUX || text::feat(word, "VerbForm") != "Fin" || relation == "aux" || relation == "cop") continue;
      const auto participle = participle_of(doc, s, w);
      if (participle && hangs_below(doc, *participle, w)) join(doc, s, w, *participle);
    }
}

}  // namespace fabula::syntax
