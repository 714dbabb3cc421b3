#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/lang/pack.hpp"

namespace fabula::syntax {

/// How a surface token falls into syntactic words.
struct Multiword {
  std::vector<std::string> words;  ///< lower case
  bool ambiguous = false;          ///< a word of its own in other contexts: the model decides
};

/// What a language's tables say about cutting text; all keys are folded (see fabula::fold).
struct SegmentRules {
  std::set<std::string, std::less<>> abbreviations;  ///< with their final full stop
  std::set<std::string, std::less<>> before_numbers; ///< those of them that are abbreviations only before a number
  std::set<std::string, std::less<>> elisions;       ///< with their apostrophe
  std::set<std::string, std::less<>> name_elisions;  ///< those that also begin names: not cut in "N'Djamena"
  std::set<std::string, std::less<>> clitics;        ///< with their hyphen
  std::set<std::string, std::less<>> whole;          ///< never cut
  std::set<std::string, std::less<>> units;          ///< cut off a number that they follow without a space
  std::map<std::string, Multiword, std::less<>> multiwords;
  std::set<std::string, std::less<>> endings;        ///< ends of a token that are words of their own: "n't"
  std::set<std::string, std::less<>> prefixes;       ///< keep their hyphen where other hyphened words are cut
  bool cuts_hyphens = false;                         ///< "well-known" is three tokens
  std::size_t longest_clitic = 0;                    ///< in code points
  std::size_t longest_whole = 0;
  std::size_t longest_unit = 0;

  /// Reads tokens_*.tsv of a pack (a table that is not there is empty) and its setting `hyphens` ("cut").
  /// @throws PackError FAB-PACK-002 a table lacks a column
  static SegmentRules load(const lang::Pack& pack);
};

}  // namespace fabula::syntax
