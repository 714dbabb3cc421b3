#include "fabula/compare/quantities.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pack_words.hpp"

namespace fabula {
namespace {

using compare::Quantity;
constexpr double kOpen = std::numeric_limits<double>::infinity();

std::vector<Quantity> read(const std::string& text) {
  static const compare::QuantityWords words = test::quantity_words("fr");
  return compare::read_quantities(to_utf32(text), words);
}

/// "measure low-high", one after the other.
std::string said(const std::string& text) {
  std::string out;
  for (const Quantity& q : read(text)) {
    const auto bound = [](double v) { return v == kOpen ? std::string("*") : std::to_string(static_cast<long>(v)); };
    out += (out.empty() ? "" : ", ") + q.measure + " " + bound(q.low) + (q.low == q.high ? "" : ".." + bound(q.high));
  }
  return out;
}

TEST(Quantities, ReadsFiguresAndWords) {
  EXPECT_EQ(said("Le séisme a fait 12 morts et quarante-deux blessés."), "deaths 12, injured 42");
  EXPECT_EQ(said("On compte deux cent trois morts."), "deaths 203");
  EXPECT_EQ(said("Un cinquième ouvrier est mort."), "");
  EXPECT_EQ(said("vingt et une personnes ont été tuées"), "deaths 21");
  EXPECT_EQ(said("quatre-vingt-dix-sept drones"), "drone 97");
}

TEST(Quantities, ReadsMarksWithinFigures) {
  EXPECT_EQ(said("1 234 tonnes, 1\u202F234 tonnes"), "t 1234, t 1234");
  EXPECT_EQ(said("2,5 millions d’euros"), "EUR 2450000..2550000");
  EXPECT_EQ(said("1 250 000 dollars"), "USD 1245000..1255000");
  EXPECT_EQ(said("plusieurs millions de dollars"), "USD 1000000..*");
}

TEST(Quantities, KeepsHowVagueTheTextIs) {
  EXPECT_EQ(said("au moins 12 morts"), "deaths 12..*");
  EXPECT_EQ(said("moins de 12 morts"), "deaths 0..12");
  EXPECT_EQ(said("environ 100 blessés"), "injured 80..120");
  EXPECT_EQ(said("une dizaine de morts"), "deaths 8..12");
  EXPECT_EQ(said("des dizaines de morts"), "deaths 20..*");
  EXPECT_EQ(said("entre 10 et 15 morts"), "deaths 10..15");
  EXPECT_EQ(said("10 à 15 morts"), "deaths 10..15");
}

TEST(Quantities, SeesWhatBefellThePeopleCounted) {
  EXPECT_EQ(said("Douze personnes ont été tuées."), "deaths 12");
  EXPECT_EQ(said("L'explosion a blessé trente civils."), "injured 30");
  EXPECT_EQ(said("tuant cinq soldats et en blessant trente"), "deaths 5, injured 30");
  EXPECT_EQ(said("la mort de six policiers"), "deaths 6");
  EXPECT_EQ(said("Mille manifestants ont défilé."), "demonstrators 950..1050");
}

TEST(Quantities, LeavesOutDatesAgesSharesAndParts) {
  EXPECT_EQ(said("Le 12 mars 2019, un homme de 45 ans parcourt 30 % du trajet en 3 heures, à 10h30."), "persons 1");
  EXPECT_EQ(said("douze morts, dont trois enfants"), "deaths 12");
  EXPECT_EQ(said("en 2015 des élections, une attaque"), "");
}

TEST(Quantities, SpansCoverQualifierNumberAndNoun) {
  const std::string text = "Hier, au moins douze morts.";
  ASSERT_EQ(read(text).size(), 1u);
  EXPECT_EQ(read(text)[0].span, (Span{6, 26}));
}

TEST(Quantities, AnyTextIsSafe) {
  for (const char* text : {"", "1", "99999999999999999999999999999999 morts", "de de de", "un et un et un", "1,", "1.000.", "entre 3 et", "dont"})
    EXPECT_NO_THROW(read(text)) << text;
}

TEST(Quantities, OverlapDecidesWhatFitsTogether) {
  EXPECT_TRUE(read("au moins 12 morts")[0].compatible(read("15 morts")[0]));
  EXPECT_FALSE(read("12 morts")[0].compatible(read("15 morts")[0]));
}

}  // namespace
}  // namespace fabula
