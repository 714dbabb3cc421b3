#include "syntax/conjunct_moods.hpp"

#include <string_view>
#include <vector>

namespace fabula::syntax {
namespace {

struct Clause {
  std::string_view mood;  // of its finite auxiliary, else of the verb; empty where nothing is finite
  bool subject = false;
};

std::vector<Clause> clauses_of(const text::Doc& doc, const text::Sentence& s) {
  std::vector<Clause> clauses(s.end_word - s.first_word);
  for (std::uint32_t w = s.first_word; w < s.end_word; ++w) clauses[w - s.first_word].mood = text::feat(doc.words[w], "Mood");
  for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
    const text::Word& word = doc.words[w];
    if (!word.head) continue;
    Clause& clause = clauses[word.head.value - s.first_word];
    const std::string_view relation = text::universal(word.deprel);
    if (relation == "nsubj" || relation == "expl") clause.subject = true;
    if ((relation == "aux" || relation == "cop") && !text::feat(word, "Mood").empty()) clause.mood = text::feat(word, "Mood");
  }
  return clauses;
}

}  // namespace

void mend_conjunct_moods(text::Doc& doc) {
  for (const text::Sentence& s : doc.sentences) {
    const std::vector<Clause> clauses = clauses_of(doc, s);
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      text::Word& verb = doc.words[w];
      if (verb.deprel != "conj" || !verb.head || verb.head > WordId(w)) continue;
      const Clause &own = clauses[w - s.first_word], &other = clauses[verb.head.value - s.first_word];
      const text::Word& first = doc.words[verb.head.value];
      const bool told = text::universal(first.deprel) == "ccomp" && first.head && first.head < verb.head;
      if (told && own.mood == "Ind" && other.mood == "Sub" && !own.subject) verb.head = first.head;
    }
  }
}

}  // namespace fabula::syntax
