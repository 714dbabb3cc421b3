#include "syntax/segmenter.hpp"

#include <gmock/gmock.h>

namespace fabula::syntax {
namespace {

using testing::ElementsAre;

TEST(Segmenter, MultiwordTokensTakeTheLetterCaseOfTheirSurface) {
  const Multiword du{{"de", "le"}, true};
  EXPECT_THAT(cased_words(du, "du"), ElementsAre("de", "le"));
  EXPECT_THAT(cased_words(du, "Du"), ElementsAre("De", "le"));
  EXPECT_THAT(cased_words(du, "DU"), ElementsAre("DE", "le"));
}

TEST(Segmenter, RulesComeFromTheTablesOfThePack) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  EXPECT_TRUE(rules.abbreviations.contains("mme."));
  EXPECT_TRUE(rules.before_numbers.contains("art."));
  EXPECT_TRUE(rules.elisions.contains("qu'"));
  EXPECT_TRUE(rules.multiwords.at("des").ambiguous);
  EXPECT_FALSE(rules.multiwords.at("aux").ambiguous);
}

TEST(Segmenter, TokensKeepTheirSpans) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  text::Doc doc;
  Segmenter::add_tokens(doc, U"l’été, oui", 7, rules);
  ASSERT_EQ(doc.tokens.size(), 4u);
  EXPECT_EQ(doc.tokens[1].form, "été");
  EXPECT_EQ(doc.tokens[1].span, (Span{9, 12}));
  EXPECT_FALSE(doc.tokens[0].space_after);
  EXPECT_TRUE(doc.tokens[2].space_after);
}

/// Features of the gap after token `at` of a text that is one paragraph and, so far, one sentence.
std::vector<std::uint64_t> gap(std::u32string_view text, std::uint32_t at) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  text::Doc doc;
  Segmenter::add_tokens(doc, text, 0, rules);
  BoundaryFeatures gaps(doc.tokens, 0, static_cast<std::uint32_t>(doc.tokens.size()), Lexicon());
  const auto features = gaps.of(at, 0);
  return {features.begin(), features.end()};
}

TEST(BoundaryFeatures, NoSentenceEndsWithinWhatIsWrittenTogether) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  text::Doc doc;
  Segmenter::add_tokens(doc, U"Il part.\" Elle reste.Puis elle dort. Lui part.", 0, rules);
  BoundaryFeatures gaps(doc.tokens, 0, static_cast<std::uint32_t>(doc.tokens.size()), Lexicon());
  const auto possible_before = [&](std::string_view form) {
    for (std::uint32_t t = 0; t + 1 < doc.tokens.size(); ++t)
      if (doc.tokens[t + 1].form == form) return gaps.possible(t);
    ADD_FAILURE() << form;
    return false;
  };
  EXPECT_FALSE(possible_before("\"")) << "a closing quotation mark stays with its sentence";
  EXPECT_TRUE(possible_before("Elle"));
  EXPECT_TRUE(possible_before("Puis")) << "a space that is missing";
  EXPECT_TRUE(possible_before("Lui"));
}

TEST(BoundaryFeatures, SeeThatAQuotationOrBracketIsClosedAhead) {
  const auto open = gap(U"Il part . Marie dort vraiment toujours ici", 2);
  EXPECT_NE(open, gap(U"Il part . Marie dort vraiment toujours »", 2));
  EXPECT_NE(open, gap(U"Il part . Marie dort vraiment toujours )", 2));
  EXPECT_NE(gap(U"Il part . Marie dort vraiment toujours »", 2), gap(U"Il part . Marie dort vraiment « toujours »", 2));
  EXPECT_EQ(open, gap(U"Il part . Marie dort vraiment ( toujours )", 2)) << "opened behind the gap";
}

TEST(BoundaryFeatures, SeeThatTheNextSentenceWouldBeginLikeThisOne) {
  EXPECT_NE(gap(U"Dosage usuel Dosage maximal", 1), gap(U"Emploi usuel Dosage maximal", 1));
}

}  // namespace
}  // namespace fabula::syntax
