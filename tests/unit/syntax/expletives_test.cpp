#include "syntax/expletives.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/doc_builder.hpp"

namespace fabula::syntax {
namespace {

std::string subject_after_mending(std::string_view lines) {
  text::Doc doc = testing::doc_of(lines);
  const auto folder = std::filesystem::path(FABULA_LANG_DIR) / "fr";
  Expletives(lang::Pack::load(folder)).mend(doc);
  return doc.words.front().deprel;
}

TEST(Expletives, SubjectOfAPersonalVerbIsSomeone) {
  EXPECT_EQ(subject_after_mending(R"(
    Il lui PRON _ 3 expl:subj
    a avoir AUX _ 3 aux:tense
    précisé préciser VERB _ 0 root
  )"), "nsubj");
}

TEST(Expletives, ImpersonalAndPassiveVerbsStayAsParsed) {
  EXPECT_EQ(subject_after_mending(R"(
    Il lui PRON _ 2 expl:subj
    faut falloir VERB _ 0 root
    partir partir VERB _ 2 xcomp
  )"), "expl:subj");
  EXPECT_EQ(subject_after_mending(R"(
    Il lui PRON _ 4 expl:subj
    a avoir AUX _ 4 aux:tense
    été être AUX _ 4 aux:pass
    décidé décider VERB _ 0 root
  )"), "expl:subj");
}

TEST(Expletives, ClauseBehindTheByPhraseOfAPassiveIsWhatWasSaid) {
  text::Doc doc = testing::doc_of(R"(
    Il lui PRON _ 3 nsubj:pass
    est être AUX _ 3 aux:pass
    annoncé annoncer VERB _ 0 root
    par par ADP _ 5 case
    Paul Paul PROPN _ 3 obl:agent
    que que SCONJ _ 8 mark
    tout tout PRON _ 8 nsubj
    va aller VERB _ 5 acl:relcl
  )");
  Expletives(lang::Pack::load(std::filesystem::path(FABULA_LANG_DIR) / "fr")).mend(doc);
  EXPECT_EQ(doc.words[0].deprel, "expl:subj");
  EXPECT_EQ(doc.words[7].deprel, "ccomp");
  EXPECT_EQ(doc.words[7].head, WordId(2));
}

}  // namespace
}  // namespace fabula::syntax
