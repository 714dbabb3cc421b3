#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"
#include "fabula/compare/quantities.hpp"

namespace fabula::compare {

/// A word, a number in figures, or a punctuation mark.
struct NumberToken {
  Span span;
  std::string word;     ///< folded; empty for figures
  double figure = -1;   ///< value of figures; negative for others
  bool grouped = false; ///< the figures have marks within ("1 200", "2,5")
};

/// Words split at blanks, apostrophes and hyphens (which are dropped), figures with the group and decimal marks that the
/// language uses within them, every other mark alone. Letters next to figures ("10h30", "2e") make one word of both.
std::vector<NumberToken> number_tokens(std::u32string_view text, const QuantityWords& words);

}  // namespace fabula::compare
