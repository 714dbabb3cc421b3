#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::output {

/// One record of a CSV file and the line that it begins on.
struct CsvRow {
  std::vector<std::string> cells;
  std::uint32_t line = 1;
};

/// Reads CSV as RFC 4180 has it, with any line ends; `;` is the separator where the first line holds one outside quotes and
/// no `,`. Empty lines are left out.
/// @throws InputError FAB-IN-054 a quoted cell is not closed
std::vector<CsvRow> read_csv_lines(std::string_view text, const std::string& file);

}  // namespace fabula::output
