#include <algorithm>
#include <map>
#include <set>

#include "passage.hpp"
#include "positions_table.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

constexpr std::size_t kMostPassages = 12;  // of one event; the others are counted

/// The event and whoever tells of it, for marking names.
std::vector<ActorId> actors_of(const graph::StoryGraph& story, EventId id) {
  std::set<ActorId> actors;
  for (const events::Participant& p : story.participants(id)) actors.insert(p.actor);
  for (const graph::Mention& m : story.event(id).mentions)
    if (m.claimed_by) actors.insert(m.claimed_by);
  return {actors.begin(), actors.end()};
}

class EventWriter {
 public:
  EventWriter(Html& html, const Context& context) : html_(html), context_(context), words_(context.words) {
    for (const graph::Position& p : context.story.positions) positions_[p.event].push_back(p);
  }

  void write(EventId id) {
    const graph::Event& event = context_.story.event(id);
    html_.open("li", {{"class", "event " + std::string(events::name(event.type))}}).open("details");
    write_summary(id, event);
    // The id is within: browsers open the details of a link's target.
    html_.open("div", {{"class", "body"}, {"id", graph::export_id(id)}});
    write_facts(id, event);
    write_passages(id, event);
    write_links(id);
    write_positions(id);
    html_.close().close().close();
  }

 private:
  void write_summary(EventId id, const graph::Event& event) {
    html_.open("summary");
    html_.element("span", {{"class", "when"}}, words_.date(event.time)).text(" ");
    html_.element("span", {{"class", "label"}, {"lang", language(event)}}, context_.label(id)).text(" ");
    html_.open("span", {{"class", "tags"}});
    write_tag(html_, "type", events::name(event.type), words_.value({"type"}, events::name(event.type)));
    if (event.factuality != "asserted") write_tag(html_.text(" "), "factuality", event.factuality, words_.value({"factuality"}, event.factuality));
    if (!event.code.empty()) write_tag(html_.text(" "), "code", event.code, words_.value({"code"}, event.code));
    html_.close().close();
  }

  const std::string& language(const graph::Event& event) const { return context_.story.article(event.mentions.front().article).language; }

  void fact(std::string_view key, std::string_view text) { html_.element("dt", {}, words_(key)).element("dd", {}, text); }

  void write_facts(EventId id, const graph::Event& event) {
    html_.open("dl", {{"class", "facts"}});
    fact("when", words_.date(event.time));
    html_.element("dt", {}, words_("why_dated")).open("dd").text(words_.value({"basis"}, name(event.time.basis)));
    if (event.time.basis == TimeBasis::inferred) write_time_grounds(id);
    html_.close();
    for (const auto role : {events::ParticipantRole::agent, events::ParticipantRole::patient, events::ParticipantRole::recipient, events::ParticipantRole::location})
      write_role(id, event, role);
    if (!event.location.empty()) fact("role.location", event.location);
    if (event.act) fact("act", words_.value({"act"}, events::name(*event.act)));
    fact("factuality", words_.value({"factuality"}, event.factuality));
    if (event.mentions.size() > 1) fact("told", words_.counted("places", event.mentions.size()));
    html_.close();
  }

  void write_role(EventId id, const graph::Event& event, events::ParticipantRole role) {
    const auto actors = context_.story.participants(id, role);
    if (actors.empty()) return;
    const bool speaks = event.type == events::EventType::statement && role == events::ParticipantRole::agent;
    html_.element("dt", {}, words_(speaks ? "role.speaker" : "role." + std::string(events::name(role)))).open("dd");
    write_actor_links(html_, context_, actors);
    html_.close();
  }

  /// The events next to which this one's bounds were narrowed.
  void write_time_grounds(EventId id) {
    bool first = true;
    const auto write = [&](const graph::EventEdge& edge, EventId other, const char* key) {
      const auto type = edge.link.type;
      if (type != events::LinkType::before && type != events::LinkType::during && type != events::LinkType::causes) return;
      html_.text(first ? " : " : " ; ").text(words_(key + std::string(events::name(type)))).text(" ");
      write_event_link(html_, context_, other);
      first = false;
    };
    for (const graph::EventEdge& edge : context_.story.links_from(id)) write(edge, edge.to, "link_out.");
    for (const graph::EventEdge& edge : context_.story.links_to(id)) write(edge, edge.from, "link_in.");
  }

  void write_passages(EventId id, const graph::Event& event) {
    const std::vector<ActorId> actors = actors_of(context_.story, id);
    std::size_t shown = 0;
    html_.element("h3", {}, words_("evidence"));
    for (const graph::Mention& m : event.mentions) {
      if (!context_.shows(m.article)) continue;
      if (++shown > kMostPassages) break;
      html_.open("div", {{"class", "mention"}});
      write_mention_passage(html_, context_, m, actors);
      write_claim(event, m);
      html_.close();
    }
    if (shown > kMostPassages) html_.element("p", {{"class", "note"}}, words_("more_passages", {{"n", std::to_string(event.mentions.size() - kMostPassages)}}));
  }

  /// How this place tells of the event: how certain, in whose words, and dated how.
  void write_claim(const graph::Event& event, const graph::Mention& m) {
    html_.open("p", {{"class", "claim"}});
    write_tag(html_, "factuality", events::name(m.factuality), words_.value({"factuality"}, events::name(m.factuality)));
    if (m.claimed_by) {
      html_.text(" ").text(words_("according_to")).text(" ");
      write_actor_links(html_, context_, {m.claimed_by});
      if (m.claim_event) {
        html_.text(" (");
        write_event_link(html_, context_, m.claim_event);
        html_.text(")");
      }
    }
    if (!m.time.range.open() || m.time.range == event.time.range)
      html_.text(" · " + words_.date(m.time) + " (" + words_.value({"basis"}, name(m.time.basis)) + ")");
    html_.close();
  }

  void write_links(EventId id) {
    const auto out = context_.story.links_from(id);
    const auto in = context_.story.links_to(id);
    if (out.empty() && in.empty()) return;
    html_.element("h3", {}, words_("linked_with")).open("ul", {{"class", "links"}});
    for (const graph::EventEdge& edge : out) write_link(edge.link.type, edge.to, "link_out.");
    for (const graph::EventEdge& edge : in) write_link(edge.link.type, edge.from, "link_in.");
    html_.close();
  }

  void write_link(events::LinkType type, EventId other, const std::string& direction) {
    html_.open("li").element("span", {{"class", "link link-" + std::string(events::name(type))}}, words_(direction + std::string(events::name(type))));
    html_.text(" ");
    write_event_link(html_, context_, other);
    html_.text(" ").element("small", {}, words_.date(context_.story.event(other).time)).close();
  }

  void write_positions(EventId id) {
    const auto found = positions_.find(id);
    if (found == positions_.end()) return;
    html_.element("h3", {}, words_("positions"));
    write_positions_table(html_, context_, found->second);
  }

  Html& html_;
  const Context& context_;
  const Words& words_;
  std::map<EventId, std::vector<graph::Position>> positions_;
};

}  // namespace

void write_events(Html& html, const Context& context) {
  html.open("section", {{"id", "events"}, {"aria-labelledby", "events-title"}});
  html.element("h2", {{"id", "events-title"}}, context.words("events"));
  html.element("p", {{"class", "note"}, {"id", "none-left"}, {"hidden", ""}}, context.words("none_left"));
  html.open("ol", {{"class", "event-list"}});
  EventWriter writer(html, context);
  for (const EventId id : context.events()) writer.write(id);
  html.close().close();
}

}  // namespace fabula::report
