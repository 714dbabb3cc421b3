#include "words.hpp"

#include "fabula/output/words.hpp"

namespace fabula::report {

std::string Words::operator()(std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const {
  return graph::tell(interface_.words, key, values);
}

std::string Words::counted(std::string_view key, std::size_t count) const {
  return (*this)(std::string(key) + (count == 1 ? ".one" : ".many"), {{"n", std::to_string(count)}});
}

std::string Words::value(std::initializer_list<std::string_view> families, std::string_view value) const {
  for (const std::string_view family : families) {
    const std::string key = std::string(family) + "." + std::string(value);
    if (has(key)) return (*this)(key);
  }
  return std::string(value);
}

std::string Words::day(Day day) const { return output::day_in_words(interface_.words, day); }
std::string Words::date(const DayRange& range) const { return output::date_in_words(interface_.words, range); }
std::string Words::date(const TimeValue& time) const { return output::date_in_words(interface_.words, time); }

}  // namespace fabula::report
