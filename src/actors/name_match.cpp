#include "actors/name_match.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>

#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

// Letter groups that French and English write differently for one foreign sound.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kSameSound = {{{"tch", "c"},
                                                                                      {"tsch", "c"},
                                                                                      {"sch", "s"},
                                                                                      {"ch", "s"},
                                                                                      {"sh", "s"},
                                                                                      {"kh", "k"},
                                                                                      {"gue", "ge"},
                                                                                      {"gui", "gi"},
                                                                                      {"ou", "u"},
                                                                                      {"oo", "u"},
                                                                                      {"dj", "j"},
                                                                                      {"zh", "j"},
                                                                                      {"ph", "f"},
                                                                                      {"ck", "k"},
                                                                                      {"w", "v"},
                                                                                      {"y", "i"},
                                                                                      {"x", "ks"}}};

std::vector<std::string> words_of(const std::string& name) {
  std::string spaced;
  for (const char c : fold_accents(name)) spaced += c == '-' || c == '\'' ? ' ' : c;
  std::istringstream in(spaced);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string without_doubles(const std::string& word) {
  std::string out;
  for (const char c : word)
    if (out.empty() || out.back() != c) out += c;
  return out;
}

bool is_initial(const std::string& word) { return word.size() <= 2 && (word.size() == 1 || word[1] == '.'); }

}  // namespace

std::string transliteration_key(const std::string& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const auto it = std::find_if(kSameSound.begin(), kSameSound.end(), [&](const auto& same) {
      return word.compare(i, same.first.size(), same.first) == 0;
    });
    if (it == kSameSound.end()) {
      out += word[i++];
    } else {
      out += it->second;
      i += it->first.size();
    }
  }
  return without_doubles(out);
}

PersonKey person_key(const Actor& actor) {
  PersonKey key;
  if (!capitalised(actor.name)) return key;
  const std::vector<std::string> words = words_of(actor.name);
  if (words.empty()) return key;
  key.surname = transliteration_key(words.back());
  if (words.size() == 1) return key;
  key.initial = is_initial(words.front());
  if (key.initial) {
    key.given = words.front().substr(0, 1);
    return key;
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) key.given += transliteration_key(words[i]) + ' ';
  return key;
}

bool may_stand_for(const PersonKey& part, const PersonKey& full) {
  if (!is_full(full) || part.given == full.given) return false;
  return full.given.compare(0, part.given.size(), part.given) == 0;  // given names end with a blank, initials do not
}

std::vector<std::string> resolution_keys(const Actor& actor) {
  if (!actor.key.empty()) return {"=" + actor.key};
  if (actor.kind == ActorKind::person && capitalised(actor.name)) return {};
  std::string key(name(actor.kind));
  for (const std::string& word : words_of(actor.name)) key += ' ' + word;
  return {key};
}

bool better_name(const Actor& a, const Actor& b) {
  const auto named = [](const Actor& actor) {
    return std::any_of(actor.mentions.begin(), actor.mentions.end(),
                       [](const ActorMention& m) { return m.form == MentionForm::name; });
  };
  if (a.key.empty() != b.key.empty()) return !a.key.empty();
  if (named(a) != named(b)) return named(a);
  if (!named(a) && is_in_capitals(a.name) != is_in_capitals(b.name)) return is_in_capitals(b.name);  // "OUVRIERS"
  if (a.name.size() != b.name.size()) return a.name.size() > b.name.size();
  return a.name < b.name;
}

}  // namespace fabula::actors::detail
