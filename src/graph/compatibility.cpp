#include "compatibility.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {
namespace {

using events::EventType;
using events::Factuality;
using events::Participant;
using events::ParticipantRole;

constexpr int kRoleScore = 3, kThemeScore = 2, kPredicateScore = 1, kArticleScore = 1;
constexpr std::size_t kAnaphorReach = 12;  // mentions that a noun reaches back over within its article
constexpr std::size_t kFewestShared = 4;   // letters of a verb and its noun
constexpr std::chrono::days kNewsLasts{7};  // an undated report is of something that happened in the week before

bool overlap(const DayRange& a, const DayRange& b) {
  if (a.earliest && b.latest && *a.earliest > *b.latest) return false;
  return !(b.earliest && a.latest && *b.earliest > *a.latest);
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

std::vector<std::string> classes_of(const events::EventMention& m, const CoreferenceLexicon& lexicon) {
  const std::string own = m.predicate_class.empty() ? m.predicate : m.predicate_class;
  std::vector<std::string> classes = {own};
  for (const auto& [a, b] : lexicon.related) {
    if (a == own) classes.push_back(b);
    if (b == own) classes.push_back(a);
  }
  std::sort(classes.begin() + 1, classes.end());
  return classes;
}

bool is_real(Factuality f) { return f != Factuality::planned && f != Factuality::hypothetical && f != Factuality::negated; }

std::vector<ActorId> filling(const Features& f, ParticipantRole role) {
  std::vector<ActorId> out;
  for (const Participant& p : f.participants)
    if (p.role == role) out.push_back(p.actor);
  return out;
}

DayRange news_days(DayRange published) {
  if (published.earliest) *published.earliest -= kNewsLasts;
  return published;
}

/// A verb and its noun, as far as their beginnings tell: "exploser", "explosion".
bool cognate(const std::string& a, const std::string& b) {
  const auto shared = static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
  return a == b || shared >= std::max(kFewestShared, std::min(a.size(), b.size()) * 2 / 3);
}

/// Nothing but the word: "l'explosion".
bool is_bare(const Features& f) { return f.nominal && f.participants.empty() && f.themes.empty() && f.place.empty(); }

bool stated_basis(TimeBasis basis) { return basis == TimeBasis::explicit_ || basis == TimeBasis::relative; }

}  // namespace

std::vector<Features> features_of(const StoryInput& input, const CoreferenceLexicon& lexicon) {
  std::vector<Features> out;
  for (std::size_t i = 0; i < input.mentions.size(); ++i) {
    const events::EventMention& m = input.mentions[i].mention;
    Features f;
    f.article = input.mentions[i].article;
    f.position = i;
    f.type = m.type;
    f.predicate = m.predicate;
    f.classes = classes_of(m, lexicon);
    f.participants = m.participants;
    std::erase_if(f.participants, [](const Participant& p) { return p.role == ParticipantRole::location; });
    f.themes = m.themes;
    if (stated_basis(m.time.basis) && !m.time.range.open()) f.stated = m.time.range;
    if (m.time.basis != TimeBasis::published && m.time.basis != TimeBasis::unknown && !m.time.range.open()) f.known = m.time.range;
    if (m.time.basis == TimeBasis::published) f.fresh = news_days(m.time.range);
    f.place = fold(m.location);
    f.nominal = m.nominal;
    f.general = lexicon.general.contains(m.predicate);
    f.real = is_real(m.factuality);
    out.push_back(std::move(f));
  }
  return out;
}

std::optional<Day> only_day(const Features& f) {
  const bool one = f.known && f.known->earliest && f.known->earliest == f.known->latest;
  return one ? f.known->earliest : std::nullopt;
}

Compatibility::Compatibility(const StoryInput& input, const Principals& principals)
    : input_(input), principals_(principals), named_(input.articles.size()) {
  for (std::size_t i = 0; i < input.actors.size(); ++i)
    for (const actors::ActorMention& m : input.actors[i].mentions)
      if (m.article && (named_[m.article.value].empty() || named_[m.article.value].back() != ActorId(i)))
        named_[m.article.value].push_back(ActorId(i));
}

bool Compatibility::known_in(const Features& a, ArticleId article) const {
  return std::all_of(a.participants.begin(), a.participants.end(),
                     [&](const Participant& p) { return std::binary_search(named_[article.value].begin(), named_[article.value].end(), p.actor); });
}

bool Compatibility::same_affair(ArticleId a, ArticleId b) const {
  if (a == b) return true;
  const auto& x = named_[a.value];
  const auto& y = named_[b.value];
  for (auto i = x.begin(), k = y.begin(); i != x.end() && k != y.end();) {
    if (*i == *k) return true;
    if (*i < *k) ++i;
    else ++k;
  }
  return false;
}

const char* Compatibility::same_occasion(const Features& a, const Features& b) const {
  if (!a.real || !b.real || a.general || a.article == b.article || !cognate(a.predicate, b.predicate)) return nullptr;
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
  if (!share_one({a.classes.front()}, b.classes) && !share_one({b.classes.front()}, a.classes)) return true;
  if (a.stated && b.stated && !overlap(*a.stated, *b.stated)) return true;
  for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient, ParticipantRole::recipient}) {
    const auto x = filling(a, role);
    const auto y = filling(b, role);
    if (x.empty() || y.empty()) continue;
    const bool meet = std::any_of(x.begin(), x.end(), [&](ActorId p) {
      return std::any_of(y.begin(), y.end(), [&](ActorId q) { return principals_.same_side(p, q); });
    });
    if (!meet) return true;
  }
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
  const bool same_class = a.classes.front() == b.classes.front();
  const bool same_predicate = a.predicate == b.predicate;
  const bool same_theme = share_one(a.themes, b.themes);
  const bool other_theme = !a.themes.empty() && !b.themes.empty() && !same_theme;
  std::string why;
  const int shared = shared_roles(a, b, &why);
  const bool same_days = a.known && b.known && overlap(*a.known, *b.known);
  const bool both_real = a.real && b.real;
  const auto days = [](const Features& f) { return f.known ? f.known : f.fresh; };
  const bool both_fresh = (a.fresh || b.fresh) && days(a) && days(b) && overlap(*days(a), *days(b)) && both_real;

  bool enough = false;
  if (a.general) {
    const bool someone = !a.participants.empty() || !b.participants.empty();
    enough = shared > 0 || (same_article && same_predicate) || (someone && !same_article && known_in(a, b.article) && known_in(b, a.article));
  } else if (!same_class) {
    enough = same_theme && (shared > 0 || (same_article && both_real));
  }
  else if (shared >= 2) enough = !other_theme || same_predicate;
  else if (shared == 1) enough = same_theme || (!other_theme && (same_article ? same_predicate || b.nominal : same_days || both_fresh));
  else if (same_article) enough = (both_real && same_theme) || (!other_theme && (b.nominal && same_predicate)) || (is_bare(b) && both_real && cognate(a.predicate, b.predicate));
  const char* occasion = enough || other_theme || !same_class ? nullptr : same_occasion(a, b);
  if (!enough && !occasion) return std::nullopt;

  if (occasion) why += (why.empty() ? "" : ", ") + std::string(occasion);
  if (same_theme) why += (why.empty() ? "" : ", ") + std::string("theme");
  if (why.empty()) why = same_predicate ? "same word in one article" : "both are general, and each one's participants are known where the other is told";
  return Match{kRoleScore * shared + (same_theme ? kThemeScore : 0) + (same_predicate ? kPredicateScore : 0) +
                      (same_article ? kArticleScore : 0),
                  "\"" + a.predicate + "\" and \"" + b.predicate + "\" are one kind of event (" + a.classes.front() + "): " + why};
}

std::optional<Match> Compatibility::evidence(const Features& a, const Features& b) const {
  if (conflict(a, b)) return std::nullopt;
  return a.type == EventType::statement ? of_statements(a, b) : of_actions(a, b);
}

}  // namespace fabula::graph
