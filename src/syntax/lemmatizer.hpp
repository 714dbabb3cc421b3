#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/lexicon.hpp"

namespace fabula::syntax {

/// Finds lemmas: by the lexicon's reading that agrees best with tag and features, else by the ending of the form.
class Lemmatizer {
 public:
  static constexpr int kLongestEnding = 7;

  /// The lemma of a tagged form, never empty.
  std::string lemma(std::string_view form, text::Upos upos, std::string_view feats, const Lexicon& lexicon) const;

  void write(ModelWriter& out) const;
  static Lemmatizer read(ModelReader& in);

 private:
  friend class LemmatizerBuilder;
  std::vector<EditRule> rules_;
  std::unordered_map<std::uint64_t, std::uint16_t> endings_;  // only looked up, never iterated into output
};

/// Learns which ending asks for which rule.
class LemmatizerBuilder {
 public:
  void add(std::string_view form, text::Upos upos, std::string_view feats, const EditRule& rule, std::uint32_t count);
  Lemmatizer build() const;

 private:
  struct Counts {
    std::vector<std::pair<std::uint16_t, std::uint32_t>> by_rule;
    std::uint64_t shorter = 0;  // key of the ending that is one shorter
    int length = 0;
  };
  std::map<EditRule, std::uint16_t> ids_;
  std::vector<EditRule> rules_;
  std::unordered_map<std::uint64_t, Counts> counts_;
};

}  // namespace fabula::syntax
