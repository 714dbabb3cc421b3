#include "fabula/text/language.hpp"

#include <gtest/gtest.h>

namespace fabula::text {
namespace {

const std::vector<std::string> kBoth = {"en", "fr"};

TEST(Language, TellsFrenchFromEnglish) {
  EXPECT_EQ(detect_language("Le ministre a déclaré mardi que les négociations reprendraient bientôt.", kBoth, "en"), "fr");
  EXPECT_EQ(detect_language("The minister said on Tuesday that the talks would resume before long.", kBoth, "fr"), "en");
}

TEST(Language, LooksAtProseNotAtHeads) {
  EXPECT_EQ(detect_language("date: 2020-01-02\nsource: The Morning Paper\nPhoto: John Smith / The Agency\n\n"
                            "Les habitants ont quitté le village avant la nuit.",
                            kBoth, "en"),
            "fr");
}

TEST(Language, FallsBackWhereNothingFits) {
  EXPECT_EQ(detect_language("Правительство объявило о новых мерах поддержки населения.", kBoth, "fr"), "fr");
  EXPECT_EQ(detect_language("12345", kBoth, "fr"), "fr");
  EXPECT_EQ(detect_language("", kBoth, "fr"), "fr");
}

TEST(Language, BelievesWhatTheInputDeclares) {
  Decoded d;
  d.utf8 = "lang: en-GB\n\nLe ministre a parlé.";
  EXPECT_EQ(language_of(d, kBoth, "fr"), "en");
  d.metadata.language = "fr-CA";
  EXPECT_EQ(language_of(d, kBoth, "en"), "fr");
  d.metadata.language = "xx";
  d.utf8 = "lang: yy\n\nThe minister spoke to the members of the council on Monday.";
  EXPECT_EQ(language_of(d, kBoth, "fr"), "en");
}

}  // namespace
}  // namespace fabula::text
