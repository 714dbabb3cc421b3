#pragma once

#include <string>
#include <string_view>

#include "fabula/base/time_value.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::output {

/// A word that outputs speak to their readers with: `key` of table `interface` of the readers' language, `fallback` (English)
/// where the language has none.
std::string word(const graph::Wording& words, std::string_view key, std::string_view fallback);

/// What is known of a date, in words: "le 14 mars 2024", "entre le 11 et le 17 mars 2024", "au plus tard le …", and where
/// it comes from if that is no better than the article's own date. In the notation of readable_date where the language has
/// no words.
std::string date_in_words(const graph::Wording& words, const TimeValue& time);

}  // namespace fabula::output
