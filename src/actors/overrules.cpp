#include "fabula/actors/overrules.hpp"

#include <algorithm>
#include <utility>

#include "actors/lexicon.hpp"
#include "fabula/base/error.hpp"

namespace fabula::actors {
namespace {

using detail::name_key;

/// Makes listed actors of rules: first the names that are one, then what is said of them.
class ListReader {
 public:
  ListReader(const std::vector<ActorRule>& rules, const std::string& file) : rules_(rules), file_(file) {}

  std::vector<ListedActor> run() {
    for (const ActorRule& rule : rules_) join_names(rule);
    make_actors();
    for (const ActorRule& rule : rules_) {
      ListedActor& actor = actors_[actor_of(rule.names.front())];
      if (rule.kind) set_kind(actor, rule);
      if (rule.rule == RuleKind::rename) rename(actor, rule);
      if (rule.rule == RuleKind::apart) keep_apart(rule);
    }
    for (const ActorRule& rule : rules_) {
      ListedActor& actor = actors_[actor_of(rule.names.front())];
      const bool names_it = rule.rule == RuleKind::merge || rule.rule == RuleKind::add;
      if (names_it && actor.name.empty()) actor.name = rule.names.front();
    }
    for (ListedActor& actor : actors_) {
      std::sort(actor.apart.begin(), actor.apart.end());
      actor.apart.erase(std::unique(actor.apart.begin(), actor.apart.end()), actor.apart.end());
    }
    return std::move(actors_);
  }

 private:
  struct Name {
    std::string text;
    std::size_t same_as;  ///< an earlier name of the same actor, or itself
    std::size_t actor = 0;
  };

  [[noreturn]] void fail(const char* code, const std::string& what, const ActorRule& rule) const {
    throw InputError(code, what, file_, rule.line);
  }

  void check(const ActorRule& rule) const {
    if (rule.names.size() < (rule.rule == RuleKind::add ? 1u : 2u)) fail("FAB-IN-050", "this rule needs two names or more", rule);
    if (rule.rule == RuleKind::add && !rule.kind)
      fail("FAB-IN-050", "an added actor needs a kind: person, organization, media, state or group", rule);
    for (const std::string& name : rule.names)
      if (name_key(name).empty()) fail("FAB-IN-050", "a name is empty; write it as it stands in the articles", rule);
  }

  void join_names(const ActorRule& rule) {
    check(rule);
    for (const std::string& name : rule.names) {
      const auto [it, fresh] = position_.try_emplace(name_key(name), names_.size());
      if (fresh) names_.push_back({name, names_.size()});
      if (rule.rule == RuleKind::apart) continue;
      const std::size_t a = first(position_.at(name_key(rule.names.front()))), b = first(it->second);
      names_[std::max(a, b)].same_as = std::min(a, b);
    }
  }

  std::size_t first(std::size_t name) const {
    while (names_[name].same_as != name) name = names_[name].same_as;
    return name;
  }

  void make_actors() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (first(i) == i) {
        names_[i].actor = actors_.size();
        actors_.emplace_back();
      }
      names_[i].actor = names_[first(i)].actor;
      actors_[names_[i].actor].names.push_back(names_[i].text);
    }
  }

  std::size_t actor_of(const std::string& name) const { return names_[position_.at(name_key(name))].actor; }

  void set_kind(ListedActor& actor, const ActorRule& rule) {
    if (actor.kind && *actor.kind != *rule.kind) fail("FAB-IN-051", "'" + rule.names.front() + "' has two kinds; keep one", rule);
    actor.kind = rule.kind;
  }

  void rename(ListedActor& actor, const ActorRule& rule) {
    if (!actor.name.empty() && actor.name != rule.names.back())
      fail("FAB-IN-051", "'" + rule.names.front() + "' has two new names; keep one", rule);
    actor.name = rule.names.back();
  }

  void keep_apart(const ActorRule& rule) {
    for (std::size_t i = 0; i < rule.names.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const std::size_t a = actor_of(rule.names[i]), b = actor_of(rule.names[j]);
        if (a == b)
          fail("FAB-IN-051", "'" + rule.names[j] + "' and '" + rule.names[i] + "' are to be kept apart, but other rules make them one; remove one of the rules", rule);
        actors_[a].apart.push_back(b);
        actors_[b].apart.push_back(a);
      }
    }
  }

  const std::vector<ActorRule>& rules_;
  const std::string& file_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::size_t> position_;  // by name_key()
  std::vector<ListedActor> actors_;
};

void add_once(std::vector<std::string>& list, std::string item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

}  // namespace

Overrules::Overrules(std::vector<ActorRule> rules, std::string file)
    : file_(std::move(file)), rules_(std::move(rules)), actors_(ListReader(rules_, file_).run()) {
  for (std::size_t i = 0; i < actors_.size(); ++i)
    for (const std::string& name : actors_[i].names) by_name_.emplace(name_key(name), i);
}

std::optional<std::size_t> Overrules::find(std::string_view name) const {
  const auto it = by_name_.find(name_key(name));
  return it == by_name_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<std::size_t> Overrules::find(const Actor& actor) const {
  if (const auto listed = find(actor.name)) return listed;
  for (const std::string& alias : actor.aliases)
    if (const auto listed = find(alias)) return listed;
  return std::nullopt;
}

std::string Overrules::key(std::size_t listed) const { return "list:" + name_key(actors_[listed].names.front()); }

void Overrules::apply(Actor& actor) const {
  const auto at = find(actor);
  if (!at) return;
  const ListedActor& listed = actors_[*at];
  if (actor.key.empty()) actor.key = key(*at);
  if (listed.kind) actor.kind = *listed.kind;
  if (!listed.name.empty() && actor.name != listed.name) {
    std::erase(actor.aliases, listed.name);
    actor.aliases.insert(std::upper_bound(actor.aliases.begin(), actor.aliases.end(), actor.name), actor.name);
    actor.name = listed.name;
  }
  for (const std::string& alias : actor.aliases)
    if (find(alias) == at) add_once(actor.merged_because, alias + " = " + actor.name + ": overruled by " + file_);
  for (const std::size_t other : listed.apart) {
    const ListedActor& foreign = actors_[other];
    const std::string& name = foreign.name.empty() ? foreign.names.front() : foreign.name;
    add_once(actor.merged_because, actor.name + " ≠ " + name + ": kept apart by " + file_);
  }
}

}  // namespace fabula::actors
