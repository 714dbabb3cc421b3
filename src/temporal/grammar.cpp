#include "grammar.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::temporal {

/// Where a row stands, and its cells.
struct Grammar::Source {
  const lang::Table& table;
  std::uint32_t line;
  std::string category, pattern, action;
  int weight = 0;

  [[noreturn]] void fail(const std::string& why) const { throw PackError("FAB-PACK-020", why, table.file, line); }
};

namespace {

std::vector<std::string> words_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    if (at != 0) parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

int Grammar::intern_word(const std::string& form) {
  return words_.try_emplace(comparable(form), static_cast<int>(words_.size())).first->second;
}

int Grammar::intern_category(const std::string& name) {
  return categories_.try_emplace(name, static_cast<int>(categories_.size())).first->second;
}

int Grammar::category(std::string_view name) const {
  const auto it = categories_.find(std::string(name));
  return it == categories_.end() ? -1 : it->second;
}

int Grammar::word(const Atom& atom) const {
  const auto it = words_.find(atom.plain);
  return it == words_.end() ? -1 : it->second;
}

const std::vector<int>& Grammar::starting_with_word(int word) const {
  static const std::vector<int> none;
  return word < 0 ? none : by_word_[static_cast<std::size_t>(word)];
}

const std::vector<int>& Grammar::starting_with_category(int category) const {
  return by_category_[static_cast<std::size_t>(category)];
}

Choice Grammar::read_choice(const Source& source, std::string_view text) {
  Choice choice;
  if (text == "*") {
    choice.any_word = true;
    return choice;
  }
  if (text.front() != '$') {
    for (const Atom& atom : scan(text, 0)) choice.words.push_back(intern_word(atom.form));
    if (choice.words.empty()) source.fail("an empty word in the pattern");
    return choice;
  }
  text.remove_prefix(1);
  const auto bracket = text.find('[');
  choice.category = intern_category(std::string(text.substr(0, bracket)));
  if (bracket == std::string_view::npos) return choice;
  const auto dash = text.find('-', bracket);
  if (dash == std::string_view::npos || text.back() != ']') source.fail("a number range is written [1-31]");
  choice.least = std::strtod(std::string(text.substr(bracket + 1, dash - bracket - 1)).c_str(), nullptr);
  choice.most = std::strtod(std::string(text.substr(dash + 1)).c_str(), nullptr);
  return choice;
}

Element Grammar::read_element(const Source& source, std::string_view text) {
  Element element;
  if (text.size() > 1 && text.back() == '?') {
    element.optional = true;
    text.remove_suffix(1);
  }
  for (bool more = true; more && text.size() > 1;) {
    switch (text.front()) {
      case '~': element.glued = true; break;
      case '!': element.absent = true; break;
      case '^': element.capital = true; break;
      default: more = false; continue;
    }
    text.remove_prefix(1);
  }
  std::string expanded;
  for (const std::string& piece : words_of(text, '|')) {
    if (!expanded.empty()) expanded += '|';
    if (piece.front() != '%' || piece.size() == 1) {
      expanded += piece;
      continue;
    }
    const auto macro = macros_.find(piece.substr(1));
    if (macro == macros_.end()) source.fail("no word list '" + piece + "' above this line");
    expanded += macro->second;
  }
  for (const std::string& piece : words_of(expanded, '|')) element.choices.push_back(read_choice(source, piece));
  if (element.choices.empty()) source.fail("an empty place in the pattern");
  return element;
}

std::vector<Element> Grammar::read_pattern(const Source& source) {
  std::vector<Element> pattern;
  for (const std::string& text : words_of(source.pattern, ' ')) pattern.push_back(read_element(source, text));
  if (std::none_of(pattern.begin(), pattern.end(), [](const Element& e) { return !e.optional && !e.absent; }))
    source.fail("a pattern has something that must be there");
  return pattern;
}

void Grammar::read_list(const Source& source) {
  macros_[source.category.substr(1)] = source.pattern;
  const std::map<std::string_view, std::vector<bool>*> kept = {{"%lead", &lead_}, {"%genitive", &genitive_}, {"%anchor", &anchor_}};
  const auto kind = kept.find(source.category);
  if (kind == kept.end()) return;
  std::vector<bool>& set = *kind->second;
  for (const std::string& form : words_of(source.pattern, '|')) {
    const auto id = static_cast<std::size_t>(intern_word(form));
    if (set.size() <= id) set.resize(id + 1);
    set[id] = true;
  }
}

void Grammar::read_row(Source& source) {
  if (source.category.empty()) source.fail("the row names no category");
  if (source.category.front() == '%') return read_list(source);
  std::string fault;
  auto action = Action::parse(source.action, fault);
  if (!action) source.fail("in '" + source.action + "': " + fault);
  Rule rule;
  rule.category = intern_category(source.category);
  rule.pattern = read_pattern(source);
  rule.action = std::move(*action);
  rule.weight = source.weight;
  // Rules are found by their first place, so one that may be absent makes two rules.
  while (rule.pattern.front().optional) {
    rules_.push_back(rule);
    rules_.back().pattern.front().optional = false;
    rule.pattern.erase(rule.pattern.begin());
    ++rule.skipped;
  }
  if (rule.pattern.front().absent) source.fail("a pattern begins with something that stands there");
  rules_.push_back(std::move(rule));
}

void Grammar::read_table(const lang::Table& table) {
  const std::size_t category = table.column("category"), pattern = table.column("pattern"), action = table.column("action"),
                    weight = table.column("weight");
  for (const lang::Row& row : table.rows) {
    Source source{table, row.line, table.cell(row, category), table.cell(row, pattern), table.cell(row, action),
                  std::atoi(table.cell(row, weight).c_str())};
    read_row(source);
  }
}

void Grammar::add_name(const std::string& category, const std::string& form, const std::string& action) {
  std::string fault;
  Rule rule;
  rule.category = intern_category(category);
  Choice choice;
  for (const Atom& atom : scan(form, 0)) choice.words.push_back(intern_word(atom.form));
  if (choice.words.empty()) return;
  Element element;
  element.choices.push_back(choice);
  rule.pattern.push_back(element);
  rule.action = *Action::parse(action, fault);
  rules_.push_back(std::move(rule));
}

/// Months and weekdays by the names ICU has for the language, full and short; a short one may drop its full stop.
void Grammar::add_names(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
  if (U_FAILURE(status)) return;
  for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    int32_t count = 0;
    const icu::UnicodeString* names = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, width);
    for (int32_t i = 0; i < count; ++i) {
      const std::string action = "month(" + std::to_string(i + 1) + ")";
      std::string form = utf8_of(names[i]);
      add_name("month", form, action);
      if (form.back() == '.') add_name("month", form.substr(0, form.size() - 1), action);
    }
    names = symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, width);
    for (int32_t i = 1; i < count; ++i) {  // ICU counts from Sunday = 1
      const std::string action = "weekday(" + std::to_string((i + 5) % 7 + 1) + ")";
      std::string form = utf8_of(names[i]);
      const std::string category = width == icu::DateFormatSymbols::WIDE ? "weekday" : "weekday_short";
      add_name(category, form, action);
      if (form.back() == '.') add_name(category, form.substr(0, form.size() - 1), action);
    }
  }
}

void Grammar::index() {
  by_word_.resize(words_.size());
  by_category_.resize(categories_.size());
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    for (const Choice& choice : rules_[r].pattern.front().choices) {
      if (choice.any_word) continue;
      auto& list = choice.words.empty() ? by_category_[static_cast<std::size_t>(choice.category)]
                                        : by_word_[static_cast<std::size_t>(choice.words.front())];
      if (list.empty() || list.back() != static_cast<int>(r)) list.push_back(static_cast<int>(r));
    }
  }
}

Grammar Grammar::load(const lang::Pack& pack) {
  Grammar grammar;
  grammar.intern_category("int");
  for (const char* digits : {"d1", "d2", "dd", "ddd", "d4"}) grammar.intern_category(digits);
  for (const auto& [name, table] : pack.tables())
    if (name.rfind("time_", 0) == 0) grammar.read_table(table);
  grammar.add_names(pack.language());
  grammar.index();
  return grammar;
}

}  // namespace fabula::temporal
