#include "fabula/pipeline/options.hpp"

#include <charconv>

#include "fabula/base/error.hpp"

namespace fabula::pipeline {
namespace {

graph::Wording words_of(const lang::Table& table) {
  graph::Wording wording;
  const std::size_t key = table.column("key"), text = table.column("text");
  for (const lang::Row& row : table.rows) wording[table.cell(row, key)] = table.cell(row, text);
  return wording;
}

graph::Wording wording_of(const lang::Pack& pack) {
  return pack.has_table("findings") ? words_of(pack.table("findings")) : graph::Wording();
}

[[noreturn]] void fail(const lang::Table& table, const lang::Row& row, const std::string& what) {
  throw PackError("FAB-PACK-030", what, table.file, row.line);
}

double number_of(const lang::Table& table, const lang::Row& row, const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (!cell.empty() && (error != std::errc() || end != cell.data() + cell.size())) fail(table, row, "'" + cell + "' is no number");
  return value;
}

/// Adds what one language's table says; packs without the table add nothing.
void add_coreference(const lang::Pack& pack, graph::CoreferenceLexicon& lexicon) {
  if (!pack.has_table("coreference")) return;
  const lang::Table& table = pack.table("coreference");
  const std::size_t kind = table.column("kind"), first = table.column("first"), second = table.column("second");
  for (const lang::Row& row : table.rows) {
    const std::string& what = table.cell(row, kind);
    if (what == "related") lexicon.related.insert({table.cell(row, first), table.cell(row, second)});
    else if (what == "general") lexicon.general.insert(table.cell(row, first));
    else if (what == "same") lexicon.senses.insert({table.cell(row, second), table.cell(row, first)});
    else if (what == "once") lexicon.once.insert(table.cell(row, first));
    else fail(table, row, "'" + what + "' is no kind of coreference");
  }
}

compare::QuantityWords quantity_words_of(const lang::Pack& pack) {
  compare::QuantityWords words;
  if (!pack.has_table("numbers") || !pack.has_table("quantity_units")) return words;
  const lang::Table& numbers = pack.table("numbers");
  const std::size_t form = numbers.column("form"), kind = numbers.column("kind"), value = numbers.column("value");
  for (const lang::Row& row : numbers.rows) {
    const auto number = compare::number_kind_of(numbers.cell(row, kind));
    if (!number) fail(numbers, row, "'" + numbers.cell(row, kind) + "' is no kind of number word");
    words.numbers[numbers.cell(row, form)] = {*number, number_of(numbers, row, numbers.cell(row, value))};
  }
  const lang::Table& units = pack.table("quantity_units");
  const std::size_t word = units.column("form"), unit_kind = units.column("kind"), measure = units.column("measure");
  for (const lang::Row& row : units.rows) {
    const auto unit = compare::unit_kind_of(units.cell(row, unit_kind));
    if (!unit) fail(units, row, "'" + units.cell(row, unit_kind) + "' is no kind of unit");
    words.units[units.cell(row, word)] = {*unit, units.cell(row, measure)};
  }
  return words;
}

}  // namespace

std::set<std::string> languages_of(const graph::StoryGraph& story) {
  std::set<std::string> codes;
  for (std::size_t i = 0; i < story.article_count(); ++i) codes.insert(story.article(ArticleId(i)).language);
  return codes;
}

graph::BuildOptions graph_options(const Languages& languages, const std::set<std::string>& codes) {
  graph::BuildOptions options;
  for (const std::string& code : codes) {
    if (!languages.has(code)) continue;
    const lang::Pack& pack = languages.get(code).pack();
    options.wording[code] = wording_of(pack);
    add_coreference(pack, options.coreference);
  }
  return options;
}

compare::CompareOptions compare_options(const Languages& languages, const std::set<std::string>& codes) {
  compare::CompareOptions options;
  for (const std::string& code : codes) {
    if (!languages.has(code)) continue;
    const lang::Pack& pack = languages.get(code).pack();
    options.languages[code] = {quantity_words_of(pack), wording_of(pack)};
  }
  return options;
}

graph::Wording interface_words(const Languages& languages, const std::string& code) {
  return words_of(languages.get(code).pack().table("interface"));
}

std::vector<std::string> interface_languages(const Languages& languages) {
  std::vector<std::string> codes;
  for (const std::string& code : languages.codes())
    if (languages.get(code).pack().has_table("interface")) codes.push_back(code);
  return codes;
}

}  // namespace fabula::pipeline
