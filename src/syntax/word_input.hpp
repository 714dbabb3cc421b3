#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/lexicon.hpp"
#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// What the network sees of one word: rows of its input tables.
struct WordInput {
  static constexpr std::size_t kAffixes = 8;
  std::uint32_t word = 0;           ///< 0 for a form that is not in the vocabulary
  std::uint32_t lexical_class = 0;  ///< of the lexicon
  std::uint32_t shape = 0;
  std::array<std::uint32_t, kAffixes> affixes{};
};

/// Turns forms into rows of the input tables.
class InputTables {
 public:
  static constexpr std::uint32_t kShapes = 256;

  InputTables() = default;
  /// @param words         forms as normalized() gives them; the first has row 1
  /// @param affix_rows    rows of the table that affixes are hashed into
  InputTables(std::vector<std::string> words, std::uint32_t affix_rows);

  WordInput input(std::string_view form, bool first, const Lexicon& lexicon) const;
  std::uint32_t words() const { return static_cast<std::uint32_t>(words_.size()) + 1; }
  std::uint32_t affix_rows() const { return affix_rows_; }

  /// Folded, and every digit a 0: the form that rows are looked up by.
  static std::string normalized(std::string_view form);

  void write(ModelWriter& out) const;
  static InputTables read(ModelReader& in);

 private:
  std::vector<std::string> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;  // by hash; only looked up, never iterated
  std::uint32_t affix_rows_ = 1;
};

/// The atoms of a class: those of its readings, and what the treebank lexicon's counts tell: its most frequent reading, the
/// share of each tag. Sorted.
std::vector<std::string> atoms_of(const Lexicon& lexicon, std::uint32_t lexical_class);

/// Whether an atom tells of a treebank lexicon's counts.
bool tells_counts(std::string_view atom);

/// For every class of the lexicon the rows of its atoms; class 0 (unknown) has the row 0 alone.
std::vector<std::vector<std::uint32_t>> atoms_of_classes(const Lexicon& lexicon, const std::vector<std::string>& atoms);

}  // namespace fabula::syntax
