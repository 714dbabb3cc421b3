#include "fabula/base/edtf.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <random>

#include "support/random_days.hpp"

namespace fabula {
namespace {

using testing::random_day;
using testing::random_range;

/// The published grammar (EDTF specification of 2019-02-04, as ISO 8601-2 has it), written without the library: the level
/// of a text, nothing where it is no EDTF. Qualifiers and exponents, which fabula does not write, are left out.
class Grammar {
 public:
  static std::optional<int> level(std::string_view text) {
    if (!text.empty() && text.front() == '[') return text.back() == ']' ? set(text.substr(1, text.size() - 2)) : std::nullopt;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return date(text);
    const auto from = end(text.substr(0, slash)), to = end(text.substr(slash + 1));
    if (!from || !to || !(date(text.substr(0, slash)) || date(text.substr(slash + 1)))) return std::nullopt;
    return std::max(*from, *to);
  }

 private:
  /// An end may be open ("..") or unknown ("").
  static std::optional<int> end(std::string_view text) { return text.empty() || text == ".." ? std::optional(1) : date(text); }

  static std::optional<int> set(std::string_view members) {
    for (;;) {
      const auto comma = members.find(',');
      std::string_view member = members.substr(0, comma);
      if (const auto dots = member.find(".."); dots != std::string_view::npos) {
        const std::string_view rest = member.substr(dots + 2);
        if (!rest.empty() && !date(rest)) return std::nullopt;
        member = member.substr(0, dots);
        if (member.empty() && !rest.empty()) member = rest;
      }
      if (!date(member)) return std::nullopt;
      if (comma == std::string_view::npos) return 2;
      members.remove_prefix(comma + 1);
    }
  }

  static bool fits(std::string_view text, std::string_view shape) {
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
      const char s = shape[i];
      if (s == 'd' ? !digit : s == '*' ? !digit && text[i] != 'X' : text[i] != s) return false;
    }
    return true;
  }

  static std::optional<int> date(std::string_view text) {
    if (fits(text, "dddd")) return 0;
    if (fits(text, "dddd-dd")) {
      const int month = number(text.substr(5));
      if (month >= 1 && month <= 12) return 0;
      if (month >= 21 && month <= 24) return 1;
      return month >= 25 && month <= 41 ? std::optional(2) : std::nullopt;
    }
    if (fits(text, "dddd-dd-dd")) return is_day(text) ? std::optional(0) : std::nullopt;
    for (const auto shape : {"dddX", "ddXX", "dddd-XX", "dddd-dd-XX", "dddd-XX-XX"})
      if (fits(text, shape)) return 1;
    for (const auto shape : {"****", "****-**", "****-**-**"})
      if (fits(text, shape)) return 2;
    return std::nullopt;
  }

  static int number(std::string_view digits) {
    int n = 0;
    for (const char c : digits) n = 10 * n + (c - '0');
    return n;
  }

  static bool is_day(std::string_view text) {
    const int y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8));
    if (m < 1 || m > 12 || d < 1) return false;
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return d <= kDays[m - 1] + (m == 2 && leap ? 1 : 0);
  }
};

constexpr int kRounds = 3000;

TEST(EdtfGrammar, TellsTheLevels) {
  EXPECT_EQ(Grammar::level("1985-04-12"), 0);
  EXPECT_EQ(Grammar::level("1964/2008"), 0);
  EXPECT_EQ(Grammar::level("2001-21"), 1);
  EXPECT_EQ(Grammar::level("201X"), 1);
  EXPECT_EQ(Grammar::level("2004-XX"), 1);
  EXPECT_EQ(Grammar::level("../1985-04-12"), 1);
  EXPECT_EQ(Grammar::level("1985-04-12/"), 1);
  EXPECT_EQ(Grammar::level("[1667,1668,1670..1672]"), 2);
  EXPECT_EQ(Grammar::level("156X-12-25"), 2);
  for (const char* bad : {"", "..", "../..", "1985-13", "1985-02-30", "[]", "[1985", "1985-4", "/", "Q1"})
    EXPECT_EQ(Grammar::level(bad), std::nullopt) << bad;
}

TEST(EdtfLaws, WhatIsWrittenForARangeReadsBackAsThatRange) {
  std::mt19937 random(1);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange range = random_range(random);
    if (range.open()) continue;
    const std::string text = edtf_of(range);
    EXPECT_TRUE(Grammar::level(text).value_or(9) <= 1) << text;
    EXPECT_EQ(edtf_range(text), range) << text;
    EXPECT_EQ(edtf_of(*edtf_range(text)), text);
  }
}

TEST(EdtfLaws, CalendarUnitsAreWrittenAsSuch) {
  std::mt19937 random(2);
  for (int round = 0; round < kRounds; ++round) {
    const std::string day = to_iso(random_day(random));
    for (const std::string& unit : {day, day.substr(0, 7), day.substr(0, 4), day.substr(0, 3) + "X"}) {
      ASSERT_TRUE(edtf_range(unit)) << unit;
      EXPECT_EQ(edtf_of(*edtf_range(unit)), unit);
      EXPECT_EQ(Grammar::level(unit), unit.back() == 'X' ? 1 : 0) << unit;
    }
  }
}

TEST(EdtfLaws, ASetOfDaysReadsBackFromItsFirstToItsLast) {
  std::mt19937 random(3);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Day> days;
    for (std::size_t i = 0; i < 1 + random() % 5; ++i) days.push_back(random_day(random));
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const std::string text = edtf_of_set(days);
    EXPECT_EQ(Grammar::level(text), days.size() == 1 ? 0 : 2) << text;
    EXPECT_EQ(edtf_range(text), (DayRange{days.front(), days.back()})) << text;
  }
}

TEST(EdtfLaws, ReadsNothingThatTheGrammarRefuses) {
  std::mt19937 random(4);
  const std::string alphabet = "0123456789X-/.[],";
  int read = 0;
  for (int round = 0; round < 100 * kRounds; ++round) {
    std::string text = to_iso(random_day(random));
    if (random() % 2) text += "/" + to_iso(random_day(random));
    for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0) text.erase(at, 1 + random() % 3);
      else text[at] = alphabet[random() % alphabet.size()];
      if (text.empty()) break;
    }
    if (!edtf_range(text)) continue;
    ++read;
    EXPECT_TRUE(Grammar::level(text)) << text;
  }
  EXPECT_GT(read, 1000);
}

TEST(EdtfLaws, AnUnspecifiedDigitWidens) {
  std::mt19937 random(5);
  for (int round = 0; round < kRounds; ++round) {
    const std::string day = to_iso(random_day(random));
    const auto range = edtf_range(day);
    for (const std::string& wider : {day.substr(0, 8) + "XX", day.substr(0, 5) + "XX-XX", day.substr(0, 3) + "X", day.substr(0, 2) + "XX"}) {
      const auto all = edtf_range(wider);
      ASSERT_TRUE(all) << wider;
      EXPECT_TRUE(*all->earliest <= *range->earliest && *range->latest <= *all->latest) << wider;
    }
  }
}

}  // namespace
}  // namespace fabula
