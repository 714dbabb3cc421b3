#include "fabula/compare/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "number_tokens.hpp"

namespace fabula::compare {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMillion = 1e6;
constexpr double kAbout = 0.2;           // "environ", "une dizaine": within a fifth
constexpr std::size_t kMaxQualifier = 3; // words
constexpr std::size_t kStateWindow = 8;  // words after the people counted: "ont, selon la police, été tuées"
constexpr std::size_t kMinNoun = 3;      // letters of a counted noun that no table knows

constexpr std::array<std::pair<std::string_view, NumberKind>, 16> kNumberKinds = {{
    {"number", NumberKind::number},
    {"scale", NumberKind::scale}, {"collective", NumberKind::collective}, {"many", NumberKind::many},
    {"article", NumberKind::article}, {"join", NumberKind::join}, {"to", NumberKind::to}, {"of", NumberKind::of},
    {"between", NumberKind::between}, {"at_least", NumberKind::at_least}, {"at_most", NumberKind::at_most},
    {"about", NumberKind::about}, {"part", NumberKind::part}, {"decimal", NumberKind::decimal},
    {"group", NumberKind::group}, {"plural", NumberKind::plural}}};
constexpr std::array<std::pair<std::string_view, UnitKind>, 4> kUnitKinds = {{{"unit", UnitKind::unit},
    {"people", UnitKind::people}, {"state", UnitKind::state}, {"ignored", UnitKind::ignored}}};

template <class Table>
auto look_up(const Table& table, std::string_view name) -> std::optional<typename Table::value_type::second_type> {
  for (const auto& [key, value] : table)
    if (key == name) return value;
  return std::nullopt;
}

/// A number as read, without what it counts.
struct Number {
  double low = 0, high = 0;
  bool exact = true;    ///< no word made it vague
  bool article = false; ///< "un" alone
  bool year = false;    ///< four plain figures that could be a year
  std::size_t end = 0;  ///< token after it
};

class Reader {
 public:
  Reader(std::u32string_view text, const QuantityWords& words) : words_(words), tokens_(number_tokens(text, words)) {}

  std::vector<Quantity> run() {
    std::vector<Quantity> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto number = number_at(i);
      if (!number) { ++i; continue; }
      if (auto quantity = counted(i, *number)) found.push_back(std::move(*quantity));
      i = number->end;
    }
    return found;
  }

