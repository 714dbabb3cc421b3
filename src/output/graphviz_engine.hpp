#pragma once

#include <string>
#include <string_view>

namespace fabula::output {

/// Lays out a DOT text with the engine that its `layout` names and gives it in one of Graphviz's own formats ("dot" for
/// the same graph with positions). Calls are serialised: Graphviz keeps global state.
/// @throws OutputError FAB-OUT-010, FAB-OUT-011
std::string run_graphviz(std::string_view dot, std::string_view format);

}  // namespace fabula::output
