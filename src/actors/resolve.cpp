#include "fabula/actors/resolve.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>

#include "actors/name_match.hpp"
#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors {
namespace {

using detail::PersonKey;

/// Disjoint sets over the actors of all articles.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  bool join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }

 private:
  std::vector<std::size_t> parent_;
};

constexpr const char* kSameName = "same name up to spelling";

struct Join {
  std::size_t a, b;
  const char* why;  ///< nothing where the list says so itself
};

void add_once(std::vector<std::string>& lines, const std::string& line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

const char* why(const PersonKey& part) {
  if (part.given.empty()) return "the only one of that surname";
  return part.initial ? "initial of the given name" : "fewer given names";
}

class Resolver {
 public:
  Resolver(std::span<const ArticleActors> articles, const Overrules& overrules) : articles_(articles), overrules_(overrules) {
    for (std::size_t a = 0; a < articles.size(); ++a)
      for (std::size_t i = 0; i < articles[a].actors.size(); ++i) all_.push_back({a, &articles[a].actors[i]});
  }

  StoryActors run() {
    Groups groups(all_.size());
    join_listed();
    join_same_names();
    join_persons();
    for (const Join& j : joins_) groups.join(j.a, j.b);
    for (const Join& j : title_joins(groups)) {
      groups.join(j.a, j.b);
      joins_.push_back(j);
    }
    return collect(groups);
  }

 private:
  struct Place {
    std::size_t article;
    const Actor* actor;
  };

  /// What the list makes one.
  void join_listed() {
    if (overrules_.empty()) return;
    std::unordered_map<std::size_t, std::size_t> first;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto listed = overrules_.find(*all_[i].actor);
      if (!listed) continue;
      const auto [it, fresh] = first.try_emplace(*listed, i);
      if (!fresh) joins_.push_back({it->second, i, nullptr});
    }
  }

  /// Known actors by key; the others by any full name they bear, up to spelling.
  void join_same_names() {
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Actor& actor = *all_[i].actor;
      for (const std::string& key : detail::resolution_keys(actor)) {
        const auto [it, fresh] = first.try_emplace(key, i);
        if (!fresh) joins_.push_back({it->second, i, actor.key.empty() ? kSameName : "the same known actor"});
      }
    }
  }

  /// Persons by surname: the same person where the given names agree, and where a surname alone fits one person only.
  void join_persons() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_surname;
    std::vector<PersonKey> keys(all_.size());
    std::vector<std::string> surnames;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].actor->kind != ActorKind::person) continue;
      keys[i] = detail::person_key(*all_[i].actor);
      if (keys[i].surname.empty()) continue;
      auto& list = by_surname[keys[i].surname];
      if (list.empty()) surnames.push_back(keys[i].surname);
      list.push_back(i);
    }
    for (const std::string& surname : surnames) join_surname(by_surname.at(surname), keys);
  }

  /// Given names of one surname, each with one actor that bears it; the joins do not depend on the order of the list. Where
  /// actors of different keys bear one name, those without a key stay for themselves.
  void join_surname(const std::vector<std::size_t>& list, const std::vector<PersonKey>& keys) {
    std::map<std::string, std::map<std::string, std::size_t>> by_given;  // given name → key → actor
    std::vector<std::size_t> distinct;
    for (const std::size_t i : list) {
      const auto [it, fresh] = by_given[keys[i].given].try_emplace(all_[i].actor->key, i);
      if (fresh) distinct.push_back(i);
      else joins_.push_back({it->second, i, kSameName});
    }
    for (const auto& [given, actors] : by_given)
      if (actors.size() == 2 && actors.begin()->first.empty()) {
        joins_.push_back({actors.rbegin()->second, actors.begin()->second, kSameName});
        std::erase(distinct, actors.begin()->second);
      }
    for (const std::size_t i : distinct) {
      if (!all_[i].actor->key.empty()) continue;  // stands for itself
      std::size_t fits = 0, last = 0;
      for (const std::size_t other : distinct) {
        if (!detail::may_stand_for(keys[i], keys[other])) continue;
        ++fits;
        last = other;
      }
      if (fits == 1) joins_.push_back({last, i, why(keys[i])});
    }
  }

  /// "le président de la République" without a name is the one who bears that title by name in another article, where his
  /// name stands in this article too: titles alone change hands.
  std::vector<Join> title_joins(Groups& groups) const {
    std::unordered_map<std::string, std::set<std::size_t>> bearers;  // title → groups that bear it beside a name
    std::vector<std::set<std::size_t>> named_in(articles_.size());   // article → groups of persons named there
    std::vector<std::size_t> unnamed;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Actor& actor = *all_[i].actor;
      if (actor.kind != ActorKind::person) continue;
      if (!detail::capitalised(actor.name)) {
        if (actor.key.empty() && actor.name.find(' ') != std::string::npos) unnamed.push_back(i);
        continue;
      }
      named_in[all_[i].article].insert(groups.find(i));
      for (const std::string& alias : actor.aliases)
        if (!detail::capitalised(alias)) bearers[fold_accents(alias)].insert(groups.find(i));
    }
    std::vector<Join> found;
    for (const std::size_t i : unnamed) {
      const auto it = bearers.find(fold_accents(all_[i].actor->name));
      if (it == bearers.end() || it->second.size() != 1) continue;
      const std::size_t person = *it->second.begin();
      if (named_in[all_[i].article].contains(person)) found.push_back({person, i, "the only one of that title"});
    }
    return found;
  }

  StoryActors collect(Groups& groups) {
    StoryActors story;
    story.of.resize(articles_.size());
    std::unordered_map<std::size_t, std::size_t> id_of;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto [it, fresh] = id_of.try_emplace(groups.find(i), story.actors.size());
      if (fresh) story.actors.emplace_back();
      story.of[all_[i].article].emplace_back(it->second);
    }
    std::vector<std::vector<std::size_t>> members(story.actors.size());
    for (std::size_t i = 0; i < all_.size(); ++i) members[id_of.at(groups.find(i))].push_back(i);
    for (std::size_t s = 0; s < members.size(); ++s) story.actors[s] = merge(members[s], story);
    for (const Join& j : joins_) explain(story.actors[id_of.at(groups.find(j.a))], j);
    for (Actor& actor : story.actors) overrules_.apply(actor);
    return story;
  }

  Actor merge(const std::vector<std::size_t>& members, const StoryActors& story) const {
    const Actor& best = *all_[*std::min_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return detail::better_name(*all_[a].actor, *all_[b].actor);
    })].actor;
    Actor merged;
    merged.kind = best.kind;
    merged.name = best.name;
    for (const std::size_t i : members) {
      const Actor& actor = *all_[i].actor;
      if (merged.key.empty()) merged.key = actor.key;
      if (merged.gender == '?') merged.gender = actor.gender;
      if (merged.number == '?') merged.number = actor.number;
      if (actor.name != merged.name) merged.aliases.push_back(actor.name);
      for (const std::string& alias : actor.aliases)
        if (alias != merged.name) merged.aliases.push_back(alias);
      for (const std::string& line : actor.merged_because) add_once(merged.merged_because, line);
      add_places(merged, actor, all_[i].article, story);
    }
    std::sort(merged.aliases.begin(), merged.aliases.end());
    merged.aliases.erase(std::unique(merged.aliases.begin(), merged.aliases.end()), merged.aliases.end());
    return merged;
  }

  static void add_places(Actor& merged, const Actor& actor, std::size_t article, const StoryActors& story) {
    for (ActorMention mention : actor.mentions) {
      mention.article = ArticleId(article);
      merged.mentions.push_back(mention);
    }
    for (ActorRole role : actor.roles) {
      role.article = ArticleId(article);
      if (role.of) role.of = story.of[article][role.of.value];
      merged.roles.push_back(std::move(role));
    }
  }

  void explain(Actor& actor, const Join& join) const {
    if (!join.why) return;
    const Actor& a = *all_[join.a].actor;
    const Actor& b = *all_[join.b].actor;
    if (a.name == b.name) return;
    std::string line = b.name + " = " + a.name + ": " + join.why;
    add_once(actor.merged_because, line);
  }

  std::span<const ArticleActors> articles_;
  const Overrules& overrules_;
  std::vector<Place> all_;
  std::vector<Join> joins_;
};

}  // namespace

StoryActors resolve(std::span<const ArticleActors> articles, const Overrules& overrules) {
  if (overrules.empty()) return Resolver(articles, overrules).run();
  std::vector<ArticleActors> listed(articles.size());  // the list goes first
  for (std::size_t a = 0; a < articles.size(); ++a) {
    listed[a].actors = articles[a].actors;
    for (Actor& actor : listed[a].actors) overrules.apply(actor);
  }
  return Resolver(listed, overrules).run();
}

}  // namespace fabula::actors
