#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace fabula::cli {

/// Help with the examples (an App's footer) before the options.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_footer(const CLI::App* app) const override;
};

}  // namespace fabula::cli
