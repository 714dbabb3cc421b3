// The interface's languages, and dates for people.
#include <gtest/gtest.h>

#include <set>

#include "fabula/base/edtf.hpp"
#include "fabula/lang/pack.hpp"
#include "report/words.hpp"

namespace fabula::report {
namespace {

Interface interface_of(const std::string& code) {
  const lang::Pack pack = lang::Pack::load(std::filesystem::path(FABULA_LANG_DIR) / code);
  const lang::Table& table = pack.table("interface");
  Interface interface{code, {}};
  for (const lang::Row& row : table.rows) interface.words[table.cell(row, table.column("key"))] = table.cell(row, table.column("text"));
  return interface;
}

std::string date(const Interface& interface, const std::string& edtf) {
  return Words(interface).date(TimeValue{edtf, edtf_range(edtf).value_or(DayRange{}), TimeBasis::explicit_});
}

TEST(Interface, EveryLanguageHasTheSameWords) {
  std::set<std::string> french, english;
  for (const auto& [key, text] : interface_of("fr").words) french.insert(key);
  for (const auto& [key, text] : interface_of("en").words) english.insert(key);
  EXPECT_EQ(french, english);
  EXPECT_GT(french.size(), 100U);
}

TEST(Interface, PlaceholdersAreTheSameInEveryLanguage) {
  const auto placeholders = [](const std::string& text) {
    std::multiset<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) found.insert(text.substr(at, text.find('}', at) - at));
    return found;
  };
  const Interface french = interface_of("fr"), english = interface_of("en");
  for (const auto& [key, text] : french.words) EXPECT_EQ(placeholders(text), placeholders(english.words.at(key))) << key;
}

TEST(Words, DatesAreToldAsPeopleSayThem) {
  const Interface french = interface_of("fr"), english = interface_of("en");
  EXPECT_EQ(date(french, "2024-03-14"), "14 mars 2024");
  EXPECT_EQ(date(french, "2024-05-01"), "1er mai 2024");
  EXPECT_EQ(date(english, "2024-05-01"), "1 May 2024");
  EXPECT_EQ(date(french, "2024-03"), "mars 2024");
  EXPECT_EQ(date(french, "2024"), "2024");
  EXPECT_EQ(date(french, ""), "date inconnue");
}

TEST(Words, UncertainDatesNameTheirBounds) {
  const Interface french = interface_of("fr"), english = interface_of("en");
  EXPECT_EQ(date(french, "2024-03-11/2024-03-17"), "entre le 11 et le 17 mars 2024");
  EXPECT_EQ(date(english, "2024-03-11/2024-04-02"), "between 11 March and 2 April 2024");
  EXPECT_EQ(date(english, "2023-12-30/2024-01-02"), "between 30 December 2023 and 2 January 2024");
  EXPECT_EQ(date(french, "../2024-04-02"), "au plus tard le 2 avril 2024");
  EXPECT_EQ(date(french, "2024-04-02/.."), "au plus tôt le 2 avril 2024");
}

TEST(Words, FewDaysOfASetAreNamed) {
  const Interface french = interface_of("fr");
  EXPECT_EQ(date(french, "[2022-12-04,2022-12-11]"), "4 ou 11 décembre 2022");
  EXPECT_EQ(date(french, "[2022-11-27,2022-12-04]"), "27 novembre 2022 ou 4 décembre 2022");
  EXPECT_EQ(date(french, "[2022-12-04,2022-12-11,2022-12-18,2022-12-25]"), "entre le 4 et le 25 décembre 2022");
}

TEST(Words, AWordThatIsMissingIsShownByItsKey) {
  const Interface empty{"xx", {}};
  const Words words(empty);
  EXPECT_EQ(words("findings"), "findings");
  EXPECT_EQ(words.value({"factuality"}, "denied"), "denied");
  EXPECT_EQ(words.counted("places", 2), "places.many n=2");
}

}  // namespace
}  // namespace fabula::report
