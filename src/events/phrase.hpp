#pragma once

#include <cstddef>
#include <string>

#include "events/reading.hpp"

namespace fabula::events {

/// What a phrase is cut down to for a label.
struct PhraseShape {
  std::size_t most_words = 8;      ///< whole complements are left out from the end until it fits; the head always stays
  bool with_preposition = true;    ///< keep the preposition before the head
  bool with_determiner = true;     ///< keep articles, demonstratives and possessives of the head
  bool with_clauses = false;       ///< keep relative and other clauses
  bool with_conjuncts = true;      ///< keep what the head is joined with by "and"
  bool noun_alone = false;         ///< of a noun that is a predicate: neither its subject and copula nor adverbs
  WordId without = {};                ///< leave out the complement that this word is in
};

/// The words of a phrase as they stand in the article, shortened to a shape; blanks and line ends folded.
std::string phrase_text(const Reading& reading, WordId head, const PhraseShape& shape = {});

}  // namespace fabula::events
