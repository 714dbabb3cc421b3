#pragma once

#include <vector>

#include "principals.hpp"
#include "story_input.hpp"

namespace fabula::graph {

/// Which mentions tell one happening.
struct Coreference {
  std::vector<std::vector<std::size_t>> groups;  ///< positions in StoryInput::mentions, ascending; by first mention
  std::vector<std::string> because;              ///< why each group is one; empty for a single mention
};

/// Groups the mentions of a story.
///
/// Two mentions can be one happening where they have the same type and predicate class (or classes that the lexicon
/// relates), where no role is filled by different sides, and where their stated dates have a day in common; a general
/// happening is never one with a single one. They are taken for one where enough also speaks for it: shared
/// participants, a shared theme, or a noun that points back within its article. Pairs are joined best first, and a pair
/// only where every mention of one group agrees with every one of the other.
///
/// The result is a partition, the same for every order of the articles; mentions of an article that shares no actor with
/// the others do not change how these are grouped. Candidates come from an index by class and participant (class and
/// theme within an article), each compared with a bounded number of neighbours, so that time is near-linear.
Coreference find_coreference(const StoryInput& input, const Principals& principals, const CoreferenceLexicon& lexicon);

}  // namespace fabula::graph
