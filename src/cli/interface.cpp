#include "cli/interface.hpp"

#include <algorithm>
#include <map>

#include "fabula/base/error.hpp"
#include "fabula/compare/comparison.hpp"
#include "fabula/compare/groups.hpp"
#include "fabula/pipeline/options.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kFallback = "en";

/// The language of most articles, the first in the alphabet where several have as many.
std::string language_of(const graph::StoryGraph& story) {
  std::map<std::string, std::size_t> counts;
  for (const ArticleId id : compare::all_articles(story)) ++counts[story.article(id).language];
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "" : most->first;
}

std::string chosen_language(const std::string& asked, const graph::StoryGraph& story, const std::vector<std::string>& known) {
  const auto has = [&](const std::string& code) { return std::find(known.begin(), known.end(), code) != known.end(); };
  if (!asked.empty()) {
    if (has(asked)) return asked;
    std::string list;
    for (const std::string& code : known) list += (list.empty() ? "" : ", ") + code;
    throw UsageError("FAB-USE-050", "--ui-lang: there is no interface in '" + asked + "'; there are " + list);
  }
  const std::string spoken = language_of(story);
  return has(spoken) ? spoken : kFallback;
}

}  // namespace

void add_interface_option(CLI::App& command, std::string& language) {
  command.add_option("--ui-lang", language, "Language that legends, dates and pages speak; that of most articles if not given")->type_name("CODE");
}

Spoken spoken_to_readers(const std::string& asked, const graph::StoryGraph& story, const pipeline::Languages& languages) {
  std::string code = chosen_language(asked, story, pipeline::interface_languages(languages));
  graph::Wording words = pipeline::interface_words(languages, code);
  return {std::move(code), std::move(words)};
}

}  // namespace fabula::cli
