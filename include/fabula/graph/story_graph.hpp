#pragma once

#include <boost/graph/adjacency_list.hpp>
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
  TimeValue published;
  std::string published_basis;
  std::string sha256;
  std::uint32_t characters = 0;
  std::string text;  ///< UTF-8; empty where it was left out
};

/// One mention of an event of the story; actors and events are the story's.
struct Mention {
  ArticleId article;
  Span span, sentence;
  std::vector<Span> quotes;
  std::vector<events::Participant> participants;
  std::string location;
  TimeValue time;
  events::Factuality factuality = events::Factuality::asserted;
  ActorId claimed_by;
  EventId claim_event;
  std::string rule;
};

/// A happening, with every place that tells it.
struct Event {
  events::EventType type = events::EventType::action;
  std::optional<events::Act> act;
  std::string predicate, predicate_class, code, label, location;
  std::string factuality;  ///< a Factuality's name, or "disputed"
  TimeValue time;
  std::vector<Mention> mentions;  ///< by article, then position
  std::string merged_because;     ///< why its mentions are one happening; empty for a single mention
};

/// Edge of an actor in an event.
struct Participation {
  events::ParticipantRole role = events::ParticipantRole::agent;
};
/// Edge between events and the text that supports it.
struct Link {
  events::LinkType type = events::LinkType::about;
  ArticleId article;
  Span span;
};
/// Edge of an actor with the body it holds a function of.
struct Affiliation {
  std::string title;
  ArticleId article;
  Span span;
  DayRange when;
};
/// Edge of an article with an event it tells or an actor it names.
struct Telling {};

struct Position {
  EventId event;
  ActorId actor;
  ActorId through;  ///< who spoke for the actor, if another
  std::string stance;
  EventId statement;
  DayRange when;
};

struct Finding {
  std::string kind;
  ActorId actor;
  std::vector<EventId> events, statements;
  std::vector<ArticleId> articles;
  std::string text;
};

using Node = std::variant<Article, actors::Actor, Event>;
using Relation = std::variant<Participation, Link, Affiliation, Telling>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Relation>;

}  // namespace fabula::graph
