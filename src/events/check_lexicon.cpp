#include "fabula/events/check_lexicon.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "events/lexicon.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

/// Tables whose rows should occur in text, and the columns that hold words.
struct WordTable {
  std::string_view name;
  std::array<std::string_view, 2> columns;
};
constexpr std::array<WordTable, 8> kWordTables = {{{"say_verbs", {"lemma", ""}},
                                                   {"event_verbs", {"lemma", ""}},
                                                   {"event_nouns", {"lemma", ""}},
                                                   {"verb_phrases", {"lemma", "word"}},
                                                   {"light_verbs", {"lemma", ""}},
                                                   {"event_cues", {"word", ""}},
                                                   {"event_connectives", {"words", ""}},
                                                   {"event_links", {"lemma", ""}}}};

/// Every form and lemma of the corpus, and every verb that a form may belong to.
std::unordered_set<std::string> words_of(std::span<const text::Doc> corpus, const Lexicon& lexicon) {
  std::unordered_set<std::string> words;
  for (const text::Doc& doc : corpus)
    for (const text::Word& w : doc.words) {
      const std::string form = fold(w.form);
      if (const std::string* verb = lexicon.verb_of_form(form)) words.insert(*verb);
      words.insert(form);
      words.insert(w.lemma);
    }
  return words;
}

bool occurs(const std::unordered_set<std::string>& words, std::string_view cell) {
  while (!cell.empty()) {
    const auto blank = cell.find(' ');
    if (blank != 0 && words.count(std::string(cell.substr(0, blank))) == 0) return false;
    if (blank == std::string_view::npos) break;
    cell.remove_prefix(blank + 1);
  }
  return true;
}

/// Calls `visit` with every row of the tables of words, and its cells that hold words.
template <class Visit>
void for_each_row(const lang::Pack& pack, Visit visit) {
  for (const WordTable& t : kWordTables) {
    const lang::Table& table = pack.table(t.name);
    for (const lang::Row& row : table.rows) {
      std::vector<std::string> cells;
      for (const std::string_view column : t.columns)
        if (!column.empty()) cells.push_back(table.cell(row, table.column(column)));
      visit(table, row, std::span<const std::string>(cells));
    }
  }
}

void find_unmatched(const lang::Pack& pack, const std::unordered_set<std::string>& words, std::vector<Diagnostic>& faults) {
  for_each_row(pack, [&](const lang::Table& table, const lang::Row& row, std::span<const std::string> cells) {
    const auto missing = std::find_if_not(cells.begin(), cells.end(), [&](const std::string& cell) { return occurs(words, cell); });
    if (missing != cells.end()) faults.push_back({"FAB-PACK-008", "never matched: " + *missing, table.file, row.line});
  });
}

/// Surface tokens that are always several words: a row that holds one can never match.
std::map<std::string, std::string, std::less<>> contractions_of(const lang::Pack& pack) {
  std::map<std::string, std::string, std::less<>> found;
  const lang::Table& table = pack.table("tokens_multiword");
  const std::size_t form = table.column("form"), words = table.column("words"), always = table.column("always");
  for (const lang::Row& row : table.rows) {
    if (table.cell(row, always).empty()) continue;
    std::string apart = table.cell(row, words);
    std::replace(apart.begin(), apart.end(), '|', ' ');
    found.emplace(table.cell(row, form), apart);
  }
  return found;
}

void find_contracted(const lang::Pack& pack, std::vector<Diagnostic>& faults) {
  const auto contractions = contractions_of(pack);
  for_each_row(pack, [&](const lang::Table& table, const lang::Row& row, std::span<const std::string> cells) {
    for (const std::string& cell : cells)
      for (std::size_t begin = 0; begin < cell.size();) {
        const std::size_t end = std::min(cell.find(' ', begin), cell.size());
        const auto it = contractions.find(std::string_view(cell).substr(begin, end - begin));
        if (it != contractions.end())
          faults.push_back({"FAB-PACK-006", "'" + it->first + "' is read as '" + it->second + "': " + cell, table.file, row.line});
        begin = end + 1;
      }
  });
}

}  // namespace

std::vector<Diagnostic> check_lexicon(const lang::Pack& pack, std::span<const text::Doc> corpus) {
  std::vector<Diagnostic> faults;
  const Lexicon lexicon(pack, &faults);
  find_contracted(pack, faults);
  if (!corpus.empty()) find_unmatched(pack, words_of(corpus, lexicon), faults);
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return faults;
}

}  // namespace fabula::events
