#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"

namespace fabula::events {

enum class EventType { statement, action };

/// What kind of statement (story-format, "Statements").
enum class Act { say, announce, report, confirm, deny, accuse, condemn, warn, promise, demand, ask, propose, support, concern };

/// FactBank's scale as story-format has it.
enum class Factuality { asserted, claimed, alleged, denied, negated, planned, hypothetical };

enum class ParticipantRole { agent, patient, recipient, location };

enum class LinkType { about, denies, confirms, responds_to, causes, before, during };

std::string_view name(EventType v);
std::string_view name(Act v);
std::string_view name(Factuality v);
std::string_view name(ParticipantRole v);
std::string_view name(LinkType v);
std::optional<Act> act_of(std::string_view name);
std::optional<Factuality> factuality_of(std::string_view name);
std::optional<ParticipantRole> participant_role_of(std::string_view name);
std::optional<LinkType> link_type_of(std::string_view name);

struct Participant {
  ParticipantRole role = ParticipantRole::agent;
  ActorId actor;
  auto operator<=>(const Participant&) const = default;
};

/// One place in one article that evokes an event, and what this place claims of it.
struct EventMention {
  EventType type = EventType::action;
  std::optional<Act> act;              ///< statements only
  std::string predicate;               ///< lemma of the trigger, light-verb phrases by their noun ("sanction")
  std::string predicate_class;         ///< lexicon class that verbs and nouns of one meaning share ("supply"); may be empty
  std::string code;                    ///< PLOVER type; empty where none fits
  std::string label;                   ///< short sentence for people, in the article's language
  bool nominal = false;                ///< the trigger is a noun: it may refer back to what was told before
  std::vector<std::string> themes;     ///< what is delivered, signed, tested …: lemmas of complements that are no actors, sorted
  WordId trigger;                      ///< the head word
  Span span;                           ///< of the trigger alone
  Span sentence;
  std::vector<Span> quotes;            ///< marks excluded
  std::vector<Participant> participants;  ///< ActorIds of the article (ArticleActors)
  std::string location;                ///< a place name that is no actor; may be empty
  TimeValue time;
  std::string dated_because;           ///< why it has that time, for people
  Factuality factuality = Factuality::asserted;
  ActorId claimed_by;                  ///< who claims it, where factuality is not the article's own
  MentionId claim_event;               ///< in which statement
  std::string rule;                    ///< which rule and lexicon line made it: "verb:accuser (say_verbs.tsv:12)"
  bool operator==(const EventMention&) const = default;
};

/// A typed edge between two mentions of one article and the text that supports it.
struct EventLink {
  MentionId from;
  MentionId to;
  LinkType type = LinkType::about;
  Span span;
  std::string rule;
  bool operator==(const EventLink&) const = default;
};

/// What the events layer finds in one article.
struct ArticleEvents {
  std::vector<EventMention> mentions;  ///< in text order; MentionId is the position
  std::vector<EventLink> links;
  bool operator==(const ArticleEvents&) const = default;
};

}  // namespace fabula::events
