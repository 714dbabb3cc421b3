#include "syntax/conjunct_moods.hpp"

#include <gtest/gtest.h>

#include "support/doc_builder.hpp"

namespace fabula::syntax {
namespace {

/// "nie que tout ait brûlé et accuse": the head of the last verb, whose mood is given.
WordId head_of_last(std::string_view mood) {
  text::Doc doc = testing::doc_of(R"(
    nie nier VERB Mood=Ind|VerbForm=Fin 0 root
    que que SCONJ _ 5 mark
    tout tout PRON _ 5 nsubj
    ait avoir AUX Mood=Sub|VerbForm=Fin 5 aux:tense
    brûlé brûler VERB VerbForm=Part 1 ccomp
    et et CCONJ _ 7 cc
    accuse accuser VERB Mood=)" + std::string(mood) + R"(|VerbForm=Fin 5 conj
  )");
  mend_conjunct_moods(doc);
  return doc.words.back().head;
}

TEST(ConjunctMoods, TheIndicativeGoesOnWithTheMainVerb) { EXPECT_EQ(head_of_last("Ind"), WordId(0)); }
TEST(ConjunctMoods, TheSubjunctiveStaysInItsClause) { EXPECT_EQ(head_of_last("Sub"), WordId(4)); }

}  // namespace
}  // namespace fabula::syntax
