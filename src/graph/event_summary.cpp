#include "event_summary.hpp"

#include <algorithm>
#include <array>

#include "fabula/base/edtf.hpp"

namespace fabula::graph {
namespace {

using events::Factuality;

/// How well grounded each factuality is, best first: what is said to be so, then what is said not to be, then what is
/// not said to have been at all.
int ground(Factuality f) {
  constexpr std::array<Factuality, 7> kOrder = {Factuality::asserted, Factuality::claimed, Factuality::alleged,
                                                Factuality::negated,  Factuality::denied,  Factuality::planned,
                                                Factuality::hypothetical};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), f) - kOrder.begin());
}

bool is_told_as_fact(Factuality f) {
  return f == Factuality::asserted || f == Factuality::claimed || f == Factuality::alleged;
}

/// Explicit and relative dates are both stated by the text.
int rank(TimeBasis basis) { return basis == TimeBasis::relative ? static_cast<int>(TimeBasis::explicit_) : static_cast<int>(basis); }

std::optional<DayRange> common_days(const DayRange& a, const DayRange& b) {
  DayRange both = a;
  if (b.earliest && (!both.earliest || *both.earliest < *b.earliest)) both.earliest = b.earliest;
  if (b.latest && (!both.latest || *b.latest < *both.latest)) both.latest = b.latest;
  if (both.earliest && both.latest && *both.latest < *both.earliest) return std::nullopt;
  return both;
}

}  // namespace

std::size_t best_grounded(const std::vector<Mention>& mentions) {
  const auto key = [](const Mention& m) { return std::pair(ground(m.factuality), -static_cast<int>(m.participants.size())); };
  const auto best = std::min_element(mentions.begin(), mentions.end(),
                                     [&](const Mention& a, const Mention& b) { return key(a) < key(b); });
  return static_cast<std::size_t>(best - mentions.begin());
}

std::string event_factuality(const std::vector<Mention>& mentions) {
  const auto has = [&](auto test) { return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return test(m.factuality); }); };
  if (has([](Factuality f) { return f == Factuality::denied; }) && has(is_told_as_fact)) return "disputed";
  return std::string(events::name(mentions[best_grounded(mentions)].factuality));
}

TimeValue event_time(const std::vector<Mention>& mentions) {
  const TimeValue* best = nullptr;
  for (const Mention& m : mentions) {
    const bool known = !m.time.range.open() || !m.time.edtf.empty();
    if (known && (!best || rank(m.time.basis) < rank(best->basis))) best = &m.time;
  }
  if (!best) return mentions.front().time;
  TimeValue time = *best;
  for (const Mention& m : mentions) {
    if (rank(m.time.basis) != rank(time.basis) || m.time.range.open()) continue;
    const auto both = common_days(time.range, m.time.range);
    if (!both || *both == time.range) continue;
    time.range = *both;
    time.edtf = *both == m.time.range ? m.time.edtf : edtf_of(*both);
  }
  return time;
}

}  // namespace fabula::graph
