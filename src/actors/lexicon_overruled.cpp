// An analyst's list put over the tables.

#include <algorithm>
#include <unordered_map>

#include "actors/lexicon.hpp"

namespace fabula::actors::detail {

Lexicon Lexicon::overruled(const Overrules& overrules) const {
  Lexicon lexicon = *this;
  for (std::size_t i = 0; i < overrules.actors().size(); ++i) lexicon.add_listed(overrules, i);
  lexicon.index_beginnings();
  return lexicon;
}

/// The known actors that a listed one means. One that a listed actor kept apart from it means by its very name, or before it,
/// is not among them: "Moscou" kept apart from "Russie" is not Russia.
std::vector<std::uint32_t> Lexicon::known_of(const Overrules& overrules, std::size_t listed) const {
  const ListedActor& actor = overrules.actors()[listed];
  std::vector<std::uint32_t> found;
  for (const std::string& name : actor.names) {
    const auto it = names_.find(name_key(name));
    if (it == names_.end()) continue;
    const std::uint32_t at = it->second.known;
    const bool taken = std::any_of(actor.apart.begin(), actor.apart.end(), [&](std::size_t other) {
      if (overrules.find(known[at].name) == other) return true;
      const std::string& first = overrules.actors()[other].names.front();
      const auto claim = names_.find(name_key(first));
      return other < listed && claim != names_.end() && claim->second.known == at;
    });
    if (!taken && std::find(found.begin(), found.end(), at) == found.end()) found.push_back(at);
  }
  return found;
}

void Lexicon::redirect(std::uint32_t from, std::uint32_t to) {
  for (auto& [name, match] : names_)
    if (match.known == from) match = {0, to, false, match.listed};
  for (auto& [form, at] : adjectives_)
    if (at == from) at = to;
  for (auto& [key, at] : keys_)
    if (at == from) at = to;
}

void Lexicon::add_listed(const Overrules& overrules, std::size_t listed) {
  const ListedActor& actor = overrules.actors()[listed];
  const std::vector<std::uint32_t> same = known_of(overrules, listed);
  std::uint32_t at = same.empty() ? static_cast<std::uint32_t>(known.size()) : same.front();
  if (same.empty()) {
    known.push_back({overrules.key(listed), actor.names.front(), actor.kind.value_or(ActorKind::organization), '?', '?', {}, !actor.kind});
    keys_.emplace(known.back().key, at);
  }
  for (std::size_t i = 1; i < same.size(); ++i) redirect(same[i], at);
  if (!actor.name.empty()) known[at].name = actor.name;
  if (actor.kind) known[at].kind = *actor.kind;
  for (const std::string& name : actor.names) {
    KnownMatch& match = names_[name_key(name)];
    match = {0, at, match.known == at && match.seat, true};
  }
}

}  // namespace fabula::actors::detail
