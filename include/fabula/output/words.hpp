#pragma once

#include <string>
#include <string_view>

#include "fabula/base/time_value.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::output {

/// A word that outputs speak to their readers with: `key` of table `interface` of the readers' language, `fallback` (English)
/// where the language has none.
std::string word(const graph::Wording& words, std::string_view key, std::string_view fallback);

/// "14 mars 2024".
std::string day_in_words(const graph::Wording& words, Day day);

/// A date for people: "14 mars 2024", "mars 2024", "entre le 11 et le 17 mars 2024", "au plus tard le 14 mars 2024"; the
/// words for unknown where open. "2024-03-14", "≤ 2024-03-14" … where the language has no words for dates.
std::string date_in_words(const graph::Wording& words, const DayRange& range);
/// The same, sets of few days by name: "4 ou 11 décembre 2022".
std::string date_in_words(const graph::Wording& words, const TimeValue& time);

}  // namespace fabula::output
