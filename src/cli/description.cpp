#include "cli/description.hpp"

#include <algorithm>

namespace fabula::cli {
namespace {

/// The members of "{a,b,c}" in a type such as "FORMAT:{a,b,c}"; none where there are no braces.
std::vector<std::string> values_of(const std::string& type) {
  const std::size_t open = type.find('{'), close = type.rfind('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

OptionDescription describe(const CLI::Option& option) {
  OptionDescription out;
  out.argument = option.get_positional();
  if (out.argument) out.names.push_back(option.get_name(true));
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  out.values = values_of(option.get_type_name());
  if (option.get_type_size() != 0) out.type = option.get_type_name().substr(0, option.get_type_name().find(':'));
  out.text = option.get_description();
  out.fallback = option.get_default_str();
  return out;
}

CommandDescription describe_one(const CLI::App& command, const std::string& name) {
  CommandDescription out{name, command.get_description(), command.get_footer(), {}};
  for (const CLI::Option* option : command.get_options()) out.options.push_back(describe(*option));
  return out;
}

}  // namespace

std::vector<CommandDescription> describe(const CLI::App& program) {
  std::vector<CommandDescription> out = {describe_one(program, "")};
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
    out.push_back(describe_one(*command, command->get_name()));
  return out;
}

std::string long_name(const OptionDescription& option) {
  const auto found = std::find_if(option.names.begin(), option.names.end(), [](const std::string& name) { return name.starts_with("--"); });
  return found == option.names.end() ? std::string() : *found;
}

}  // namespace fabula::cli
