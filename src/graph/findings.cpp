#include "findings.hpp"

namespace fabula::graph {

std::vector<Finding> find_findings(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording) {
  std::vector<Finding> all = position_changes(story, wording);
  for (auto* more : {contradictions, time_conflicts})
    for (Finding& finding : more(story, wording)) all.push_back(std::move(finding));
  return all;
}

}  // namespace fabula::graph
