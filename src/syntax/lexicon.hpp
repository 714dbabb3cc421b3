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

/// One way to read a form: tag, features and how to make the lemma. Numbers index the lexicon's lists.
struct Reading {
  std::uint8_t upos = 0;
  std::uint8_t source = 0;  ///< 0 treebank, 1 treebank lexicon, 2 dictionary: the order in which they are believed
  std::uint16_t feats = 0;
  std::uint16_t rule = 0;
  auto operator<=>(const Reading&) const = default;
};

/// A full-form lexicon: the readings of folded forms. Forms are kept as 16 bits of their hash within small buckets, so
/// that half a million take two megabytes; one unknown form in ten thousand is mistaken for a known one.
class Lexicon {
 public:
  static constexpr std::uint32_t kUnknown = 0;  ///< the class of forms that are not in the lexicon

  /// The form's class: forms with the same readings share one. kUnknown if it is not there.
  std::uint32_t find(std::string_view folded) const;
  /// Readings of a class, the most believed first; none for kUnknown.
  std::span<const Reading> readings(std::uint32_t lexical_class) const;
  std::uint32_t classes() const { return static_cast<std::uint32_t>(ends_.size()); }
  const std::string& feats(const Reading& reading) const { return feats_[reading.feats]; }
  const EditRule& rule(const Reading& reading) const { return rules_[reading.rule]; }

  void write(ModelWriter& out) const;
  static Lexicon read(ModelReader& in);

 private:
  friend class LexiconBuilder;
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
  void add(std::string_view folded, text::Upos upos, std::uint8_t source, std::string_view feats, const EditRule& rule,
           std::uint32_t count);
  Lexicon build() const;

 private:
  struct Key {
    std::uint8_t upos, source;
    std::string feats;
    EditRule rule;
    auto operator<=>(const Key&) const = default;
  };
  std::map<std::string, std::map<Key, std::uint32_t>, std::less<>> forms_;
};

}  // namespace fabula::syntax
