#include "cli/reports.hpp"

#include <algorithm>
#include <map>

#include "fabula/base/error.hpp"
#include "fabula/pipeline/options.hpp"
#include "fabula/report/report.hpp"

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
  command.add_option("--ui-lang", language, "Language that the report speaks; that of most articles if not given")->type_name("CODE");
}

std::string report_page(const graph::StoryGraph& story, const compare::Comparison& comparison, const std::string& language,
                        const pipeline::Languages& languages) {
  const std::string code = chosen_language(language, story, pipeline::interface_languages(languages));
  return report::write_report(story, comparison, {code, pipeline::interface_words(languages, code)});
}

std::string report_page(const graph::StoryGraph& story, const std::string& language, const pipeline::Languages& languages) {
  const auto options = pipeline::compare_options(languages, pipeline::languages_of(story));
  return report_page(story, compare::compare(story, {{"", compare::all_articles(story)}}, options), language, languages);
}

}  // namespace fabula::cli
