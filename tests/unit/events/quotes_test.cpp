#include "events/quotes.hpp"

#include <gmock/gmock.h>

#include "support/doc_builder.hpp"

namespace fabula::events {
namespace {

using fabula::testing::doc_of;

TEST(Quotations, LeaveTheMarksOut) {
  const text::Doc doc = doc_of(R"(
    « « PUNCT _ 3 punct
    Nous nous PRON _ 3 nsubj
    partons partir VERB VerbForm=Fin 0 root
    » » PUNCT _ 3 punct
    . . PUNCT _ 3 punct
  )");
  const auto found = find_quotations(doc);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(doc.slice(found[0].span), "Nous partons");
  EXPECT_TRUE(found[0].clause);
}

TEST(Quotations, AnOpeningMarkBeforeACommaCloses) {
  const text::Doc doc = doc_of(R"(
    « « PUNCT _ 3 punct
    Nous nous PRON _ 3 nsubj
    partons partir VERB VerbForm=Fin 0 root
    « « PUNCT _ 3 punct
    , , PUNCT _ 3 punct
    dit dire VERB VerbForm=Fin 3 parataxis
    Velmont Velmont PROPN _ 6 nsubj
    . . PUNCT _ 3 punct
  )");
  const auto found = find_quotations(doc);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(doc.slice(found[0].span), "Nous partons");
}

TEST(Quotations, OneThatIsNeverClosedEndsWithItsParagraph) {
  const text::Doc doc = doc_of(R"(
    « « PUNCT _ 2 punct
    Partons partir VERB VerbForm=Fin 0 root
    . . PUNCT _ 2 punct

    #prose
    Velmont Velmont PROPN _ 2 nsubj
    part partir VERB VerbForm=Fin 0 root
  )");
  const auto found = find_quotations(doc);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(doc.slice(found[0].span), "Partons.");
}

}  // namespace
}  // namespace fabula::events
