#include "fabula/pipeline/read.hpp"

#include <gtest/gtest.h>

namespace fabula::pipeline {
namespace {

const Languages& packs() {
  static const Languages languages(FABULA_LANG_DIR);
  return languages;
}

ReadArticles read(const Input& input, const ReadOptions& options = {}) {
  ReadArticles result;
  read_input(input, packs(), options, result);
  return result;
}

TEST(Read, FormatFollowsTheNameThenTheFirstWords) {
  EXPECT_EQ(format_of("a.HTML", "x"), Format::html);
  EXPECT_EQ(format_of("a.ndjson", "x"), Format::jsonl);
  EXPECT_EQ(format_of("a.txt", "x"), Format::text);
  EXPECT_EQ(format_of("-", "\xEF\xBB\xBF\n <!DOCTYPE HTML><title>"), Format::html);
  EXPECT_EQ(format_of("-", ""), Format::text);
}

TEST(Read, AnErrorNamesItsInputAndAddsNoArticle) {
  const auto result = read({"empty.txt", ""});
  EXPECT_TRUE(result.articles.empty());
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.errors[0].code, "FAB-IN-001");
  EXPECT_EQ(result.errors[0].file, "empty.txt");
  EXPECT_NE(result.errors[0].message.find("empty.txt"), std::string::npos);
}

TEST(Read, ABadJsonLineStopsNoOther) {
  const auto result = read({"feed.jsonl", "{\"text\": \"Le ministre a nié.\"}\nnonsense\n{\"text\": \"Elle accuse.\"}\n"});
  EXPECT_EQ(result.articles.size(), 2U);
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.errors[0].line, 2U);
}

TEST(Read, TheLanguageGivenIsTaken) {
  ReadOptions options;
  options.language = "en";
  EXPECT_EQ(read({"a.txt", "Le ministre a nié mardi avoir signé cet accord."}, options).articles.at(0).language, "en");
  EXPECT_EQ(read({"a.txt", "Le ministre a nié mardi avoir signé cet accord."}).articles.at(0).language, "fr");
}

}  // namespace
}  // namespace fabula::pipeline
