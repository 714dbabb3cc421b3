#include "resolve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "durations.hpp"
#include "fields.hpp"

namespace fabula::temporal {
namespace {

using std::chrono::days;

bool is_time_of_day(const Node& node) {
  switch (node.op) {
    case Op::clock: case Op::part_of_day: return true;
    case Op::merge: case Op::range: case Op::since: case Op::after: case Op::before: case Op::until:
      return !node.args.empty() && std::all_of(node.args.begin(), node.args.end(),
                                               [](const NodePtr& a) { return a->op == Op::none || is_time_of_day(*a); }) &&
             std::any_of(node.args.begin(), node.args.end(), [](const NodePtr& a) { return a->op != Op::none; });
    default: return false;
  }
}

int arg_int(const Node& node, std::size_t at, int otherwise = 0) {
  if (at >= node.args.size() || node.args[at]->op != Op::number) return otherwise;
  return static_cast<int>(std::clamp(node.args[at]->number, -1e6, 1e6));
}

/// A merge taken apart.
struct Parts {
  Fields fields;
  std::vector<NodePtr> dates;  ///< what is no field: "la semaine prochaine"
  std::vector<NodePtr> times;  ///< times of day
};

void gather(const Node& node, Parts& parts) {
  const int n = arg_int(node, 0);
  switch (node.op) {
    case Op::year: parts.fields.year = n; break;
    case Op::year2: parts.fields.year = n + (n < 50 ? 2000 : 1900); break;
    case Op::month: parts.fields.month = n; break;
    case Op::dom: parts.fields.dom = n; break;
    case Op::weekday: parts.fields.weekday = n; break;
    case Op::season: parts.fields.season = n; break;
    case Op::easter: parts.fields.easter = n; break;
    case Op::movable:
      parts.fields.movable = Movable{n, arg_int(node, 1), arg_int(node, 2, 1), arg_int(node, 3), arg_int(node, 4, 1)};
      break;
    case Op::merge:
      for (const NodePtr& arg : node.args) {
        if (arg->op == Op::none) continue;
        if (is_time_of_day(*arg)) {
          parts.times.push_back(arg);
        } else if (arg->op == Op::merge || arg->op <= Op::movable) {
          gather(*arg, parts);
        } else {
          parts.dates.push_back(arg);
        }
      }
      break;
    default: break;
  }
}

bool has_fields(const Node& node) {
  Parts parts;
  gather(node, parts);
  return !parts.fields.empty() && parts.dates.empty();
}

/// The part of a TIMEX3 value after the day: T18:30, TMO; the first time where there are several.
std::string time_suffix(const Node& node) {
  if (node.op == Op::part_of_day) return node.args.empty() ? std::string() : node.args[0]->text;
  if (node.op == Op::clock) {
    std::array<char, 24> buffer{};
    const int hour = arg_int(node, 0), minute = arg_int(node, 1, -1);
    if (minute < 0) {
      std::snprintf(buffer.data(), buffer.size(), "T%02d", hour % 100);
    } else {
      std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", hour % 100, minute % 100);
    }
    return buffer.data();
  }
  std::string best;
  for (const NodePtr& arg : node.args) {
    const std::string found = time_suffix(*arg);
    if (best.empty() || arg->op == Op::clock) best = found.empty() ? best : found;
  }
  return best;
}

class Resolver {
 public:
  explicit Resolver(const Context& context) : context_(context) {}

  Moment moment(const Node& node) const {
    if (is_time_of_day(node)) return time_of_day(node, at_hand());
    switch (node.op) {
      case Op::merge: return merged(node);
      case Op::year: case Op::year2: case Op::month: case Op::dom: case Op::weekday: case Op::season: case Op::easter:
      case Op::movable: {
        Parts parts;
        gather(node, parts);
        return from_fields(parts.fields);
      }
      case Op::now: return present();
      case Op::then: return anaphor();
      case Op::cycle: return cycle(node, context_.published);
      case Op::then_cycle: return cycle(node, counts_years(node) && context_.then_year ? context_.then_year : then_for(unit_of(node)));
      case Op::shift: return shifted(node);
      case Op::last: return neighbour(node, Direction::past);
      case Op::next: return neighbour(node, Direction::future);
      case Op::nearest: return nearest(node);
      case Op::part: return part(node);
      case Op::nth: return nth(node);
      case Op::week_of: return week_of(node);
      case Op::decade: return decade(node);
      case Op::century: return century(node);
      case Op::range: return range(node);
      case Op::since: case Op::after: case Op::before: case Op::until: return open_range(node);
      case Op::rest: case Op::earlier: return rest(node);
      case Op::dur: case Op::plus: case Op::more: return duration(node);
      case Op::since_dur: return since_duration(node);
      case Op::every: return every(node);
      case Op::reference: return reference(node);
      case Op::vague: return vague(node);
      default: return {};
    }
  }

