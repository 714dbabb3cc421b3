#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "fabula/lang/pack.hpp"

namespace fabula::events {

/// What labels are put together with in one language: verb_forms.tsv, verb_endings.tsv and label_words.tsv.
class LabelWords {
 public:
  /// @throws PackError FAB-PACK-006 a key that means nothing or is missing, FAB-PACK-007 a duplicate; file and line
  explicit LabelWords(const lang::Pack& pack);

  /// Present tense, third person: as verb_forms has it, else with regular endings; empty where there are none.
  std::string present(const std::string& lemma, bool plural) const;
  /// " et ", " : ", …; blanks included.
  const std::string& word(std::string_view key) const;

 private:
  struct Forms {
    std::string singular, plural;
  };
  struct Ending {
    std::string infinitive, singular, plural, open;
  };
  std::unordered_map<std::string, Forms> forms_;
  std::vector<Ending> endings_;  ///< longest infinitive first
  std::unordered_map<std::string, std::string> words_;
};

}  // namespace fabula::events
