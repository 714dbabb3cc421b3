#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/pipeline/language.hpp"

namespace fabula::pipeline {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Paragraphs are parted by line breaks; the text has no head, dateline or title.
text::Doc analysed(const Language& language, const std::string& utf8, const std::string& published) {
  text::Article article;
  article.language = language.pack().language();
  article.text = text::Text(utf8);
  article.published.edtf = published;
  if (const auto range = edtf_range(published)) article.published.range = *range;
  const std::u32string characters = to_utf32(utf8);
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at <= characters.size(); ++at) {
    if (at < characters.size() && characters[at] != U'\n') continue;
    if (at > begin) article.paragraphs.push_back({{begin, at}, text::ParagraphKind::prose});
    begin = at + 1;
  }
  return language.analyzer().analyze(std::move(article));
}

/// "parti 2019-03-18 relative" of each event that is named; "parti missing" where there is none on that word.
std::vector<std::string> times_of(const Language& language, const json& spec) {
  const text::Doc doc = analysed(language, spec.at("text"), spec.value("published", "2019-03-20"));
  const auto times = language.time_finder().find(doc, doc.article.published);
  const actors::ArticleActors cast = language.actor_finder().find(doc);
  const auto events = language.event_extractor().find(doc, cast, times);
  std::vector<std::string> all;
  for (const std::string line : spec.at("times")) {
    const std::string word = line.substr(0, line.find(' '));
    std::string found = word + " missing";
    for (const events::EventMention& m : events.mentions) {
      if (doc.slice(m.span) != word) continue;
      found = word + " " + (m.time.edtf.empty() ? "-" : m.time.edtf) + " " + std::string(name(m.time.basis));
      break;
    }
    all.push_back(found);
  }
  return all;
}

/// Every tests/spec/<language>/event_times.json: a list of {"text", "published", "times"}, read by the shipped model; the
/// times of the events named, by their trigger.
TEST(EventTimesSpec, EventsAreDatedAsACarefulReaderWould) {
  int texts = 0;
  const Languages languages(FABULA_LANG_DIR);
  for (const auto& folder : fs::directory_iterator(fs::path(FABULA_SOURCE_DIR) / "tests" / "spec")) {
    const fs::path file = folder.path() / "event_times.json";
    if (!fs::exists(file)) continue;
    std::ifstream in(file);
    for (const json& spec : json::parse(in)) {
      ++texts;
      EXPECT_EQ(times_of(languages.get(folder.path().filename().string()), spec), spec.at("times").get<std::vector<std::string>>())
          << spec.at("text");
    }
  }
  EXPECT_GT(texts, 0);
}

}  // namespace
}  // namespace fabula::pipeline
