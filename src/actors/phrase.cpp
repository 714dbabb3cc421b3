#include "actors/phrase.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

/// The preposition of a phrase and whether an article of its own follows it: "à la Russie" names a receiver, while "au
/// Japon", one token, may be either.
struct Preposition {
  std::string form;
  std::uint32_t token = 0;
  bool article = false;
};

Preposition preposition(const text::Doc& doc, const text::Children& children, WordId head) {
  Preposition result;
  for (const WordId child : children.of(head)) {
    const text::Word& word = doc.word(child);
    const std::string_view rel = text::universal(word.deprel);
    if (rel == "case" && result.form.empty()) {
      result.form = word.form;
      result.token = word.token;
    }
    if (rel == "det" && word.upos == text::Upos::DET && word.token != result.token) result.article = true;
  }
  return result;
}

bool is_core(std::string_view deprel) {
  const std::string_view rel = text::universal(deprel);
  return rel == "nsubj" || rel == "obj" || rel == "iobj" || rel == "vocative" || deprel == "obl:agent";
}

}  // namespace

WordId chain_head(const text::Doc& doc, WordId word) {
  for (std::size_t step = 0; step < doc.words.size(); ++step) {
    const std::string_view rel = text::universal(doc.word(word).deprel);
    if ((rel != "conj" && rel != "appos" && rel != "flat") || !doc.word(word).head) return word;
    word = doc.word(word).head;
  }
  return word;
}

Standing standing(const text::Doc& doc, const text::Children& children, const Lexicon& lexicon, WordId head) {
  const WordId top = chain_head(doc, head);
  const text::Word& word = doc.word(top);
  if (is_core(word.deprel)) return Standing::acting;
  Preposition prep = preposition(doc, children, head);
  if (prep.form.empty() && top != head) prep = preposition(doc, children, top);
  if (prep.form.empty()) return Standing::other;
  if (lexicon.small_word(prep.form, WordClass::acting)) return Standing::acting;
  if (word.deprel == "obl:arg") return Standing::acting;
  if (prep.article && lexicon.small_word(prep.form, WordClass::dative)) return Standing::acting;
  if (lexicon.small_word(prep.form, WordClass::place)) return Standing::place;
  return Standing::other;
}

WordId phrase_head(const text::Doc& doc, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    const WordId head = doc.words[i].head;
    const text::Upos upos = doc.words[i].upos;
    if (upos == text::Upos::ADP || upos == text::Upos::DET || upos == text::Upos::PUNCT) continue;
    if (!head || head.value < first || head.value >= end) return WordId(i);
  }
  return WordId(first);
}

bool capitalised(const std::string& form) { return !form.empty() && is_upper(to_utf32(form).front()); }

bool is_in_capitals(const std::string& text) {
  const std::u32string letters = to_utf32(text);
  return std::none_of(letters.begin(), letters.end(), [](char32_t c) { return is_letter(c) && !is_upper(c); });
}

std::string clean_text(const text::Doc& doc, Span span) {
  std::u32string out;
  for (char32_t c : to_utf32(doc.slice(span))) {
    if (is_space(c)) {
      if (out.empty() || out.back() == U' ' || out.back() == U'\'') continue;
      c = U' ';
    }
    if (is_apostrophe(c)) {
      if (!out.empty() && out.back() == U' ') out.pop_back();
      c = U'\'';
    }
    out += c;
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

WordId determiner(const text::Doc& doc, const text::Children& children, WordId noun) {
  for (const WordId child : children.of(noun))
    if (doc.word(child).upos == text::Upos::DET && child < noun) return child;
  return {};
}

bool is_definite(const text::Word& word) {
  return text::feat(word, "Definite") == "Def" || text::feat(word, "Poss") == "Yes" || text::feat(word, "PronType") == "Dem";
}

}  // namespace fabula::actors::detail
