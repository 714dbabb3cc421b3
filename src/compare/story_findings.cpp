#include <algorithm>
#include <set>

#include "findings.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr double kTwoStatements = 0.8;   // both sides are statements of someone
constexpr double kOneStatement = 0.6;

bool in_groups(const StoryIndex& index, const graph::Finding& finding) {
  return !finding.articles.empty() && std::all_of(finding.articles.begin(), finding.articles.end(),
                                                  [&](ArticleId id) { return !index.groups_of(id).empty(); });
}

/// How a statement stands to the finding's event: its stance there, else its act.
std::string stance(const graph::StoryGraph& story, const graph::Finding& finding, EventId statement) {
  for (const graph::Position& p : story.positions)
    if (p.statement == statement && std::find(finding.events.begin(), finding.events.end(), p.event) != finding.events.end()) return p.stance;
  const auto& act = story.event(statement).act;
  return act ? std::string(events::name(*act)) : "";
}

/// One side for each statement, in the finding's order: the same words twice are two sides.
std::vector<Side> statement_sides(const StoryIndex& index, const graph::Finding& finding) {
  std::vector<Side> sides;
  for (const EventId statement : finding.statements) {
    SideList one;
    const std::string value = stance(index.story(), finding, statement);
    const auto speakers = index.story().participants(statement, events::ParticipantRole::agent);
    for (const Told& t : index.told(statement)) {
      one.add(value, t.group, passage(*t.mention));
      for (const ActorId id : speakers) one.add(value, t.group, passage(*t.mention), id);
    }
    for (Side& side : one.sides()) sides.push_back(std::move(side));
  }
  return sides;
}

/// Where nobody is quoted on both sides: the articles, with their mentions of the events.
std::vector<Side> article_sides(const StoryIndex& index, const graph::Finding& finding) {
  std::vector<Side> sides;
  for (const ArticleId article : finding.articles) {
    SideList one;
    for (const EventId event : finding.events)
      for (const Told& t : index.told(event))
        if (t.mention->article == article) one.add(std::string(events::name(t.mention->factuality)), t.group, passage(*t.mention), t.mention->claimed_by);
    for (Side& side : one.sides()) sides.push_back(std::move(side));
  }
  return sides;
}

/// One group holds all: every side, or every article of the evidence.
Scope scope_of(const StoryIndex& index, const graph::Finding& finding, const std::vector<Side>& sides) {
  std::set<std::size_t> holding;
  for (std::size_t g = 0; g < index.groups().size(); ++g) holding.insert(g);
  const auto keep = [&](const std::vector<std::size_t>& groups) {
    std::erase_if(holding, [&](std::size_t g) { return !std::binary_search(groups.begin(), groups.end(), g); });
  };
  if (finding.statements.size() > 1)
    for (const Side& side : sides) keep(side.groups);
  else
    for (const ArticleId id : finding.articles) keep(index.groups_of(id));
  return holding.empty() ? Scope::across : Scope::within;
}

}  // namespace

std::vector<Finding> story_findings(const StoryIndex& index) {
  std::vector<Finding> out;
  for (const graph::Finding& f : index.story().findings) {
    if (!in_groups(index, f)) continue;
    Finding finding;
    static_cast<graph::Finding&>(finding) = f;
    finding.confidence = f.statements.size() > 1 ? kTwoStatements : kOneStatement;
    finding.sides = f.statements.size() > 1 ? statement_sides(index, f) : article_sides(index, f);
    finding.scope = scope_of(index, f, finding.sides);
    out.push_back(std::move(finding));
  }
  return out;
}

}  // namespace fabula::compare
