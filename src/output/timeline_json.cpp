#include "fabula/output/timeline_json.hpp"

#include "time_order.hpp"
#include "timeline_entries.hpp"

namespace fabula::output {

std::string write_timeline_json(const graph::StoryGraph& story, const graph::Filter& filter) {
  const graph::ArticleTexts texts(story);
  Json json = {{"format", "fabula.timeline"}, {"version", 1}, {"entries", Json::array()}, {"undated", Json::array()}};
  for (const EventId id : in_time_order(story, graph::select_events(story, filter))) {
    const bool dated = !story.event(id).time.range.open();
    json[dated ? "entries" : "undated"].push_back(timeline_entry(story, id, texts));
  }
  return dump(json);
}

}  // namespace fabula::output
