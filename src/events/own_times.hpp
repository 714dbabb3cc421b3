#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "events/anchor.hpp"
#include "events/clause.hpp"
#include "events/events_by_word.hpp"

namespace fabula::events {

/// TIMEX3 value of "maintenant", "désormais".
inline constexpr std::string_view kPresent = "PRESENT_REF";

/// What the events' own expressions say of when they were, by mention.
struct OwnTimes {
  std::vector<std::optional<TimeValue>> stated;    ///< on the calendar
  std::vector<std::optional<TimeValue>> vague;     ///< "récemment": only a side of publication
  std::vector<bool> identifying;                   ///< stated in a genitive: "la réunion du 3 mai" tells which, not what day the text is at
  std::vector<bool> present;                       ///< stated by "maintenant": of publication, and no day that the text is at
  std::vector<bool> counted;                       ///< stated by what counts from publication, or from when it is said: "hier"
  std::vector<std::size_t> free;                   ///< expressions of the text that no event has taken
};

/// @param published  bounds the vague ones, and refutes an expression that lies after it where the verb tells the past
OwnTimes own_times(const text::Doc& doc, const text::Children& children, const Clauses& clauses, 
                   std::span<const temporal::TimeMention> times, const TimeHints& hints, const ArticleEvents& events,
                   const EventsByWord& by_word, const TimeValue& published);

}  // namespace fabula::events
