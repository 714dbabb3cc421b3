#pragma once

#include <string>

#include "cli/command.hpp"
#include "fabula/compare/comparison.hpp"
#include "fabula/pipeline/language.hpp"

namespace fabula::cli {

/// Adds `--ui-lang`, the language that a report page speaks.
void add_interface_option(CLI::App& command, std::string& language);

/// A comparison of a story's articles as a page. Without a language given, that of most articles, else English.
/// @throws UsageError FAB-USE-050 there is no interface in that language
std::string report_page(const graph::StoryGraph& story, const compare::Comparison& comparison, const std::string& language,
                        const pipeline::Languages& languages);

/// A story as a page: all its articles in one group.
std::string report_page(const graph::StoryGraph& story, const std::string& language, const pipeline::Languages& languages);

}  // namespace fabula::cli
