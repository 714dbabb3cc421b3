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
/// A paragraph keeps to the date of its last dated main clause. Where it has none it is at the article's story: the day
/// that the first paragraph tells of, if that is no more than a week before publication and the paragraph does not go on to
/// a later one; else at publication. A story dates what is of its kind: what was done on the day does not date what others
/// say of it, nor the other way round. A paragraph that has gone back to the past ("en 2014, elle est élue", "elle avait fui
/// en mai") is at no day of the story any more.
class Scene {
 public:
  explicit Scene(const text::Doc& doc);

  /// To be called with every sentence in text order.
  void enter(SentenceId sentence);
  /// A main clause has a date of its own. A pluperfect only tells what lies behind the scene.
  void tell(const EventMention& mention, ClauseTense tense);
  /// Any clause of the article's own has this date.
  void note(const TimeValue& when);

  /// Whether this is the first paragraph and it has not told a day that could be the article's.
  bool wants_story() const { return prose_ == 1 && !story_; }
  /// Whether a date told here can be the day that the article reports.
  bool is_story(const TimeValue& when) const;

  /// The date of what is told here without one.
  TimeValue now() const;
  /// The date of the paragraph's own, as context; none if it has not told one.
  std::optional<TimeValue> here() const;
  /// The date of the last dated pluperfect of the paragraph: what another one goes on from. As context.
  std::optional<TimeValue> behind() const;
  /// Whether `now` is given by an action, so that what is reported of it was then too.
  bool is_of_action() const { return given() && given_by_ == EventType::action; }
  /// Whether `now` is given by the text and fit to date an event of a type. A statement is of one day: "en avril" before
  /// it does not date it.
  bool dates(EventType type) const;
  /// Whether the paragraph tells the past in the present tense: "le 8 décembre, ils lancent …".
  bool is_historic_present() const { return narrative_ && historic_; }
  const std::optional<TimeValue>& story() const { return story_; }
  /// Basis published, unknown where the date is not known.
  const TimeValue& published() const { return published_; }

 private:
  const std::optional<TimeValue>& given() const { return narrative_ || away_ || moved_on_ ? narrative_ : story_; }

  const text::Doc& doc_;
  TimeValue published_;
  std::optional<TimeValue> narrative_;
  std::optional<TimeValue> story_;
  std::optional<TimeValue> behind_;
  EventType given_by_ = EventType::action, story_by_ = EventType::action;
  std::optional<std::uint32_t> paragraph_;
  std::uint32_t prose_ = 0;  ///< paragraphs of prose entered
  bool historic_ = false;
  bool away_ = false;        ///< the paragraph has gone back to the past
  bool moved_on_ = false;    ///< the first paragraph tells of a later day than the story's, too
};

}  // namespace fabula::events
