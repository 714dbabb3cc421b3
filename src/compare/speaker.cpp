#include <algorithm>
#include <set>
#include <tuple>

#include "findings.hpp"

namespace fabula::compare {
namespace {

constexpr std::size_t kMaxNamed = 4;  // groups named in a sentence

const graph::Wording kNoWording{};

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// The source, else the name given, else the file; and the date.
std::string article_name(const graph::Article& article, const std::string& given) {
  std::string name = article.source.value_or("");
  if (name.empty()) name = given.empty() || given == article.file ? file_name(article.file) : given;
  return article.published.edtf.empty() ? name : name + ", " + article.published.edtf;
}

std::string group_name(const StoryIndex& index, std::size_t group) {
  const Group& g = index.groups()[group];
  if (g.articles.size() != 1) return g.name.empty() ? "?" : g.name;
  return article_name(index.story().article(g.articles.front()), g.name);
}

}  // namespace

std::string Speaker::language(const Finding& finding) const {
  return finding.articles.empty() ? std::string() : index_.story().article(finding.articles.front()).language;
}

std::string Speaker::words_for(const Finding& finding, std::string_view key,
                               const std::map<std::string, std::string, std::less<>>& values) const {
  const auto found = options_.languages.find(language(finding));
  return graph::tell(found == options_.languages.end() ? kNoWording : found->second.wording, key, values);
}

void Speaker::tell(Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const {
  finding.text = words_for(finding, key, values);
}

std::string Speaker::event(EventId id) const {
  const graph::Event& event = index_.story().event(id);
  return event.label.empty() ? event.predicate : event.label;
}

std::string Speaker::words(const Side& side) const {
  if (side.passages.empty()) return side.value;
  const std::string text = index_.texts().slice(side.passages.front().article, side.passages.front().span);
  return text.empty() ? side.value : text;
}

std::string Speaker::groups(std::vector<std::size_t> groups) const {
  std::string out;
  const auto order = [&](std::size_t g) { return std::tie(index_.groups()[g].articles, index_.groups()[g].name); };
  std::sort(groups.begin(), groups.end(), [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
  for (std::size_t i = 0; i < groups.size() && i < kMaxNamed; ++i) out += (i ? " / " : "") + group_name(index_, groups[i]);
  return groups.size() > kMaxNamed ? out + " … (" + std::to_string(groups.size()) + ")" : out;
}

std::string Speaker::voice(const Side& side) const {
  std::string who;
  for (const ActorId id : side.actors) who += (who.empty() ? "" : ", ") + index_.story().actor(id).name;
  return who.empty() ? tellers(side) : who + " (" + tellers(side) + ")";
}

std::string Speaker::tellers(const Side& side) const {
  const auto is_unnamed = [&](std::size_t g) { return index_.groups()[g].name.empty() && index_.groups()[g].articles.size() != 1; };
  if (!std::all_of(side.groups.begin(), side.groups.end(), is_unnamed)) return groups(side.groups);
  std::set<ArticleId> articles;
  for (const Passage& passage : side.passages) articles.insert(passage.article);
  std::string out;
  std::size_t named = 0;
  for (const ArticleId id : articles)
    if (named++ < kMaxNamed) out += (out.empty() ? "" : " / ") + article_name(index_.story().article(id), {});
  return out.empty() ? groups(side.groups) : out;
}

}  // namespace fabula::compare
