#include "tense.hpp"

namespace fabula::temporal {
namespace {

using text::Upos;

Direction of_form(const text::Word& word) {
  const std::string_view tense = text::feat(word, "Tense");
  if (tense == "Fut") return Direction::future;
  if (tense == "Past" || tense == "Imp") return Direction::past;
  return Direction::unknown;
}

Direction of_verb(const text::Doc& doc, const text::Children& children, WordId verb) {
  Direction found = of_form(doc.word(verb));
  // "devrait partir", "pourraient être reçus": what is only expected looks ahead; "aurait été reçu" has its mood on an auxiliary.
  if (text::feat(doc.word(verb), "Mood") == "Cnd" && doc.word(verb).upos == Upos::VERB) return Direction::expected;
  for (const WordId child : children.of(verb))
    if (doc.word(child).deprel == "aux:pass" && text::feat(doc.word(child), "VerbForm") == "Inf") found = Direction::unknown;
  for (const WordId child : children.of(verb)) {
    const text::Word& word = doc.word(child);
    if (text::universal(word.deprel) != "aux" && text::universal(word.deprel) != "cop") continue;
    // A future auxiliary outweighs the participle: "aura lieu", "sera reçu".
    if (const Direction d = of_form(word); d == Direction::future || found == Direction::unknown) found = d;
  }
  return found;
}

/// "avait fui": a participle with an auxiliary of tense in the past.
bool is_pluperfect(const text::Doc& doc, const text::Children& children, WordId verb) {
  if (text::feat(doc.word(verb), "VerbForm") != "Part") return false;
  for (const WordId child : children.of(verb)) {
    const text::Word& word = doc.word(child);
    if (text::universal(word.deprel) == "aux" && word.deprel != "aux:pass" && text::feat(word, "Tense") == "Imp") return true;
  }
  return false;
}

}  // namespace

bool lies_behind(const text::Doc& doc, const text::Children& children, WordId word) {
  std::size_t steps = doc.words.size();
  for (WordId at = word; at && steps > 0; at = doc.word(at).head, --steps) {
    const Upos upos = doc.word(at).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return is_pluperfect(doc, children, at);
  }
  return false;
}

Direction direction_of(const text::Doc& doc, const text::Children& children, WordId word) {
  // A tree has no cycle, but a damaged one must not hang us.
  std::size_t steps = doc.words.size();
  for (WordId at = word; at && steps > 0; at = doc.word(at).head, --steps) {
    const Upos upos = doc.word(at).upos;
    if (upos != Upos::VERB && upos != Upos::AUX) continue;
    if (const Direction d = of_verb(doc, children, at); d != Direction::unknown) return d;
  }
  return Direction::unknown;
}

}  // namespace fabula::temporal
