#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fabula/actors/actor.hpp"
#include "fabula/base/id.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::graph {

/// An article of the story: what the exports say of it. The text is kept so that later steps need no other file.
struct Article {
  std::string file;
  std::optional<std::string> title, source, url;
  std::string language;
  TimeValue published;              ///< empty edtf if unknown
  std::string published_basis;      ///< "head", "option", …; "unknown" where there is no date
  std::string sha256;
  std::uint32_t characters = 0;     ///< length of the text in code points, also where the text was left out
  std::string text;                 ///< UTF-8; empty where it was left out
};

/// One mention of an event of the story; actors and events are the story's.
struct Mention {
  ArticleId article;
  Span span, sentence;
  std::vector<Span> quotes;
  std::string predicate, label;     ///< of this place; the event takes those of its best-grounded mention
  std::vector<events::Participant> participants;
  std::string location;             ///< a place name that is no actor; may be empty
  TimeValue time;                   ///< what this place claims, untouched by what others say
  std::string dated_because;        ///< why it claims that
  events::Factuality factuality = events::Factuality::asserted;
  ActorId claimed_by;
  EventId claim_event;
  std::string rule;
};

/// A happening, with every place that tells it.
///
/// Invariant: `mentions` is not empty and sorted by article, then span.
struct Event {
  events::EventType type = events::EventType::action;
  std::optional<events::Act> act;   ///< statements only
  std::string predicate, predicate_class, code, label, location;
  std::string factuality;           ///< a Factuality's name, or "disputed"
  TimeValue time;
  std::vector<Mention> mentions;
  std::string merged_because;       ///< why its mentions are one happening; empty for a single mention
};

/// Edge actor → event: how the actor takes part.
struct Participation {
  events::ParticipantRole role = events::ParticipantRole::agent;
};
/// Edge event → event, with the text that supports it.
struct Link {
  events::LinkType type = events::LinkType::about;
  ArticleId article;
  Span span;
  bool operator==(const Link&) const = default;
};
/// Edge actor → the body it holds a function of.
struct Affiliation {
  std::string title;
  ArticleId article;
  Span span;
  DayRange when;
};
/// Edge article → an event it tells or an actor it names.
struct Telling {};

/// Who holds what of an event, in which statement.
struct Position {
  EventId event;
  ActorId actor;
  ActorId through;  ///< who spoke for the actor, if another
  std::string stance;
  EventId statement;
  DayRange when;    ///< of the statement
};

/// One thing said in an article that a finding rests on.
struct Evidence {
  ArticleId article;
  Span span;
  ActorId claimed_by;  ///< none: the article itself says so
  EventId statement;   ///< in which statement it is claimed
  std::string text;    ///< what is said, for people
};

/// Something that follows from one story as a whole, and one sentence of it for people.
struct Finding {
  std::string kind;  ///< "position_change", "contradiction", "time_conflict"
  ActorId actor;
  std::vector<EventId> events, statements;
  std::vector<ArticleId> articles;
  std::string text;
  std::vector<Evidence> evidence;  ///< of a time_conflict: what cannot all hold, nothing more; else empty
};

/// What the stages found in one article, in the article's own numbering (ActorId and MentionId are positions here): what
/// merging stories starts from, as joining actors and events loses which article said what.
struct Extraction {
  std::vector<actors::Actor> actors;
  events::ArticleEvents events;
};

using Node = std::variant<Article, actors::Actor, Event>;
using Relation = std::variant<Participation, Link, Affiliation, Telling>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Relation>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

/// A link with the events it joins.
struct EventEdge {
  EventId from, to;
  Link link;
};
/// An affiliation with the actors it joins.
struct ActorEdge {
  ActorId from, to;
  Affiliation affiliation;
};

/// The story: articles, actors and events as vertices, their relations as edges, and what follows from them.
///
/// Ids count each kind from 0 in the order of addition; vertices and edges are never removed, so ids and descriptors
/// stay valid. A value; may be read by several threads at once. Everything is given in a fixed order (ids, then the
/// order of addition), never in that of addresses or hashes.
class StoryGraph {
 public:
  ArticleId add(Article article);
  ActorId add(actors::Actor actor);
  /// Adds the event and its participation edges (see participants()); `mentions` may not name articles or actors that
  /// are not there yet (asserted). A claim_event may point to an event added later.
  EventId add(Event event);
  void add(EventId from, EventId to, Link link);
  void add(ActorId from, ActorId to, Affiliation affiliation);
  /// Adds the affiliations that the roles of all actors tell; once, when every actor is there.
  void add_affiliations_of_roles();

  std::size_t article_count() const { return articles_.size(); }
  std::size_t actor_count() const { return actors_.size(); }
  std::size_t event_count() const { return events_.size(); }

  /// @pre the id is one of this story
  const Article& article(ArticleId id) const;
  const actors::Actor& actor(ActorId id) const;
  const Event& event(EventId id) const;
  Event& event(EventId id);

  /// Who takes part in an event: the union over its mentions, by role, then actor.
  std::vector<events::Participant> participants(EventId id) const;
  /// The actors of one role, ascending.
  std::vector<ActorId> participants(EventId id, events::ParticipantRole role) const;
  /// The events an actor takes part in, ascending, each once.
  std::vector<EventId> events_of(ActorId id) const;
  /// All links, in the order of addition.
  std::vector<EventEdge> links() const;
  std::vector<EventEdge> links_from(EventId id) const;
  std::vector<EventEdge> links_to(EventId id) const;
  /// All affiliations by actor, then order of addition.
  std::vector<ActorEdge> affiliations() const;
  std::vector<ActorEdge> affiliations_of(ActorId id) const;

  std::vector<Position> positions;  ///< by event, then time of the statement
  std::vector<Finding> findings;    ///< by kind, then events
  std::vector<Extraction> extractions;  ///< by article; empty for a story that came without them

  /// The Boost graph, for algorithms and views.
  const Graph& graph() const { return graph_; }
  Vertex vertex(ArticleId id) const { return articles_[id.value]; }
  Vertex vertex(ActorId id) const { return actors_[id.value]; }
  Vertex vertex(EventId id) const { return events_[id.value]; }
  /// The id of a vertex; none of the others' kind.
  EventId event_at(Vertex v) const;
  ActorId actor_at(Vertex v) const;

 private:
  Graph graph_;
  std::vector<Vertex> articles_, actors_, events_;
  std::vector<std::uint32_t> index_;  // of[vertex]: position within its kind
};

/// "a1", "p1" and "e1": ids as the exports write them, counted from 1.
std::string export_id(ArticleId id);
std::string export_id(ActorId id);
std::string export_id(EventId id);

}  // namespace fabula::graph
