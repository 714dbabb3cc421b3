#pragma once

#include <span>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/graph/build_story.hpp"

namespace fabula::pipeline {

/// The story of some articles: orders them, joins their actors, then their events. Independent of the order given.
///
/// An article that is given twice (same date, file and input bytes) counts once.
///
/// @param overrules  an analyst's word on which actors are one, and what they are called
/// @throws InputError FAB-IN-040 the same article was extracted in two different ways
graph::StoryGraph make_story(std::vector<graph::ArticleExtraction> articles, const graph::BuildOptions& options = {},
                             const actors::Overrules& overrules = {});

/// The story that building the articles of several stories together gives. Associative, commutative and idempotent; of an
/// article that one story carries with its text and another without, the text is kept.
///
/// @throws InputError FAB-IN-040 as above; FAB-IN-041 a story came without its extractions
graph::StoryGraph merge_stories(std::span<const graph::StoryGraph> stories, const graph::BuildOptions& options = {},
                                const actors::Overrules& overrules = {});

/// What an analyst's list asks for in vain (actors::unheeded).
std::vector<Diagnostic> unheeded(const graph::StoryGraph& story, const actors::Overrules& overrules);

}  // namespace fabula::pipeline
