#include "actors/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

constexpr std::uint32_t kLongestName = 12;  // tokens

constexpr std::array<std::pair<std::string_view, NounClass>, 11> kNounClasses = {{{"title", kTitle},
                                                                                  {"honorific", kHonorific},
                                                                                  {"institution", kInstitution},
                                                                                  {"group", kGroup},
                                                                                  {"country", kCountry},
                                                                                  {"capital", kCapital},
                                                                                  {"medium", kMedium},
                                                                                  {"organization", kOrganization},
                                                                                  {"person", kPerson},
                                                                                  {"portfolio", kPortfolio},
                                                                                  {"namer", kNamer}}};
constexpr std::array<std::string_view, 13> kWordClasses = {"place",      "dative",        "of",       "acting",
                                                           "subject",    "object",        "possessive", "demonstrative",
                                                           "relative",   "first",         "particle", "last",   "rank"};
constexpr std::array<std::pair<std::string_view, ProperNameKind>, 3> kNameKinds = {
    {{"G", ProperNameKind::given}, {"S", ProperNameKind::surname}, {"P", ProperNameKind::other}}};

char letter(const std::string& cell) { return cell.empty() ? '?' : cell.front(); }

[[noreturn]] void refuse(const lang::Table& table, const lang::Row& row, const std::string& value) {
  throw PackError("FAB-PACK-006", "'" + value + "' is not a class of this table", table.file, row.line);
}

bool is_joiner(char32_t c) { return is_space(c) || c == U'-' || c == U'\'' || c == U'.' || c == U'‑' || c == U'’' || c == U'‐'; }

bool all_upper(const std::u32string& word) {
  std::size_t letters = 0;
  for (const char32_t c : word) {
    if (!is_letter(c)) continue;
    if (!is_upper(c)) return false;
    ++letters;
  }
  return letters > 1;
}

void append_key(std::string& key, const std::u32string& word) {
  if (word.empty()) return;
  if (all_upper(word)) {
    key += to_utf8(word);
    return;
  }
  const std::string folded = fold_accents(to_utf8(word));
  if (is_upper(word.front()) && !folded.empty() && folded[0] >= 'a' && folded[0] <= 'z') {
    key += static_cast<char>(folded[0] - 'a' + 'A');
    key.append(folded, 1);
  } else {
    key += folded;
  }
}

}  // namespace

std::string name_key(std::string_view text) {
  std::string key;
  std::u32string word;
  for (const char32_t c : to_utf32(text)) {
    if (!is_joiner(c)) {
      word += c;
      continue;
    }
    append_key(key, word);
    word.clear();
  }
  append_key(key, word);
  return key;
}

