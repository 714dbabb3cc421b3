#include "actors/name_repair.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

constexpr std::size_t kShortestSurname = 3;  // code points
constexpr std::size_t kFewCapitals = 3;      // words in capitals that may be one name or abbreviation with its company

bool is_name_like(const text::Doc& doc, std::uint32_t token) {
  const std::string& form = doc.tokens[token].form;
  if (!capitalised(form)) return false;
  const text::Upos upos = doc.words[doc.tokens[token].first_word].upos;
  return upos == text::Upos::PROPN || upos == text::Upos::NOUN || upos == text::Upos::X;
}

bool divides(const std::string& form) { return form == ":" || form == ";" || form == "/"; }

/// "Bolvix : Tarmel" is two names; titles of works and dates may hold such marks.
std::vector<NameMention> divided(const text::Doc& doc, const std::vector<NameMention>& names) {
  std::vector<NameMention> parts;
  for (const NameMention& name : names) {
    const bool whole = name.type != NameType::person && name.type != NameType::organization && name.type != NameType::location;
    std::uint32_t first = name.first_token;
    for (std::uint32_t t = first; t <= name.end_token; ++t) {
      if (t < name.end_token && (whole || !divides(doc.tokens[t].form))) continue;
      if (first < t) parts.push_back({{doc.tokens[first].span.begin, doc.tokens[t - 1].span.end}, first, t, name.type});
      first = t + 1;
    }
  }
  return parts;
}

/// A sentence of several words without a small letter.
bool is_shouted(const text::Doc& doc, const text::Sentence& sentence) {
  std::size_t words = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const std::string& form = doc.tokens[t].form;
    if (!is_in_capitals(form)) return false;
    words += is_letter(to_utf32(form).front()) ? 1 : 0;
  }
  return words > kFewCapitals;
}

/// Where all is in capitals they tell no names: some word of a name must be tagged as one.
void drop_common_words_in_capitals(const text::Doc& doc, std::vector<NameMention>& names) {
  const auto is_tagged = [&](const NameMention& name) {
    for (std::uint32_t t = name.first_token; t < name.end_token; ++t) {
      const text::Upos upos = doc.words[doc.tokens[t].first_word].upos;
      if (upos == text::Upos::PROPN || upos == text::Upos::X) return true;
    }
    return false;
  };
  std::vector<NameMention> kept;
  auto name = names.begin();
  for (const text::Sentence& sentence : doc.sentences) {
    const bool shouted = is_shouted(doc, sentence);
    for (; name != names.end() && name->first_token < sentence.end_token; ++name)
      if (!shouted || is_tagged(*name)) kept.push_back(*name);
  }
  names = std::move(kept);
}

}  // namespace

void repair_names(const text::Doc& doc, std::vector<NameMention>& names) {
  names = divided(doc, names);
  drop_common_words_in_capitals(doc, names);
  std::set<std::string> surnames, elsewhere;
  for (const NameMention& name : names) {
    const std::string& last = doc.tokens[name.end_token - 1].form;
    if (name.end_token - name.first_token < 2) continue;
    if (name.type == NameType::person && code_points(last) >= kShortestSurname) surnames.insert(last);
    if (name.type == NameType::location || name.type == NameType::organization) elsewhere.insert(last);
  }
  for (const std::string& word : elsewhere) surnames.erase(word);
  std::vector<bool> taken(doc.tokens.size(), false);
  for (NameMention& name : names) {
    for (std::uint32_t t = name.first_token; t < name.end_token; ++t) taken[t] = true;
    if (name.end_token - name.first_token == 1 && surnames.count(doc.tokens[name.first_token].form) != 0)
      name.type = NameType::person;
  }
  for (std::uint32_t t = 0; t < doc.tokens.size(); ++t)
    if (!taken[t] && surnames.count(doc.tokens[t].form) != 0 && is_name_like(doc, t))
      names.push_back({doc.tokens[t].span, t, t + 1, NameType::person});
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first_token < b.first_token; });
}

}  // namespace fabula::actors::detail
