#include "teller.hpp"

#include <set>

#include "fabula/base/edtf.hpp"

namespace fabula::graph {
namespace {

const Wording kNoWording;

}  // namespace

Teller::Teller(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording) : story_(story), wording_(wording) {}

std::string Teller::date(const DayRange& when) const {
  if (when.open()) return "?";
  if (!when.earliest) return "≤ " + to_iso(*when.latest);
  if (!when.latest) return "≥ " + to_iso(*when.earliest);
  const std::string edtf = edtf_of(when);
  return edtf.find('/') == std::string::npos ? edtf : to_iso(*when.earliest) + " – " + to_iso(*when.latest);
}

std::string Teller::event(EventId id) const {
  const Event& event = story_.event(id);
  return event.label.empty() ? event.predicate : event.label;
}

std::string Teller::names(const std::vector<ActorId>& actors) const {
  std::string out;
  for (const ActorId id : actors) out += (out.empty() ? "" : ", ") + story_.actor(id).name;
  return out;
}

std::string Teller::speakers(EventId statement) const {
  const std::string known = names(story_.participants(statement, events::ParticipantRole::agent));
  if (!known.empty()) return known;
  const Article& article = story_.article(story_.event(statement).mentions.front().article);
  return article.source.value_or(article.file);
}

std::string Teller::words(const Finding& finding, std::string_view key,
                          const std::map<std::string, std::string, std::less<>>& values) const {
  const std::string language = finding.articles.empty() ? std::string() : story_.article(finding.articles.back()).language;
  const auto found = wording_.find(language);
  return graph::tell(found == wording_.end() ? kNoWording : found->second, key, values);
}

void Teller::tell(Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const {
  finding.text = words(finding, key, values);
}

void Teller::set_articles(Finding& finding) const {
  std::set<ArticleId> articles;
  for (const EventId id : finding.statements) articles.insert(story_.event(id).mentions.front().article);
  finding.articles.assign(articles.begin(), articles.end());
}

}  // namespace fabula::graph
