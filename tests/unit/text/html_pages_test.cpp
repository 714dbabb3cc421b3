// Pages in the manner of news sites, each with what should be read from it. A case is a pair of files in html/:
// NAME.html and NAME.expected; no code is needed to add one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fabula/text/html.hpp"
#include "fabula/text/language.hpp"
#include "support.hpp"

namespace fabula::text {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string summary(const Article& a) {
  std::string out = "published: " + dated(a) + "\ntitle: " + a.title.value_or("-") + "\nsource: " + a.source.value_or("-") +
                    "\nurl: " + a.url.value_or("-") + "\nlanguage: " + a.language + "\n";
  for (const std::string& line : shown(a)) out += "\n" + line;
  return out + "\n";
}

class HtmlPages : public ::testing::TestWithParam<std::string> {};

TEST_P(HtmlPages, GiveTheirArticle) {
  const fs::path folder = fs::path(FABULA_SOURCE_DIR) / "tests/unit/text/html";
  const Decoded decoded = decode_html(content(folder / (GetParam() + ".html")), GetParam());
  const std::string language = language_of(decoded, {"en", "fr"}, "fr");
  const Article article = layout(decoded, language == "en" ? english() : french());
  EXPECT_EQ(summary(article), content(folder / (GetParam() + ".expected")));
}

std::vector<std::string> page_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(FABULA_SOURCE_DIR) / "tests/unit/text/html"))
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Site, HtmlPages, ::testing::ValuesIn(page_names()), [](const auto& page) { return page.param; });

}  // namespace
}  // namespace fabula::text
