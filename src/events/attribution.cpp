#include <algorithm>

#include "events/trigger.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::uint32_t kNear = 7;  // words between the mark and the verb that reports it: ", comme l'a alors déclaré"

bool reports(const Reading& r, WordId verb) {
  return r.word(verb).upos == Upos::VERB && !r.is_auxiliary(verb) && !r.lexicon().say_verbs(r.verb_key(verb)).empty();
}

/// `» , a-t-elle déclaré`: the verb of speech that follows the mark and a comma, within the paragraph.
WordId verb_after(const Reading& r, const Quotation& q) {
  const auto& words = r.doc().words;
  std::uint32_t w = q.last.value + 1;
  bool comma = false;
  while (w < words.size() && words[w].upos == Upos::PUNCT) comma |= words[w++].form == ",";
  if (w >= words.size()) return {};
  const auto& sentences = r.doc().sentences;
  const text::Sentence& at = sentences[r.doc().sentence_of(WordId(w)).value];
  if (at.paragraph != sentences[q.sentence.value].paragraph) return {};
  const bool begins_with_verb = words[w].upos == Upos::VERB || words[w].upos == Upos::AUX;
  if (!comma && !begins_with_verb) return {};
  for (std::uint32_t i = w; i < at.end_word && i < w + kNear; ++i) {
    const text::Word& word = words[i];
    if (word.upos == Upos::PUNCT || word.upos == Upos::SCONJ || word.upos == Upos::CCONJ) return {};
    if (text::feat(word, "PronType") == "Rel") return {};
    if (word.upos == Upos::VERB) return reports(r, WordId(i)) ? WordId(i) : WordId{};
    if (i == w && r.is_nominal(WordId(i)) && word.upos != Upos::PRON) return {};
  }
  return {};
}

/// `X a déclaré : «`: the last verb of speech before a colon and the mark.
WordId verb_before_colon(const Reading& r, const Quotation& q) {
  const auto& words = r.doc().words;
  std::uint32_t w = q.first.value;
  bool colon = false;
  while (w > 0 && words[w - 1].upos == Upos::PUNCT) colon |= words[--w].form == ":";
  if (!colon || w == 0) return {};
  const text::Sentence& at = r.doc().sentences[r.doc().sentence_of(WordId(w - 1)).value];
  if (at.paragraph != r.doc().sentences[q.sentence.value].paragraph) return {};
  for (std::uint32_t i = w; i > at.first_word; --i)
    if (reports(r, WordId(i - 1))) return WordId(i - 1);
  return {};
}

/// The first verb of speech above the quotation's words in the tree.
WordId verb_above(const Reading& r, const Quotation& q) {
  const auto& words = r.doc().words;
  for (std::uint32_t w = q.first.value; w <= q.last.value && w < words.size(); ++w) {
    const WordId head = words[w].head;
    if (words[w].upos == Upos::PUNCT || !head || (q.first <= head && head <= q.last)) continue;
    WordId at = head;
    for (int steps = 0; at && steps < 12; ++steps, at = words[at.value].head)
      if (!(q.first <= at && at <= q.last) && reports(r, at)) return at;
  }
  return {};
}

}  // namespace

Attribution attribute_quotations(const Reading& r, const std::vector<Quotation>& quotations) {
  Attribution found;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& q = quotations[i];
    WordId verb = verb_after(r, q);
    if (!verb) verb = verb_before_colon(r, q);
    if (!verb) verb = verb_above(r, q);
    found.verb_of.push_back(verb);
    if (verb) found.quotes_of[verb].push_back(i);
  }
  return found;
}

}  // namespace fabula::events
