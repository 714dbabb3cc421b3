#include "compatibility.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {
namespace {

using actors::ActorKind;
using events::EventType;
using events::Participant;
using events::ParticipantRole;

constexpr int kRoleScore = 3, kThemeScore = 2, kPredicateScore = 1, kArticleScore = 1;
constexpr std::size_t kAnaphorReach = 12;  // mentions that a noun reaches back over within its article
constexpr std::chrono::days kMonth{31};
constexpr ParticipantRole kRoles[] = {ParticipantRole::agent, ParticipantRole::patient, ParticipantRole::recipient};

/// Nothing but the word: "l'explosion".
bool is_bare(const Features& f) { return f.nominal && f.participants.empty() && f.themes.empty() && f.place.empty(); }

/// One name begins with all the words of the other: "assemblée nationale", "assemblée nationale du Burundi".
bool is_cut_short(const std::string& a, const std::string& b) {
  const std::string &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
  return !shorter.empty() && longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

/// The days that one tells, as far as it tells any.
std::optional<DayRange> days_of(const Features& f) { return f.known ? f.known : f.fresh; }

bool days_meet(const Features& a, const Features& b) {
  const auto x = days_of(a), y = days_of(b);
  return !x || !y || overlap(*x, *y);
}

/// Both tell the same day, week or month.
bool same_narrow_days(const Features& a, const Features& b) {
  return a.known && b.known && *a.known == *b.known && a.known->earliest && a.known->latest && *a.known->latest - *a.known->earliest <= kMonth;
}

/// Both tell what was, or what is to be; or the first what is to be and the later one what was.
bool told_alike(const Features& a, const Features& b) { return (a.real || a.planned) && (b.real || (b.planned && a.planned)); }

}  // namespace

Compatibility::Compatibility(const StoryInput& input, const Principals& principals, const Affairs& affairs)
    : input_(input), principals_(principals), affairs_(affairs) {
  for (const actors::Actor& actor : input.actors) {
    const bool common = actor.kind == ActorKind::group || actor.kind == ActorKind::organization;
    common_names_.push_back(common ? fold_accents(actor.name) : std::string());
  }
}

bool Compatibility::known_in(const Features& a, ArticleId article) const {
  return std::all_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) { return affairs_.names(article, p.actor); });
}

bool Compatibility::may_be_one(ActorId a, ActorId b) const {
  return principals_.same_side(a, b) || is_cut_short(common_names_[a.value], common_names_[b.value]);
}

bool Compatibility::share_side(const Features& a, const Features& b, ParticipantRole role) const {
  const auto x = filling(a, role), y = filling(b, role);
  return std::any_of(x.begin(), x.end(), [&](ActorId p) { return std::any_of(y.begin(), y.end(), [&](ActorId q) { return may_be_one(p, q); }); });
}

bool Compatibility::befalls_once(const Features& a, const Features& b) const {
  return a.once && b.once && std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    return input_.actors[p.actor.value].kind == ActorKind::person && std::find(b.participants.begin(), b.participants.end(), p) != b.participants.end();
  });
}

bool Compatibility::same_voice(const Features& a, const Features& b) const {
  const ActorId x = input_.mentions[a.position].mention.claimed_by, y = input_.mentions[b.position].mention.claimed_by;
  return x && y && may_be_one(x, y);
}

bool Compatibility::apart(const Features& a, const Features& b) const {
  if (!a.stated || !b.stated || overlap(*a.stated, *b.stated)) return false;
  return a.article == b.article || !befalls_once(a, b);
}

const char* Compatibility::same_occasion(const Features& a, const Features& b) const {
  if (!a.real || !b.real || a.general || a.article == b.article || !same_word(a, b)) return nullptr;
  if (a.denied != b.denied && a.predicate != b.predicate) return nullptr;  // who denies a raid denies no attack
  const bool days_meet = a.known && b.known ? overlap(*a.known, *b.known) : true;
  if (!days_meet) return nullptr;
  if (only_day(a) && only_day(a) == only_day(b) && (a.place.empty() || b.place.empty() || a.place == b.place)) return "day";
  const bool told_together = a.fresh && b.fresh ? overlap(*a.fresh, *b.fresh) : true;
  if (!a.place.empty() && a.place == b.place && told_together) return "place";
  return nullptr;
}

