#include "cli/help.hpp"

namespace fabula::cli {

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  const std::string& examples = app->get_footer();
  return CLI::Formatter::make_usage(app, std::move(name)) +
         (examples.empty() ? std::string() : "\nExamples:\n" + examples + "\n");
}

std::string HelpFormatter::make_footer(const CLI::App*) const {
  return {};
}

}  // namespace fabula::cli
