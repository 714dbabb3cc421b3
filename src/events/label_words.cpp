#include "events/label_words.hpp"

#include <algorithm>
#include <array>

#include "events/verb_stem.hpp"
#include "fabula/base/error.hpp"

namespace fabula::events {
namespace {

constexpr std::array<const char*, 6> kKeys = {"and", "said", "open", "close", "holder_open", "holder_close"};

}  // namespace

LabelWords::LabelWords(const lang::Pack& pack) {
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
}

std::string LabelWords::present(const std::string& lemma, bool plural) const {
  if (const auto it = forms_.find(lemma); it != forms_.end()) return plural ? it->second.plural : it->second.singular;
  if (lemma.find(' ') != std::string::npos) return {};
  for (const Ending& e : endings_)
    if (lemma.ends_with(e.infinitive))
      return open_stem(lemma.substr(0, lemma.size() - e.infinitive.size()), e.open) + (plural ? e.plural : e.singular);
  return {};
}

const std::string& LabelWords::word(std::string_view key) const { return words_.at(std::string(key)); }

}  // namespace fabula::events