 private:
  /// What "la veille" counts from: a date told shortly before, else the day of the story.
  std::optional<Days> then_or_published() const { return context_.then ? context_.then : at_hand(); }

  /// Days are counted from a day: behind "en décembre 2010", "le lendemain" is that of the story.
  std::optional<Days> then_for(Unit unit) const {
    const bool coarse = context_.then && context_.then->last - context_.then->first >= days{27};
    return unit == Unit::day && coarse && context_.scene ? at_hand() : then_or_published();
  }

  static Unit unit_of(const Node& node) {
    return !node.args.empty() && node.args[0]->op == Op::unit ? node.args[0]->unit : Unit::day;
  }

  /// "l'année suivante": it can count from a whole year, too.
  static bool counts_years(const Node& node) {
    return !node.args.empty() && node.args[0]->op == Op::unit && node.args[0]->unit >= Unit::year;
  }

  /// The day that a bare clock time belongs to.
  std::optional<Days> at_hand() const {
    return context_.scene ? std::optional(Days{*context_.scene, *context_.scene}) : context_.published;
  }

  static Moment of(Days d, Unit grain) {
    Moment m;
    m.first = d.first;
    m.last = d.last;
    m.grain = grain;
    m.value = unit_days(grain, d.first) == d ? timex_value(grain, d.first) : to_iso(d.first) + "/" + to_iso(d.last);
    return m;
  }

  static Moment relative(Moment m) {
    m.relative = true;
    return m;
  }

  static std::optional<Days> bounds(const Moment& m) {
    if (!m.first || !m.last) return std::nullopt;
    return Days{*m.first, *m.last};
  }

  static Moment time_of_day(const Node& node, std::optional<Days> day) {
    Moment m;
    if (day) m = of(*day, Unit::day);
    return with_time(relative(std::move(m)), time_suffix(node));
  }

  static Moment with_time(Moment m, const std::string& suffix) {
    m.type = TimexType::time;
    if (m.grain == Unit::day && m.value.size() == 10) m.value += suffix;
    if (m.value.empty()) m.value = "XXXX-XX-XX" + suffix;
    return m;
  }

  Moment merged(const Node& node) const {
    Parts parts;
    gather(node, parts);
    Moment m;
    if (parts.dates.empty()) {
      m = from_fields(parts.fields);
    } else {
      m = moment(*parts.dates.front());
      for (std::size_t i = 1; i < parts.dates.size(); ++i) m = narrower(m, moment(*parts.dates[i]));
      if (!parts.fields.empty()) m = within(parts.fields, m);
    }
    for (const NodePtr& time : parts.times) m = with_time(std::move(m), time_suffix(*time));
    return m;
  }

  static Moment narrower(Moment a, Moment b) {
    const auto x = bounds(a), y = bounds(b);
    if (!x || !y) return x ? a : b;
    return (y->last - y->first) < (x->last - x->first) ? b : a;
  }

  Moment within(const Fields& fields, const Moment& base) const {
    const auto days_of_base = bounds(base);
    if (!days_of_base) return from_fields(fields);
    const auto found = nth_within(fields, *days_of_base, 1);
    if (!found) return from_fields(fields);
    Moment m = of(*found, grain_of(fields));
    m.relative = base.relative;
    return m;
  }

