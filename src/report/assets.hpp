#pragma once

#include <string_view>

namespace fabula::report {

/// Files that are part of the program: the page's own script and style, and what was found of the widgets' libraries when
/// the program was built. All UTF-8.
struct Asset {
  std::string_view name;  ///< "report.js", "cytoscape.min.js"
  std::string_view content;
};

/// The content of a file; empty where the program was built without it.
std::string_view asset(std::string_view name);

}  // namespace fabula::report
