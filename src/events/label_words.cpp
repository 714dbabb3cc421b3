#include "events/label_words.hpp"

#include <algorithm>
#include <array>

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
  const auto it = forms_.find(lemma);
  if (it == forms_.end()) return {};
  return plural ? it->second.plural : it->second.singular;
}

const std::string& LabelWords::word(std::string_view key) const { return words_.at(std::string(key)); }

}  // namespace fabula::events