  Moment from_fields(const Fields& fields) const {
    if (!fields.year && !context_.published) {
      Moment m;
      m.value = unresolved_value(fields);
      m.relative = true;
      return m;
    }
    const Days from = context_.published.value_or(Days{Day{}, Day{}});
    const auto all = candidates(fields, from);
    if (fields.weekday && !fields.dom && !fields.year && from.first != from.last) return one_of(all, from);
    if (fields.dom && !fields.month && from.last - from.first > days{31}) return unknown_day(fields);
    const auto chosen = choose(all, from, context_.direction);
    if (!chosen) return unknown_day(fields);
    Moment m = of(*chosen, grain_of(fields));
    m.relative = !fields.year && !(fields.month && fields.dom);
    return m;
  }

  static Moment unknown_day(const Fields& fields) {
    Moment m;
    m.value = unresolved_value(fields);
    return m;
  }

  /// A weekday, where publication is known to the month or year only: none of them is picked.
  static Moment one_of(const std::vector<Days>& all, Days within) {
    Moment m;
    for (const Days& d : all)
      if (d.first >= within.first && d.last <= within.last) m.set.push_back(d.first);
    m.relative = true;
    if (m.set.empty()) return m;
    m.first = m.set.front();
    m.last = m.set.back();
    m.value = "XXXX-WXX-" + std::to_string(weekday_of(m.set.front()));
    return m;
  }

  Moment present() const {
    Moment m;
    if (context_.published) m = of(*context_.published, Unit::day);
    m.value = "PRESENT_REF";
    return relative(std::move(m));
  }

  Moment anaphor() const {
    const auto base = then_or_published();
    if (!base) return relative({});
    return relative(of(*base, Unit::day));
  }

  static Moment cycle(const Node& node, std::optional<Days> from) {
    if (!from || node.args.empty() || node.args[0]->op != Op::unit) return relative({});
    const Unit unit = node.args[0]->unit;
    const int steps = arg_int(node, 1);
    const Days a = unit_days(unit, add_units(unit_days(unit, from->first).first, unit, steps));
    const Days b = unit_days(unit, add_units(unit_days(unit, from->last).first, unit, steps));
    return relative(of({a.first, b.last}, unit));
  }

  Moment shifted(const Node& node) const {
    if (node.args.size() < 3) return {};
    const Node& from = *node.args[0];
    const bool named = from.op != Op::now && from.op != Op::then;
    const Moment base = from.op == Op::now ? present() : moment(from);
    const int sign = arg_int(node, 1);
    const auto length = lengths(*node.args[2]);
    const auto start = bounds(base);
    if (!start || length.empty()) return relative(duration(*node.args[2]));  // so long, from what is not known
    Moment m;
    if (is_vague(length)) {
      const Day a = moved(start->first, length, sign, sign < 0 ? 9 : 2), b = moved(start->last, length, sign, sign < 0 ? 2 : 9);
      m = of({std::min(a, b), std::max(a, b)}, Unit::day);
    } else {
      Unit unit = precision(length);
      if (unit < Unit::day || unit == Unit::weekend || unit == Unit::fortnight) unit = Unit::day;
      if (named && unit == Unit::week) unit = Unit::day;
      const Day a = moved(start->first, length, sign, 0), b = moved(start->last, length, sign, 0);
      m = of({unit_days(unit, a).first, unit_days(unit, b).last}, unit);
    }
    m.relative = !named || base.relative;
    return m;
  }

  /// "dimanche dernier", "en mars prochain"; with a number and a unit, the run of days: "les trois derniers mois".
  Moment neighbour(const Node& node, Direction direction) const {
    if (!context_.published || node.args.empty()) return relative({});
    const bool past = direction == Direction::past;
    const Days from = *context_.published;
    if (const auto length = lengths(*node.args[0]); !length.empty()) {
      if (precision(length) < Unit::day) return relative(duration(*node.args[0]));  // "les dix dernières minutes" of what is told
      if (past) return relative(of({moved(from.first, length, -1, 9), from.last - days{1}}, Unit::day));
      return relative(of({from.first + days{1}, moved(from.last, length, 1, 9)}, Unit::day));
    }
    Parts parts;
    gather(*node.args[0], parts);
    std::optional<Days> best;
    for (const Days& d : candidates(parts.fields, from)) {
      if (past && d.last < from.first) best = d;
      if (!past && !best && d.first > from.last) best = d;
    }
    if (parts.fields.weekday && !parts.fields.dom && from.first != from.last)
      return one_of(candidates(parts.fields, from), from);
    return best ? relative(of(*best, grain_of(parts.fields))) : relative({});
  }