 private:
  const QuantityWords::Number* number_word(std::size_t i) const {
    if (i >= tokens_.size()) return nullptr;
    const auto it = words_.numbers.find(tokens_[i].word);
    return it == words_.numbers.end() ? nullptr : &it->second;
  }
  bool is(std::size_t i, NumberKind kind) const {
    const auto* word = number_word(i);
    return word && word->kind == kind;
  }
  const QuantityWords::Unit* unit(std::size_t i) const {
    if (i >= tokens_.size()) return nullptr;
    const auto it = words_.units.find(tokens_[i].word);
    return it == words_.units.end() ? nullptr : &it->second;
  }
  bool is_unit(std::size_t i, UnitKind kind) const {
    const auto* u = unit(i);
    return u && u->kind == kind;
  }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].word.size() > 1; }

  /// "douze", "deux cent mille", "2,5 millions", "un", "une centaine", "des dizaines".
  std::optional<Number> plain_number_at(std::size_t i) const {
    const auto* word = number_word(i);
    if (word && word->kind == NumberKind::many) return Number{2 * word->value, kInfinity, false, false, false, i + 1};
    if (word && word->kind == NumberKind::scale && word->value >= kMillion)  // "plusieurs millions"
      return Number{word->value, kInfinity, false, false, false, i + 1};
    double total = 0, part = 0;
    bool any = false, article = false, year = false;
    const std::size_t begin = i;
    for (; i < tokens_.size(); ++i) {
      const NumberToken& token = tokens_[i];
      const auto* w = number_word(i);
      if (token.figure >= 0 && !any) {
        part = token.figure;
        year = !token.grouped && part >= 1900 && part <= 2100;
      } else if (w && w->kind == NumberKind::number) part = multiplies(part, w->value) ? part * w->value : part + w->value;
      else if (w && w->kind == NumberKind::article && !any) article = true, part = 1;
      else if (w && w->kind == NumberKind::article && part >= 20) part += 1;  // "vingt et un"
      else if (w && w->kind == NumberKind::scale) {
        article = year = false;
        part = std::max(part, 1.0) * w->value;
        if (w->value >= 1000) total += std::exchange(part, 0);
      } else if (w && w->kind == NumberKind::join && any && part >= 20 && joins_number(i + 1)) continue;
      else break;
      any = true;
    }
    if (!any) return std::nullopt;
    if (is(i, NumberKind::collective)) return about(std::max(total + part, 1.0) * number_word(i)->value, i + 1);
    const double value = total + part;
    return Number{value, value, true, article && i == begin + 1, year && i == begin + 1, i};
  }
  /// "quatre-vingt": a word of tens after one of units.
  static bool multiplies(double before, double value) { return before >= 2 && before < 10 && value >= 20 && value < 100; }
  bool joins_number(std::size_t i) const { return is(i, NumberKind::number) || is(i, NumberKind::article); }

  static Number about(double value, std::size_t end) {
    return {value * (1 - kAbout), value * (1 + kAbout), false, false, false, end};
  }

  /// The qualifier that ends before token i: its kind and length in words.
  std::pair<std::optional<NumberKind>, std::size_t> qualifier_before(std::size_t i) const {
    std::string phrase;
    std::pair<std::optional<NumberKind>, std::size_t> best = {std::nullopt, 0};
    for (std::size_t n = 1; n <= kMaxQualifier && n <= i; ++n) {
      phrase = tokens_[i - n].word + (phrase.empty() ? "" : " " + phrase);
      const auto it = words_.numbers.find(phrase);
      if (it != words_.numbers.end() && qualifies(it->second.kind)) best = {it->second.kind, n};
    }
    return best;
  }
  static bool qualifies(NumberKind kind) {
    return kind == NumberKind::at_least || kind == NumberKind::at_most || kind == NumberKind::about ||
           kind == NumberKind::between || kind == NumberKind::part;
  }

  std::optional<Number> number_at(std::size_t i) const {
    auto number = plain_number_at(i);
    if (!number) return std::nullopt;
    const bool between = qualifier_before(i).first == NumberKind::between;
    if (!(is(number->end, NumberKind::to) || (between && is(number->end, NumberKind::join)))) return number;
    const auto upper = plain_number_at(number->end + 1);
    if (!upper || upper->low < number->low) return number;
    return Number{number->low, upper->high, false, false, false, upper->end};
  }

  static void qualify(Number& number, std::optional<NumberKind> kind) {
    if (kind == NumberKind::at_least) number.high = kInfinity;
    else if (kind == NumberKind::at_most) number.low = 0;
    else if (kind == NumberKind::about) number = about((number.low + std::min(number.high, number.low * 4)) / 2, number.end);
    else if (number.exact && number.low >= 1000) widen_to_rounding(number);
  }

  /// 12 000 may stand for anything that rounds to it; 12 345 may not.
  static void widen_to_rounding(Number& number) {
    double unit = 1;
    while (number.low / unit >= 100 && std::fmod(number.low, unit * 10) == 0) unit *= 10;
    if (unit == 1) return;
    number.low -= unit / 2;
    number.high += unit / 2;
  }

  std::optional<Quantity> counted(std::size_t begin, Number number) const {
    const auto [kind, length] = qualifier_before(begin);
    if (kind == NumberKind::part) return std::nullopt;
    qualify(number, kind);
    std::size_t noun = number.end;
    if (is(noun, NumberKind::of)) ++noun;
    // one adjective may stand between; "un cinquième mort" is not one
    if (!number.article && !unit(noun) && unit(noun + 1) && is_word(noun)) ++noun;
    const auto* u = unit(noun);
    if ((number.year && !(u && u->kind != UnitKind::ignored)) || (u && u->kind == UnitKind::ignored)) return std::nullopt;
    Quantity q{{}, true, number.low, number.high, {tokens_[begin - length].span.begin, tokens_[number.end - 1].span.end}};
    if (u) {
      q.measure = u->kind == UnitKind::people ? befallen(begin - length, noun, u->measure) : u->measure;
      q.span.end = tokens_[noun].span.end;
    } else if (begin > length && is_unit(begin - length - 1, UnitKind::state)) {
      q.measure = unit(begin - length - 1)->measure;  // "en blessant trente"
    } else if (!number.article && is_noun(noun)) {
      q.known = false;
      q.measure = singular(tokens_[noun].word);
      q.span.end = tokens_[noun].span.end;
    } else return std::nullopt;
    return q;
  }

  bool is_noun(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].figure < 0 && tokens_[i].word.size() >= kMinNoun && !number_word(i);
  }

  /// What befell the people counted at `noun`: the state right before the number, or the first one after them.
  std::string befallen(std::size_t begin, std::size_t noun, const std::string& people) const {
    if (begin > 0 && is_unit(begin - 1, UnitKind::state)) return unit(begin - 1)->measure;
    if (begin > 1 && is(begin - 1, NumberKind::of) && is_unit(begin - 2, UnitKind::state)) return unit(begin - 2)->measure;
    for (std::size_t i = noun + 1; i < tokens_.size() && i <= noun + kStateWindow; ++i)
      if (is_unit(i, UnitKind::state)) return unit(i)->measure;
    return people;
  }

  std::string singular(const std::string& noun) const {
    for (const auto& [form, word] : words_.numbers)
      if (word.kind == NumberKind::plural && noun.size() > kMinNoun + form.size() && noun.ends_with(form))
        return noun.substr(0, noun.size() - form.size());
    return noun;
  }

  const QuantityWords& words_;
  std::vector<NumberToken> tokens_;
};

}  // namespace

std::optional<NumberKind> number_kind_of(std::string_view name) { return look_up(kNumberKinds, name); }
std::optional<UnitKind> unit_kind_of(std::string_view name) { return look_up(kUnitKinds, name); }

std::vector<Quantity> read_quantities(std::u32string_view text, const QuantityWords& words) {
  return words.numbers.empty() ? std::vector<Quantity>{} : Reader(text, words).run();
}

}  // namespace fabula::compare
