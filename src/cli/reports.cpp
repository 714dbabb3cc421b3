#include "cli/reports.hpp"

#include <utility>

#include "fabula/pipeline/options.hpp"
#include "fabula/report/report.hpp"

namespace fabula::cli {

std::string report_page(const graph::StoryGraph& story, const compare::Comparison& comparison, const std::string& language,
                        const pipeline::Languages& languages) {
  Spoken spoken = spoken_to_readers(language, story, languages);
  return report::write_report(story, comparison, {std::move(spoken.code), std::move(spoken.words)});
}

std::string report_page(const graph::StoryGraph& story, const std::string& language, const pipeline::Languages& languages) {
  const auto options = pipeline::compare_options(languages, pipeline::languages_of(story));
  return report_page(story, compare::compare(story, {{"", compare::all_articles(story)}}, options), language, languages);
}

}  // namespace fabula::cli
