#include "cli/command_completion.hpp"

#include <memory>

#include "cli/completion.hpp"
#include "cli/streams.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula completion bash > ~/.local/share/bash-completion/completions/fabula\n"
    "  fabula completion zsh > ~/.zfunc/_fabula\n"
    "  fabula completion fish > ~/.config/fish/completions/fabula.fish";

std::string script_for(const std::string& shell, const std::vector<CommandDescription>& commands) {
  if (shell == "bash") return bash_completion(commands);
  return shell == "zsh" ? zsh_completion(commands) : fish_completion(commands);
}

}  // namespace

void add_completion(Commands& commands) {
  const auto shell = std::make_shared<std::string>();
  const CLI::App& program = commands.program();
  CLI::App& command = commands.add("completion", "A script with which a shell completes fabula's command line", kExamples,
                                   [shell, &program](const Common&) {
                                     write_stdout(script_for(*shell, describe(program)));
                                     return kDone;
                                   });
  command.add_option("shell", *shell, "Which shell")->type_name("SHELL")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

}  // namespace fabula::cli
