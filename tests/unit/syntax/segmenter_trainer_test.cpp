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

TEST(SegmenterTrainer, GivesTheSameBytesTwice) {
  const text::Doc gold = small();
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  EXPECT_EQ(bytes_of(train_segmenter(gold, rules, Lexicon())), bytes_of(train_segmenter(gold, rules, Lexicon())));
}

TEST(SegmenterTrainer, LearnsWhereSentencesEnd) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  const Segmenter segmenter = train_segmenter(small(), rules, Lexicon());
  text::Doc doc;
  doc.article.text = text::Text("Paul rit ici . Marie dort ici .");
  doc.article.paragraphs = {{{0, doc.article.text.size()}, text::ParagraphKind::prose}};
  segmenter.segment(doc, Lexicon());
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.slice(doc.sentences[1].span), "Marie dort ici .");
}

TEST(BoundaryNetwork, LearnsWhereSentencesEndToo) {
  const SegmentRules rules = SegmentRules::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  const Lexicon lexicon = LexiconBuilder().build();
  const InputTables inputs({"ici", "jeanne"}, 50);
  const auto train = [&](int times) { return train_boundary_networks(small(times), rules, lexicon, inputs, {}); };
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
