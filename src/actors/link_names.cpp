#include <algorithm>
#include <map>

#include "actors/cast.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

/// Whether the words of a short name stand in a row at the end or the beginning of a full one.
bool is_short_for(const std::vector<std::string>& part, const std::vector<std::string>& full) {
  if (part.empty() || part.size() >= full.size()) return false;
  return std::equal(part.rbegin(), part.rend(), full.rbegin()) || std::equal(part.begin(), part.end(), full.begin());
}

std::vector<std::string> words_of(const Cast& cast, const Mention& m) {
  std::vector<std::string> words;
  for (std::uint32_t w = m.first_word; w < m.end_word; ++w)
    if (cast.doc.words[w].upos != text::Upos::PUNCT) words.push_back(fold_accents(cast.doc.words[w].form));
  return words;
}

/// The person that a short name means: the one whose full name ends with it and who was named last before it, else first
/// after it.
std::uint32_t person_of(const Cast& cast, const std::vector<std::uint32_t>& order, const Mention& m,
                        const std::vector<std::string>& words) {
  std::uint32_t best = kNoEntity;
  for (const std::uint32_t other : order) {
    const Mention& o = cast.mentions[other];
    if (o.entity == kNoEntity || o.kind != ActorKind::person) continue;
    if (!is_short_for(words, cast.entities[o.entity].words)) continue;
    if (o.first_word < m.first_word || best == kNoEntity) best = o.entity;
  }
  return best;
}

void link_persons(Cast& cast) {
  std::vector<std::uint32_t> persons;
  for (std::uint32_t i = 0; i < cast.mentions.size(); ++i)
    if (cast.mentions[i].form == MentionForm::name && cast.mentions[i].kind == ActorKind::person && !cast.mentions[i].place)
      persons.push_back(i);
  std::map<std::vector<std::string>, std::uint32_t> by_words;
  const auto link = [&](std::uint32_t i, bool full) {
    const auto words = words_of(cast, cast.mentions[i]);
    if ((words.size() > 1) != full) return;
    if (const auto it = by_words.find(words); it != by_words.end()) return cast.join(it->second, i);
    const std::uint32_t known = full ? kNoEntity : person_of(cast, persons, cast.mentions[i], words);
    if (known != kNoEntity) return cast.join(known, i);
    by_words.emplace(words, cast.make(i));
  };
  for (const std::uint32_t i : persons) link(i, true);
  for (const std::uint32_t i : persons) link(i, false);
}

/// "(CPI)" right after a longer name gives that name an abbreviation.
bool follows_in_brackets(const Cast& cast, const Mention& name, const Mention& abbreviation) {
  if (abbreviation.first_word != name.end_word + 1) return false;
  return cast.doc.words[name.end_word].form == "(";
}

void link_others(Cast& cast) {
  std::map<std::string, std::uint32_t> by_key;
  std::map<std::uint32_t, std::uint32_t> by_known;
  std::uint32_t previous = kNoEntity;
  for (std::uint32_t i = 0; i < cast.mentions.size(); ++i) {
    Mention& m = cast.mentions[i];
    if (m.form != MentionForm::name || m.place || m.entity != kNoEntity) continue;
    const std::string key = name_key(m.text);
    if (m.known != kNoKnown) {
      const auto [it, fresh] = by_known.try_emplace(m.known, kNoEntity);
      if (fresh) it->second = cast.make(i);
      else cast.join(it->second, i);
    } else if (const auto it = by_key.find(key); it != by_key.end()) {
      cast.join(it->second, i);
    } else if (previous != kNoEntity && follows_in_brackets(cast, cast.mentions[previous], m)) {
      cast.join(cast.mentions[previous].entity, i);
      cast.entities[m.entity].because.push_back(m.text + " = " + cast.mentions[previous].text + ": abbreviation in brackets");
      by_key.emplace(key, m.entity);
    } else {
      by_key.emplace(key, cast.make(i));
    }
    previous = i;
  }
}

}  // namespace

void link_names(Cast& cast) {
  link_persons(cast);
  link_others(cast);
}

}  // namespace fabula::actors::detail