  /// "ce mardi": this week's, unless the tense looks the other way.
  Moment nearest(const Node& node) const {
    Parts parts;
    if (!node.args.empty()) gather(*node.args[0], parts);
    if (!context_.published) return relative(from_fields(parts.fields));
    if (parts.fields.season && !parts.fields.year && context_.direction == Direction::unknown) return season_around(parts.fields);
    const Days now = *context_.published;
    if (now.first == now.last && parts.fields.weekday && !parts.fields.dom && context_.direction == Direction::unknown)
      if (const auto found = nth_within(parts.fields, unit_days(Unit::week, now.first), 1))
        return relative(of(*found, Unit::day));
    return relative(from_fields(parts.fields));
  }

  /// "cet automne": the season that publication lies in, else the coming one, unless the last is far nearer.
  Moment season_around(const Fields& fields) const {
    const Days now = *context_.published;
    std::optional<Days> best;
    const auto gap = [&now](const Days& d) { return std::max({d.first - now.last, 2 * (now.first - d.last), days{0}}); };
    for (const Days& d : candidates(fields, now))
      if (!best || gap(d) < gap(*best)) best = d;
    return best ? relative(of(*best, grain_of(fields))) : relative({});
  }

  Moment part(const Node& node) const {
    if (node.args.size() < 2) return {};
    const Moment base = moment(*node.args[0]);
    const auto d = bounds(base);
    if (!d) return base;
    const std::size_t third = node.args[1]->op == Op::begin ? 0 : node.args[1]->op == Op::mid ? 1 : 2;
    Moment m = of(third_of(*d, third), Unit::day);
    if (d->first == d->last) m = base;
    m.relative = base.relative;
    m.type = base.type;
    return m;
  }

  /// The first, middle or last third: in whole months for a year and more, ten days for a month; of a week Monday to
  /// Wednesday, midweek, Thursday to Sunday.
  static Days third_of(Days d, std::size_t which) {
    const int third = static_cast<int>(which);
    const int length = static_cast<int>((d.last - d.first).count()) + 1;
    if (length < 3) return d;
    if (length >= 28 && length <= 31)
      return {d.first + days{10 * third}, third == 2 ? d.last : d.first + days{10 * third + 9}};
    if (length == 7) return {d.first + days{std::array{0, 2, 3}[which]}, d.first + days{std::array{2, 3, 6}[which]}};
    if (length < 85)
      return {d.first + days{third == 0 ? 0 : (third * length) / 3}, d.first + days{(third + 1) * length / 3 - 1}};
    const int months = (year_of(d.last) - year_of(d.first)) * 12 + month_of(d.last) - month_of(d.first) + 1;
    return {add_units(d.first, Unit::month, third * months / 3), add_units(d.first, Unit::month, (third + 1) * months / 3) - days{1}};
  }

  Moment nth(const Node& node) const {
    if (node.args.size() < 2) return {};
    const int n = arg_int(node, 0);
    const Moment base = node.args.size() > 2 && node.args[2]->op != Op::none ? moment(*node.args[2]) : cycle_of_month();
    const auto d = bounds(base);
    if (!d) return base;
    std::optional<Days> found;
    Unit grain = Unit::day;
    if (node.args[1]->op == Op::unit) {
      grain = node.args[1]->unit;
      found = nth_unit(*d, grain, n);
    } else {
      Parts parts;
      gather(*node.args[1], parts);
      grain = grain_of(parts.fields);
      found = nth_within(parts.fields, *d, n);
    }
    if (!found) return base;
    Moment m = of(*found, grain);
    m.relative = base.relative;
    return m;
  }

  Moment cycle_of_month() const {
    if (!context_.published) return relative({});
    return relative(of({unit_days(Unit::month, context_.published->first).first,
                        unit_days(Unit::month, context_.published->last).last}, Unit::month));
  }

