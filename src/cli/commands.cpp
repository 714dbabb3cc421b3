#include "cli/commands.hpp"

#include "cli/command_actors.hpp"
#include "cli/command_build.hpp"
#include "cli/command_compare.hpp"
#include "cli/command_completion.hpp"
#include "cli/command_dates.hpp"
#include "cli/command_explain.hpp"
#include "cli/command_graph.hpp"
#include "cli/command_lexicon.hpp"
#include "cli/command_man.hpp"
#include "cli/command_merge.hpp"
#include "cli/command_names.hpp"
#include "cli/command_parse.hpp"
#include "cli/command_report.hpp"
#include "cli/command_timeline.hpp"

namespace fabula::cli {

// One line a command; each lives in command_<name>.{hpp,cpp}.
void add_commands(Commands& commands) {
  add_build(commands);
  add_timeline(commands);
  add_dates(commands);
  add_explain(commands);
  add_graph(commands);
  add_report(commands);
  add_actors(commands);
  add_names(commands);
  add_compare(commands);
  add_merge(commands);
  add_parse(commands);
  add_lexicon(commands);
  add_completion(commands);
  add_man(commands);
}

}  // namespace fabula::cli
