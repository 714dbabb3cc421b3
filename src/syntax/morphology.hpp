#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// Makes a lemma of a form: how many code points to drop at the end, and what to put there.
struct EditRule {
  std::uint32_t drop = 0;
  std::string add;
  bool lower = true;
  auto operator<=>(const EditRule&) const = default;

  static EditRule between(std::string_view form, std::string_view lemma);
  std::string apply(std::string_view form) const;
};

/// Features and lemma of a word whose tag is known, by form, and for forms never seen by ending.
class Morphology {
 public:
  void fill(text::Word& word) const;

  void write(ModelWriter& out) const;
  static Morphology read(ModelReader& in);

  /// Learns from analysed words.
  static Morphology train(const std::vector<text::Word>& words);

 private:
  struct Entry {
    std::uint32_t feats = 0, rule = 0;
  };
  std::vector<std::string> feats_;
  std::vector<EditRule> rules_;
  std::unordered_map<std::uint64_t, Entry> entries_;  // by hash of tag and form or ending
};

}  // namespace fabula::syntax
