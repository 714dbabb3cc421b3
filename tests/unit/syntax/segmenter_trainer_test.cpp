#include "syntax/train/segmenter_trainer.hpp"

#include <gtest/gtest.h>

#include <array>

#include "fabula/syntax/conllu.hpp"
#include "syntax/train/logistic.hpp"

namespace fabula::syntax {
namespace {

/// A treebank of sentences whose tokens stand a space apart; only forms matter here.
text::Doc treebank(const std::vector<std::vector<std::string>>& sentences) {
  std::string conllu;
  for (const auto& tokens : sentences) {
    std::string text, lines;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      text += (i > 0 ? " " : "") + tokens[i];
      lines += std::to_string(i + 1) + "\t" + tokens[i] + "\t_\tX\t_\t_\t" + (i == 0 ? "0\troot" : "1\tdep") + "\t_\t_\n";
    }
    conllu += "# text = " + text + "\n" + lines + "\n";
  }
  return read_conllu(conllu, "treebank");
}

text::Doc small(int times = 1) {
  std::vector<std::vector<std::string>> sentences;
  for (int i = 0; i < times; ++i)
    for (const char* subject : {"Jeanne", "Paul", "Le", "Une", "Marie", "Ils"})
      for (const char* verb : {"dort", "chante", "part", "rit"}) sentences.push_back({subject, verb, "ici", "."});
  return treebank(sentences);
}

std::string bytes_of(const Segmenter& segmenter) {
  ModelWriter out;
  segmenter.write(out);
  return out.file();
}

SegmentRules french() { return SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr")); }

Segmenter train(const text::Doc& gold, const std::vector<JoinedText>& raw = {}) {
  const SegmentRules rules = french();
  const Lexicon lexicon;
  return train_segmenter({gold, raw, rules, lexicon});
}

std::vector<std::string> sentences(const Segmenter& segmenter, std::string_view text) {
  text::Doc doc;
  doc.article.text = text::Text(std::string(text));
  doc.article.paragraphs = {{{0, doc.article.text.size()}, text::ParagraphKind::prose}};
  segmenter.segment(doc, Lexicon());
  std::vector<std::string> out;
  for (const text::Sentence& s : doc.sentences) out.emplace_back(doc.slice(s.span));
  return out;
}

TEST(SegmenterTrainer, GivesTheSameBytesTwice) { EXPECT_EQ(bytes_of(train(small())), bytes_of(train(small()))); }

TEST(SegmenterTrainer, LearnsWhereSentencesEnd) {
  EXPECT_EQ(sentences(train(small()), "Paul rit ici . Marie dort ici ."),
            (std::vector<std::string>{"Paul rit ici .", "Marie dort ici ."}));
}

TEST(SegmenterTrainer, LearnsFromRawTextThatNamesAreNotParted) {
  const text::Doc gold = treebank({{"On", "voit", "Anne"}, {"Martin", "dort"}, {"On", "cherche", "Anne"}, {"Le", "chat", "dort"}});
  const std::vector<JoinedText> raw(20, join_paragraphs("On aime Anne Martin\nOn entend Anne Martin", french()));
  const std::string_view text = "On connaît Anne Martin";
  EXPECT_EQ(sentences(train(gold), text).size(), 2u);
  EXPECT_EQ(sentences(train(gold, raw), text).size(), 1u);
}

TEST(JoinedText, PutsSentencesInTheOrderGiven) {
  const JoinedText text = join_sentences(treebank({{"Elle", "part", "."}, {"Il", "reste"}}), {1, 0}, french());
  ASSERT_EQ(text.tokens.size(), 5u);
  EXPECT_EQ(text.tokens.front().form, "Il");
  using enum JoinedText::Gap;
  EXPECT_EQ(text.gaps, (std::vector{inside, end, inside, inside, end}));
}

TEST(JoinedText, TakesFromLayoutWhatItTells) {
  const JoinedText text = join_paragraphs("  Grève des trains\r\n\n Mme Roy part. Elle rit\n", french());
  using enum JoinedText::Gap;
  EXPECT_EQ(text.gaps, (std::vector{inside, inside, end, inside, inside, inside, open, inside, end}));
}

TEST(BoundaryNetwork, LearnsWhereSentencesEndToo) {
  const SegmentRules rules = french();
  const Lexicon lexicon = LexiconBuilder().build();
  const InputTables inputs({"ici", "jeanne"}, 50);
  const std::vector<JoinedText> raw(2, join_paragraphs("Jeanne dort ici", rules));
  const auto train = [&](int times) {
    const text::Doc gold = small(times);
    return train_boundary_networks({gold, raw, rules, lexicon}, inputs, {});
  };
  const std::vector<Weights> a = train(1), b = train(1);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].values(), b[i].values());
  std::vector<BoundaryNetwork> networks;
  for (Weights& weights : train(20)) networks.emplace_back(std::move(weights), inputs, std::vector<std::vector<std::uint32_t>>{{0}});
  text::Doc doc;
  Segmenter::add_tokens(doc, U"Paul rit ici . Marie dort ici . Ils partent ici .", 0, rules);
  const auto n = static_cast<std::uint32_t>(doc.tokens.size());
  BoundaryOpinion opinion(networks, doc.tokens, 0, n, lexicon), none({}, doc.tokens, 0, n, lexicon);
  float least_at_ends = BoundaryOpinion::kMost, most_elsewhere = -BoundaryOpinion::kMost;
  for (std::uint32_t t = 0; t < n; ++t) {
    if (doc.tokens[t].form == ".") least_at_ends = std::min(least_at_ends, opinion.log_odds(t));
    else most_elsewhere = std::max(most_elsewhere, opinion.log_odds(t));
    EXPECT_EQ(none.log_odds(t), 0);
  }
  EXPECT_GT(least_at_ends, most_elsewhere) << "so little data only ranks them";
}

TEST(Logistic, WeightsInBytesKeepTheirOrderAndSign) {
  std::vector<float> weights(16);
  weights[1] = 0.5f;
  weights[2] = -2;
  weights[3] = 1;
  const LinearModel model = in_bytes(4, weights);
  const auto score = [&](std::uint64_t row) { return model.score(std::array<std::uint64_t, 1>{row << 60}); };
  EXPECT_EQ(score(0), 0);
  EXPECT_LT(0, score(1));
  EXPECT_LT(score(1), score(3));
  EXPECT_EQ(score(2), -127);
}

}  // namespace
}  // namespace fabula::syntax
