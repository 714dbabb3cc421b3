#include "cli/stories.hpp"

#include "cli/files.hpp"
#include "cli/streams.hpp"
#include "fabula/output/story_json.hpp"

namespace fabula::cli {

std::vector<graph::StoryGraph> read_stories(const std::vector<std::string>& paths) {
  std::vector<graph::StoryGraph> stories;
  for (const std::string& path : paths)
    stories.push_back(output::read_story_json(path == "-" ? read_stdin() : read_file(path), path));
  return stories;
}

}  // namespace fabula::cli
