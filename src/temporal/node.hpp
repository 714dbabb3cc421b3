#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.hpp"

namespace fabula::temporal {

/// What a piece of a time expression means, before it is put on the calendar: a small tree, built by the actions of the
/// language's rules (the operations are described at the head of src/lang/fr/time_rules.tsv) and read by resolve().
/// Immutable and shared.
enum class Op {
  none, number, unit, begin, mid, end,                           // leaves that other operations read
  year, year2, month, dom, weekday, season, clock, part_of_day,  // fields of a date
  easter, movable, merge,                                                 // a day that moves with Easter; fields and dates that hold together
  now, then, cycle, then_cycle, shift, last, next, nearest, part, nth, week_of, decade, century,
  range, since, after, before, until, rest, earlier,
  dur, plus, more, since_dur, every, reference, vague, add, times
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

struct Node {
  Op op = Op::none;
  double number = 0;
  Unit unit = Unit::day;
  std::string text;  ///< value of a reference or a part of day: PAST_REF, TMO
  std::vector<NodePtr> args;
};

NodePtr make_number(double value);

/// An action such as `merge($1,month(3))`, read once and then applied to what a pattern has caught.
class Action {
 public:
  /// @return nothing where the text is no action; `fault` then says why
  static std::optional<Action> parse(std::string_view text, std::string& fault);
  /// @param caught  by position in the pattern, from 0; null where an optional element is absent
  NodePtr build(const std::vector<NodePtr>& caught) const;

 private:
  struct Part {
    int capture = -1;  // or
    NodePtr leaf;      // or an operation on parts
    Op op = Op::none;
    std::string text;
    std::vector<Part> args;
  };
  static bool parse_part(std::string_view& rest, Part& part, std::string& fault);
  static NodePtr build_part(const Part& part, const std::vector<NodePtr>& caught);

  Part root_;
};

/// A text that is equal for equal trees.
std::string canonical(const Node& node);

}  // namespace fabula::temporal
