#pragma once

#include "context.hpp"

namespace fabula::report {

/// What is marked in a passage.
struct Marks {
  Span sentence;               ///< what the passage is about; its paragraph is shown around it
  Span trigger;                ///< the words that matter
  std::vector<Span> quotes;
  std::vector<ActorId> actors; ///< whose names are marked
};

/// A sentence in its paragraph, with the words that matter marked, and where it stands: article, source, date. Where the
/// story came without texts, the place alone.
void write_passage(Html& html, const Context& context, ArticleId article, const Marks& marks);

/// The same for a mention of an event.
void write_mention_passage(Html& html, const Context& context, const graph::Mention& mention, const std::vector<ActorId>& actors);

}  // namespace fabula::report
