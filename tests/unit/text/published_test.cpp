#include <gtest/gtest.h>

#include "fabula/base/edtf.hpp"
#include "support.hpp"

namespace fabula::text {
namespace {

constexpr std::string_view kProse = "\n\nLe port a rouvert lundi. Les bateaux sont revenus.\n";

std::string dated_text(std::string head, std::string_view file = "x.txt") { return dated(read(head.append(kProse), file)); }

TEST(Published, ComesFromTheScrapedHead) {
  EXPECT_EQ(dated(read(" date 2022-10 Le port a rouvert lundi.")), "2022-10 head");
  EXPECT_EQ(dated(read(" date 2022 Le port a rouvert lundi.")), "2022 head");
  EXPECT_EQ(dated(read("date 2022-10-05\nLe port a rouvert lundi.")), "2022-10-05 head");
  EXPECT_EQ(dated(read("Date limite : 2022. Le port a rouvert.")), " unknown");
  EXPECT_EQ(dated(read("date 2022-13 Le port a rouvert.")), " unknown");
}

TEST(Published, ComesFromFrontMatter) {
  EXPECT_EQ(dated_text("date: 2021-03-04"), "2021-03-04 front_matter");
  EXPECT_EQ(dated_text("---\ntitle: Le port\ndate: 4 mars 2021\n---"), "2021-03-04 front_matter");
  EXPECT_EQ(dated_text("Date : 04/03/2021"), "2021-03-04 front_matter");
  EXPECT_EQ(dated_text("date: 2021-03-04T10:15:00+01:00"), "2021-03-04T10:15 front_matter");
  EXPECT_EQ(dated_text("date: bientôt"), " unknown");
}

TEST(Published, ComesFromTheDateline) {
  for (const char* line : {"12 octobre 2017 . –", "12 octobre 2017. —", "jeudi 12 octobre 2017", "Publié le 12 octobre 2017 à 14h05",
                           "12 octobre 2017, 14h30 . –", "12 octobre 2017, Brest, France . –", "12 octobre 2017, 3 h 12 UTC+2 . –",
                           "BREST, 12 octobre 2017 (AFP) -", "Brest, le 12 octobre 2017 (Reuters) –", "Mis à jour le 12/10/2017 à 10:15",
                           "Le 12 oct. 2017", "MOSCOU, 12 octobre 2017. /TASS/."})
    EXPECT_EQ(dated_text(line), "2017-10-12 dateline") << line;
  EXPECT_EQ(dated_text("1er mars 2017 . –"), "2017-03-01 dateline");
}

TEST(Published, ComesFromALineBelowTheArticle) {
  EXPECT_EQ(dated(read(std::string("Le port rouvre") + std::string(kProse) + "\nArticle publié le 12 octobre 2017 à 18 h 42\n")),
            "2017-10-12 dateline");
  EXPECT_EQ(dated(read("BREST, 9 octobre 2017 (AFP) –" + std::string(kProse) + "\nPublié le 12 octobre 2017\n")), "2017-10-09 dateline");
}

TEST(Published, DatelineTakesItsYearFromElsewhere) {
  EXPECT_EQ(dated_text("BREST, 9 décembre (AFP) –"), " unknown");
  EXPECT_EQ(dated_text("BREST, 9 décembre (AFP) –", "depeche_2016-12-10.txt"), "2016-12-09 dateline");
  EXPECT_EQ(dated_text("BREST, 31 décembre (AFP) –", "20170101.txt"), "2016-12-31 dateline");
  EXPECT_EQ(dated_text("date: 2016\n\nBREST, 9 décembre (AFP) –"), "2016-12-09 dateline");
}

TEST(Published, ComesFromTheFileName) {
  for (const char* file : {"2016_01_10-001.txt", "a/b/2016-01-10.txt", "20160110.txt", "afp-2016-01-10-port.txt", "x_20160110_y.txt"})
    EXPECT_EQ(dated_text("Le port", file), "2016-01-10 file_name") << file;
  for (const char* file : {"000_5b97cbcc9cc71c7a.txt", "2016_13_10.txt", "2016_02_30.txt", "120160110.txt", "ab20160110cd.txt",
                           "2016-01_10.txt", "2016-01-10/x.txt"})
    EXPECT_EQ(dated_text("Le port", file), " unknown") << file;
}

TEST(Published, FollowsTheOrderOfPrecedence) {
  const std::string all = "---\ndate: 2015-01-02\n---\n6 juin 2016 . –";
  EXPECT_EQ(dated_text(all, "2018-01-01.txt"), "2015-01-02 front_matter");
  EXPECT_EQ(dated_text("6 juin 2016 . –", "2018-01-01.txt"), "2016-06-06 dateline");
  EXPECT_EQ(dated_text("date 2017-05 Le port rouvre\n\n6 juin 2016 . –"), "2017-05 head");

  ReadOptions options;
  options.published = read_date("2019-09", french());
  EXPECT_EQ(dated(read_text(all + std::string(kProse), "x.txt", french(), options)), "2019-09 option");
}

TEST(Published, DatelineMakesAMonthExact) {
  EXPECT_EQ(dated_text("date 2016-06 Le port rouvre\n\n6 juin 2016 . –"), "2016-06-06 dateline");
  EXPECT_EQ(dated_text("date: 2016-06\n\n6 juin –"), "2016-06-06 dateline");
}

TEST(Published, IsUnknownWhereNothingSaysIt) {
  const Article a = read(kProse);
  EXPECT_EQ(dated(a), " unknown");
  EXPECT_TRUE(a.published.range.open());
}

TEST(ReadDate, UnderstandsPeopleAndMachines) {
  const auto edtf = [](std::string_view text, const lang::Pack& pack) {
    const auto value = read_date(text, pack);
    return value ? value->edtf : "none";
  };
  EXPECT_EQ(edtf("2022-10", french()), "2022-10");
  EXPECT_EQ(edtf("1er février 2020", french()), "2020-02-01");
  EXPECT_EQ(edtf("lundi 3 août 2020", french()), "2020-08-03");
  EXPECT_EQ(edtf("août 2020", french()), "2020-08");
  EXPECT_EQ(edtf("aout 2020", french()), "2020-08");
  EXPECT_EQ(edtf("20/03/2016", french()), "2016-03-20");
  EXPECT_EQ(edtf("2016/03/20", french()), "2016-03-20");
  EXPECT_EQ(edtf("March 3, 2017", english()), "2017-03-03");
  EXPECT_EQ(edtf("3rd of March 2017", english()), "2017-03-03");
  EXPECT_EQ(edtf("Mon, 20 Mar 2017", english()), "2017-03-20");
  EXPECT_EQ(edtf("03/04/2017", english()), "none") << "day and month cannot be told apart";
  EXPECT_EQ(edtf("25/04/2017", english()), "2017-04-25");
  for (const char* bad : {"", "hier", "31/02/2020", "2020-02-30", "40 mars 2020", "mars", "12 mars 2020 et demi"})
    EXPECT_EQ(edtf(bad, french()), "none") << bad;
}

}  // namespace
}  // namespace fabula::text
