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
  /// The words of a key, `{placeholders}` filled in.
  std::string operator()(std::string_view key, const std::map<std::string, std::string, std::less<>>& values = {}) const;
  /// "1 article", "7 articles": the words of `key.one` or `key.many`.
  std::string counted(std::string_view key, std::size_t count) const;
  /// What a value of the story's vocabulary is called ("denied" → "nié"); the value itself where the language has no word
  /// for it in any of the families.
  std::string value(std::initializer_list<std::string_view> families, std::string_view value) const;

  std::string day(Day day) const;
  /// A date for people: "14 mars 2024", "mars 2024", "entre le 11 et le 17 mars 2024"; the words for unknown where open.
  std::string date(const DayRange& range) const;
  /// The same, sets of few days by name: "4 ou 11 décembre 2022".
  std::string date(const TimeValue& time) const;

 private:
  bool has(std::string_view key) const { return interface_.words.contains(key); }
  std::string day_of_month(Day day) const;
  std::string month(Day day) const;
  std::string closed_range(Day first, Day last) const;
  std::string alternatives(const std::string& edtf) const;

  const Interface& interface_;
};

}  // namespace fabula::report
