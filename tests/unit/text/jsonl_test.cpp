#include "fabula/text/jsonl.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace fabula::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> codes(const JsonLines& lines) {
  std::vector<std::string> out;
  for (const InputError& e : lines.errors) out.push_back(e.code() + " " + std::to_string(e.line()));
  return out;
}

TEST(JsonLines, ReadsEveryField) {
  const JsonLines lines = decode_jsonl(
      "{\"id\":\"p7\",\"text\":\"Le port a rouvert.\",\"published\":\"2020-05-04\",\"title\":\"Le port\",\"url\":\"https://g.example/7\","
      "\"source\":\"Gazette\",\"language\":\"fr-FR\",\"extra\":[1]}\n",
      "feed.jsonl");
  ASSERT_EQ(lines.articles.size(), 1u);
  EXPECT_TRUE(lines.errors.empty());
  const Decoded& d = lines.articles[0];
  EXPECT_EQ(d.file, "feed.jsonl#p7");
  const Article a = layout(d, french());
  EXPECT_EQ(dated(a), "2020-05-04 metadata");
  EXPECT_EQ(a.title, "Le port");
  EXPECT_EQ(a.url, "https://g.example/7");
  EXPECT_EQ(a.source, "Gazette");
  EXPECT_EQ(a.text.utf8(), "Le port a rouvert.");
  EXPECT_THAT(shown(a), ElementsAre("prose: Le port a rouvert."));
}

TEST(JsonLines, NamesAnArticleWithoutIdByItsLine) {
  const JsonLines lines = decode_jsonl("\n{\"text\":\"a.\"}\r\n\n{\"text\":\"b.\",\"id\":null}", "f");
  ASSERT_EQ(lines.articles.size(), 2u);
  EXPECT_EQ(lines.articles[0].file, "f:2");
  EXPECT_EQ(lines.articles[1].file, "f:4");
  EXPECT_EQ(lines.articles[0].sha256, decode_jsonl("{\"text\":\"a.\"}", "g").articles[0].sha256) << "the line end does not count";
}

TEST(JsonLines, SkipsBadLinesAndNamesThem) {
  const JsonLines lines = decode_jsonl(
      "{\"text\":\"Bon.\"}\nnot json\n[1]\n{\"id\":\"x\"}\n{\"text\":5}\n{\"text\":\"  \"}\n{\"text\":\"\xFF\"}\n{\"text\":\"coup\xC3\xA9\n"
      "{\"text\":\"Bon aussi.\"}",
      "f");
  EXPECT_EQ(lines.articles.size(), 2u);
  EXPECT_THAT(codes(lines), ElementsAre("FAB-IN-007 2", "FAB-IN-009 3", "FAB-IN-001 4", "FAB-IN-009 5", "FAB-IN-001 6", "FAB-IN-003 7", "FAB-IN-007 8"));
}

TEST(JsonLines, RefusesTextThatIsNone) {
  EXPECT_THAT(codes(decode_jsonl("", "f")), ElementsAre("FAB-IN-001 0"));
  EXPECT_THAT(codes(decode_jsonl("{\"text\":\"a\\u0000b\"}", "f")), ElementsAre("FAB-IN-002 1"));
  EXPECT_THAT(codes(decode_jsonl("{\"text\":\"a\\ud800b\"}", "f")), ElementsAre("FAB-IN-007 1"));
  EXPECT_THAT(codes(decode_jsonl("\n \n", "f")), ElementsAre("FAB-IN-001 0"));
}

TEST(JsonLines, RefusesDeepNesting) {
  EXPECT_THAT(codes(decode_jsonl(std::string(1'000'000, '['), "f")), ElementsAre("FAB-IN-008 1"));
  EXPECT_THAT(codes(decode_jsonl("{\"a\":" + std::string(70, '[') + std::string(70, ']') + ",\"text\":\"x.\"}", "f")), ElementsAre("FAB-IN-008 1"));
  EXPECT_EQ(decode_jsonl("{\"text\":\"" + std::string(100, '[') + " entre crochets.\"}", "f").articles.size(), 1u) << "brackets in a string";
}

TEST(JsonLines, LeavesOutAByteOrderMark) { EXPECT_EQ(decode_jsonl("\xEF\xBB\xBF{\"text\":\"a.\"}", "f").articles.size(), 1u); }

TEST(JsonLines, IgnoresADateThatIsNone) {
  EXPECT_EQ(dated(layout(decode_jsonl("{\"text\":\"a.\",\"published\":\"soon\"}", "f").articles[0], french())), " unknown");
  EXPECT_EQ(dated(layout(decode_jsonl("{\"text\":\"a.\",\"published\":\"Thu, 14 Jan 2010 08:00:00 GMT\"}", "f").articles[0], french())),
            "2010-01-14 metadata");
}

}  // namespace
}  // namespace fabula::text