bool Compatibility::conflict(const Features& a, const Features& b) const {
  if (a.type != b.type || a.general != b.general) return true;
  if (a.type == EventType::statement && !a.nominal && !b.nominal) {  // each act of speaking is one of its own
    std::string names;
    if (a.article != b.article || !told_again(a, b, shared_roles(a, b, &names), names)) return true;
  }
  if (!same_kind(a, b) && !share_one({a.classes.front()}, b.classes) && !share_one({b.classes.front()}, a.classes)) return true;
  if (apart(a, b)) return true;
  for (const ParticipantRole role : kRoles)
    if (!filling(a, role).empty() && !filling(b, role).empty() && !share_side(a, b, role)) return true;
  // the same two the other way round are two happenings
  const auto turned = [&](const Features& p, const Features& q) {
    const auto agents = filling(p, ParticipantRole::agent);
    return std::any_of(agents.begin(), agents.end(), [&](ActorId id) {
      const auto is = [&](ParticipantRole role, const Features& f) {
        const auto list = filling(f, role);
        return std::find(list.begin(), list.end(), id) != list.end();
      };
      return !is(ParticipantRole::agent, q) && (is(ParticipantRole::patient, q) || is(ParticipantRole::recipient, q));
    });
  };
  return turned(a, b) || turned(b, a);
}

std::optional<events::Act> Compatibility::act_of(const Features& f) const { return input_.mentions[f.position].mention.act; }

int Compatibility::shared_roles(const Features& a, const Features& b, std::string* names) const {
  int shared = 0;
  for (const Participant& p : a.participants)
    if (std::find(b.participants.begin(), b.participants.end(), p) != b.participants.end()) {
      ++shared;
      *names += (names->empty() ? "" : ", ") + std::string(events::name(p.role)) + " " + input_.actors[p.actor.value].name;
    }
  return shared;
}

/// Statements are one where a noun points back to one that was reported ("ces accusations"), or where one article tells
/// twice that somebody announced or condemned the same: in its title and in its text.
std::optional<Match> Compatibility::of_statements(const Features& a, const Features& b) const {
  if (a.article != b.article) return std::nullopt;
  std::string names;
  const int shared = shared_roles(a, b, &names);
  if (!b.nominal) return told_again(a, b, shared, names);
  const bool near = b.position - a.position <= kAnaphorReach;
  // "ces propos" may be anyone's; "ces accusations" are those made before
  const bool telling = act_of(a) == act_of(b) && act_of(b) != events::Act::say;
  if (shared == 0 && !(b.participants.empty() && near && telling)) return std::nullopt;
  return Match{kRoleScore * shared + kArticleScore + (a.predicate == b.predicate ? kPredicateScore : 0),
                  "\"" + b.predicate + "\" refers back to \"" + a.predicate + "\"" + (names.empty() ? "" : ": " + names)};
}

std::optional<Match> Compatibility::told_again(const Features& a, const Features& b, int shared, const std::string& names) const {
  const auto act = act_of(b);
  if (act_of(a) != act || act == events::Act::say || act == events::Act::report) return std::nullopt;
  const bool same_theme = share_one(a.themes, b.themes);
  if (shared < (same_theme ? 1 : 2) || filling(a, ParticipantRole::agent).empty()) return std::nullopt;
  return Match{kRoleScore * shared + (same_theme ? kThemeScore : 0) + (a.predicate == b.predicate ? kPredicateScore : 0),
               "\"" + a.predicate + "\" is told again by \"" + b.predicate + "\": " + names};
}

