#include "support/doc_builder.hpp"

#include <gtest/gtest.h>

namespace fabula::testing {
namespace {

TEST(DocBuilder, PutsWordsSpansAndTreesWhereTheLinesSay) {
  const text::Doc doc = doc_of(R"(
    #title
    Réunion réunion NOUN _ 0 root
    [du 2]
    de de ADP _ 4 case
    le le DET _ 4 det
    Conseil conseil NOUN _ 1 nmod

    #prose
    L' le DET _ 2 det
    Iran Iran PROPN _ 3 nsubj
    nie nier VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct
  )");
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.article.text.utf8(), "Réunion du Conseil\nL'Iran nie.");
  EXPECT_EQ(doc.slice(doc.words[1].span), "du");
  EXPECT_EQ(doc.words[1].token, doc.words[2].token);
  EXPECT_EQ(doc.slice(doc.words[5].span), "Iran");
  EXPECT_EQ(doc.words[5].head, WordId(6));
  EXPECT_EQ(doc.article.paragraphs[doc.sentences[1].paragraph].kind, text::ParagraphKind::prose);
  EXPECT_EQ(doc.slice(doc.sentences[1].span), "L'Iran nie.");
}

}  // namespace
}  // namespace fabula::testing
