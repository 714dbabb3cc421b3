#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fabula/temporal/time_mention.hpp"
#include "node.hpp"

namespace fabula::temporal {

/// Which way a date without a year, or a weekday, is looked for: the tense of the verb tells. What is only expected
/// ("pourrait venir jeudi") looks ahead within the week.
enum class Direction { unknown, past, future, expected };

/// What relative expressions count from.
struct Context {
  std::optional<Days> published;  ///< one day, or the days of the month or year that are all that is known
  std::optional<Days> then;       ///< the date the text is at: "la veille", "trois jours plus tôt"
  std::optional<Days> then_year;  ///< that date or a year told since: "l'année suivante"
  std::optional<Day> scene;       ///< the day that the paragraph, else the story, is at: "à 15 heures"
  Direction direction = Direction::unknown;
};

/// What an expression comes to on the calendar.
struct Moment {
  std::optional<Day> first, last;  ///< inclusive; absent: open, or unknown where the context lacks a date
  std::vector<Day> set;            ///< the days it may be one of, where publication is known to the month only
  Unit grain = Unit::day;
  TimexType type = TimexType::date;
  std::string value;               ///< TIMEX3
  bool relative = false;           ///< counted from another date
};

Moment resolve(const Node& node, const Context& context);

}  // namespace fabula::temporal
