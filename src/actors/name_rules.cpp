#include "actors/name_rules.hpp"

#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

bool capitalised(const text::Token& token) { return !token.form.empty() && is_upper(to_utf32(token.form).front()); }

bool is_acronym(const std::string& form) {
  const std::u32string letters = to_utf32(form);
  if (letters.size() < 2) return false;
  for (const char32_t c : letters)
    if (!is_upper(c) && !is_digit(c)) return false;
  return true;
}

bool is_proper(const text::Doc& doc, std::uint32_t token) {
  const text::Token& t = doc.tokens[token];
  return capitalised(t) && doc.words[t.first_word].upos == Upos::PROPN;
}

/// Past the last token of the name that begins at `first`, small words inside it included.
std::uint32_t run_end(const text::Doc& doc, const Lexicon& lexicon, std::uint32_t first, std::uint32_t stop) {
  std::uint32_t end = first + 1;
  while (end < stop) {
    std::uint32_t next = end;
    while (next < stop && next < end + 2 && !capitalised(doc.tokens[next]) &&
           lexicon.small_word(doc.tokens[next].form, WordClass::particle))
      ++next;
    if (next >= stop || !is_proper(doc, next)) break;
    end = next + 1;
  }
  return end;
}

NameType type_of(const text::Doc& doc, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const text::Token& token = doc.tokens[first];
  if (lexicon.proper_name(token.form).kind == ProperNameKind::given && end - first > 1) return NameType::person;
  if (end - first == 1 && is_acronym(token.form)) return NameType::organization;
  if (first > 0) {
    const Noun* noun = lexicon.noun(doc.words[doc.tokens[first - 1].first_word]);
    if (noun && (noun->is(kTitle) || noun->is(kHonorific))) return NameType::person;
  }
  const text::Word& word = doc.words[token.first_word];
  if (text::universal(word.deprel) == "nsubj") return NameType::person;
  return NameType::location;
}

}  // namespace

std::vector<NameMention> names_by_rule(const text::Doc& doc, const Lexicon& lexicon) {
  std::vector<NameMention> names;
  for (const text::Sentence& sentence : doc.sentences) {
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!is_proper(doc, i)) continue;
      const std::uint32_t end = run_end(doc, lexicon, i, sentence.end_token);
      if (lexicon.match(doc, i, sentence.end_token).tokens >= end - i) continue;
      names.push_back({{doc.tokens[i].span.begin, doc.tokens[end - 1].span.end}, i, end, type_of(doc, lexicon, i, end)});
      i = end - 1;
    }
  }
  return names;
}

}  // namespace fabula::actors::detail
