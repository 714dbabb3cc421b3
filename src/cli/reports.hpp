#pragma once

#include <string>

#include "cli/interface.hpp"
#include "fabula/compare/comparison.hpp"
#include "fabula/pipeline/language.hpp"

namespace fabula::cli {

/// A comparison of a story's articles as a page. Without a language given, that of most articles, else English.
/// @throws UsageError FAB-USE-050 there is no interface in that language
std::string report_page(const graph::StoryGraph& story, const compare::Comparison& comparison, const std::string& language,
                        const pipeline::Languages& languages);

/// A story as a page: all its articles in one group.
std::string report_page(const graph::StoryGraph& story, const std::string& language, const pipeline::Languages& languages);

}  // namespace fabula::cli
