#include "csv.hpp"

#include <algorithm>
#include <array>

#include "legal_text.hpp"

namespace fabula::output {
namespace {

constexpr std::array<std::string_view, 12> kFormulaStarts = {"=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠"};

bool looks_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = (looks_like_formula(text) ? "'" : "") + legal_text(text);
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_row(std::span<const std::string> cells) {
  std::string row;
  for (const std::string& cell : cells) (row += &cell == cells.data() ? "" : ",") += csv_cell(cell);
  return row + "\n";
}

}  // namespace fabula::output
