#include "events/trigger.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

/// Whether a word stands for a word of a connective: as it stands, or its lemma where it is elided.
bool is_word(const text::Word& word, const std::string& wanted, const std::string& folded) {
  return folded == wanted || word.lemma == wanted;
}

/// Head of the phrase or clause that the words from `first` on head, seen from the connective before it.
WordId complement_of(const Reading& r, std::uint32_t begin, std::uint32_t first, std::uint32_t end_of_sentence) {
  if (first >= end_of_sentence) return {};
  for (std::uint32_t w = begin; w < first; ++w) {
    const WordId head = r.head(WordId(w));
    if (!head || head.value < first || head.value >= end_of_sentence) continue;
    const auto relation = r.relation(WordId(w));
    if (relation == "case" || relation == "mark" || relation == "fixed" || relation == "advmod" || relation == "det") return head;
  }
  for (std::uint32_t w = begin; w < first; ++w)  // "à la suite de": the complement hangs on the noun within
    for (const WordId c : r.children(WordId(w)))
      if (c.value >= first && (r.relation(c) == "nmod" || r.relation(c) == "obl" || r.relation(c) == "acl")) return c;
  WordId at(first);  // no help from the tree: the first noun or verb that follows
  for (std::uint32_t w = first; w < end_of_sentence && w < first + 6; ++w)
    if (r.is_nominal(WordId(w)) || r.word(WordId(w)).upos == text::Upos::VERB) return WordId(w);
  return {};
}

WordId governor_of(const Reading& r, const ConnectiveMatch& m) {
  WordId at = m.complement ? m.complement : m.first;
  for (int steps = 0; at && steps < 8; ++steps) {
    const WordId head = r.head(at);
    if (!head) return {};
    if (head < m.first || head > m.last) {
      if (!m.complement || !r.within(head, m.complement)) return head;
    }
    at = head;
  }
  return {};
}

}  // namespace

std::vector<ConnectiveMatch> find_connectives(const Reading& r) {
  std::vector<ConnectiveMatch> found;
  for (const text::Sentence& s : r.doc().sentences) {
    std::vector<std::string> folded;
    folded.reserve(s.end_word - s.first_word);
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) folded.push_back(fold(r.word(WordId(w)).form));
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      const text::Word& first = r.word(WordId(w));
      const Connective* best = nullptr;
      const std::string& form = folded[w - s.first_word];
      for (const std::string* key : {&form, &first.lemma}) {
        for (const Connective& c : r.lexicon().connectives(*key)) {
          if (best && best->words.size() >= c.words.size()) continue;
          if (w + c.words.size() > s.end_word) continue;
          bool same = true;
          for (std::size_t i = 1; i < c.words.size() && same; ++i)
            same = is_word(r.word(WordId(w + i)), c.words[i], folded[w + i - s.first_word]);
          if (same) best = &c;
        }
        if (form == first.lemma) break;
      }
      if (!best) continue;
      ConnectiveMatch m;
      m.connective = best;
      m.first = WordId(w);
      m.last = WordId(w + best->words.size() - 1);
      if (best->kind != Connective::Kind::turn && best->kind != Connective::Kind::then) m.complement = complement_of(r, w, m.last.value + 1, s.end_word);
      m.governor = governor_of(r, m);
      found.push_back(m);
      w = m.last.value;
    }
  }
  return found;
}

}  // namespace fabula::events
