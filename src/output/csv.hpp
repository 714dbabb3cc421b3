#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fabula::output {

/// A cell of a CSV file (RFC 4180): quoted where it has to be. One that a spreadsheet would take for a formula begins with
/// an apostrophe (OWASP, "CSV injection"), also where it begins with the wide forms of `= + - @`.
std::string csv_cell(std::string_view text);

/// A row of cells with its line end.
std::string csv_row(std::span<const std::string> cells);

/// Items divided by "; ".
template <class Range>
std::string joined(const Range& items) {
  std::string out;
  for (const auto& item : items) (out += out.empty() ? "" : "; ") += item;
  return out;
}

}  // namespace fabula::output
