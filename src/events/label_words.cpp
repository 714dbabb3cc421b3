#include "events/label_words.hpp"

#include <algorithm>
#include <array>

#include "events/verb_stem.hpp"
#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

constexpr std::array<const char*, 17> kKeys = {"and",       "said",      "open",      "close",          "holder_open",
                                               "holder_close", "dative", "reflexive", "reflexive_elided", "article_m",
                                               "particle",  "particle_elided",
                                               "article_f", "article_p", "article_elided", "vowels",      "bare_names"};

}  // namespace

LabelWords::LabelWords(const lang::Pack& pack) : reflexive_(pack.setting("reflexive")) {
  if (!reflexive_.empty()) reflexive_ += ' ';
  const lang::Table& contracted = pack.table("tokens_multiword");
  const std::size_t contraction = contracted.column("form"), parts = contracted.column("words");
  for (const lang::Row& row : contracted.rows) {
    std::string apart;
    for (const std::string& part : lang::split_cell(contracted.cell(row, parts))) apart += part + " ";
    contractions_.push_back({apart, contracted.cell(row, contraction) + " "});
  }
  const lang::Table& verbs = pack.table("verb_forms");
  const std::size_t lemma = verbs.column("lemma"), singular = verbs.column("singular"), plural = verbs.column("plural");
  for (const lang::Row& row : verbs.rows) {
    const bool fresh =
        forms_.emplace(verbs.cell(row, lemma), Forms{verbs.cell(row, singular), verbs.cell(row, plural)}).second;
    if (!fresh) throw PackError("FAB-PACK-007", "'" + verbs.cell(row, lemma) + "' stands here twice", verbs.file, row.line);
  }
  const lang::Table& endings = pack.table("verb_endings");
  const std::size_t infinitive = endings.column("infinitive"), open = endings.column("open");
  const std::size_t ending = endings.column("singular"), endings_plural = endings.column("plural");
  for (const lang::Row& row : endings.rows)
    if (!endings.cell(row, ending).empty())
      endings_.push_back({endings.cell(row, infinitive), endings.cell(row, ending), endings.cell(row, endings_plural), endings.cell(row, open)});
  std::stable_sort(endings_.begin(), endings_.end(),
                   [](const Ending& a, const Ending& b) { return a.infinitive.size() > b.infinitive.size(); });
  const lang::Table& words = pack.table("label_words");
  const std::size_t key = words.column("key"), value = words.column("value");
  for (const lang::Row& row : words.rows) {
    const std::string& name = words.cell(row, key);
    if (std::find(kKeys.begin(), kKeys.end(), name) == kKeys.end())
      throw PackError("FAB-PACK-006", "no label word is called '" + name + "'", words.file, row.line);
    std::string text = words.cell(row, value);
    std::replace(text.begin(), text.end(), '_', ' ');
    if (!words_.emplace(name, text).second)
      throw PackError("FAB-PACK-007", "'" + name + "' stands here twice", words.file, row.line);
  }
  for (const char* name : kKeys)
    if (!words_.contains(name))
      throw PackError("FAB-PACK-006", "the label word '" + std::string(name) + "' is missing", words.file);
  for (std::string& name : lang::split_cell(words_.at("bare_names"))) bare_names_.insert(std::move(name));
}

bool LabelWords::elides(std::string_view text) const {
  return !text.empty() && words_.at("vowels").find(to_utf8(to_utf32(lower(text)).front())) != std::string::npos;
}

std::string LabelWords::article(char gender, char number, const std::string& name) const {
  if (bare_names_.contains(name)) return {};
  if (number == 'p') return word("article_p");
  return word(elides(name) ? "article_elided" : gender == 'f' ? "article_f" : "article_m");
}

std::string LabelWords::before(const std::string& key, const std::string& text) const {
  return word(elides(text) ? key + "_elided" : key) + text;
}

std::string LabelWords::joined(const std::string& preposition, const std::string& phrase) const {
  const std::string text = preposition + phrase;
  for (const auto& [apart, contraction] : contractions_)
    if (text.starts_with(apart)) return contraction + text.substr(apart.size());
  return text;
}

std::string LabelWords::present(const std::string& lemma, bool plural) const {
  if (const auto it = forms_.find(lemma); it != forms_.end()) return plural ? it->second.plural : it->second.singular;
  if (!reflexive_.empty() && lemma.starts_with(reflexive_)) {
    const std::string verb = present(lemma.substr(reflexive_.size()), plural);
    return verb.empty() ? verb : before("reflexive", verb);
  }
  for (const Ending& e : endings_)
    if (lemma.ends_with(e.infinitive))
      return open_stem(lemma.substr(0, lemma.size() - e.infinitive.size()), e.open) + (plural ? e.plural : e.singular);
  return {};
}

const std::string& LabelWords::word(std::string_view key) const { return words_.at(std::string(key)); }

}  // namespace fabula::events
