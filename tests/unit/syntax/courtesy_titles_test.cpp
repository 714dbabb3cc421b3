#include "syntax/courtesy_titles.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/doc_builder.hpp"

namespace fabula::syntax {
namespace {

std::string relation_of_second(std::string_view lines) {
  text::Doc doc = testing::doc_of(lines);
  CourtesyTitles(lang::Pack::load(std::filesystem::path(FABULA_LANG_DIR) / "fr")).mend(doc);
  return doc.words[1].deprel;
}

TEST(CourtesyTitles, NameBehindATitleIsOneWithIt) {
  EXPECT_EQ(relation_of_second(R"(
    Mme madame NOUN _ 3 nsubj
    Roux Roux PROPN _ 1 nmod
    part partir VERB _ 0 root
  )"), "flat:name");
}

TEST(CourtesyTitles, NamesBehindOtherNounsStayAsParsed) {
  EXPECT_EQ(relation_of_second(R"(
    affaire affaire NOUN _ 3 nsubj
    Roux Roux PROPN _ 1 nmod
    finit finir VERB _ 0 root
  )"), "nmod");
}

}  // namespace
}  // namespace fabula::syntax
