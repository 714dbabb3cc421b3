#pragma once

#include <cstdint>
#include <optional>

#include "events/clause.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// The date that the text is at while it is read from sentence to sentence.
///
/// A paragraph keeps to the date of its last dated main clause; what is done in it rather to the last day on which something
/// was done, since the day of a report is not the day of what is reported. Where it has none it is at the article's story:
/// the day that the first paragraphs tell of before they tell any news without a day, if that is no more than a week before
/// publication and the same paragraph does not go on to a later one; else at publication. A story dates what is of its
/// kind: what was done on the day does not date what others say of it, nor the other way round. A paragraph that has gone
/// back to the past ("en 2014, elle est élue", "elle avait fui en mai") is at no day of the story any more; what it goes on
/// to tell happened since then.
class Scene {
 public:
  explicit Scene(const text::Doc& doc);

  /// To be called with every sentence in text order.
  void enter(SentenceId sentence);
  /// A main clause that tells something of a type has a date of its own. A pluperfect only tells what lies behind the scene.
  void tell(const TimeValue& when, EventType type, ClauseTense tense);
  /// A main clause that tells no event has a date: what is done next is done then.
  void tell_day(const TimeValue& when, ClauseTense tense);
  /// A main clause tells, on the day that the text is at, what was done.
  void go_on() { goes_on_ = true; }
  /// Any clause of the article's own has this date.
  void note(const TimeValue& when, EventType type);
  /// A main clause tells what happened, and no day: the news are of publication.
  void tell_undated();

  /// Whether this is one of the first paragraphs and none has told a day that could be the article's.
  bool wants_story() const { return in_lead() && !story_; }
  /// Whether a date told here can be the day that the article reports.
  bool is_story(const TimeValue& when, EventType type) const;

  /// The date of what is told here without one.
  TimeValue now() const;
  /// The date that the text gives an event of a type that is told here; as context. None where nothing but publication
  /// does. A statement is of one day: "en avril" before it does not date it.
  std::optional<TimeValue> of(EventType type) const;
  /// Whether something done gives what is done here its date, and not only something said.
  bool is_of_action() const { return acted_ || (is_at_story() && story_by_ == EventType::action); }
  /// Whether the paragraph has told what was done on the day that the text is at: then it may go on in the present tense.
  bool goes_on() const { return goes_on_ && is_of_action(); }
  /// The date of the paragraph's own, as context; none if it has not told one.
  std::optional<TimeValue> here() const;
  /// What a pluperfect goes on from: the last dated one of the paragraph, or the past that the paragraph is in. As context.
  std::optional<TimeValue> behind() const;
  /// A life begins that is told of next: what comes is not of the day of birth, unless that is news.
  void tell_birth(const TimeValue& when, EventType type, ClauseTense tense);

  /// Bounds of what is told without a date after a year long past, or in the present tense of a past date: from then on,
  /// until publication. None elsewhere.
  std::optional<TimeValue> since_then() const;
  /// Whether the last date told was a year, or another longer than a month, that is past.
  bool is_in_past() const { return period_.has_value(); }
  /// Whether it was told in the present tense, so that what is told in it is of the past, too.
  bool is_then_present() const { return period_ && historic_; }
  /// Whether the paragraph tells the past in the present tense: "le 8 décembre, ils lancent …".
  bool is_historic_present() const { return narrative_ && historic_; }
  const std::optional<TimeValue>& story() const { return story_; }
  /// Basis published, unknown where the date is not known.
  const TimeValue& published() const { return published_; }

 private:
  bool in_lead() const;
  void go_back(const TimeValue& when, ClauseTense tense);
  bool is_at_story() const { return story_ && !away_ && !moved_on_; }

  const text::Doc& doc_;
  TimeValue published_;
  std::optional<TimeValue> narrative_, acted_;  ///< of the paragraph: the last date told, the last of something done
  std::optional<TimeValue> story_;
  std::optional<TimeValue> behind_;
  std::optional<TimeValue> period_;   ///< of the paragraph: the last date told, where it is longer than a month and past
  EventType story_by_ = EventType::action;
  std::optional<std::uint32_t> paragraph_;
  std::uint32_t first_prose_ = 0;     ///< the paragraph after the dateline; what stands before are captions
  std::uint32_t prose_ = 0;           ///< paragraphs of prose entered
  std::uint32_t story_prose_ = 0;     ///< the one of them that told the story's day
  std::uint32_t undated_prose_ = 0;   ///< the first that told news without a day; 0 if none has
  bool historic_ = false, goes_on_ = false;
  bool away_ = false;                 ///< the paragraph has gone back to the past
  bool moved_on_ = false;             ///< the story's paragraph tells of a later day, too
};

}  // namespace fabula::events
