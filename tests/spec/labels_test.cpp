#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "fabula/base/unicode.hpp"
#include "fabula/pipeline/build.hpp"

namespace fabula::pipeline {
namespace {

namespace fs = std::filesystem;

std::vector<Input> inputs_of(const fs::path& folder) {
  std::vector<Input> inputs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    inputs.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  return inputs;
}

/// What a label may not be, "" for a good one.
std::string fault(const std::string& label) {
  const std::u32string text = to_utf32(label);
  if (text.empty()) return "empty";
  if (text.size() > 100) return "long";
  if (is_space(text.front()) || is_space(text.back())) return "has a blank at an end";
  if (is_letter(text.front()) && upper(text.front()) != text.front()) return "begins with a small letter";
  if (label.find_last_of(".,;:") == label.size() - 1) return "ends with a mark";
  if (label.find("  ") != std::string::npos || label.find('\n') != std::string::npos) return "has a hole";
  return {};
}

void expect_readable_labels(const std::vector<Input>& inputs) {
  const BuiltStory built = build(inputs, Languages(FABULA_LANG_DIR));
  ASSERT_GT(built.story.event_count(), 0u);
  for (std::size_t i = 0; i < built.story.event_count(); ++i)
    for (const graph::Mention& m : built.story.event(EventId(i)).mentions)
      EXPECT_EQ(fault(m.label), "") << "'" << m.label << "' of " << built.story.article(m.article).file << " at " << m.span.begin;
}

TEST(Labels, AreReadableInTheSamples) { expect_readable_labels(inputs_of(fs::path(FABULA_SOURCE_DIR) / "samples" / "fr")); }

TEST(Labels, AreReadableInTheAnnotatedArticles) {
  const fs::path articles = fs::path(FABULA_SOURCE_DIR).parent_path() / "shared" / "articles";
  if (!fs::exists(articles)) GTEST_SKIP() << "needs ../shared";
  expect_readable_labels(inputs_of(articles));
}

}  // namespace
}  // namespace fabula::pipeline
