// Processor time of drawing both diagrams of a story, from the graph to a picture, and of every other export.
//
// Usage: bench_rendering [EVENTS...]   without numbers 40, 300 and 1000. Bounds (issue 9): 40 events 0.5 s, 300 events 5 s.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "fabula/base/edtf.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/output/exports.hpp"

namespace {

using namespace fabula;

/// A story as dense as those of real articles: an actor for every three events, two links for three events, a third of the
/// dates uncertain and a tenth unknown.
graph::StoryGraph story_of(std::size_t events) {
  std::mt19937 random(1);
  graph::StoryGraph story;
  graph::Article article;
  article.file = "bench.txt";
  const ArticleId in = story.add(article);
  const std::size_t actors = events / 3 + 2;
  for (std::size_t i = 0; i < actors; ++i) {
    actors::Actor actor;
    actor.kind = static_cast<actors::ActorKind>(i % 5);
    actor.name = "Actor number " + std::to_string(i);
    if (i % 4 == 1) actor.roles.push_back({"spokesman", ActorId(i - 1), in, {0, 1}, {}});
    story.add(actor);
  }
  constexpr const char* kCodes[] = {"AID", "ASSAULT", "", "CONSULT", "ACCUSE", ""};
  constexpr const char* kFactualities[] = {"asserted", "claimed", "denied", "planned", "disputed"};
  for (std::size_t i = 0; i < events; ++i) {
    graph::Event event;
    event.type = i % 2 ? events::EventType::statement : events::EventType::action;
    event.label = "Event number " + std::to_string(i) + " with a label of the usual length";
    event.code = kCodes[random() % 6];
    event.factuality = kFactualities[random() % 5];
    const Day day{std::chrono::days{19000 + static_cast<int>(random() % (events / 2 + 1))}};
    if (i % 10) event.time.range = {day, i % 3 ? day : day + std::chrono::days{static_cast<int>(random() % 20)}};
    event.time.edtf = edtf_of(event.time.range);
    graph::Mention mention;
    mention.article = in;
    mention.span = mention.sentence = {0, 1};
    // some are everywhere, most are not
    const auto somebody = [&] { return ActorId(random() % (random() % 3 ? actors : std::min<std::size_t>(actors, 5))); };
    mention.participants = {{events::ParticipantRole::agent, somebody()}, {events::ParticipantRole::patient, somebody()}};
    event.mentions = {mention};
    story.add(event);
  }
  for (std::size_t i = 0; i < events * 2 / 3; ++i) {
    const EventId from(random() % events), to((from.value + 1 + random() % 20) % events);
    if (from != to) story.add(from, to, {static_cast<events::LinkType>(random() % 7), in, {0, 1}});
  }
  story.add_affiliations_of_roles();
  return story;
}

void measure(const char* what, const std::function<std::string()>& work) {
  const std::clock_t start = std::clock();
  const std::size_t bytes = work().size();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("  %-16s %8.3f s %9zu bytes\n", what, seconds, bytes);
}

void measure_all(std::size_t events) {
  const graph::StoryGraph story = story_of(events);
  std::printf("%zu events, %zu actors, %zu links\n", events, story.actor_count(), story.links().size());
  for (const char* format : {"svg", "png"}) {
    measure((std::string("story ") + format).c_str(), [&] { return output::render(output::story_dot(story), format); });
    measure((std::string("relations ") + format).c_str(), [&] { return output::render(output::relations_dot(story), format); });
  }
  const output::PropertyGraph graph = output::story_property_graph(story);
  measure("gexf", [&] { return output::write_gexf(graph); });
  measure("graphml", [&] { return output::write_graphml(graph); });
  measure("csv", [&] { return output::write_nodes_csv(graph) + output::write_edges_csv(graph); });
  measure("ndjson", [&] { return output::write_graph_ndjson(graph); });
  measure("ftm", [&] { return output::write_ftm(story); });
  measure("timelinejs", [&] { return output::write_timelinejs(story).json; });
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoul(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {40, 300, 1000};
  for (const std::size_t events : sizes) measure_all(events);
}
