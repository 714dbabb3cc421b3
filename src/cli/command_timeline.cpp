#include "cli/command_timeline.hpp"

#include <memory>

#include "cli/files.hpp"
#include "cli/formats.hpp"
#include "cli/interface.hpp"
#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "fabula/output/exports.hpp"
#include "fabula/output/timeline_json.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula timeline out/story.json            all events, as timeline.json\n"
    "  fabula timeline out/story.json --kind statement --from 2024-03 --to 2024-04\n"
    "  fabula timeline out/story.json --top 60 --format timelinejs > timeline.json\n"
    "  fabula timeline out/story.json -o events.csv";

const std::vector<Format> kFormats = {
    {"json", ".json"}, {"timelinejs", ""}, {"csv", ".csv"}, {"ndjson", ".ndjson"}};

struct TimelineOptions {
  StoryOptions story;
  std::string format;
  std::string output = "-", language;
};

/// TimelineJS has no place for what is undated, and drops it silently if it is sent: say so.
void tell_undated(const Common& common, const output::TimelineJs& timeline) {
  if (timeline.undated == 0) return;
  print_warning(common, {"FAB-OUT-013", std::to_string(timeline.events) + " of " + std::to_string(timeline.events + timeline.undated) +
                                            " events have a date and are in the timeline; TimelineJS cannot show the others", {}, 0});
}

std::string write_timeline(const TimelineOptions& options, const std::string& format, const Common& common) {
  const graph::StoryGraph story = read_story(options.story);
  const graph::Filter filter = filter_of(options.story, story);
  if (format == "csv") return output::write_timeline_csv(story, filter);
  if (format == "ndjson") return output::write_timeline_ndjson(story, filter);
  if (format == "json") return output::write_timeline_json(story, filter);
  const output::TimelineJs timeline = 
      output::write_timelinejs(story, filter, spoken_to_readers(options.language, story, pipeline::Languages(lang::packs_folder())).words);
  if (timeline.events == 0) throw OutputError("FAB-OUT-014", "no event has a date; TimelineJS cannot show an empty timeline");
  tell_undated(common, timeline);
  return timeline.json;
}

}  // namespace

void add_timeline(Commands& commands) {
  const auto options = std::make_shared<TimelineOptions>();
  CLI::App& command = commands.add("timeline", "The events of a story in the order of time", kExamples, [options](const Common& common) {
    const std::string format = chosen_format(kFormats, options->format, options->output);
    write_result(options->output, write_timeline(*options, format, common));
    return kDone;
  });
  add_story_options(command, options->story);
  add_format_options(command, kFormats, options->format, options->output);
  add_interface_option(command, options->language);
}

}  // namespace fabula::cli
