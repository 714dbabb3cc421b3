#include "csv.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/exports.hpp"
#include "group_names.hpp"
#include "readable_date.hpp"
#include "time_order.hpp"

namespace fabula::output {
namespace {

using graph::StoryGraph;

std::string actors_text(const StoryGraph& story, EventId id, events::ParticipantRole role) {
  std::vector<std::string> names;
  for (const ActorId actor : story.participants(id, role)) names.push_back(story.actor(actor).name);
  return joined(names);
}

/// Each article that tells the event, once: its source, its file where it names none.
std::string sources_text(const StoryGraph& story, const graph::Event& event) {
  std::vector<std::string> sources;
  ArticleId last;
  for (const graph::Mention& mention : event.mentions) {
    if (mention.article == last) continue;
    last = mention.article;
    sources.push_back(story.article(last).source.value_or(story.article(last).file));
  }
  return joined(sources);
}

}  // namespace

std::string write_timeline_csv(const StoryGraph& story, const graph::Filter& filter) {
  const graph::ArticleTexts texts(story);
  std::string out =
      "event,edtf,earliest,latest,basis,type,act,code,factuality,label,agents,patients,recipients,location,mentions,sources,"
      "article,begin,end,sentence\n";
  for (const EventId id : in_time_order(story, graph::select_events(story, filter))) {
    const graph::Event& event = story.event(id);
    const graph::Mention& first = event.mentions.front();
    const std::string cells[] = {graph::export_id(id),
                                 event.time.edtf,
                                 day_text(event.time.range.earliest),
                                 day_text(event.time.range.latest),
                                 std::string(name(event.time.basis)),
                                 std::string(events::name(event.type)),
                                 event.act ? std::string(events::name(*event.act)) : std::string(),
                                 event.code,
                                 event.factuality,
                                 event_title(event),
                                 actors_text(story, id, events::ParticipantRole::agent),
                                 actors_text(story, id, events::ParticipantRole::patient),
                                 actors_text(story, id, events::ParticipantRole::recipient),
                                 event.location,
                                 std::to_string(event.mentions.size()),
                                 sources_text(story, event),
                                 graph::export_id(first.article),
                                 std::to_string(first.span.begin),
                                 std::to_string(first.span.end),
                                 texts.slice(first.article, first.sentence)};
    out += csv_row(cells);
  }
  return out;
}

}  // namespace fabula::output
