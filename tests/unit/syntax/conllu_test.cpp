#include "fabula/syntax/conllu.hpp"

#include <gtest/gtest.h>

#include "fabula/base/error.hpp"

namespace fabula::syntax {
namespace {

constexpr std::string_view kSample =
    "# sent_id = 1\n"
    "# text = Le maire du bourg part.\n"
    "1\tLe\tle\tDET\t_\tDefinite=Def|Gender=Masc\t2\tdet\t_\t_\n"
    "2\tmaire\tmaire\tNOUN\t_\t_\t6\tnsubj\t_\t_\n"
    "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"
    "4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_\n"
    "5\tbourg\tbourg\tNOUN\t_\t_\t2\tnmod\t_\t_\n"
    "6\tpart\tpartir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_\n"
    "\n";

std::string code_of(std::string_view conllu, std::uint32_t* line = nullptr) {
  try {
    read_conllu(conllu, "x.conllu");
  } catch (const InputError& error) {
    if (line != nullptr) *line = error.line();
    EXPECT_EQ(error.file(), "x.conllu");
    return error.code();
  }
  return "";
}

std::string row(std::string_view id, std::string_view head) {
  return std::string(id) + "\tx\tx\tX\t_\t_\t" + std::string(head) + "\tdep\t_\t_\n";
}

TEST(Conllu, ReadsWordsTokensAndTheText) {
  const text::Doc doc = read_conllu(kSample, "x");
  EXPECT_EQ(doc.article.text.utf8(), "Le maire du bourg part.");
  ASSERT_EQ(doc.tokens.size(), 6u);
  ASSERT_EQ(doc.words.size(), 7u);
  EXPECT_EQ(doc.slice(doc.words[3].span), "du");
  EXPECT_EQ(doc.words[1].head, WordId(5));
  EXPECT_FALSE(doc.words[5].head);
  EXPECT_EQ(doc.sentences[0].span, (Span{0, 23}));
}

TEST(Conllu, WritingWhatWasReadGivesTheSameText) { EXPECT_EQ(write_conllu(read_conllu(kSample, "x")), kSample); }

TEST(Conllu, SentencesOfADocumentAreNumberedInItsName) {
  text::Doc doc = read_conllu(std::string(kSample) + std::string(kSample) + std::string(kSample), "x");
  for (const std::size_t s : {1u, 2u}) doc.sentences[s].paragraph = 1;
  const std::string written = write_conllu(doc, {document_id("dir/my file.txt"), {}});
  EXPECT_TRUE(written.starts_with("# newdoc id = dir_my_file.txt\n# newpar\n# sent_id = dir_my_file.txt-1\n# text = Le"));
  EXPECT_NE(written.find("\n\n# newpar\n# sent_id = dir_my_file.txt-2\n"), std::string::npos);
  EXPECT_NE(written.find("\n\n# sent_id = dir_my_file.txt-3\n"), std::string::npos);
  EXPECT_EQ(document_id("-"), "stdin");
}

TEST(Conllu, CommentsThatAreGivenAreKept) {
  const std::string given = "# newdoc\n# sent_id = a7\n1\tNon\t_\tX\t_\t_\t0\troot\t_\t_\n\n"
                            "1\tOui\t_\tX\t_\t_\t0\troot\t_\t_\n";
  const std::string written = write_conllu(read_conllu(given, "x"), {"x", read_comments(given)});
  EXPECT_TRUE(written.starts_with("# newdoc\n# sent_id = a7\n# text = Non\n1\tNon")) << written;
  EXPECT_NE(written.find("\n\n# newpar\n# sent_id = x-2\n# text = Oui\n"), std::string::npos) << written;
}

TEST(Conllu, SentencesStandOneSpaceApart) {
  const text::Doc doc = read_conllu(std::string(kSample) + std::string(kSample), "x");
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.slice(doc.sentences[1].span), "Le maire du bourg part.");
  EXPECT_EQ(doc.sentences[1].span.begin, 24u);
}

TEST(Conllu, LeavesOutEmptyNodes) {
  EXPECT_EQ(read_conllu(row("1", "0") + row("1.1", "_") + row("2", "1"), "x").words.size(), 2u);
}

TEST(Conllu, ReadsTokensWithoutAnalysis) {
  const text::Doc doc = read_conllu("1\tVoilà\t_\t_\t_\t_\t_\t_\t_\t_\r\n", "x");
  ASSERT_EQ(doc.words.size(), 1u);
  EXPECT_TRUE(doc.words[0].lemma.empty());
}

TEST(Conllu, RefusesBrokenInputNamingTheLine) {
  std::uint32_t line = 0;
  EXPECT_EQ(code_of("1\tx\n", &line), "FAB-IN-010");
  EXPECT_EQ(line, 1u);
  EXPECT_EQ(code_of(row("1", "0") + row("3", "1"), &line), "FAB-IN-010");
  EXPECT_EQ(line, 2u);
  EXPECT_EQ(code_of(row("x", "0")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("1", "7")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("1", "-1")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("1", "99999999999")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("1", "2") + row("2", "1")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("1", "1")), "FAB-IN-010");
  EXPECT_EQ(code_of(row("2-3", "_")), "FAB-IN-010");
  EXPECT_EQ(code_of("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n" + row("1", "0")), "FAB-IN-010");
}

}  // namespace
}  // namespace fabula::syntax
