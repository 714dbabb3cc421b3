#pragma once

#include <vector>

#include "fabula/text/doc.hpp"

namespace fabula::events {

/// A stretch between quotation marks.
struct Quotation {
  Span span;                 ///< marks excluded, trimmed of white space
  WordId first, last;        ///< its words, both inclusive
  SentenceId sentence;       ///< where it begins
  bool clause = false;       ///< holds a finite verb: speech rather than a word marked as another's
};

/// Finds the quotations of an article: « », “ ” and straight double marks. A mark of the wrong kind is taken for what its
/// blanks say (an opening mark that is glued to the word before it closes); a quotation that is never closed ends with
/// its paragraph. Quotations within quotations are part of the outer one.
/// @return in text order, not overlapping; those without a word are left out
std::vector<Quotation> find_quotations(const text::Doc& doc);

}  // namespace fabula::events
