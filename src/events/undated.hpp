#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>

#include "events/clause.hpp"
#include "events/events_by_word.hpp"
#include "events/happenings.hpp"
#include "events/own_times.hpp"
#include "events/reported.hpp"
#include "events/scene.hpp"

namespace fabula::events {

/// Dates the events that have no expression of their own by what the article tells around them. Goes with the text: it
/// sees the scene as it is, and the mentions before as they have been dated.
class Undated {
 public:
  /// All must outlive this.
  Undated(const text::Doc& doc, const text::Children& children, const Clauses& clauses, const ArticleEvents& events,
          const EventsByWord& by_word, const OwnTimes& own, const Reported& reported, const Scene& scene,
          const TimeHints& hints)
      : doc_(doc), children_(children), clauses_(clauses), events_(events), by_word_(by_word), own_(own), reported_(reported),
        scene_(scene), hints_(hints), happenings_(doc, children) {}

  TimeValue date(std::size_t mention) const;
  /// Keeps what a mention, now dated, tells of those that follow.
  void remember(std::size_t mention);

 private:
  const EventMention& mention(std::size_t i) const { return events_.mentions[i]; }

  TimeValue verb_time(const EventMention& m, ClauseTense tense) const;
  TimeValue noun_time(const EventMention& m) const;
  TimeValue content_time(const EventMention& m, ClauseTense tense) const;
  TimeValue behind() const;
  std::optional<TimeValue> since_then(const EventMention& m, ClauseTense tense) const;
  bool has_pronoun(WordId verb) const;
  bool lies_behind(const EventMention& m) const;
  bool is_set_off(WordId clause) const;
  bool is_infinitive(WordId verb) const;
  std::optional<TimeValue> date_beside(const EventMention& m) const;
  std::optional<TimeValue> date_of_antecedent(const EventMention& m) const;
  std::optional<TimeValue> date_of_subject(WordId verb) const;
  std::optional<TimeValue> date_of_means(const EventMention& m, ClauseTense tense) const;
  bool tells_scene(const EventMention& m, ClauseTense tense) const;
  bool tells_on(const EventMention& m) const;
  bool is_reacted_to(const EventMention& m) const;
  bool goes_on_in_present(const EventMention& m) const;

  std::optional<TimeValue> date_of_opening(const EventMention& m) const;
  std::optional<TimeValue> date_of_participle(const EventMention& m) const;
  std::optional<TimeValue> date_of_action(WordId word) const;
  bool takes_part(WordId clause) const;
  WordId perfect_behind(WordId noun) const;
  WordId participle_behind(WordId noun) const;
  std::optional<TimeValue> date_of_clause(const EventMention& m) const;
  std::optional<TimeValue> date_of_conjunct(const EventMention& m, ClauseTense tense) const;
  std::optional<TimeValue> told_already(const EventMention& m) const;
  std::optional<TimeValue> date_of_message(const EventMention& m) const;
  std::optional<TimeValue> date_of_governor(const EventMention& m) const;
  std::optional<TimeValue> scene_of_speech(const EventMention& m) const;
  std::optional<TimeValue> scene_of_speaker(const EventMention& m) const;
  std::optional<std::size_t> governor(WordId noun) const;
  std::optional<Day> said_above(WordId word) const;
  bool is_circumstance(WordId noun) const;
  bool is_pointed_at(WordId noun) const;

  const text::Doc& doc_;
  const text::Children& children_;
  const Clauses& clauses_;
  const ArticleEvents& events_;
  const EventsByWord& by_word_;
  const OwnTimes& own_;
  const Reported& reported_;
  const Scene& scene_;
  const TimeHints& hints_;
  Happenings happenings_;
  std::optional<std::pair<ActorId, TimeValue>> last_speech_;
  std::map<ActorId, TimeValue> acted_;  ///< when persons last did something
};

}  // namespace fabula::events
