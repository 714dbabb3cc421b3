#pragma once

#include "fabula/graph/story_graph.hpp"
#include "fabula/pipeline/language.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::pipeline {

/// The sentences, words and trees of an article of a story, read from the text that the story carries with the packs at
/// hand: what the story was built from, unless the packs changed since. Spans are those of the story; of a web page the
/// paragraphs are found anew and may differ.
///
/// @return no words where the story was written without texts or there is no pack for the language
/// @throws PackError the language's syntax model cannot be read
text::Doc read_again(const graph::Article& article, const Languages& languages);

}  // namespace fabula::pipeline
