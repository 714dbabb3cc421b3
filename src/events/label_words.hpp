#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "fabula/lang/pack.hpp"

namespace fabula::events {

/// What labels are put together with in one language: verb_forms.tsv, verb_endings.tsv and label_words.tsv.
class LabelWords {
 public:
  /// @throws PackError FAB-PACK-006 a key that means nothing or is missing, FAB-PACK-007 a duplicate; file and line
  explicit LabelWords(const lang::Pack& pack);

  /// Present tense, third person: as verb_forms has it, else with regular endings; a reflexive verb as the verb has it.
  /// Empty where there is none.
  std::string present(const std::string& lemma, bool plural) const;
  /// " et ", " : ", …; blanks included.
  const std::string& word(std::string_view key) const;
  /// The definite article of a name with its blank, elided before a vowel; empty for names that have none.
  std::string article(char gender, char number, const std::string& name) const;
  /// A word that may be elided before a text: the value of `key` or of its `_elided` form.
  std::string before(const std::string& key, const std::string& text) const;
  /// A preposition before a phrase, contracted with its article: "à " + "le juge" → "au juge".
  std::string joined(const std::string& preposition, const std::string& phrase) const;

 private:
  bool elides(std::string_view text) const;

  struct Forms {
    std::string singular, plural;
  };
  struct Ending {
    std::string infinitive, singular, plural, open;
  };
  std::unordered_map<std::string, Forms> forms_;
  std::vector<Ending> endings_;  ///< longest infinitive first
  std::unordered_map<std::string, std::string> words_;
  std::vector<std::pair<std::string, std::string>> contractions_;  ///< "à le " → "au "
  std::unordered_set<std::string> bare_names_;
  std::string reflexive_;  ///< what reflexive lemmas begin with: "se "
};

}  // namespace fabula::events
