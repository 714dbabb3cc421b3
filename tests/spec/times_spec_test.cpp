#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "fabula/base/edtf.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace fabula::temporal {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// "words = EDTF" of each expression; the TIMEX3 value where there are no bounds.
std::vector<std::string> found(const Finder& finder, const std::string& utf8, const std::string& published) {
  text::Doc doc;
  doc.article.text = text::Text(utf8);
  TimeValue day;
  day.edtf = published;
  if (const auto range = edtf_range(published)) day.range = *range;
  std::vector<std::string> all;
  for (const TimeMention& m : finder.find(doc, day))
    all.push_back(std::string(doc.slice(m.span)) + " = " + (m.when.edtf.empty() ? m.value : m.when.edtf));
  return all;
}

/// Every tests/spec/<language>/times*.json: a list of {"text", "published", "times"}.
TEST(TimesSpec, EveryTextYieldsItsExpressions) {
  int texts = 0;
  for (const auto& folder : fs::directory_iterator(fs::path(FABULA_SOURCE_DIR) / "tests" / "spec")) {
    if (!folder.is_directory()) continue;
    const std::string language = folder.path().filename().string();
    const Finder finder = Finder::load(lang::Pack::load(fs::path(FABULA_LANG_DIR) / language));
    for (const auto& file : fs::directory_iterator(folder.path())) {
      if (file.path().filename().string().rfind("times", 0) != 0) continue;
      std::ifstream in(file.path());
      for (const json& spec : json::parse(in)) {
        ++texts;
        EXPECT_EQ(found(finder, spec.at("text"), spec.value("published", "2019-03-20")),
                  spec.at("times").get<std::vector<std::string>>())
            << language << ": " << spec.at("text");
      }
    }
  }
  EXPECT_GT(texts, 0);
}

}  // namespace
}  // namespace fabula::temporal
