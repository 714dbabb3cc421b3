#include "syntax/tokenizer.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <vector>

#include "fabula/base/unicode.hpp"

namespace fabula::syntax {
namespace {

using testing::ElementsAre;

const SegmentRules& french() {
  static const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  return rules;
}

std::vector<std::string> tokens(std::string_view text) {
  const std::u32string letters = to_utf32(text);
  std::vector<std::string> out;
  for (const Span span : tokenize(letters, french()))
    out.push_back(to_utf8(std::u32string_view(letters).substr(span.begin, span.size())));
  return out;
}

TEST(Tokenizer, KeepsTheFullStopOfAnAbbreviation) {
  EXPECT_THAT(tokens("M. Roche dort."), ElementsAre("M.", "Roche", "dort", "."));
  EXPECT_THAT(tokens("vers 40 av. J.-C. environ"), ElementsAre("vers", "40", "av.", "J.-C.", "environ"));
}

TEST(Tokenizer, TakesSomeAbbreviationsOnlyBeforeANumber) {
  EXPECT_THAT(tokens("selon l'art. 5"), ElementsAre("selon", "l'", "art.", "5"));
  EXPECT_THAT(tokens("Il aime l'art. Elle non."), ElementsAre("Il", "aime", "l'", "art", ".", "Elle", "non", "."));
}

TEST(Tokenizer, KeepsInitialsAndAcronyms) {
  EXPECT_THAT(tokens("P. Q. Morel (U.R.S.S.)"), ElementsAre("P.", "Q.", "Morel", "(", "U.R.S.S.", ")"));
}

TEST(Tokenizer, CutsElidedWordsWithEitherApostrophe) {
  EXPECT_THAT(tokens("l’eau qu'il n’a"), ElementsAre("l’", "eau", "qu'", "il", "n’", "a"));
  EXPECT_THAT(tokens("aujourd’hui quelqu'un"), ElementsAre("aujourd’hui", "quelqu'un"));
}

TEST(Tokenizer, LeavesNamesThatLookElidedWhole) {
  EXPECT_THAT(tokens("à N'Djamena, n'ayant"), ElementsAre("à", "N'Djamena", ",", "n'", "ayant"));
}

TEST(Tokenizer, CutsClitics) {
  EXPECT_THAT(tokens("a-t-elle dit-on"), ElementsAre("a", "-t-elle", "dit", "-on"));
  EXPECT_THAT(tokens("ce jour-là, celui-ci"), ElementsAre("ce", "jour", "-là", ",", "celui-ci"));
  EXPECT_THAT(tokens("Donnez-le-moi !"), ElementsAre("Donnez", "-le", "-moi", "!"));
}

TEST(Tokenizer, LeavesHyphenatedNamesWhole) {
  EXPECT_THAT(tokens("avec Kim Jong-il hier"), ElementsAre("avec", "Kim", "Jong-il", "hier"));
  EXPECT_THAT(tokens("un rendez-vous à Bar-le-Duc"), ElementsAre("un", "rendez-vous", "à", "Bar-le-Duc"));
}

TEST(Tokenizer, KeepsNumbersWhole) {
  EXPECT_THAT(tokens("10 000 euros, 3,5 % et 1.250"), ElementsAre("10 000", "euros", ",", "3,5", "%", "et", "1.250"));
  EXPECT_THAT(tokens("en 2012 300 élus"), ElementsAre("en", "2012", "300", "élus"));
  EXPECT_THAT(tokens("à 10:30 le 12/04"), ElementsAre("à", "10:30", "le", "12/04"));
}

TEST(Tokenizer, CutsUnitsOffTheirNumber) {
  EXPECT_THAT(tokens("à 14h30, vers 9h."), ElementsAre("à", "14", "h", "30", ",", "vers", "9", "h", "."));
  EXPECT_THAT(tokens("le 21e rang, en 1ère ligne"), ElementsAre("le", "21e", "rang", ",", "en", "1ère", "ligne"));
}

TEST(Tokenizer, KeepsAnEndingInBracketsWithItsWord) {
  EXPECT_THAT(tokens("les élu(s) (oui) 30(a)"), ElementsAre("les", "élu(s)", "(", "oui", ")", "30", "(", "a", ")"));
}

TEST(Tokenizer, KeepsAddressesWhole) {
  EXPECT_THAT(tokens("(voir http://exemple.org/a?b=c.)"), ElementsAre("(", "voir", "http://exemple.org/a?b=c", ".", ")"));
  EXPECT_THAT(tokens("écrire à moi@exemple.fr."), ElementsAre("écrire", "à", "moi@exemple.fr", "."));
}

TEST(Tokenizer, SetsQuotationMarksApart) {
  EXPECT_THAT(tokens("«Non», “oui” « peut-être «"),
              ElementsAre("«", "Non", "»", ",", "“", "oui", "”", "«", "peut-être", "«"));
}

TEST(Tokenizer, KeepsRunsOfStopsTogether) {
  EXPECT_THAT(tokens("Attends... quoi ?!"), ElementsAre("Attends", "...", "quoi", "?!"));
}

TEST(Tokenizer, IsLinearOnOneHugeToken) {
  for (const std::string_view unit : {"a", "'", "-", ".", "a-il", "l'", "é.", "1,", "\U0001F600", "\x01", "«"}) {
    std::string text;
    while (text.size() < 500000) text += unit;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_FALSE(tokens(text).empty());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << unit;
  }
}

}  // namespace
}  // namespace fabula::syntax
