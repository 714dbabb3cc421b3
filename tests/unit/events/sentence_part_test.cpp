#include "events/sentence_part.hpp"

#include <gtest/gtest.h>

#include "support/doc_builder.hpp"

namespace fabula::events {
namespace {

using Part = std::pair<std::uint32_t, std::uint32_t>;

/// "Paul part ( lundi ) ; Anne reste"
text::Doc doc() {
  return testing::doc_of(R"(
    Paul Paul PROPN _ 2 nsubj
    part partir VERB _ 0 root
    ( ( PUNCT _ 4 punct
    lundi lundi NOUN _ 2 obl
    ) ) PUNCT _ 4 punct
    ; ; PUNCT _ 8 punct
    Anne Anne PROPN _ 8 nsubj
    reste rester VERB _ 2 conj
  )");
}

TEST(SentencePart, SemicolonsPartIt) {
  EXPECT_EQ(part_of(doc(), WordId(0)), Part(0, 5)) << "the parenthesis stands in it";
  EXPECT_EQ(part_of(doc(), WordId(7)), Part(6, 8));
}

TEST(SentencePart, AParenthesisIsOneOfItsOwn) { EXPECT_EQ(part_of(doc(), WordId(3)), Part(3, 4)); }

}  // namespace
}  // namespace fabula::events
