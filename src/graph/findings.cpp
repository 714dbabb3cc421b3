#include "findings.hpp"

#include "story_times.hpp"

namespace fabula::graph {

std::vector<Finding> find_findings(const StoryGraph& story, const TimeNetwork& network, const std::vector<TimeConflict>& conflicts,
                                   const std::map<std::string, Wording, std::less<>>& wording) {
  std::vector<Finding> all = position_changes(story, wording);
  for (auto&& more : {contradictions(story, wording), time_conflicts(story, network, conflicts, wording)})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace fabula::graph
