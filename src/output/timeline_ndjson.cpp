#include "fabula/output/exports.hpp"
#include "time_order.hpp"
#include "timeline_entries.hpp"

namespace fabula::output {

std::string write_timeline_ndjson(const graph::StoryGraph& story, const graph::Filter& filter) {
  const graph::ArticleTexts texts(story);
  std::string out;
  for (const EventId id : in_time_order(story, graph::select_events(story, filter))) out += json_line(timeline_entry(story, id, texts));
  return out;
}

}  // namespace fabula::output
