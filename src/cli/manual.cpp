#include "cli/manual.hpp"


namespace fabula::cli {
namespace {

/// Text as man(7) means it literally: backslashes and hyphens escaped, no line taken for a request.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += std::string("\\&") + c;
    else out += c;
  }
  return out;
}

std::string usage(const CommandDescription& command) {
  std::string line = ".B fabula" + (command.name.empty() ? "" : " " + command.name) + "\n";
  if (command.name.empty()) return line + ".I COMMAND\n[\\fIOPTIONS\\fR]\n";
  line += "[\\fIOPTIONS\\fR]\n";
  for (const OptionDescription& option : command.options)
    if (option.argument) line += "[\\fI" + roff(option.names.front()) + "\\fR]\n";
  return line;
}

std::string item(const OptionDescription& option) {
  std::string head;
  for (const std::string& name : option.names)
    head += (head.empty() ? "" : ", ") + std::string(option.argument ? "\\fI" : "\\fB") + roff(name) + "\\fR";
  if (!option.type.empty() && !option.argument) head += " \\fI" + roff(option.type) + "\\fR";
  std::string text = roff(option.text);
  if (!option.values.empty()) text += "\n.br\nOne of: " + roff(CLI::detail::join(option.values, ", ")) + ".";
  if (!option.fallback.empty()) text += "\n.br\nDefault: " + roff(option.fallback) + ".";
  return ".TP\n" + head + "\n" + text + "\n";
}

std::string items(const CommandDescription& command, bool arguments, const char* heading) {
  std::string out;
  for (const OptionDescription& option : command.options)
    if (option.argument == arguments) out += item(option);
  return out.empty() ? out : ".SH " + std::string(heading) + "\n" + out;
}

std::string command_list(const std::vector<CommandDescription>& all) {
  std::string out = ".SH COMMANDS\n";
  for (const CommandDescription& command : all)
    if (!command.name.empty()) out += ".TP\n.BR fabula\\-" + roff(command.name) + " (1)\n" + roff(command.summary) + "\n";
  return out;
}

constexpr const char* kExitStatus =
    ".SH EXIT STATUS\n.TP\n.B 0\nAll was done.\n.TP\n.B 1\nSomething failed; what could be done is written, the message names what "
    "was not.\n.TP\n.B 2\nWrong usage.\n.TP\n.B 3\n\\fBcompare \\-\\-exit\\-code\\fR found conflicts.\n";

}  // namespace

std::string manual_name(const CommandDescription& command) { return command.name.empty() ? "fabula" : "fabula-" + command.name; }

std::string manual_page(const CommandDescription& command, const std::vector<CommandDescription>& all) {
  std::string title = manual_name(command);
  for (char& c : title) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  std::string page = ".TH " + roff(title) + " 1 \"\" \"fabula " FABULA_VERSION "\" \"User Commands\"\n";
  page += ".SH NAME\n" + roff(manual_name(command)) + " \\- " + roff(command.summary) + "\n";
  page += ".SH SYNOPSIS\n" + usage(command);
  page += ".SH EXAMPLES\n.nf\n" + roff(command.examples) + "\n.fi\n";
  page += items(command, true, "ARGUMENTS") + items(command, false, "OPTIONS");
  if (command.name.empty()) page += command_list(all);
  page += kExitStatus;
  page += command.name.empty() ? "" : ".SH SEE ALSO\n.BR fabula (1)\n";
  return page;
}

}  // namespace fabula::cli
