#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "findings.hpp"

namespace fabula::compare {
namespace {

bool is_fact(Aspect aspect) { return aspect == Aspect::number || aspect == Aspect::participants || aspect == Aspect::place; }

std::size_t passages(const Difference& d) {
  std::size_t n = 0;
  for (const Side& side : d.sides) n += side.passages.size();
  return n;
}

/// One group's sides are told by different people: who tells several numbers himself tells of several things, or how one rose.
bool has_voices(const Difference& d) {
  return std::any_of(d.sides.begin(), d.sides.end(), [&](const Side& side) { return side.actors != d.sides.front().actors; });
}

/// The sentence tells the first side and the others.
Finding make_finding(const Difference& d, std::vector<EventId> events, Scope scope, const Speaker& speaker) {
  Finding f;
  f.kind = "fact_conflict";
  f.scope = scope;
  f.confidence = d.confidence;
  f.events = std::move(events);
  f.aspect = d.aspect;
  f.detail = d.detail;
  f.sides = d.sides;
  f.articles = articles_of(d.sides);
  const auto values = [&](const Side& side) {
    return std::map<std::string, std::string, std::less<>>{
        {"value", d.aspect == Aspect::number ? speaker.words(side) : side.value},
        {"voice", d.aspect == Aspect::participants ? speaker.tellers(side) : speaker.voice(side)}};
  };
  const std::string key = "fact_conflict." + std::string(name(d.aspect));
  std::string others;
  for (std::size_t i = 1; i < d.sides.size(); ++i) others += (i > 1 ? " ; " : "") + speaker.words_for(f, key + ".side", values(d.sides[i]));
  speaker.tell(f, key, {{"event", speaker.event(d.event)},
                        {"first", speaker.words_for(f, key + ".side", values(d.sides.front()))},
                        {"others", others}});
  return f;
}

}  // namespace

std::vector<Finding> fact_conflicts(const Compared& compared, std::vector<TollDifference> tolls, const Speaker& speaker) {
  std::vector<Finding> out;
  std::map<std::pair<Aspect, std::string>, std::set<Passage>> told;  // two events of one sentence have the same numbers near them
  std::set<std::tuple<std::string, std::string, std::vector<std::size_t>>> said;  // measure, value, groups
  const auto add = [&](const Difference& d, std::vector<EventId> events, Scope scope, bool of_tolls = false) {
    if (!d.conflict || !is_fact(d.aspect)) return;
    bool fresh = false, news = false;
    for (const Side& side : d.sides) {
      for (const Passage& p : side.passages) fresh |= told[{d.aspect, d.detail}].insert(p).second;
      news |= said.insert({d.detail, side.value, side.groups}).second;
    }
    if (fresh && (news || !of_tolls)) out.push_back(make_finding(d, std::move(events), scope, speaker));
  };
  for (const Difference& d : compared.across) add(d, {d.event}, Scope::across);
  std::stable_sort(tolls.begin(), tolls.end(), [](const TollDifference& a, const TollDifference& b) {
    return passages(a.difference) > passages(b.difference);
  });
  for (TollDifference& t : tolls) add(t.difference, std::move(t.events), Scope::across, true);
  for (const Difference& d : compared.within)
    if (d.aspect != Aspect::number || has_voices(d)) add(d, {d.event}, Scope::within);
  return out;
}

}  // namespace fabula::compare
