#pragma once

#include "fabula/graph/article_texts.hpp"
#include "json_values.hpp"

namespace fabula::output {

/// An event as timeline.json has it.
/// @param texts  of the same story
Json timeline_entry(const graph::StoryGraph& story, EventId id, const graph::ArticleTexts& texts);

}  // namespace fabula::output