std::optional<Match> Compatibility::of_actions(const Features& a, const Features& b) const {
  const bool same_article = a.article == b.article;
  const bool same_class = same_kind(a, b);
  const bool same_predicate = a.predicate == b.predicate;
  const bool same_theme = share_one(a.themes, b.themes);
  const bool other_theme = !a.themes.empty() && !b.themes.empty() && !same_theme;
  std::string why;
  const int shared = shared_roles(a, b, &why);
  const bool same_days = a.known && b.known && overlap(*a.known, *b.known);
  const bool both_real = a.real && b.real;
  const bool both_fresh = (a.fresh || b.fresh) && days_of(a) && days_of(b) && days_meet(a, b) && both_real;

  bool enough = false;
  if (a.general) {
    const bool someone = !a.participants.empty() || !b.participants.empty();
    enough = shared > 0 || (same_article && same_predicate) || (someone && !same_article && known_in(a, b.article) && known_in(b, a.article));
  } else if (!same_class) {
    enough = same_theme && (shared > 0 || (same_article && both_real));
  }
  else if (shared >= 2) enough = !other_theme || same_predicate;
  else if (shared == 1) enough = same_theme || (!other_theme && (same_article ? same_predicate || b.nominal : same_days || both_fresh));
  else if (same_article) enough = (both_real && same_theme) || (!other_theme && (b.nominal && same_predicate)) || (is_bare(b) && both_real && same_word(a, b));
  const char* occasion = enough || other_theme || !same_class ? nullptr : same_occasion(a, b);
  if (!enough && !occasion) return told_by_both(a, b);

  if (occasion) why += (why.empty() ? "" : ", ") + std::string(occasion);
  if (same_theme) why += (why.empty() ? "" : ", ") + std::string("theme");
  if (why.empty()) why = same_article ? "same word in one article" : "both are general, and each one's participants are known where the other is told";
  return Match{kRoleScore * shared + (same_theme ? kThemeScore : 0) + (same_predicate ? kPredicateScore : 0) +
                      (same_article ? kArticleScore : 0),
                  "\"" + a.predicate + "\" and \"" + b.predicate + "\" are one kind of event (" + a.classes.front() + "): " + why};
}

std::optional<Match> Compatibility::told_by_both(const Features& a, const Features& b) const {
  if (a.article == b.article || !same_word(a, b) || !told_alike(a, b)) return std::nullopt;
  if (!days_meet(a, b) && !befalls_once(a, b)) return std::nullopt;
  if (!affairs_.close(a.article, b.article)) return std::nullopt;
  const bool same_theme = share_one(a.themes, b.themes), same_days = same_narrow_days(a, b) && a.denied == b.denied;
  const bool other_theme = !same_theme && !a.themes.empty() && !b.themes.empty();
  if (other_theme && !same_days) return std::nullopt;
  // a body does the like again and again; what a person does, or what is done to somebody, is mostly one
  const auto agents = filling(a, ParticipantRole::agent);
  const bool by_person = std::any_of(agents.begin(), agents.end(), [&](ActorId id) { return input_.actors[id.value].kind == ActorKind::person; });
  const auto sides = std::count_if(std::begin(kRoles), std::end(kRoles), [&](ParticipantRole role) {
    return (role != ParticipantRole::agent || by_person) && share_side(a, b, role);
  });
  const bool enough = !other_theme && (same_theme || same_days || sides > 0 || same_voice(a, b));
  if (!enough && (a.denied || b.denied)) return std::nullopt;  // a denial is of what was said, not of all that is called so
  const std::string why = !enough ? "either article tells but one" : same_theme ? "theme" : same_days ? "days" : sides > 0 ? "sides" : "the same voice";
  return Match{kRoleScore * static_cast<int>(sides) + (same_theme ? kThemeScore : 0),
               "\"" + a.predicate + "\" and \"" + b.predicate + "\" are told in two articles of one affair: " + why, !enough};
}

std::optional<Match> Compatibility::evidence(const Features& a, const Features& b) const {
  if (conflict(a, b)) return std::nullopt;
  return a.type == EventType::statement ? of_statements(a, b) : of_actions(a, b);
}

}  // namespace fabula::graph
