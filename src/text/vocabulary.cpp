#include "text/vocabulary.hpp"

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::text {
namespace {

template <class Value>
Value value_of(const std::map<std::string, Value, std::less<>>& names, const lang::Table& table, const lang::Row& row,
               std::size_t column) {
  const std::string& cell = table.cell(row, column);
  const auto it = names.find(cell);
  if (it == names.end()) throw PackError("FAB-PACK-006", "unknown value '" + cell + "'", table.file, row.line);
  return it->second;
}

std::vector<NotePhrase> load_phrases(const lang::Pack& pack, std::string_view name) {
  const std::map<std::string, NoteMatch, std::less<>> matches = {
      {"label", NoteMatch::label}, {"begin", NoteMatch::begin}, {"end", NoteMatch::end}, {"names", NoteMatch::names}, {"line", NoteMatch::line}};
  const lang::Table& table = pack.table(name);
  const auto phrase = table.column("phrase"), match = table.column("match"), effect = table.column("effect");
  std::vector<NotePhrase> phrases;
  for (const lang::Row& row : table.rows) {
    const std::string& what = table.cell(row, effect);
    if (!what.empty() && what != "source" && what != "list")
      throw PackError("FAB-PACK-006", "unknown value '" + what + "'", table.file, row.line);
    phrases.push_back({fold(table.cell(row, phrase)), value_of(matches, table, row, match), what == "source", what == "list"});
  }
  return phrases;
}

std::map<std::string, Field, std::less<>> load_keys(const lang::Pack& pack) {
  const std::map<std::string, Field, std::less<>> fields = {
      {"title", Field::title}, {"date", Field::date},         {"source", Field::source}, {"url", Field::url},
      {"other", Field::other}};
  const lang::Table& table = pack.table("front_matter");
  const auto key = table.column("key"), field = table.column("field");
  std::map<std::string, Field, std::less<>> keys;
  for (const lang::Row& row : table.rows) keys[fold(table.cell(row, key))] = value_of(fields, table, row, field);
  return keys;
}

std::vector<std::string> load_agencies(const lang::Pack& pack) {
  const lang::Table& table = pack.table("agencies");
  const auto name = table.column("name");
  std::vector<std::string> agencies;
  for (const lang::Row& row : table.rows) agencies.push_back(fold_accents(table.cell(row, name)));
  return agencies;
}

}  // namespace

Vocabulary load_vocabulary(const lang::Pack& pack) {
  return {load_keys(pack), load_phrases(pack, "credits"), load_phrases(pack, "crumbs"), load_agencies(pack), load_date_words(pack)};
}

}  // namespace fabula::text
