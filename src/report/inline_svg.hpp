#pragma once

#include <string>
#include <string_view>

namespace fabula::report {

/// A picture of Graphviz as it may stand within the page: no XML declaration and no ids, boxes named by an export id
/// ("e12", "p3") made links to that place of the page, tooltips as titles. Texts stay escaped as Graphviz wrote them.
///
/// @param svg    as Graphviz 2.42 writes it: one tag a line
/// @param label  what the picture shows, for those who cannot see it
std::string inline_svg(std::string_view svg, std::string_view label);

}  // namespace fabula::report
