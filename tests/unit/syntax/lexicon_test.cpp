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
    builder.add("forme" + std::to_string(i), Upos::NOUN, 2, i % 2 ? "Number=Sing" : "Number=Plur", {}, 1);
  const Lexicon lexicon = builder.build();
  int strangers = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto readings = lexicon.readings(lexicon.find("forme" + std::to_string(i)));
    ASSERT_EQ(readings.size(), 1u);
    EXPECT_EQ(lexicon.feats(readings[0]), i % 2 ? "Number=Sing" : "Number=Plur");
    if (lexicon.find("autre" + std::to_string(i)) != Lexicon::kUnknown) ++strangers;
  }
  EXPECT_LE(strangers, 3);
  EXPECT_TRUE(Lexicon().readings(Lexicon().find("rien")).empty());
}

TEST(Lemmatizer, ChoosesTheReadingThatAgrees) {
  LexiconBuilder builder;
  builder.add("fils", Upos::NOUN, 2, "Gender=Masc|Number=Plur", EditRule::between("fils", "fil"), 1);
  builder.add("fils", Upos::NOUN, 0, "Gender=Masc|Number=Sing", EditRule::between("fils", "fils"), 4);
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
