#include "syntax/segment_rules.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::syntax {
namespace {

using Keys = std::set<std::string, std::less<>>;

std::size_t longest(const Keys& keys) {
  std::size_t n = 0;
  for (const std::string& key : keys) n = std::max(n, code_points(key));
  return n;
}

Keys first_column(const lang::Pack& pack, std::string_view name) {
  Keys keys;
  if (!pack.has_table(name)) return keys;
  for (const lang::Row& row : pack.table(name).rows) keys.insert(fold(row.cells.front()));
  return keys;
}

void load_abbreviations(const lang::Pack& pack, SegmentRules& rules) {
  if (!pack.has_table("tokens_abbreviations")) return;
  const lang::Table& table = pack.table("tokens_abbreviations");
  const std::size_t form = table.column("form"), before = table.column("before");
  for (const lang::Row& row : table.rows) {
    const std::string key = fold(table.cell(row, form));
    rules.abbreviations.insert(key);
    if (table.cell(row, before) == "number") rules.before_numbers.insert(key);
  }
}

void load_elisions(const lang::Pack& pack, SegmentRules& rules) {
  if (!pack.has_table("tokens_elisions")) return;
  const lang::Table& table = pack.table("tokens_elisions");
  const std::size_t form = table.column("form"), in_names = table.column("in_names");
  for (const lang::Row& row : table.rows) {
    rules.elisions.insert(fold(table.cell(row, form)));
    if (table.cell(row, in_names) == "yes") rules.name_elisions.insert(fold(table.cell(row, form)));
  }
}

void load_multiwords(const lang::Pack& pack, SegmentRules& rules) {
  if (!pack.has_table("tokens_multiword")) return;
  const lang::Table& table = pack.table("tokens_multiword");
  const std::size_t form = table.column("form"), words = table.column("words"), sure = table.column("always");
  for (const lang::Row& row : table.rows)
    rules.multiwords[fold(table.cell(row, form))] = {lang::split_cell(table.cell(row, words)),
                                                     table.cell(row, sure) != "yes"};
}

}  // namespace

SegmentRules SegmentRules::load(const lang::Pack& pack) {
  SegmentRules rules;
  load_abbreviations(pack, rules);
  rules.clitics = first_column(pack, "tokens_clitics");
  rules.whole = first_column(pack, "tokens_whole");
  rules.endings = first_column(pack, "tokens_endings");
  rules.prefixes = first_column(pack, "tokens_prefixes");
  rules.cuts_hyphens = pack.setting("hyphens") == "cut";
  rules.units = first_column(pack, "tokens_units");
  load_elisions(pack, rules);
  load_multiwords(pack, rules);
  rules.longest_clitic = longest(rules.clitics);
  rules.longest_whole = longest(rules.whole);
  rules.longest_unit = longest(rules.units);
  return rules;
}

}  // namespace fabula::syntax
