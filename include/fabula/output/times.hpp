#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "fabula/base/time_value.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace fabula::output {

/// A time expression and its words.
struct QuotedTime {
  temporal::TimeMention time;
  std::string text;
};

/// A text whose time expressions are asked for, with the day that "hier" counts from.
struct DatedText {
  std::string id;
  std::string text;
  std::string language;  ///< empty if the line does not say
  TimeValue reference;   ///< open if there is none
};

/// Reads one line `{"id","text","reference","lang"}`; `id` and `text` must be there, other fields are skipped.
/// @param file  for messages
/// @throws InputError FAB-IN-020 not JSON, FAB-IN-022 a field is missing or of another kind, FAB-IN-024 no date; all name
///         file and line
DatedText read_dated_text(std::string_view line, std::string_view file, std::uint32_t number);

/// One line `{"id","timexes":[{"begin","end","type","value","earliest","latest"}]}`.
std::string write_prediction_line(std::string_view id, std::span<const QuotedTime> times);

/// The expressions of one article as one line of JSON: `{"file","published","times":[…]}`, each with its span, type,
/// TIMEX3 value, EDTF, bounds and basis.
std::string write_times_json(std::string_view file, const TimeValue& published, std::span<const QuotedTime> times);

/// The same for people: one expression a line, columns divided by tabs: span, type, value, EDTF, basis, words.
std::string write_times_text(std::span<const QuotedTime> times);

}  // namespace fabula::output
