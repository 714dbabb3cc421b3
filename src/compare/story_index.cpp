#include "story_index.hpp"

#include <algorithm>
#include <set>

namespace fabula::compare {

StoryIndex::StoryIndex(const graph::StoryGraph& story, const std::vector<Group>& groups)
    : story_(story), groups_(groups), texts_(story), groups_of_(story.article_count()), tellers_(story.event_count()) {
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const ArticleId article : groups[g].articles) groups_of_[article.value].push_back(g);
  for (std::size_t e = 0; e < story.event_count(); ++e) {
    std::set<std::size_t> tellers;
    for (const graph::Mention& m : story.event(EventId(e)).mentions)
      tellers.insert(groups_of_[m.article.value].begin(), groups_of_[m.article.value].end());
    tellers_[e].assign(tellers.begin(), tellers.end());
    if (!tellers.empty()) events_.push_back(EventId(e));
  }
}

bool StoryIndex::tells(std::size_t group, EventId id) const {
  return std::binary_search(tellers(id).begin(), tellers(id).end(), group);
}

std::vector<Told> StoryIndex::told(EventId id) const {
  std::vector<Told> out;
  for (const graph::Mention& m : story_.event(id).mentions)
    for (const std::size_t group : groups_of(m.article)) out.push_back({group, &m});
  return out;
}

Passage passage(const graph::Mention& mention) { return {mention.article, mention.span, mention.sentence}; }

bool is_stated(const TimeValue& time) {
  return (time.basis == TimeBasis::explicit_ || time.basis == TimeBasis::relative) && !time.range.open();
}

bool share_a_group(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace fabula::compare