  /// A week belongs to the month or year that its Thursday lies in (ISO 8601).
  static std::optional<Days> nth_unit(Days within, Unit unit, int n) {
    std::vector<Days> all;
    const int reach = unit == Unit::week || unit == Unit::weekend ? 7 : 0;
    for (Day d = within.first - days{reach}; d <= within.last;) {
      const Days u = unit_days(unit, d);
      const Day belongs = unit == Unit::week ? u.first + days{3} : u.first;
      if (belongs >= within.first && belongs <= within.last && (all.empty() || all.back().first < u.first)) all.push_back(u);
      d = std::max(u.last, d) + days{1};
      if (unit == Unit::weekend) d = u.last + days{1};
    }
    const int index = n > 0 ? n - 1 : static_cast<int>(all.size()) + n;
    if (index < 0 || index >= static_cast<int>(all.size())) return std::nullopt;
    return all[static_cast<std::size_t>(index)];
  }

  Moment week_of(const Node& node) const {
    const Moment base = node.args.empty() ? Moment{} : moment(*node.args[0]);
    if (!base.first) return base;
    Moment m = of(unit_days(Unit::week, *base.first), Unit::week);
    m.relative = base.relative;
    return m;
  }

  static Moment decade(const Node& node) {
    int year = arg_int(node, 0);
    if (year < 100) year += year < 20 ? 2000 : 1900;
    return of(unit_days(Unit::decade, Day{std::chrono::year{year} / 1 / 1}), Unit::decade);
  }

  static Moment century(const Node& node) {
    const int n = arg_int(node, 0);
    return of(unit_days(Unit::century, Day{std::chrono::year{100 * (n - 1) + 1} / 1 / 1}), Unit::century);
  }

  Moment range(const Node& node) const {
    if (node.args.size() < 2) return {};
    const Node& a = *node.args[0];
    const Node& b = *node.args[1];
    if (is_time_of_day(a) != is_time_of_day(b)) {
      Moment m = moment(is_time_of_day(a) ? b : a);
      m.type = TimexType::time;
      return m;
    }
    Moment start, end;
    if (has_fields(a) && has_fields(b)) {
      from_shared_fields(a, b, start, end);
    } else if (has_fields(a) && (b.op == Op::last || b.op == Op::next) && !b.args.empty() && has_fields(*b.args[0])) {
      end = moment(b);
      start = before_end(shared_fields(a, *b.args[0]), end);
    } else {
      start = moment(a);
      end = moment(b);
      Parts parts;
      gather(b, parts);
      if (start.first && end.last && *end.last < *start.first && has_fields(b) && !parts.fields.year)
        end = after_start(parts.fields, start);
    }
    return joined(start, end);
  }

  /// "les 5 et 7 mars prochains": the first has the month of the second.
  static Fields shared_fields(const Node& a, const Node& b) {
    Parts x, y;
    gather(a, x);
    gather(b, y);
    if (x.fields.dom && !x.fields.month) x.fields.month = y.fields.month;
    return x.fields;
  }

  /// "du 5 au 7 mars": what one side does not say, the other says; the end then follows the start.
  void from_shared_fields(const Node& a, const Node& b, Moment& start, Moment& end) const {
    Parts x, y;
    gather(a, x);
    gather(b, y);
    if (!x.fields.month && !x.fields.season && !x.fields.has_year_only() && !(x.fields.weekday && !x.fields.dom))
      x.fields.month = y.fields.month;
    if (!y.fields.month && !y.fields.season && !y.fields.has_year_only() && !(y.fields.weekday && !y.fields.dom))
      y.fields.month = x.fields.month;
    if (y.fields.year && !x.fields.year && x.fields.month)
      x.fields.year = *y.fields.year - (y.fields.month && *x.fields.month > *y.fields.month ? 1 : 0);
    if (x.fields.year && !y.fields.year) {
      start = from_fields(x.fields);
      end = after_start(y.fields, start);
      return;
    }
    end = from_fields(y.fields);
    start = x.fields.year ? from_fields(x.fields) : before_end(x.fields, end);
  }

  Moment before_end(const Fields& fields, const Moment& end) const {
    const auto d = bounds(end);
    if (!d) return from_fields(fields);
    const auto found = choose(candidates(fields, *d), *d, Direction::past);
    Moment m = found ? of(*found, grain_of(fields)) : from_fields(fields);
    m.relative = end.relative;
    return m;
  }

