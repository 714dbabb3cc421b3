#include <algorithm>
#include <set>
#include <tuple>

#include "align.hpp"
#include "differences.hpp"
#include "fabula/compare/comparison.hpp"
#include "findings.hpp"

namespace fabula::compare {
namespace {

void append(std::vector<Finding>& all, std::vector<Finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// Two articles that say in words which came first say it better than the conflict of times that follows.
void tell_orders(std::vector<Finding>& all, std::vector<Finding> inversions) {
  std::erase_if(all, [&](const Finding& f) {
    return f.kind == "time_conflict" &&
           std::any_of(inversions.begin(), inversions.end(), [&](const Finding& inversion) { return inversion.events == f.events; });
  });
  append(all, std::move(inversions));
}

std::vector<Finding> all_findings(const StoryIndex& index, const Compared& compared, SentenceNumbers& numbers, const CompareOptions& options) {
  const Speaker speaker(index, options);
  std::vector<Finding> all = story_findings(index);
  append(all, fact_conflicts(compared, toll_differences(index, numbers), speaker));
  tell_orders(all, order_inversions(index, all, speaker));
  append(all, omissions(index, all, speaker));
  for (Finding& f : all) f.weight = weight_of(index, f);
  return all;
}

void select_and_rank(std::vector<Finding>& findings, const CompareOptions& options) {
  std::erase_if(findings, [&](const Finding& f) {
    const bool wanted = options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(), f.kind) != options.kinds.end();
    return !wanted || f.confidence < options.min_confidence;
  });
  const auto key = [](const Finding& f) {
    return std::tuple(f.scope != Scope::across, -static_cast<long>(f.weight), -f.confidence, std::string_view(f.kind), std::tie(f.events, f.text));
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

}  // namespace

std::string_view name(Aspect aspect) {
  switch (aspect) {
    case Aspect::date: return "date";
    case Aspect::participants: return "participants";
    case Aspect::place: return "place";
    case Aspect::number: return "number";
    case Aspect::factuality: return "factuality";
    case Aspect::wording: return "wording";
    case Aspect::quoted: return "quoted";
  }
  return "";
}

std::string_view name(Scope scope) { return scope == Scope::within ? "within" : "across"; }

std::vector<ArticleId> articles_of(const std::vector<Side>& sides) {
  std::set<ArticleId> articles;
  for (const Side& side : sides)
    for (const Passage& p : side.passages) articles.insert(p.article);
  return {articles.begin(), articles.end()};
}

std::size_t weight_of(const StoryIndex& index, const Finding& finding) {
  const graph::StoryGraph& story = index.story();
  std::set<EventId> touched(finding.events.begin(), finding.events.end());
  std::size_t tellings = 0;
  for (const EventId id : finding.events) {
    for (const graph::EventEdge& edge : story.links_from(id)) touched.insert(edge.to);
    for (const graph::EventEdge& edge : story.links_to(id)) touched.insert(edge.from);
    tellings += index.tellers(id).size();
  }
  return touched.size() + tellings;
}

Comparison compare(const graph::StoryGraph& story, std::vector<Group> groups, const CompareOptions& options) {
  Comparison out;
  out.groups = std::move(groups);
  const StoryIndex index(story, out.groups);
  out.alignment = align(index);
  SentenceNumbers numbers(index, options);
  Compared compared = find_differences(index, numbers);
  out.findings = all_findings(index, compared, numbers, options);
  select_and_rank(out.findings, options);
  out.differences = std::move(compared.across);
  std::erase_if(out.differences, [&](const Difference& d) { return d.confidence < options.min_confidence; });
  return out;
}

}  // namespace fabula::compare
