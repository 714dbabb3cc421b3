#pragma once

#include <string>

#include "fabula/base/unicode.hpp"
#include "fabula/compare/quantities.hpp"
#include "fabula/lang/pack.hpp"

namespace fabula::test {

/// The number words of a language pack of the source tree.
inline compare::QuantityWords quantity_words(const std::string& language) {
  const lang::Pack pack = lang::Pack::load(std::string(FABULA_LANG_DIR) + "/" + language);
  compare::QuantityWords words;
  for (const lang::Row& row : pack.table("numbers").rows)
    words.numbers[row.cells[0]] = {compare::number_kind_of(row.cells[1]).value(), row.cells.size() > 2 ? std::stod(row.cells[2]) : 0};
  for (const lang::Row& row : pack.table("quantity_units").rows)
    words.units[row.cells[0]] = {compare::unit_kind_of(row.cells[1]).value(), row.cells.size() > 2 ? row.cells[2] : ""};
  return words;
}

}  // namespace fabula::test