  Moment after_start(const Fields& fields, const Moment& start) const {
    const auto d = bounds(start);
    if (!d) return from_fields(fields);
    const auto found = choose(candidates(fields, *d), *d, Direction::future);
    return found ? of(*found, grain_of(fields)) : from_fields(fields);
  }

  static Moment joined(const Moment& a, const Moment& b) {
    Moment m;
    m.relative = a.relative || b.relative;
    m.first = a.first;
    m.last = b.last;
    if (m.first && m.last && *m.last < *m.first) {  // "du 28 au 3" read backwards is no range
      m.first = std::min(*m.first, *m.last);
      m.last = std::max(*a.first, *b.last);
    }
    m.value = a.value + "/" + b.value;
    return m;
  }

  Moment open_range(const Node& node) const {
    if (node.args.empty()) return {};
    const Node& inner = *node.args[0];
    const Moment base = moment(inner);
    Moment m = base;
    m.set.clear();
    const bool timed = base.type == TimexType::time;
    switch (node.op) {
      case Op::since: m.last.reset(); break;
      case Op::after:
        if (!timed && base.last) m.first = *base.last + days{1};
        m.last.reset();
        break;
      case Op::before:
        if (!timed && base.first) m.last = *base.first - days{1};
        m.first.reset();
        break;
      default: m.first.reset(); break;
    }
    return m;
  }

  /// What is left of a unit from publication on, or what of it had passed by then.
  Moment rest(const Node& node) const {
    if (node.args.empty()) return {};
    Moment m = moment(*node.args[0]);
    if (!context_.published || !m.first || !m.last) return m;
    if (node.op == Op::rest) m.first = std::clamp(context_.published->first, *m.first, *m.last);
    if (node.op == Op::earlier) m.last = std::clamp(context_.published->last - days{1}, *m.first, *m.last);
    m.value = to_iso(*m.first) + "/" + to_iso(*m.last);
    return m;
  }

  static Moment duration(const Node& node) {
    Moment m;
    m.type = TimexType::duration;
    m.value = duration_value(lengths(node));
    return m;
  }

  /// "depuis deux ans": a duration that ends with publication, so it has bounds too.
  Moment since_duration(const Node& node) const {
    if (node.args.empty()) return {};
    const auto length = lengths(*node.args[0]);
    Moment m = duration(*node.args[0]);
    m.relative = true;
    if (!context_.published || length.empty() || is_vague(length)) return m;
    Unit unit = precision(length);
    unit = std::clamp(unit, Unit::day, Unit::year);
    m.first = unit_days(unit, moved(context_.published->first, length, -1, 0)).first;
    m.last = context_.published->last;
    return m;
  }

  static Moment every(const Node& node) {
    Moment m;
    m.type = TimexType::set;
    if (node.args.empty()) return m;
    const Node& what = *node.args[0];
    if (const auto length = lengths(what); !length.empty()) {
      m.value = duration_value(length);
    } else {
      Parts parts;
      gather(what, parts);
      m.value = parts.fields.empty() ? "P1D" : unresolved_value(parts.fields);
      if (parts.times.empty() && is_time_of_day(what)) m.value = "XXXX-XX-XX" + time_suffix(what);
      for (const NodePtr& time : parts.times) m.value += time_suffix(*time);
    }
    if (node.args.size() > 1 && node.args[1]->op != Op::none) m.value += time_suffix(*node.args[1]);
    return m;
  }

  static Moment reference(const Node& node) {
    Moment m;
    m.relative = true;
    if (!node.args.empty()) m.value = node.args[0]->text;
    return m;
  }

  /// "ces dernières semaines": ends with publication, begins nobody knows when.
  Moment vague(const Node& node) const {
    if (node.args.size() < 2) return {};
    Moment m;
    m.relative = true;
    m.value = duration_value({{-1, node.args[0]->unit}});
    m.type = TimexType::duration;
    if (!context_.published) return m;
    if (arg_int(node, 1) < 0) m.last = context_.published->last;
    if (arg_int(node, 1) > 0) m.first = context_.published->first;
    return m;
  }

  const Context& context_;
};

}  // namespace

Moment resolve(const Node& node, const Context& context) { return Resolver(context).moment(node); }

}  // namespace fabula::temporal
