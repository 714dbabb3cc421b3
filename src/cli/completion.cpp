#include "cli/completion.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kGenerated = "# Made by `fabula completion`; do not edit.\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
  return text;
}

/// Text within single quotes of a shell.
std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

std::string words(const std::vector<std::string>& list) { return CLI::detail::join(list, " "); }

std::vector<std::string> names_of(const std::vector<CommandDescription>& commands) {
  std::vector<std::string> names;
  for (const CommandDescription& command : commands)
    if (!command.name.empty()) names.push_back(command.name);
  return names;
}

std::vector<std::string> option_names(const CommandDescription& command) {
  std::vector<std::string> names;
  for (const OptionDescription& option : command.options)
    if (!option.argument) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

/// What may stand where an argument of a command is expected, if it is one of few.
std::vector<std::string> argument_values(const CommandDescription& command) {
  std::vector<std::string> values;
  for (const OptionDescription& option : command.options)
    if (option.argument) values.insert(values.end(), option.values.begin(), option.values.end());
  return values;
}

/// In zsh's specifications `:` and brackets have a meaning.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const std::vector<std::string>& values) { return values.empty() ? "_files" : "(" + words(values) + ")"; }

std::string zsh_specification(const OptionDescription& option) {
  if (option.argument) return quoted("*:" + zsh_text(option.names.front()) + ":" + zsh_action(option.values));
  std::string out;
  for (const std::string& name : option.names) {
    const std::string value = option.type.empty() ? "" : ":" + zsh_text(option.type) + ":" + zsh_action(option.values);
    out += (out.empty() ? "" : " ") + quoted("*" + name + "[" + zsh_text(option.text) + "]" + value);
  }
  return out;
}

std::string fish_option(const CommandDescription& command, const OptionDescription& option) {
  std::string line = "complete -c fabula";
  if (!command.name.empty()) line += " -n '__fish_seen_subcommand_from " + command.name + "'";
  for (const std::string& name : option.names) line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.type.empty()) line += option.values.empty() ? " -r" : " -x -a " + quoted(words(option.values));
  return line + " -d " + quoted(option.text) + "\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandDescription>& commands) {
  std::string values, options, arguments;
  for (const CommandDescription& command : commands) {
    for (const OptionDescription& option : command.options) {
      if (option.argument || option.type.empty()) continue;
      for (const std::string& name : option.names)
        values += "    " + command.name + "," + name + ") COMPREPLY=($(compgen -W " + quoted(words(option.values)) + " -- \"$current\")); return ;;\n";
    }
    options += "      " + (command.name.empty() ? "''" : command.name) + ") words=" + quoted(words(option_names(command))) + " ;;\n";
    if (const auto known = argument_values(command); !known.empty())
      arguments += "      " + command.name + ") COMPREPLY=($(compgen -W " + quoted(words(known)) + " -- \"$current\")) ;;\n";
  }
  const std::string names = words(names_of(commands));
  return kGenerated + std::string("_fabula() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word words\n"
         "  if [ \"$current\" = = ]; then current=\n"
         "  elif [ \"$previous\" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case $word in\n      ") + replaced(names, " ", "|") + ") command=$word; break ;;\n    esac\n  done\n"
         "  COMPREPLY=()\n"
         "  case $command,$previous in\n" + values + "  esac\n"
         "  if [[ $current == -* ]]; then\n"
         "    case $command in\n" + options + "    esac\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  elif [ -z \"$command\" ]; then\n"
         "    COMPREPLY=($(compgen -W " + quoted(names) + " -- \"$current\"))\n" +
         (arguments.empty() ? "" : "  else\n    case $command in\n" + arguments + "    esac\n") +
         "  fi\n}\n"
         "complete -o default -F _fabula fabula\n";
}

std::string zsh_completion(const std::vector<CommandDescription>& commands) {
  std::string described, cases;
  for (const CommandDescription& command : commands) {
    if (command.name.empty()) continue;
    described += "      " + quoted(command.name + ":" + zsh_text(command.summary)) + "\n";
    cases += "        " + command.name + ")\n          _arguments";
    for (const OptionDescription& option : command.options) cases += " \\\n            " + zsh_specification(option);
    cases += " ;;\n";
  }
  std::string own;
  for (const OptionDescription& option : commands.front().options) own += " " + zsh_specification(option);
  return "#compdef fabula\n" + std::string(kGenerated) +
         "_fabula() {\n  local context state state_descr line\n  typeset -A opt_args\n"
         "  _arguments -C" + own + " '1:command:->command' '*::argument:->argument'\n"
         "  case $state in\n    command)\n      local -a commands\n      commands=(\n" + described + "      )\n"
         "      _describe command commands ;;\n"
         "    argument)\n      case $words[1] in\n" + cases + "      esac ;;\n  esac\n}\n"
         "_fabula \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandDescription>& commands) {
  std::string out = kGenerated;
  for (const CommandDescription& command : commands) {
    if (!command.name.empty())
      out += "complete -c fabula -n __fish_use_subcommand -f -a " + command.name + " -d " + quoted(command.summary) + "\n";
    for (const OptionDescription& option : command.options)
      if (!option.argument) out += fish_option(command, option);
    if (const auto known = argument_values(command); !known.empty())
      out += "complete -c fabula -n '__fish_seen_subcommand_from " + command.name + "' -a " + quoted(words(known)) + "\n";
  }
  return out;
}

}  // namespace fabula::cli
