#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/edit_rule.hpp"
#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// Whether the first letter is in upper case.
bool begins_with_capital(std::string_view form);

/// One way to read a form: tag, features and how to make the lemma. Numbers index the lexicon's lists.
struct Reading {
  std::uint8_t upos = 0;
  std::uint8_t source = 0;  ///< 0 treebank, 1 treebank lexicon, 2 dictionary: the order in which they are believed
  std::uint16_t feats = 0;
  std::uint16_t rule = 0;
  std::uint8_t share = 0;  ///< class of the tag's share of the form's uses in the treebank lexicon, and of their number
  auto operator<=>(const Reading&) const = default;
};

/// A full-form lexicon: the readings of folded forms, of those that begin in lower case apart from those of names. Forms are
/// kept as 16 bits of their hash within small buckets, so that half a million take two megabytes; one unknown form in five
/// thousand is mistaken for a known one.
class Lexicon {
 public:
  static constexpr std::uint32_t kUnknown = 0;  ///< the class of forms that are not in the lexicon

  /// The form's class: forms with the same readings share one. kUnknown if it is not there.
  ///
  /// @param folded   in lower case, digits as 0 (InputTables::normalized)
  /// @param capital  whether it begins with a capital: it may then be a name as well as a word
  std::uint32_t find(std::string_view folded, bool capital) const;
  /// Readings of a class, the most believed first; none for kUnknown.
  std::span<const Reading> readings(std::uint32_t lexical_class) const;
  std::uint32_t classes() const { return static_cast<std::uint32_t>(ends_.size()); }
  const std::string& feats(const Reading& reading) const { return feats_[reading.feats]; }
  const EditRule& rule(const Reading& reading) const { return rules_[reading.rule]; }

  void write(ModelWriter& out) const;
  static Lexicon read(ModelReader& in);

 private:
  friend class LexiconBuilder;
  std::uint32_t find(std::string_view key) const;
  std::uint32_t bits_ = 1;
  std::vector<std::uint32_t> buckets_;  // begin of each bucket's entries, and the end of the last
  std::vector<std::uint16_t> prints_, entry_classes_;
  std::vector<std::uint32_t> ends_;  // of each class in readings_
  std::vector<Reading> readings_;
  std::vector<std::string> feats_;
  std::vector<EditRule> rules_;
};

/// Gathers readings and packs them.
class LexiconBuilder {
 public:
  /// @param capital  whether it begins with a capital, as names do
  void add(std::string_view folded, bool capital, text::Upos upos, std::uint8_t source, std::string_view feats,
           const EditRule& rule, std::uint32_t count);
  Lexicon build() const;

 private:
  struct Key {
    std::uint8_t upos, source;
    std::string feats;
    EditRule rule;
    auto operator<=>(const Key&) const = default;
  };
  using Counts = std::map<Key, std::uint32_t>;
  struct Form {
    Counts lower, any;  // of what begins in lower case; of all
    bool capital = false;
  };
  struct Ranked {
    const Key* key = nullptr;
    std::uint32_t tag_count = 0, count = 0;  // uses of the tag, of the reading
    std::uint8_t share = 0;
  };
  /// The most believed first: by source, by the uses of their tag, by their own.
  static std::vector<Ranked> ranked(const Counts& counts);

  std::map<std::string, Form, std::less<>> forms_;
};

}  // namespace fabula::syntax
