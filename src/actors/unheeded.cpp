#include <set>

#include "actors/lexicon.hpp"
#include "fabula/actors/overrules.hpp"

namespace fabula::actors {
namespace {

/// Checks the rules of a list against the names that the actors of a story bear.
class Check {
 public:
  Check(const Overrules& overrules, std::span<const Actor> story) : overrules_(overrules) {
    for (std::size_t i = 0; i < story.size(); ++i) {
      actors_of_[detail::name_key(story[i].name)].insert(i);
      for (const std::string& alias : story[i].aliases) actors_of_[detail::name_key(alias)].insert(i);
    }
  }

  std::vector<Diagnostic> run() {
    for (const ActorRule& rule : overrules_.rules()) {
      if (rule.rule == RuleKind::add) check_added(rule);
      if (rule.rule == RuleKind::rename) check_name(rule, rule.names.front());
      if (rule.rule == RuleKind::merge || rule.rule == RuleKind::apart)
        for (const std::string& name : rule.names) check_name(rule, name);
      if (rule.rule == RuleKind::apart) check_apart(rule);
    }
    return std::move(found_);
  }

 private:
  const std::set<std::size_t>& actors_of(const std::string& name) const {
    static const std::set<std::size_t> kNone;
    const auto it = actors_of_.find(detail::name_key(name));
    return it == actors_of_.end() ? kNone : it->second;
  }

  void tell(const char* code, const ActorRule& rule, const std::string& what) {
    found_.push_back({code, what, overrules_.file(), rule.line});
  }

  void check_name(const ActorRule& rule, const std::string& name) {
    if (actors_of(name).empty())
      tell("FAB-IN-052", rule, "no actor of the story is called '" + name + "'; 'fabula actors' lists their names");
  }

  void check_added(const ActorRule& rule) {
    for (const std::string& name : rule.names)
      if (!actors_of(name).empty()) return;
    tell("FAB-IN-052", rule, "'" + rule.names.front() + "' stands in no article; write it as it stands there");
  }

  void check_apart(const ActorRule& rule) {
    for (std::size_t i = 0; i < rule.names.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        for (const std::size_t actor : actors_of(rule.names[i]))
          if (actors_of(rule.names[j]).contains(actor))
            return tell("FAB-IN-053", rule,
                        "'" + rule.names[j] + "' and '" + rule.names[i] + "' are one actor in what was read without this list; build the story anew with it");
  }

  const Overrules& overrules_;
  std::unordered_map<std::string, std::set<std::size_t>> actors_of_;  // by name_key()
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> unheeded(const Overrules& overrules, std::span<const Actor> story) {
  if (overrules.empty()) return {};
  return Check(overrules, story).run();
}

}  // namespace fabula::actors
