#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "fabula/base/time_value.hpp"
#include "fabula/report/report.hpp"

namespace fabula::report {

/// The interface's words in one language. A word that the language lacks is shown by its key, so that it is seen.
class Words {
 public:
  explicit Words(const Interface& interface) : interface_(interface) {}

  const std::string& language() const { return interface_.language; }
  /// The words themselves, for pictures.
  const graph::Wording& wording() const { return interface_.words; }
  /// The words of a key, `{placeholders}` filled in.
  std::string operator()(std::string_view key, const std::map<std::string, std::string, std::less<>>& values = {}) const;
  /// "1 article", "7 articles": the words of `key.one` or `key.many`.
  std::string counted(std::string_view key, std::size_t count) const;
  /// What a value of the story's vocabulary is called ("denied" → "nié"); the value itself where the language has no word
  /// for it in any of the families.
  std::string value(std::initializer_list<std::string_view> families, std::string_view value) const;

  std::string day(Day day) const;
  /// A date for people (output::date_in_words).
  std::string date(const DayRange& range) const;
  std::string date(const TimeValue& time) const;

 private:
  bool has(std::string_view key) const { return interface_.words.contains(key); }

  const Interface& interface_;
};

}  // namespace fabula::report