std::string with_small_first_letter(std::string name) {
  if (name.size() > 1 && name[1] >= 'A' && name[1] <= 'Z') return name;  // an abbreviation keeps its capitals
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

Lexicon Lexicon::load(const lang::Pack& pack) {
  Lexicon lexicon;
  lexicon.add_states(pack.table("states"));
  lexicon.add_organizations(pack.table("organizations"));
  lexicon.add_media(pack.table("media"));
  lexicon.add_nouns(pack.table("actor_nouns"));
  lexicon.add_small_words(pack.table("actor_words"));
  lexicon.add_proper_names(pack.table("proper_names"));
  lexicon.index_beginnings();
  return lexicon;
}

void Lexicon::index_beginnings() {
  beginnings_.clear();
  for (const auto& [key, match] : names_) beginnings_.push_back(key);
  std::sort(beginnings_.begin(), beginnings_.end());
}

void Lexicon::add_name(std::string_view name, std::uint32_t known_at, bool seat) {
  names_.emplace(name_key(name), KnownMatch{0, known_at, seat, false});  // the first table line that claims a name has it
}

void Lexicon::add_states(const lang::Table& table) {
  const std::size_t key = table.column("key"), name = table.column("name"), gender = table.column("gender"),
                    number = table.column("number"), aliases = table.column("aliases"), seats = table.column("seats"),
                    adjectives = table.column("adjectives");
  for (const lang::Row& row : table.rows) {
    const auto at = static_cast<std::uint32_t>(known.size());
    known.push_back({table.cell(row, key), table.cell(row, name), ActorKind::state, letter(table.cell(row, gender)),
                     letter(table.cell(row, number)), {}, false});
    keys_.emplace(known.back().key, at);
    add_name(known.back().name, at, false);
    for (const std::string& alias : lang::split_cell(table.cell(row, aliases))) add_name(alias, at, false);
    for (const std::string& seat : lang::split_cell(table.cell(row, seats))) add_name(seat, at, true);
    for (const std::string& form : lang::split_cell(table.cell(row, adjectives))) adjectives_.emplace(fold(form), at);
  }
}

void Lexicon::add_organizations(const lang::Table& table) {
  const std::size_t key = table.column("key"), name = table.column("name"), gender = table.column("gender"),
                    number = table.column("number"), aliases = table.column("aliases"), of = table.column("of");
  for (const lang::Row& row : table.rows) {
    const auto at = static_cast<std::uint32_t>(known.size());
    known.push_back({table.cell(row, key), table.cell(row, name), ActorKind::organization, letter(table.cell(row, gender)),
                     letter(table.cell(row, number)), table.cell(row, of), false});
    keys_.emplace(known.back().key, at);
    add_name(known.back().name, at, false);
    for (const std::string& alias : lang::split_cell(table.cell(row, aliases))) add_name(alias, at, false);
  }
}

void Lexicon::add_media(const lang::Table& table) {
  const std::size_t name = table.column("name"), gender = table.column("gender"), aliases = table.column("aliases");
  for (const lang::Row& row : table.rows) {
    const auto at = static_cast<std::uint32_t>(known.size());
    const std::string& title = table.cell(row, name);
    known.push_back({"media:" + fold_accents(title), title, ActorKind::media, letter(table.cell(row, gender)), 's', {}, false});
    keys_.emplace(known.back().key, at);
    add_name(title, at, false);
    if (title.find(' ') != std::string::npos) add_name(with_small_first_letter(title), at, false);  // "le Monde"
    for (const std::string& alias : lang::split_cell(table.cell(row, aliases))) add_name(alias, at, false);
  }
}

void Lexicon::add_nouns(const lang::Table& table) {
  const std::size_t noun_column = table.column("noun"), cls = table.column("class"), feminine = table.column("feminine"),
                    plural = table.column("plural"), feminine_plural = table.column("feminine_plural");
  for (const lang::Row& row : table.rows) {
    const std::string& singular = table.cell(row, noun_column);
    const std::string& woman = table.cell(row, feminine);
    const auto it = std::find_if(kNounClasses.begin(), kNounClasses.end(),
                                 [&](const auto& entry) { return entry.first == table.cell(row, cls); });
    if (it == kNounClasses.end()) refuse(table, row, table.cell(row, cls));
    const auto add = [&](const std::string& form, char gender, bool many) {
      Noun& noun = nouns_.try_emplace(fold(form)).first->second;
      if (noun.singular.empty()) noun = {0, gender, many, singular};
      else if (noun.gender != gender) noun.gender = '?';
      noun.classes = static_cast<std::uint16_t>(noun.classes | it->second);
    };
    const char man = woman == singular ? '?' : woman.empty() ? '?' : 'm';
    add(singular, man, false);
    if (!table.cell(row, plural).empty()) add(table.cell(row, plural), man, true);
    if (woman.empty() || woman == singular) continue;
    add(woman, 'f', false);
    if (!table.cell(row, feminine_plural).empty()) add(table.cell(row, feminine_plural), 'f', true);
  }
}

void Lexicon::add_small_words(const lang::Table& table) {
  const std::size_t word = table.column("word"), cls = table.column("class"), gender = table.column("gender"),
                    number = table.column("number");
  for (const lang::Row& row : table.rows) {
    const auto it = std::find(kWordClasses.begin(), kWordClasses.end(), table.cell(row, cls));
    if (it == kWordClasses.end()) refuse(table, row, table.cell(row, cls));
    small_words_[fold(table.cell(row, word))].push_back({static_cast<WordClass>(it - kWordClasses.begin()),
                                                         letter(table.cell(row, gender)), letter(table.cell(row, number))});
  }
}

void Lexicon::add_proper_names(const lang::Table& table) {
  const std::size_t name = table.column("name"), kind = table.column("kind"), gender = table.column("gender");
  for (const lang::Row& row : table.rows) {
    const auto it = std::find_if(kNameKinds.begin(), kNameKinds.end(),
                                 [&](const auto& entry) { return entry.first == table.cell(row, kind); });
    if (it == kNameKinds.end()) refuse(table, row, table.cell(row, kind));
    proper_names_.emplace(fold(table.cell(row, name)), ProperName{it->second, letter(table.cell(row, gender))});
  }
}

KnownMatch Lexicon::match(const text::Doc& doc, std::uint32_t first, std::uint32_t end) const {
  KnownMatch best;
  std::string key;
  const std::uint32_t stop = std::min(end, first + kLongestName);
  for (std::uint32_t i = first; i < stop; ++i) {
    const std::string part = name_key(doc.tokens[i].form);
    if (part.empty()) continue;  // a hyphen or full stop ends no name
    key += part;
    const auto next = std::lower_bound(beginnings_.begin(), beginnings_.end(), key);
    if (next == beginnings_.end() || !next->starts_with(key)) break;  // no name goes on like this
    if (const auto it = names_.find(key); it != names_.end()) best = {i + 1 - first, it->second.known, it->second.seat, it->second.listed};
  }
  return best;
}

std::optional<std::uint32_t> Lexicon::state_of_adjective(std::string_view form) const {
  const auto it = adjectives_.find(fold(form));
  if (it == adjectives_.end()) return std::nullopt;
  return it->second;
}

std::optional<std::uint32_t> Lexicon::find_key(std::string_view key) const {
  const auto it = keys_.find(std::string(key));
  if (it == keys_.end()) return std::nullopt;
  return it->second;
}

const Noun* Lexicon::noun(const text::Word& word) const {
  const std::string form = fold(word.form);
  if (const auto it = nouns_.find(form); it != nouns_.end()) {
    // "cours" is a plural of the table, and a word of its own: the tagger says which
    const bool other = it->second.plural && form == fold(word.lemma) && text::feat(word, "Number") != "Plur";
    return other ? nullptr : &it->second;
  }
  const auto it = nouns_.find(fold(word.lemma));
  return it == nouns_.end() ? nullptr : &it->second;
}

const SmallWord* Lexicon::small_word(std::string_view form, WordClass cls) const {
  const auto it = small_words_.find(fold(form));
  if (it == small_words_.end()) return nullptr;
  for (const SmallWord& word : it->second)
    if (word.cls == cls) return &word;
  return nullptr;
}

ProperName Lexicon::proper_name(std::string_view form) const {
  const auto it = proper_names_.find(fold(form));
  return it == proper_names_.end() ? ProperName{} : it->second;
}

}  // namespace fabula::actors::detail
