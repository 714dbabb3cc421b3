#include "event_summary.hpp"

#include <algorithm>
#include <array>
#include <set>

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

/// Explicit and relative dates are both stated by the text.
int rank(TimeBasis basis) { return basis == TimeBasis::relative ? static_cast<int>(TimeBasis::explicit_) : static_cast<int>(basis); }

/// The mentions by how they vouch for the event.
struct Told {
  explicit Told(const std::vector<Mention>& mentions) {
    for (const Mention& m : mentions) {
      if (!is_told_as_fact(m.factuality)) {
        others.push_back(&m);
      } else if (m.factuality == Factuality::asserted) {
        asserted.push_back(&m);
      } else {
        claimed.push_back(&m);
        claimants.insert(m.claimed_by);
      }
    }
  }
  std::vector<const Mention*> asserted, claimed, others;
  std::set<ActorId> claimants;
};

/// What mentions say together: the best basis counts; among equals their common days, where they have none the first.
TimeValue together(const std::vector<const Mention*>& mentions) {
  TimeValue time;
  for (const Mention* m : mentions) {
    const bool known = !m->time.range.open() || !m->time.edtf.empty();
    if (known && rank(m->time.basis) < rank(time.basis)) time = m->time;
  }
  for (const Mention* m : mentions) {
    if (rank(m->time.basis) != rank(time.basis) || m->time.range.open()) continue;
    const auto both = common_days(time.range, m->time.range);
    if (!both || *both == time.range) continue;
    time.range = *both;
    time.edtf = *both == m->time.range ? m->time.edtf : edtf_of(*both);
  }
  return time;
}

}  // namespace

bool is_told_as_fact(Factuality f) {
  return f == Factuality::asserted || f == Factuality::claimed || f == Factuality::alleged;
}

std::optional<DayRange> common_days(const DayRange& a, const DayRange& b) {
  DayRange both = a;
  if (b.earliest && (!both.earliest || *both.earliest < *b.earliest)) both.earliest = b.earliest;
  if (b.latest && (!both.latest || *b.latest < *both.latest)) both.latest = b.latest;
  if (both.earliest && both.latest && *both.latest < *both.earliest) return std::nullopt;
  return both;
}

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
  const Told told(mentions);
  if (told.asserted.empty() && told.claimed.empty()) return together(told.others);
  const TimeValue own = together(told.asserted);
  if (rank(own.basis) <= static_cast<int>(TimeBasis::context) || told.claimed.empty()) return own;
  const bool one_voice = told.asserted.empty() && told.claimants.size() == 1;
  if (!one_voice && event_factuality(mentions) == "disputed") return own;
  TimeValue claimed = together(told.claimed);
  if (rank(claimed.basis) >= rank(own.basis)) return own;
  if (!one_voice) claimed.basis = TimeBasis::inferred;
  return claimed;
}

}  // namespace fabula::graph
