#pragma once

#include <string>

#include "fabula/compare/comparison.hpp"

namespace fabula::output {

/// "A", "B", …, "Z", "AA": the short name of a group in reports and diagrams.
std::string group_letter(std::size_t group);

/// What a group is called: its name; of a single article the title (the file's name where it has none), source and date.
std::string group_title(const graph::StoryGraph& story, const compare::Group& group);

/// The label of an event, its predicate where it has none.
std::string event_title(const graph::Event& event);

}  // namespace fabula::output
