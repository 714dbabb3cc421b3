#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/actors/actor.hpp"
#include "fabula/base/error.hpp"

namespace fabula::actors {

/// What one rule of an analyst's list says of its names: they are one actor, they are all different actors, they are one
/// actor that may have been missed, the first is to be called by the second.
enum class RuleKind : std::uint8_t { merge, apart, add, rename };

/// One rule as it was written.
struct ActorRule {
  RuleKind rule = RuleKind::merge;
  std::vector<std::string> names;  ///< merge, apart: two or more; add: the name and its aliases; rename: old, new
  std::optional<ActorKind> kind;   ///< what the actor is; required for `add`
  std::uint32_t line = 0;          ///< of the list, 1-based, for messages
};

/// Someone whom the rules speak of.
struct ListedActor {
  std::string name;                ///< what it is to be called; empty where the rules leave that open
  std::vector<std::string> names;  ///< in the order of the list, each once
  std::optional<ActorKind> kind;
  std::vector<std::size_t> apart;  ///< positions of the actors it is kept apart from, sorted
};

/// An analyst's word on actors, which goes before everything that fabula finds: which names are one actor, which are not,
/// which actors there are beside those that are found, and what they are called.
///
/// Names are compared as actors' names are: accents, hyphens and full stops make no difference, small and capital first
/// letters do. Immutable.
class Overrules {
 public:
  Overrules() = default;
  /// @param file  the list's name, for messages and for `merged_because`
  /// @throws InputError (file and line) FAB-IN-050 a rule has too few names, an empty name, or no kind where it needs one;
  ///         FAB-IN-051 the rules contradict each other: kept apart and merged, two kinds, two names for one actor
  Overrules(std::vector<ActorRule> rules, std::string file);

  bool empty() const { return actors_.empty(); }
  const std::string& file() const { return file_; }
  const std::vector<ActorRule>& rules() const { return rules_; }
  const std::vector<ListedActor>& actors() const { return actors_; }
  /// Position of the listed actor that bears a name.
  std::optional<std::size_t> find(std::string_view name) const;
  /// The listed actor that an actor is: by its name, else by its first alias that is listed.
  std::optional<std::size_t> find(const Actor& actor) const;
  /// Key of a listed actor that no table knows ("list:…").
  std::string key(std::size_t listed) const;

  /// Gives an actor the name and kind of the list, a key where it has none, and says in `merged_because` what the list joined
  /// or kept apart. Changes nothing of an actor that is not listed; applying twice is applying once.
  void apply(Actor& actor) const;

 private:
  std::string file_;
  std::vector<ActorRule> rules_;
  std::vector<ListedActor> actors_;
  std::unordered_map<std::string, std::size_t> by_name_;  // by name_key()
};

/// What a list asks for and the actors of a story do not show, with the lines of the list: names that no actor bears
/// (FAB-IN-052), and names to be kept apart that are one actor, because the articles were read without the list (FAB-IN-053).
std::vector<Diagnostic> unheeded(const Overrules& overrules, std::span<const Actor> story);

}  // namespace fabula::actors
