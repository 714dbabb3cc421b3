#include "syntax/lexicon.hpp"

#include <gmock/gmock.h>

#include "syntax/lemmatizer.hpp"

namespace fabula::syntax {
namespace {

using text::Upos;

TEST(EditRule, MakesTheLemmaOfTheFormItWasTakenFrom) {
  for (const auto& [form, lemma] : std::vector<std::pair<std::string, std::string>>{
           {"chevaux", "cheval"}, {"Était", "être"}, {"Nantes", "Nantes"}, {"l’", "le"}, {"œufs", "œuf"}, {"x", ""}})
    EXPECT_EQ(EditRule::between(form, lemma).apply(form), lemma);
}

TEST(EditRule, SurvivesFormsShorterThanItsCut) { EXPECT_EQ((EditRule{9, "er", true}.apply("é")), "er"); }

TEST(Lexicon, FindsItsFormsAndNoOthers) {
  LexiconBuilder builder;
  for (int i = 0; i < 2000; ++i)
    builder.add("forme" + std::to_string(i), false, Upos::NOUN, 2, i % 2 ? "Number=Sing" : "Number=Plur", {}, 1);
  const Lexicon lexicon = builder.build();
  int strangers = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto readings = lexicon.readings(lexicon.find("forme" + std::to_string(i), false));
    ASSERT_EQ(readings.size(), 1u);
    EXPECT_EQ(lexicon.feats(readings[0]), i % 2 ? "Number=Sing" : "Number=Plur");
    if (lexicon.find("autre" + std::to_string(i), i % 2 == 0) != Lexicon::kUnknown) ++strangers;
  }
  EXPECT_LE(strangers, 3);
  EXPECT_TRUE(Lexicon().readings(Lexicon().find("rien", false)).empty());
}

TEST(Lexicon, KeepsNamesApartFromWords) {
  LexiconBuilder builder;
  builder.add("pierre", true, Upos::PROPN, 1, "", {}, 60);
  builder.add("pierre", false, Upos::NOUN, 1, "", {}, 28);
  builder.add("nantes", true, Upos::PROPN, 1, "", {}, 5);
  builder.add("maison", false, Upos::NOUN, 1, "", {}, 5);
  const Lexicon lexicon = builder.build();
  const auto tags = [&](const char* form, bool capital) {
    std::vector<Upos> found;
    for (const Reading& r : lexicon.readings(lexicon.find(form, capital))) found.push_back(static_cast<Upos>(r.upos));
    return found;
  };
  EXPECT_THAT(tags("pierre", false), testing::ElementsAre(Upos::NOUN));
  EXPECT_THAT(tags("pierre", true), testing::ElementsAre(Upos::PROPN, Upos::NOUN));
  EXPECT_THAT(tags("nantes", false), testing::ElementsAre(Upos::PROPN)) << "untidy text drops capitals";
  EXPECT_THAT(tags("maison", true), testing::ElementsAre(Upos::NOUN)) << "at the beginning of a sentence";
}

TEST(Lexicon, OrdersReadingsBySourceThenByTheUsesOfTheirTag) {
  LexiconBuilder builder;
  builder.add("fin", false, Upos::VERB, 2, "", {}, 9);
  builder.add("fin", false, Upos::ADJ, 1, "Gender=Masc", {}, 6);
  builder.add("fin", false, Upos::NOUN, 1, "Gender=Fem", {}, 5);
  builder.add("fin", false, Upos::NOUN, 1, "Gender=Masc", {}, 4);
  const Lexicon lexicon = builder.build();
  const auto readings = lexicon.readings(lexicon.find("fin", false));
  ASSERT_EQ(readings.size(), 4u);
  EXPECT_EQ(static_cast<Upos>(readings[0].upos), Upos::NOUN);
  EXPECT_EQ(lexicon.feats(readings[0]), "Gender=Fem");
  EXPECT_EQ(static_cast<Upos>(readings[2].upos), Upos::ADJ);
  EXPECT_EQ(static_cast<Upos>(readings[3].upos), Upos::VERB);
  EXPECT_EQ(readings[0].share, readings[1].share);
  EXPECT_NE(readings[0].share, readings[2].share);
}

TEST(Lemmatizer, ChoosesTheReadingThatAgrees) {
  LexiconBuilder builder;
  builder.add("fils", false, Upos::NOUN, 2, "Gender=Masc|Number=Plur", EditRule::between("fils", "fil"), 1);
  builder.add("fils", false, Upos::NOUN, 0, "Gender=Masc|Number=Sing", EditRule::between("fils", "fils"), 4);
  const Lexicon lexicon = builder.build();
  const Lemmatizer lemmatizer;
  EXPECT_EQ(lemmatizer.lemma("fils", Upos::NOUN, "Gender=Masc|Number=Plur", lexicon), "fil");
  EXPECT_EQ(lemmatizer.lemma("Fils", Upos::NOUN, "Gender=Masc|Number=Sing", lexicon), "fils");
}

TEST(Lemmatizer, GoesByTheEndingOfFormsItDoesNotKnow) {
  LemmatizerBuilder builder;
  const std::string past = "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin";
  for (const std::string stem : {"parl", "chant", "march"})
    builder.add(stem + "ait", Upos::VERB, past, EditRule::between(stem + "ait", stem + "er"), 1);
  builder.add("finissait", Upos::VERB, past, EditRule::between("finissait", "finir"), 1);
  const Lemmatizer lemmatizer = builder.build();
  EXPECT_EQ(lemmatizer.lemma("tweetait", Upos::VERB, past, Lexicon()), "tweeter");
  EXPECT_EQ(lemmatizer.lemma("Rôtissait", Upos::VERB, past, Lexicon()), "rôtir");
  EXPECT_EQ(lemmatizer.lemma("Zorglub", Upos::PROPN, "", Lexicon()), "Zorglub");
  EXPECT_EQ(lemmatizer.lemma("Zorglub", Upos::NOUN, "", Lexicon()), "zorglub");
}

}  // namespace
}  // namespace fabula::syntax
