#include "cli/overrule_options.hpp"

#include "cli/files.hpp"
#include "fabula/output/overrules.hpp"

namespace fabula::cli {

void add_overrule_option(CLI::App& command, std::string& file) {
  command.add_option("--actors", file, "Names to merge, keep apart, add or rename (JSON or CSV), before all else")->type_name("FILE");
}

actors::Overrules read_overrules(const std::string& file) {
  return file.empty() ? actors::Overrules() : output::read_overrules(read_file(file), file);
}

}  // namespace fabula::cli
