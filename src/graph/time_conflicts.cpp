#include <algorithm>
#include <set>
#include <utility>

#include "story_times.hpp"
#include "teller.hpp"

namespace fabula::graph {
namespace {

std::string_view key_of(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::date: return "time_conflict.date";
    case ConstraintKind::start: return "time_conflict.start";
    case ConstraintKind::before: return "time_conflict.before";
    case ConstraintKind::begins_first:
    case ConstraintKind::ends_first: return "time_conflict.begins_first";
    case ConstraintKind::during:
    case ConstraintKind::same_time: break;
  }
  return "time_conflict.during";
}

/// Who says so: the one who claims it, else the medium.
std::string voice(const StoryGraph& story, const Grounds& grounds) {
  if (grounds.claimed_by) return story.actor(grounds.claimed_by).name;
  const Article& article = story.article(grounds.article);
  return article.source.value_or(article.file);
}

bool is_disagreement(const std::vector<TimeConstraint>& constraints) {
  std::set<std::pair<ActorId, ArticleId>> voices;
  for (const TimeConstraint& c : constraints) {
    if (c.grounds.assumed) return false;
    voices.emplace(c.grounds.claimed_by, c.grounds.claimed_by ? ArticleId() : c.grounds.article);
  }
  return voices.size() > 1;
}

Finding make_finding(const StoryGraph& story, const Teller& teller, const std::vector<TimeConstraint>& constraints) {
  std::set<EventId> events, statements;
  std::set<ArticleId> articles;
  for (const TimeConstraint& c : constraints) {
    events.insert(c.event);
    if (c.other) events.insert(c.other);
    if (c.grounds.statement) statements.insert(c.grounds.statement);
    articles.insert(c.grounds.article);
  }
  Finding f;
  f.kind = "time_conflict";
  f.events.assign(events.begin(), events.end());
  f.statements.assign(statements.begin(), statements.end());
  f.articles.assign(articles.begin(), articles.end());
  std::string parts;
  for (const TimeConstraint& c : constraints) {
    const std::string part = teller.words(f, key_of(c.kind), {{"event", teller.event(c.event)},
                                                              {"other", c.other ? teller.event(c.other) : std::string()},
                                                              {"date", teller.date(c.days)},
                                                              {"voice", voice(story, c.grounds)}});
    parts += (parts.empty() ? "" : " ; ") + part;
    f.evidence.push_back({c.grounds.article, c.grounds.span, c.grounds.claimed_by, c.grounds.statement, part});
  }
  f.text = teller.words(f, "time_conflict", {{"parts", parts}});
  return f;
}

}  // namespace

std::vector<Finding> time_conflicts(const StoryGraph& story, const TimeNetwork& network,
                                    const std::vector<TimeConflict>& conflicts,
                                    const std::map<std::string, Wording, std::less<>>& wording) {
  const Teller teller(story, wording);
  std::vector<Finding> out;
  for (const TimeConflict& conflict : conflicts) {
    std::vector<TimeConstraint> constraints;
    for (const ConstraintId id : conflict.constraints) constraints.push_back(network.constraints()[id.value]);
    if (is_disagreement(constraints)) out.push_back(make_finding(story, teller, constraints));
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.events < b.events; });
  return out;
}

}  // namespace fabula::graph
