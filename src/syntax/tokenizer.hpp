#pragma once

#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"
#include "syntax/segment_rules.hpp"

namespace fabula::syntax {

/// Cuts a stretch of text into surface tokens by the rules of a language.
///
/// Punctuation stands alone except within numbers, URLs, abbreviations and initials; elided words and hyphenated clitics
/// are tokens of their own. Linear in the text.
///
/// @param text  code points
/// @return spans in code points of `text`, ascending, without the white space between them
std::vector<Span> tokenize(std::u32string_view text, const SegmentRules& rules);

}  // namespace fabula::syntax
