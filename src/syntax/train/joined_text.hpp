#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/segment_rules.hpp"

namespace fabula::syntax {

/// Pieces of text one space apart, cut into tokens, with what is known of the gap behind each token.
struct JoinedText {
  enum class Gap : std::uint8_t { inside, end, open };

  std::vector<text::Token> tokens;
  std::vector<Gap> gaps;  ///< as many as tokens; open: either
};

/// Sentences of a treebank in the order given: every gap is known.
JoinedText join_sentences(const text::Doc& gold, const std::vector<std::size_t>& order, const SegmentRules& rules);

/// One raw text, a paragraph a line. Its layout tells that a paragraph's last token ends a sentence, and words within one
/// do not; what stands behind other tokens ("M.", "." or ")") stays open.
JoinedText join_paragraphs(std::string_view text, const SegmentRules& rules);

/// The texts below a folder, in the order of their paths.
///
/// @throws InputError FAB-IN-001 one cannot be read
std::vector<JoinedText> read_paragraphs(const std::filesystem::path& folder, const SegmentRules& rules);

/// Whether the token is a word or number without full stop.
bool is_plain_word(const text::Token& token);

}  // namespace fabula::syntax
