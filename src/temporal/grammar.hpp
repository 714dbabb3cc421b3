#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/lang/pack.hpp"
#include "node.hpp"
#include "scan.hpp"

namespace fabula::temporal {

/// One way to fill a place of a pattern: some words, any word, or a category with bounds on its number.
struct Choice {
  std::vector<int> words;  ///< ids of the words; empty: a category
  bool any_word = false;
  int category = -1;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

struct Element {
  std::vector<Choice> choices;
  bool optional = false;
  bool glued = false;    ///< no white space before it
  bool absent = false;   ///< the choices must not stand here; takes no text
  bool capital = false;  ///< the word must begin with a capital
};

struct Rule {
  int category = -1;
  std::vector<Element> pattern;
  Action action;
  int weight = 0;
  std::size_t skipped = 0;  ///< places before the pattern's first that are absent in this reading
};

/// The time rules of one language, from its `time_*.tsv` tables and the month and weekday names of ICU.
/// The format is described at the head of src/lang/fr/time_rules.tsv.
class Grammar {
 public:
  /// @throws PackError FAB-PACK-020 with file and line: a malformed pattern or action
  static Grammar load(const lang::Pack& pack);

  const std::vector<Rule>& rules() const { return rules_; }
  /// Id of a category; -1 if no rule has it.
  int category(std::string_view name) const;
  /// Id of an atom's form as patterns spell it; -1 if no pattern does.
  int word(const Atom& atom) const;
  bool is_lead(int word) const { return contains(lead_, word); }
  bool is_genitive(int word) const { return contains(genitive_, word); }
  /// Whether a word can begin what an offset counts from: "deux jours après la …".
  bool is_anchor(int word) const { return contains(anchor_, word); }
  /// Rules whose first element may begin with this word or category.
  const std::vector<int>& starting_with_word(int word) const;
  const std::vector<int>& starting_with_category(int category) const;

 private:
  struct Source;
  static bool contains(const std::vector<bool>& set, int word) {
    return word >= 0 && static_cast<std::size_t>(word) < set.size() && set[static_cast<std::size_t>(word)];
  }
  int intern_word(const std::string& form);
  int intern_category(const std::string& name);
  void read_table(const lang::Table& table);
  void read_row(Source& source);
  void read_list(const Source& source);
  std::vector<Element> read_pattern(const Source& source);
  Element read_element(const Source& source, std::string_view text);
  Choice read_choice(const Source& source, std::string_view text);
  void add_names(const std::string& language);
  void add_name(const std::string& category, const std::string& form, const std::string& action);
  void index();

  std::vector<Rule> rules_;
  std::vector<bool> lead_, genitive_, anchor_;  // by word
  std::unordered_map<std::string, int> words_;
  std::unordered_map<std::string, int> categories_;
  std::unordered_map<std::string, std::string> macros_;
  std::vector<std::vector<int>> by_word_, by_category_;
};

}  // namespace fabula::temporal
