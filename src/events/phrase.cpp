#include "events/phrase.hpp"

#include <algorithm>
#include <vector>

#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

bool is_clause(std::string_view relation) {
  return relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "csubj";
}

bool is_left_out(std::string_view relation) {
  return relation == "punct" || relation == "parataxis" || relation == "appos" || relation == "dislocated" ||
         relation == "discourse" || relation == "vocative";
}

bool is_determiner(const text::Word& w) {
  if (w.upos != Upos::DET) return false;
  const auto type = text::feat(w, "PronType");
  return type == "Art" || type == "Dem" || text::feat(w, "Poss") == "Yes";
}

/// What a noun has not of itself but as the predicate of a clause, or as part of it.
bool is_clausal(std::string_view relation) {
  return relation == "nsubj" || relation == "csubj" || relation == "cop" || relation == "aux" || relation == "advmod" || relation == "expl" ||
         relation == "advcl" || relation == "mark";
}

/// Function words and names belong to their head; they are not counted as complements that can go.
bool belongs_to_head(std::string_view relation) {
  return relation == "case" || relation == "det" || relation == "flat" || relation == "fixed" || relation == "mark" ||
         relation == "aux" || relation == "cop" || relation == "nummod" || relation == "compound" || relation == "expl" ||
         relation == "cc";
}

/// "un courrier piégé": a participle alone behind its noun is as good as an adjective.
bool is_bare_participle(const Reading& r, WordId w) {
  return r.relation(w) == "acl" && r.is_participle(w, "Past") && r.head(w).value + 1 == w.value && r.children(w).empty();
}

bool is_left_out(const Reading& r, WordId c, const PhraseShape& shape) {
  const auto rel = r.relation(c);
  if (is_left_out(rel) || (!shape.with_clauses && is_clause(rel) && !is_bare_participle(r, c))) return true;
  return shape.without && r.within(shape.without, c);
}

void collect(const Reading& r, WordId head, const PhraseShape& shape, std::vector<WordId>& out) {
  std::vector<WordId> stack = {head};
  while (!stack.empty()) {
    const WordId w = stack.back();
    stack.pop_back();
    out.push_back(w);
    for (const WordId c : r.children(w)) {
      if (!is_left_out(r, c, shape)) stack.push_back(c);
    }
  }
}

/// Adds the head with what belongs to it, then its complements in text order as far as they fit; one that does not fit
/// whole is shortened the same way. Leaves no hole behind the head.
void choose(const Reading& r, WordId head, const PhraseShape& shape, int depth, std::vector<WordId>& words) {
  words.push_back(head);
  std::vector<WordId> complements;
  for (const WordId c : r.children(head)) {
    if (is_left_out(r, c, shape)) continue;
    const auto rel = r.relation(c);
    if (shape.noun_alone && is_clausal(rel)) continue;
    if (!shape.with_conjuncts && rel == "conj") continue;
    if (c < head && rel == "advmod" && text::feat(r.word(c), "PronType") == "Rel") continue;  // "où"
    if (!shape.with_preposition && (rel == "case" || rel == "mark" || rel == "cc") && c < head) continue;
    if (!shape.with_determiner && c < head && is_determiner(r.word(c))) continue;
    if (belongs_to_head(rel))
      collect(r, c, shape, words);
    else
      complements.push_back(c);
  }
  for (const WordId c : complements) {
    std::vector<WordId> more;
    collect(r, c, shape, more);
    if (words.size() + more.size() <= shape.most_words) {
      words.insert(words.end(), more.begin(), more.end());
      continue;
    }
    if (c < head) continue;
    if (depth > 0 && words.size() + 3 <= shape.most_words)
      choose(r, c, {.most_words = shape.most_words, .with_clauses = shape.with_clauses, .without = shape.without}, depth - 1, words);
    return;
  }
}

std::vector<WordId> chosen_words(const Reading& r, WordId head, const PhraseShape& shape) {
  constexpr int kDepth = 6;  // complements of complements; deeper ones do not fit a label
  std::vector<WordId> words;
  choose(r, head, shape, kDepth, words);
  std::sort(words.begin(), words.end());
  return words;
}

/// A function word that has its capital from the sentence that it begins.
bool begins_sentence(const Reading& r, WordId word) {
  const Upos upos = r.word(word).upos;
  if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::VERB || upos == Upos::X) return false;
  return word.value == r.doc().sentences[r.doc().sentence_of(word).value].first_word;
}

/// "Le" as "le"; a word in capitals stays.
std::string with_small_letter(const std::string& form) {
  std::u32string letters = to_utf32(form);
  if (letters.empty() || (letters.size() > 1 && is_upper(letters[1]))) return form;
  letters[0] = lower(letters[0]);
  return to_utf8(letters);
}

}  // namespace

std::string phrase_text(const Reading& r, WordId head, const PhraseShape& shape) {
  std::string text;
  std::uint32_t last_token = 0;
  bool glued = true;
  for (const WordId w : chosen_words(r, head, shape)) {
    const text::Word& word = r.word(w);
    if (!text.empty() && word.token == last_token) continue;  // the second word of "du"
    const text::Token& token = r.doc().tokens[word.token];
    const bool follows = !text.empty() && word.token == last_token + 1;
    const bool elided = text.ends_with('\'') || text.ends_with("’");
    if (!text.empty() && !elided && !(follows && glued)) text += ' ';
    // "du" without its preposition is the article alone
    const bool whole = w.value == token.first_word;
    const std::string& form = whole || token.end_word - token.first_word == 1 ? token.form : word.form;
    text += begins_sentence(r, w) ? with_small_letter(form) : form;
    last_token = word.token;
    glued = !token.space_after;
  }
  return text;
}

}  // namespace fabula::events
