#include "fabula/syntax/analyzer.hpp"

#include <gmock/gmock.h>

#include "fabula/syntax/conllu.hpp"

namespace fabula::syntax {
namespace {

using testing::ElementsAre;

const Analyzer& french() {
  static const Analyzer analyzer = Analyzer::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  return analyzer;
}

text::Article article(std::string text, text::ParagraphKind kind = text::ParagraphKind::prose) {
  text::Article a;
  a.text = text::Text(std::move(text));
  a.paragraphs = {{{0, a.text.size()}, kind}};
  return a;
}

text::Doc analyze(std::string text) { return french().analyze(article(std::move(text))); }

std::vector<std::string> sentences(const text::Doc& doc) {
  std::vector<std::string> out;
  for (const auto& s : doc.sentences) out.emplace_back(doc.slice(s.span));
  return out;
}

// Exactly one root, and every word reaches it.
void expect_trees(const text::Doc& doc) {
  for (const auto& s : doc.sentences) {
    ASSERT_LT(s.first_word, s.end_word);
    int roots = 0;
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      const text::Word& word = doc.words[w];
      EXPECT_EQ(word.deprel == "root", !word.head.valid());
      EXPECT_FALSE(word.deprel.empty());
      EXPECT_FALSE(word.lemma.empty());
      if (!word.head) ++roots;
      if (word.head) {
        EXPECT_GE(word.head.value, s.first_word);
        EXPECT_LT(word.head.value, s.end_word);
      }
      if (s.end_word - s.first_word > 2000) continue;
      std::uint32_t steps = 0;
      for (WordId at(w); at && steps <= s.end_word - s.first_word; at = doc.word(at).head) ++steps;
      EXPECT_LE(steps, s.end_word - s.first_word) << "a cycle";
    }
    EXPECT_EQ(roots, 1);
  }
  EXPECT_NO_THROW(read_conllu(write_conllu(doc), "written"));
}

TEST(Analyzer, EndsSentencesAtFullStopsButNotAtAbbreviations) {
  EXPECT_THAT(sentences(analyze("M. Leroux a quitté la réunion. Il reviendra demain.")),
              ElementsAre("M. Leroux a quitté la réunion.", "Il reviendra demain."));
}

TEST(Analyzer, AParagraphAlwaysEndsASentence) {
  text::Article a;
  a.text = text::Text("Le port reste fermé\n\nles pêcheurs attendent");
  a.paragraphs = {{{0, 19}, text::ParagraphKind::title}, {{21, 43}, text::ParagraphKind::prose}};
  EXPECT_THAT(sentences(french().analyze(a)), ElementsAre("Le port reste fermé", "les pêcheurs attendent"));
}

TEST(Analyzer, LeavesOutParagraphsThatAreNotProse) {
  EXPECT_TRUE(french().analyze(article("Crédit photo : agence", text::ParagraphKind::credit)).words.empty());
}

TEST(Analyzer, ExpandsContractedArticles) {
  const text::Doc doc = analyze("Le maire parle aux habitants du quartier.");
  std::vector<std::string> forms;
  for (const auto& word : doc.words) forms.push_back(word.form);
  EXPECT_THAT(forms, ElementsAre("Le", "maire", "parle", "à", "les", "habitants", "de", "le", "quartier", "."));
  EXPECT_EQ(doc.slice(doc.words[4].span), "aux");
}

TEST(Analyzer, FindsSubjectVerbAndObject) {
  const text::Doc doc = analyze("La ministre a présenté un rapport.");
  ASSERT_EQ(doc.words.size(), 7u);
  EXPECT_EQ(doc.words[3].upos, text::Upos::VERB);
  EXPECT_EQ(doc.words[3].lemma, "présenter");
  EXPECT_EQ(doc.words[1].deprel, "nsubj");
  EXPECT_EQ(doc.words[1].head, WordId(3));
  EXPECT_EQ(doc.words[5].deprel, "obj");
}

TEST(Analyzer, EndsASentenceThatHasNoEnd) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "le ministre nie que ";
  const text::Doc doc = analyze(text);
  EXPECT_GT(doc.sentences.size(), 1u);
  for (const text::Sentence& s : doc.sentences) EXPECT_LE(s.end_token - s.first_token, 250u);
}

TEST(Analyzer, GivesTheSameResultTwice) {
  const std::string text = "« Nous attendons », a déclaré la porte-parole. Puis elle est partie.";
  EXPECT_EQ(write_conllu(analyze(text)), write_conllu(analyze(text)));
}

TEST(Analyzer, SurvivesHostileText) {
  for (const std::string& unit : {std::string("x"), std::string("."), std::string(", "), std::string("\U0001F600 "),
                                  std::string("\x01 "), std::string("« "), std::string("a b. "), std::string("\u200B")}) {
    std::string text;
    while (text.size() < 4000) text += unit;
    expect_trees(analyze(text));
  }
  expect_trees(analyze(std::string(500000, 'a')));
  EXPECT_TRUE(analyze("").words.empty());
  EXPECT_TRUE(analyze(" \n\t ").words.empty());
}

}  // namespace
}  // namespace fabula::syntax
