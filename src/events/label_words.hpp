#pragma once

#include <string>
#include <unordered_map>

#include "fabula/lang/pack.hpp"

namespace fabula::events {

/// What labels are put together with in one language: verb_forms.tsv and label_words.tsv.
class LabelWords {
 public:
  /// @throws PackError FAB-PACK-006 a key that means nothing or is missing, FAB-PACK-007 a duplicate; file and line
  explicit LabelWords(const lang::Pack& pack);

  /// Present tense, third person; empty for a verb that the table does not know.
  std::string present(const std::string& lemma, bool plural) const;
  /// " et ", " : ", …; blanks included.
  const std::string& word(std::string_view key) const;

 private:
  struct Forms {
    std::string singular, plural;
  };
  std::unordered_map<std::string, Forms> forms_;
  std::unordered_map<std::string, std::string> words_;
};

}  // namespace fabula::events
