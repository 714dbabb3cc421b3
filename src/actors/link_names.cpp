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

/// A mention by a person's name, and its folded words.
struct Named {
  std::uint32_t mention;
  std::vector<std::string> words;
};

/// "Mme Varin": a feminine noun right before a name.
bool is_a_woman(const Cast& cast, const Named& part) {
  const std::uint32_t first = cast.mentions[part.mention].first_word;
  return first > 0 && cast.doc.words[first - 1].upos == text::Upos::NOUN && text::feat(cast.doc.words[first - 1], "Gender") == "Fem";
}

/// The person that a short name means, of those whose full name ends with it and who are named before it, else after it:
/// the press gives relatives of the person an article is about their given name. So it is whoever is named in full most
/// often, then first.
std::uint32_t person_of(const Cast& cast, const std::vector<Named>& persons, const Named& part) {
  struct Bearer {
    std::uint32_t entity;
    int named;
    bool before;
  };
  std::vector<Bearer> bearers;  // by where they are named first
  for (const Named& full : persons) {
    const std::uint32_t entity = cast.mentions[full.mention].entity;
    if (entity == kNoEntity || !is_short_for(part.words, full.words)) continue;
    if (cast.entities[entity].gender == 'm' && is_a_woman(cast, part)) continue;
    const auto it = std::find_if(bearers.begin(), bearers.end(), [entity](const Bearer& b) { return b.entity == entity; });
    if (it == bearers.end()) bearers.push_back({entity, 1, full.mention < part.mention});
    else ++it->named;
  }
  const auto best = std::max_element(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) {
    return a.before != b.before ? b.before : a.named < b.named;  // the first of equals
  });
  return best == bearers.end() ? kNoEntity : best->entity;
}

using ByKnown = std::map<std::uint32_t, std::uint32_t>;

void link_known(Cast& cast, std::uint32_t mention, ByKnown& by_known) {
  const auto [it, fresh] = by_known.try_emplace(cast.mentions[mention].known, kNoEntity);
  if (fresh) it->second = cast.make(mention);
  else cast.join(it->second, mention);
}

void link_persons(Cast& cast, ByKnown& by_known) {
  std::vector<Named> persons;
  for (std::uint32_t i = 0; i < cast.mentions.size(); ++i) {
    const Mention& m = cast.mentions[i];
    if (m.form == MentionForm::name && m.kind == ActorKind::person && !m.place) persons.push_back({i, words_of(cast, m)});
  }
  std::map<std::vector<std::string>, std::uint32_t> by_words;
  const auto link = [&](const Named& name) {
    if (cast.mentions[name.mention].known != kNoKnown) return link_known(cast, name.mention, by_known);
    if (const auto it = by_words.find(name.words); it != by_words.end()) return cast.join(it->second, name.mention);
    const std::uint32_t full = name.words.size() > 1 ? kNoEntity : person_of(cast, persons, name);
    if (full != kNoEntity) return cast.join(full, name.mention);
    by_words.emplace(name.words, cast.make(name.mention));
  };
  for (const Named& name : persons)
    if (name.words.size() > 1) link(name);
  for (const Named& name : persons)
    if (name.words.size() <= 1) link(name);
}

/// "(CPI)" right after a longer name gives that name an abbreviation.
bool follows_in_brackets(const Cast& cast, const Mention& name, const Mention& abbreviation) {
  if (abbreviation.first_word != name.end_word + 1) return false;
  return cast.doc.words[name.end_word].form == "(";
}

void link_others(Cast& cast, ByKnown& by_known) {
  std::map<std::string, std::uint32_t> by_key;
  std::uint32_t previous = kNoEntity;
  for (std::uint32_t i = 0; i < cast.mentions.size(); ++i) {
    Mention& m = cast.mentions[i];
    if (m.form != MentionForm::name || m.place || m.entity != kNoEntity) continue;
    const std::string key = name_key(m.text);
    if (m.known != kNoKnown) {
      link_known(cast, i, by_known);
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
  ByKnown by_known;
  link_persons(cast, by_known);
  link_others(cast, by_known);
}

}  // namespace fabula::actors::detail
