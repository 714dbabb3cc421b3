#pragma once

#include <string>
#include <unordered_set>

#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Makes one name of a title of courtesy and the name behind it ("M. Durand"), which treebanks hang on the title as `flat:name`
/// or as `nmod`, so that a parser may do either: `flat:name`, the first word the head, as Universal Dependencies have it.
class CourtesyTitles {
 public:
  /// Reads courtesy_titles.tsv; a pack without it changes nothing.
  explicit CourtesyTitles(const lang::Pack& pack);

  void mend(text::Doc& doc) const;

 private:
  std::unordered_set<std::string> titles_;  // folded; only looked up, never iterated
};

}  // namespace fabula::syntax
