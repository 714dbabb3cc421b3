#include <set>

#include "findings.hpp"

namespace fabula::compare {
namespace {

bool is_fact(Aspect aspect) { return aspect == Aspect::number || aspect == Aspect::participants || aspect == Aspect::place; }

/// The sentence tells the first side and the last.
Finding make_finding(const Difference& d, Scope scope, const Speaker& speaker) {
  Finding f;
  f.kind = "fact_conflict";
  f.scope = scope;
  f.confidence = d.confidence;
  f.events = {d.event};
  f.sides = d.sides;
  f.articles = articles_of(d.sides);
  const bool number = d.aspect == Aspect::number;
  const auto said = [&](const Side& side) { return number ? speaker.words(side) : side.value; };
  const auto by = [&](const Side& side) { return d.aspect == Aspect::participants ? speaker.groups(side.groups) : speaker.voice(side); };
  speaker.tell(f, "fact_conflict." + std::string(name(d.aspect)),
               {{"event", speaker.event(d.event)},
                {"first", said(d.sides.front())},
                {"first_voice", by(d.sides.front())},
                {"second", said(d.sides.back())},
                {"second_voice", by(d.sides.back())}});
  return f;
}

}  // namespace

std::vector<Finding> fact_conflicts(const Compared& compared, const Speaker& speaker) {
  std::vector<Finding> out;
  std::set<std::vector<Passage>> told;  // two events of one sentence have the same numbers near them
  const auto add = [&](const std::vector<Difference>& differences, Scope scope) {
    for (const Difference& d : differences) {
      if (!d.conflict || !is_fact(d.aspect)) continue;
      std::vector<Passage> places;
      for (const Side& side : d.sides) places.insert(places.end(), side.passages.begin(), side.passages.end());
      if (told.insert(std::move(places)).second) out.push_back(make_finding(d, scope, speaker));
    }
  };
  add(compared.across, Scope::across);
  add(compared.within, Scope::within);
  return out;
}

}  // namespace fabula::compare
