#include "cli/usage.hpp"

#include <algorithm>
#include <numeric>

namespace fabula::cli {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string suggestion(const std::string& found) {
  return found.empty() ? "" : "; did you mean '" + found + "'?";
}

std::string unexpected(const CLI::App& command, const std::string& argument, const std::string& see) {
  if (argument.size() < 2 || argument.front() != '-')
    return "unexpected argument '" + argument + "'; see " + see;
  std::vector<std::string> known = option_names(command);
  if (command.get_parent() != nullptr)
    for (const std::string& name : option_names(*command.get_parent())) known.push_back(name);
  const std::string found = closest(argument.substr(0, argument.find('=')), known);
  return "unknown option '" + argument + "'" + (found.empty() ? "; see " + see : suggestion(found));
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

std::string command_list(const CLI::App& app) {
  std::string list;
  for (const std::string& name : command_names(app)) list += (list.empty() ? "" : ", ") + name;
  return list;
}

void check_command_name(const CLI::App& app, int argc, const char* const* argv) {
  const auto names = command_names(app);
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (!argument.empty() && argument.front() == '-') continue;
    if (std::find(names.begin(), names.end(), argument) != names.end()) return;
    const std::string found = closest(argument, names);
    throw UsageError("FAB-USE-002",
                     "unknown command '" + std::string(argument) + "'" +
                         (found.empty() ? "; the commands are " + command_list(app) : suggestion(found)));
  }
}

UsageError usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.front();
  const std::string see = "fabula " + (chosen.empty() ? "" : command.get_name() + " ") + "--help";
  const auto left_over = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !left_over.empty())
    return {"FAB-USE-003", unexpected(command, left_over.front(), see)};
  const std::string message = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return {"FAB-USE-003", message.substr(0, message.find(':')) + " needs a value; see " + see};
  return {"FAB-USE-003", message + "; see " + see};
}

}  // namespace fabula::cli
