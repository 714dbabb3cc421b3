#include <algorithm>
#include <cmath>

#include "differences.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr std::uint32_t kNear = 90;      // code points between a trigger and a number of a known measure
constexpr std::uint32_t kVeryNear = 45;  // and of any other
constexpr double kKnownMeasure = 0.75;
constexpr double kOtherMeasure = 0.5;
constexpr double kOneVoice = 0.5;        // one group gives both: often a toll that rises or another count

std::string number_text(double value) {
  if (value < 1e15 && value == std::floor(value)) return std::to_string(static_cast<long long>(value));
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
}

/// What the groups say of one measure.
struct Measured {
  SideList list;
  std::vector<Quantity> values;
};

}  // namespace

std::uint32_t distance(Span a, Span b) { return a.overlaps(b) ? 0 : a.begin < b.begin ? b.begin - a.end : a.begin - b.end; }

std::string value_text(const Quantity& q) {
  if (q.low == q.high) return number_text(q.low);
  return (q.low > 0 ? number_text(q.low) : "") + ".." + (std::isinf(q.high) ? "" : number_text(q.high));
}

SentenceNumbers::SentenceNumbers(const StoryIndex& index, const CompareOptions& options) : index_(index), options_(options) {
  for (const auto& [code, language] : options.languages)
    for (const auto& [word, unit] : language.quantities.units)
      if (unit.kind == UnitKind::state) tolls_.insert(unit.measure);
}

const std::vector<Quantity>& SentenceNumbers::of(const graph::Mention& mention) {
  const auto [it, fresh] = read_.try_emplace({mention.article, mention.sentence});
  if (!fresh) return it->second;
  const auto language = options_.languages.find(index_.story().article(mention.article).language);
  if (language == options_.languages.end()) return it->second;
  it->second = read_quantities(index_.texts().view(mention.article, mention.sentence), language->second.quantities);
  for (Quantity& q : it->second) q.span = {q.span.begin + mention.sentence.begin, q.span.end + mention.sentence.begin};
  return it->second;
}

std::map<std::string, const Quantity*> SentenceNumbers::near(const graph::Mention& mention) {
  std::map<std::string, const Quantity*> nearest;
  for (const Quantity& q : of(mention)) {
    if (distance(q.span, mention.span) > (q.known ? kNear : kVeryNear)) continue;
    const Quantity*& best = nearest[q.measure];
    if (!best || distance(q.span, mention.span) < distance(best->span, mention.span)) best = &q;
  }
  return nearest;
}

void compare_numbers(const StoryIndex& index, EventId event, SentenceNumbers& numbers, Compared& out) {
  if (index.story().event(event).type != events::EventType::action) return;
  std::map<std::string, Measured> measures;
  for (const Told& t : index.told(event))
    for (const auto& [measure, q] : numbers.near(*t.mention)) {
      Measured& m = measures[measure];
      const std::string value = value_text(*q);
      if (m.list.position(value) == m.values.size()) m.values.push_back(*q);
      m.list.add(value, t.group, {t.mention->article, q->span, t.mention->sentence}, t.mention->claimed_by);
    }
  for (const auto& [measure, m] : measures) {
    Conflicts split = conflicts(m.list.sides(), [&](std::size_t i, std::size_t j) { return !m.values[i].compatible(m.values[j]); });
    const double confidence = m.values.front().known ? kKnownMeasure : kOtherMeasure;
    if (!split.across.empty()) out.across.push_back({event, Aspect::number, measure, true, confidence, std::move(split.across)});
    if (!split.within.empty()) out.within.push_back({event, Aspect::number, measure, true, confidence * kOneVoice, std::move(split.within)});
  }
}

}  // namespace fabula::compare
