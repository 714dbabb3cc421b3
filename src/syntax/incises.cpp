#include "syntax/incises.hpp"

#include <algorithm>
#include <optional>

namespace fabula::syntax {
namespace {

constexpr std::uint32_t kFar = 60;        // words looked at on each side, so that time stays linear
constexpr std::uint32_t kVerbWithin = 3;  // words behind the second comma: "…, n'en a …"

bool is_comma(const text::Word& word) { return word.form == ","; }
bool is_finite(const text::Word& word) { return text::feat(word, "VerbForm") == "Fin"; }
bool closes_quotation(const text::Word& word) { return word.form == "»" || word.form == "”" || word.form == "\""; }

// The parts of a verb that this is about, as the trees have them.
struct VerbGroup {
  std::optional<std::uint32_t> subject, object;  // before and behind the verb
  std::uint32_t first = 0;                       // its first auxiliary, or the verb itself
  bool inverted = false;                         // a subject stands behind the verb
};

VerbGroup group_of(const text::Doc& doc, const text::Sentence& s, std::uint32_t verb) {
  VerbGroup group;
  group.first = verb;
  const std::uint32_t begin = verb - std::min(kFar, verb - s.first_word), end = std::min(verb + kFar, s.end_word);
  for (std::uint32_t w = begin; w < end; ++w) {
    const text::Word& word = doc.words[w];
    if (word.head != WordId(verb)) continue;
    if (w < group.first && text::universal(word.deprel) == "aux") group.first = w;
    if (w < verb && word.deprel == "nsubj") group.subject = w;
    if (w > verb && word.deprel == "obj" && !group.object) group.object = w;
    if (w > verb && text::universal(word.deprel) == "nsubj") group.inverted = true;
  }
  return group;
}

// One comma alone stands between subject and verb, right before the verb.
bool is_cut_off(const text::Doc& doc, std::uint32_t subject, std::uint32_t verb) {
  if (verb < subject + 2 || !is_comma(doc.words[verb - 1])) return false;
  for (std::uint32_t w = subject + 1; w + 1 < verb; ++w)
    if (doc.words[w].upos == text::Upos::PUNCT) return false;
  return true;
}

// The next punctuation mark is a comma, and a finite verb follows it at once.
bool clause_goes_on(const text::Doc& doc, const text::Sentence& s, std::uint32_t object) {
  const std::uint32_t end = std::min(object + kFar, s.end_word);
  std::uint32_t w = object + 1;
  while (w < end && doc.words[w].upos != text::Upos::PUNCT) ++w;
  if (w >= end || !is_comma(doc.words[w])) return false;
  for (std::uint32_t next = w + 1; next < s.end_word && next <= w + kVerbWithin; ++next) {
    if (is_finite(doc.words[next])) return true;
    if (doc.words[next].upos != text::Upos::PRON && doc.words[next].upos != text::Upos::ADV) return false;
  }
  return false;
}

// "« … », a ajouté le ministre": behind a quotation and its comma, a clause of its own begins with the verb.
bool follows_quotation(const text::Doc& doc, const text::Sentence& s, std::uint32_t verb, const VerbGroup& group) {
  const std::string_view relation = text::universal(doc.words[verb].deprel);
  if (relation != "root" && relation != "parataxis") return false;
  return group.first >= s.first_word + 2 && is_comma(doc.words[group.first - 1]) && closes_quotation(doc.words[group.first - 2]);
}

}  // namespace

void mend_incises(text::Doc& doc) {
  for (const text::Sentence& s : doc.sentences)
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      if (doc.words[w].upos != text::Upos::VERB) continue;
      const VerbGroup group = group_of(doc, s, w);
      if (!group.object || group.inverted || !is_finite(doc.words[group.first])) continue;
      const bool speaks = group.subject ? is_cut_off(doc, *group.subject, group.first) && clause_goes_on(doc, s, *group.object)
                                        : follows_quotation(doc, s, w, group);
      if (speaks) doc.words[*group.object].deprel = "nsubj";
    }
}

}  // namespace fabula::syntax
