#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fabula/compare/groups.hpp"
#include "fabula/compare/quantities.hpp"
#include "fabula/graph/build_story.hpp"

namespace fabula::compare {

/// A place in an article that supports what is said of it.
struct Passage {
  ArticleId article;
  Span span;      ///< the words that matter: a trigger, a number
  Span sentence;
  auto operator<=>(const Passage&) const = default;
};

/// An event that several groups tell.
struct SharedEvent {
  EventId event;
  std::vector<std::size_t> groups;  ///< ascending
};

/// Events of one kind, none of them shared, that different groups tell and that may be one: nothing that the texts say joins
/// them, and no participants or days set them apart.
struct AlikeEvents {
  std::string kind;                 ///< the predicate class: "sanction"
  std::vector<EventId> events;      ///< ascending
  std::vector<std::size_t> groups;  ///< ascending, at least two
};

/// How one group tells: its events in the order of its text, and those that it tells out of the order of happening.
struct Telling {
  std::vector<EventId> events;      ///< each once, by first mention
  std::vector<EventId> only;        ///< of these, the ones no other group tells
  std::vector<EventId> out_of_order;  ///< dated events outside the longest run of the telling that follows time
};

/// How well the tellings of two groups that share an event agree.
struct PairAlignment {
  std::size_t first = 0, second = 0;  ///< positions of the groups, first < second
  std::size_t shared = 0;             ///< events that both tell
  std::size_t in_order = 0;           ///< of these, the longest run that both tell in the same order
  double score = 0;                   ///< 2·in_order / (events of the first + of the second): 1 for the same telling
};

struct Alignment {
  std::vector<Telling> tellings;     ///< by group
  std::vector<SharedEvent> shared;   ///< by event
  std::vector<EventId> core;         ///< events that every group tells
  std::vector<AlikeEvents> alike;    ///< by kind
  std::vector<PairAlignment> pairs;  ///< only pairs that share an event
};

enum class Aspect { date, participants, place, number, factuality, wording, quoted };
std::string_view name(Aspect aspect);

/// What some groups say of one aspect of an event, and where.
struct Side {
  std::string value;                 ///< for people and programs: "2022-08-19", "12", "asserted"
  std::vector<std::size_t> groups;   ///< ascending
  std::vector<ActorId> actors;       ///< who says so, where it is not the article itself; or whom it is about
  std::vector<Passage> passages;     ///< by article, span
};

/// An aspect of a shared event that groups tell differently.
struct Difference {
  EventId event;
  Aspect aspect = Aspect::date;
  std::string detail;                ///< a participant's role, a number's measure
  bool conflict = false;             ///< the sides cannot all be true; otherwise one tells more or in other words
  double confidence = 0;             ///< 0 to 1
  std::vector<Side> sides;           ///< at least two, by first passage
};

enum class Scope { within, across };
std::string_view name(Scope scope);

/// Something an analyst should know, with what supports it: a finding of a story (kinds besides: "fact_conflict",
/// "order_inversion", "omission"; events and statements in the order in which they matter), weighed.
struct Finding : graph::Finding {
  Scope scope = Scope::within;       ///< within: one group alone holds all sides of it
  double confidence = 0;             ///< 0 to 1
  std::size_t weight = 0;            ///< how much depends on it: its events, what is linked with them, and the groups that tell them
  std::optional<Aspect> aspect;      ///< of a fact_conflict
  std::string detail;                ///< of a fact_conflict: as in Difference
  std::vector<Side> sides;           ///< the parties
};

/// What groups of articles share, where they differ, and what follows. A value.
struct Comparison {
  std::vector<Group> groups;
  Alignment alignment;
  std::vector<Difference> differences;  ///< between groups; by event, then aspect
  std::vector<Finding> findings;        ///< across first, then by weight
};

/// What a language gives to comparisons.
struct Language {
  QuantityWords quantities;
  graph::Wording wording;  ///< the pack's table `findings`
};

struct CompareOptions {
  std::map<std::string, Language, std::less<>> languages;  ///< by code
  std::vector<std::string> kinds;                          ///< findings of these kinds only; empty for all
  double min_confidence = 0;                               ///< leaves out differences and findings below
};

/// Compares groups of articles of one story.
///
/// Symmetric: the order of the groups changes only their numbers. Findings of the story are kept where they rest on
/// articles of the groups only. Deterministic.
///
/// @param groups  of articles of this story; with fewer than two only findings within come out
/// @cost  near linear in mentions; pairs of groups only where they share an event
Comparison compare(const graph::StoryGraph& story, std::vector<Group> groups, const CompareOptions& options = {});

}  // namespace fabula::compare
