#include <algorithm>
#include <array>
#include <optional>

#include "csv_lines.hpp"
#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/output/overrules.hpp"
#include "json_lines.hpp"

namespace fabula::output {
namespace {

using actors::ActorRule;
using actors::RuleKind;
using Type = JsonNode::Type;

constexpr std::size_t kMaxDepth = 8;  // a list nests 4 deep
constexpr std::array<std::string_view, 4> kRules = {"merge", "apart", "add", "rename"};
constexpr std::array<std::string_view, 4> kColumns = {"rule", "name", "other", "kind"};

class ListReader {
 public:
  explicit ListReader(const std::string& file) : file_(file) {}

  std::vector<ActorRule> json(std::string_view text) {
    const JsonNode root = read_json_lines(text, file_, kMaxDepth);
    for (std::size_t i = 0; i < root.items.size(); ++i) {
      const RuleKind kind = rule_named(root.keys[i], root.items[i].line);
      expect(root.items[i], Type::array, "'" + root.keys[i] + "' must be a list, [ ]");
      for (const JsonNode& item : root.items[i].items) json_rule(kind, item);
    }
    return std::move(rules_);
  }

  std::vector<ActorRule> csv(std::string_view text) {
    const std::vector<CsvRow> rows = read_csv_lines(text, file_);
    if (rows.empty()) fail("the list is empty; its first line must be rule,name,other,kind", 1);
    for (const CsvRow& row : rows)
      if (&row == &rows.front()) read_columns(row);
      else csv_rule(row);
    return std::move(rules_);
  }

 private:
  [[noreturn]] void fail(const std::string& what, std::uint32_t line) const { throw InputError("FAB-IN-054", what, file_, line); }

  void expect(const JsonNode& node, Type type, const std::string& what) const {
    if (node.type != type) fail(what, node.line);
  }

  RuleKind rule_named(const std::string& name, std::uint32_t line) const {
    const auto it = std::find(kRules.begin(), kRules.end(), name);
    if (it == kRules.end()) fail("'" + name + "' is no rule; there are merge, apart, add and rename", line);
    return static_cast<RuleKind>(it - kRules.begin());
  }

  actors::ActorKind kind_named(const std::string& name, std::uint32_t line) const {
    const auto kind = actors::actor_kind_of(name);
    if (!kind) fail("'" + name + "' is no kind; there are person, organization, media, state and group", line);
    return *kind;
  }

  std::string name_of(const JsonNode& node) const {
    expect(node, Type::string, "a name was expected, in quotation marks");
    return node.text;
  }

  std::vector<std::string> names_of(const JsonNode& list) const {
    expect(list, Type::array, "a list of names was expected, [\"…\", \"…\"]");
    std::vector<std::string> names;
    for (const JsonNode& item : list.items) names.push_back(name_of(item));
    return names;
  }

  void json_rule(RuleKind kind, const JsonNode& item) {
    if (kind == RuleKind::merge || kind == RuleKind::apart) {
      rules_.push_back({kind, names_of(item), {}, item.line});
      return;
    }
    expect(item, Type::object, "an object was expected, {\"name\": …}");
    ActorRule rule{kind, {""}, {}, item.line};
    for (std::size_t i = 0; i < item.items.size(); ++i) read_field(rule, item.keys[i], item.items[i]);
    rules_.push_back(std::move(rule));
  }

  void read_field(ActorRule& rule, const std::string& key, const JsonNode& value) {
    if (key == "name") {
      rule.names.front() = name_of(value);
    } else if (key == "to" && rule.rule == RuleKind::rename) {
      rule.names.push_back(name_of(value));
    } else if (key == "kind") {
      rule.kind = kind_named(name_of(value), value.line);
    } else if (key == "aliases" && rule.rule == RuleKind::add) {
      for (std::string& alias : names_of(value)) rule.names.push_back(std::move(alias));
    } else {
      fail("unknown field '" + key + "'; " + (rule.rule == RuleKind::add ? "add has name, kind and aliases" : "rename has name, to and kind"), value.line);
    }
  }

  void read_columns(const CsvRow& header) {
    columns_ = header.cells;
    for (const std::string& column : columns_)
      if (std::find(kColumns.begin(), kColumns.end(), column) == kColumns.end())
        fail("'" + column + "' is no column; the first line must be rule,name,other,kind", header.line);
    if (std::find(columns_.begin(), columns_.end(), "rule") == columns_.end() ||
        std::find(columns_.begin(), columns_.end(), "name") == columns_.end())
      fail("the first line must name the columns rule and name", header.line);
  }

  std::string cell(const CsvRow& row, std::string_view column) const {
    const auto at = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
    return at < row.cells.size() ? row.cells[at] : std::string();
  }

  void csv_rule(const CsvRow& row) {
    if (row.cells.size() > columns_.size())
      fail("this line has more cells than the first; put quotation marks around a name that holds the separator", row.line);
    ActorRule rule{rule_named(cell(row, "rule"), row.line), {cell(row, "name")}, {}, row.line};
    if (const std::string other = cell(row, "other"); !other.empty()) rule.names.push_back(other);
    if (const std::string kind = cell(row, "kind"); !kind.empty()) rule.kind = kind_named(kind, row.line);
    rules_.push_back(std::move(rule));
  }

  const std::string& file_;
  std::vector<std::string> columns_;
  std::vector<ActorRule> rules_;
};

/// 1-based line of the first byte that is not UTF-8; 0 if there is none.
std::uint32_t line_not_utf8(std::string_view bytes) {
  std::uint32_t line = 1;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    if (to_utf8(to_utf32(bytes.substr(0, end))) != bytes.substr(0, end)) return line;  // bad bytes become replacement characters
    bytes.remove_prefix(end);
    ++line;
  }
  return 0;
}

}  // namespace

actors::Overrules read_overrules(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const std::uint32_t line = line_not_utf8(bytes)) throw InputError("FAB-IN-054", "this line is not UTF-8; save the list as UTF-8", file, line);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && bytes[first] == '{';
  ListReader reader(file);
  return {json ? reader.json(bytes) : reader.csv(bytes), file};
}

}  // namespace fabula::output
