#include "events/happenings.hpp"

#include "events/time_values.hpp"

namespace fabula::events {
namespace {

/// What can be told again in other words: the act of a statement, the class of an action.
std::string class_of(const EventMention& m) {
  if (m.act && *m.act != Act::say && *m.act != Act::report) return "act:" + std::string(name(*m.act));
  return m.predicate_class;
}

/// 2 for a date of its own, 1 for one from context.
int weight(const TimeValue& v) {
  if (v.basis == TimeBasis::explicit_ || v.basis == TimeBasis::relative) return 2;
  return v.basis == TimeBasis::context ? 1 : 0;
}

void keep(TimeValue& known, const TimeValue& when) {
  if (weight(when) >= weight(known)) known = when;
}

}  // namespace

void Happenings::remember(const EventMention& m) {
  if (!is_narrative(m.time) || m.predicate.empty()) return;
  keep(by_predicate_[m.predicate], m.time);
  if (const std::string key = class_of(m); is_firm(m.time) && !key.empty()) keep(by_class_[key], m.time);
}

Happenings::Reference Happenings::reference_of(const EventMention& m) const {
  if (!m.nominal) return Reference::none;
  Reference found = Reference::loose;
  for (const WordId child : children_.of(m.trigger)) {
    const text::Word& word = doc_.word(child);
    if (text::feat(word, "NumType") == "Ord") return Reference::none;
    if (text::universal(word.deprel) != "det") continue;
    if (text::feat(word, "Definite") == "Ind") return Reference::none;
    if (text::feat(word, "Definite") == "Def" || text::feat(word, "PronType") == "Dem") found = Reference::definite;
  }
  return found;
}

std::optional<TimeValue> Happenings::told(const std::string& predicate) const {
  const auto it = by_predicate_.find(predicate);
  return it == by_predicate_.end() ? std::nullopt : std::optional(carried(it->second));
}

std::optional<TimeValue> Happenings::recall(const EventMention& m) const {
  const Reference reference = reference_of(m);
  if (reference == Reference::none) return std::nullopt;
  if (const auto same = told(m.predicate)) return same;
  if (reference != Reference::definite) return std::nullopt;
  if (const auto it = by_class_.find(class_of(m)); it != by_class_.end()) return carried(it->second);
  return std::nullopt;
}

}  // namespace fabula::events
