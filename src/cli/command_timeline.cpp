#include "cli/command_timeline.hpp"

#include <memory>

#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "fabula/output/timeline_json.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula timeline out/story.json            all events, as timeline.json\n"
    "  fabula timeline out/story.json --kind statement --from 2024-03 --to 2024-04";

int run_timeline(const StoryOptions& options) {
  const graph::StoryGraph story = read_story(options);
  write_stdout(output::write_timeline_json(story, filter_of(options, story)));
  return kDone;
}

}  // namespace

void add_timeline(Commands& commands) {
  const auto options = std::make_shared<StoryOptions>();
  CLI::App& command = commands.add("timeline", "The events of a story in the order of time", kExamples,
                                   [options](const Common&) { return run_timeline(*options); });
  add_story_options(command, *options);
}

}  // namespace fabula::cli
