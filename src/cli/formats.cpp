#include "cli/formats.hpp"

#include <algorithm>
#include <filesystem>

namespace fabula::cli {

void add_format_options(CLI::App& command, const std::vector<Format>& formats, std::string& format, std::string& output) {
  std::vector<std::string> names;
  for (const Format& known : formats) names.push_back(known.name);
  command.add_option("--format", format, "What to write; " + names.front() + " unless -o names a file of another format")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names));
  command.add_option("-o,--output", output, "File to write, or - for standard output")->type_name("FILE")->capture_default_str();
}

std::string chosen_format(const std::vector<Format>& formats, const std::string& format, const std::string& output) {
  if (!format.empty()) return format;
  const std::string extension = std::filesystem::path(output).extension().string();
  const auto meant = std::find_if(formats.begin(), formats.end(),
                                  [&](const Format& known) { return !extension.empty() && known.extension == extension; });
  return meant == formats.end() ? formats.front().name : meant->name;
}

}  // namespace fabula::cli
