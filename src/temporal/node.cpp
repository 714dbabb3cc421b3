#include "node.hpp"

#include <cstdlib>
#include <utility>

namespace fabula::temporal {
namespace {

struct OpName {
  std::string_view name;
  Op op;
};

constexpr OpName kOps[] = {
    {"none", Op::none}, {"begin", Op::begin}, {"mid", Op::mid}, {"end", Op::end}, {"year", Op::year},
    {"year2", Op::year2}, {"month", Op::month}, {"dom", Op::dom}, {"weekday", Op::weekday}, {"season", Op::season},
    {"clock", Op::clock}, {"pod", Op::part_of_day}, {"easter", Op::easter}, {"movable", Op::movable}, {"merge", Op::merge}, {"now", Op::now},
    {"then", Op::then}, {"cycle", Op::cycle}, {"then_cycle", Op::then_cycle}, {"shift", Op::shift},
    {"last", Op::last}, {"next", Op::next}, {"this", Op::nearest}, {"part", Op::part}, {"nth", Op::nth}, {"week_of", Op::week_of},
    {"decade", Op::decade}, {"century", Op::century}, {"range", Op::range}, {"since", Op::since},
    {"after", Op::after}, {"before", Op::before}, {"until", Op::until}, {"rest", Op::rest}, {"earlier", Op::earlier},
    {"dur", Op::dur}, {"plus", Op::plus}, {"more", Op::more}, {"since_dur", Op::since_dur}, {"every", Op::every},
    {"ref", Op::reference}, {"vague", Op::vague}, {"add", Op::add}, {"times", Op::times}};

struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr UnitName kUnits[] = {{"second", Unit::second}, {"minute", Unit::minute},   {"hour", Unit::hour},
                               {"day", Unit::day},       {"weekend", Unit::weekend}, {"week", Unit::week},
                               {"fortnight", Unit::fortnight}, {"months", Unit::month}, {"quarter", Unit::quarter},
                               {"half", Unit::half},     {"seasons", Unit::season},  {"years", Unit::year},
                               {"decades", Unit::decade}, {"centuries", Unit::century}};

std::optional<Op> op_named(std::string_view name) {
  for (const OpName& o : kOps)
    if (o.name == name) return o.op;
  return std::nullopt;
}

NodePtr leaf_named(std::string_view name) {
  auto node = std::make_shared<Node>();
  for (const UnitName& u : kUnits) {
    if (u.name != name) continue;
    node->op = Op::unit;
    node->unit = u.unit;
    return node;
  }
  const auto op = op_named(name);
  if (!op) return nullptr;
  node->op = *op;
  return node;
}

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9'); }

bool is_number_char(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.'; }

std::string_view take_while(std::string_view& rest, bool (*test)(char)) {
  std::size_t n = 0;
  while (n < rest.size() && test(rest[n])) ++n;
  const std::string_view taken = rest.substr(0, n);
  rest.remove_prefix(n);
  return taken;
}

NodePtr simplified(std::shared_ptr<Node> node) {
  if (node->op != Op::add && node->op != Op::times) return node;
  double value = node->op == Op::add ? 0 : 1;
  for (const NodePtr& arg : node->args) value = node->op == Op::add ? value + arg->number : value * arg->number;
  return make_number(value);
}

}  // namespace

NodePtr make_number(double value) {
  auto node = std::make_shared<Node>();
  node->op = Op::number;
  node->number = value;
  return node;
}

bool Action::parse_part(std::string_view& rest, Part& part, std::string& fault) {
  if (rest.empty()) return fault = "the action ends too soon", false;
  if (rest.front() == '$') {
    rest.remove_prefix(1);
    const std::string digits(take_while(rest, [](char c) { return c >= '0' && c <= '9'; }));
    if (digits.empty() || digits == "0") return fault = "a number from 1 must follow $", false;
    part.capture = std::atoi(digits.c_str()) - 1;
    return true;
  }
  if (rest.front() == '"') {
    const auto close = rest.find('"', 1);
    if (close == std::string_view::npos) return fault = "a quotation mark is missing", false;
    auto node = std::make_shared<Node>();
    node->text = std::string(rest.substr(1, close - 1));
    part.leaf = node;
    rest.remove_prefix(close + 1);
    return true;
  }
  if (is_number_char(rest.front())) {
    part.leaf = make_number(std::strtod(std::string(take_while(rest, is_number_char)).c_str(), nullptr));
    return true;
  }
  const std::string_view name = take_while(rest, is_name_char);
  if (rest.empty() || rest.front() != '(') {
    part.leaf = leaf_named(name);
    if (!part.leaf) return fault = "no operation or unit '" + std::string(name) + "'", false;
    return true;
  }
  const auto op = op_named(name);
  if (!op) return fault = "no operation '" + std::string(name) + "'", false;
  part.op = *op;
  rest.remove_prefix(1);
  while (true) {
    part.args.emplace_back();
    if (!parse_part(rest, part.args.back(), fault)) return false;
    if (rest.empty()) return fault = "a closing parenthesis is missing", false;
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == ')') return true;
    if (c != ',') return fault = "a comma or a closing parenthesis must follow an argument", false;
  }
}

std::optional<Action> Action::parse(std::string_view text, std::string& fault) {
  Action action;
  if (!parse_part(text, action.root_, fault)) return std::nullopt;
  if (!text.empty()) {
    fault = "'" + std::string(text) + "' is left over";
    return std::nullopt;
  }
  return action;
}

NodePtr Action::build_part(const Part& part, const std::vector<NodePtr>& caught) {
  static const NodePtr nothing = std::make_shared<Node>();
  if (part.capture >= 0) {
    const auto at = static_cast<std::size_t>(part.capture);
    return at < caught.size() && caught[at] ? caught[at] : nothing;
  }
  if (part.leaf) return part.leaf;
  auto node = std::make_shared<Node>();
  node->op = part.op;
  for (const Part& arg : part.args) node->args.push_back(build_part(arg, caught));
  return simplified(std::move(node));
}

NodePtr Action::build(const std::vector<NodePtr>& caught) const { return build_part(root_, caught); }

std::string canonical(const Node& node) {
  std::string text = std::to_string(static_cast<int>(node.op));
  if (node.op == Op::number) text += ":" + std::to_string(node.number);
  if (node.op == Op::unit) text += ":" + std::to_string(static_cast<int>(node.unit));
  text += node.text;
  if (node.args.empty()) return text;
  text += '(';
  for (const NodePtr& arg : node.args) text += canonical(*arg) + ",";
  return text + ')';
}

}  // namespace fabula::temporal
