#include "features.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {
namespace {

using events::Factuality;
using events::Participant;
using events::ParticipantRole;

constexpr std::size_t kFewestShared = 4;   // letters of a verb and its noun
constexpr std::chrono::days kNewsLasts{7};  // an undated report is of something that happened in the week before

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

std::string sense_of(const std::string& predicate, const CoreferenceLexicon& lexicon) {
  const auto found = lexicon.senses.find(predicate);
  return found == lexicon.senses.end() ? predicate : found->second;
}

bool is_real(Factuality f) { return f != Factuality::planned && f != Factuality::hypothetical && f != Factuality::negated; }

DayRange news_days(DayRange published) {
  if (published.earliest) *published.earliest -= kNewsLasts;
  return published;
}

bool stated_basis(TimeBasis basis) { return basis == TimeBasis::explicit_ || basis == TimeBasis::relative; }

bool cognate(const std::string& a, const std::string& b) {
  const auto shared = static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
  return a == b || shared >= std::max(kFewestShared, std::min(a.size(), b.size()) * 2 / 3);
}

void set_days(Features& f, const TimeValue& time) {
  if (time.basis == TimeBasis::published) f.fresh = news_days(time.range);
  if (time.range.open()) return;
  if (stated_basis(time.basis)) f.stated = time.range;
  if (time.basis != TimeBasis::published && time.basis != TimeBasis::unknown) f.known = time.range;
}

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
    f.sense = sense_of(m.predicate, lexicon);
    f.classes = classes_of(m, lexicon);
    f.participants = m.participants;
    std::erase_if(f.participants, [](const Participant& p) { return p.role == ParticipantRole::location; });
    f.themes = m.themes;
    set_days(f, m.time);
    f.place = fold(m.location);
    f.nominal = m.nominal;
    f.general = lexicon.general.contains(m.predicate);
    f.once = lexicon.once.contains(f.classes.front());
    f.real = is_real(m.factuality);
    f.planned = m.factuality == Factuality::planned;
    f.denied = m.factuality == Factuality::denied;
    out.push_back(std::move(f));
  }
  return out;
}

std::optional<Day> only_day(const Features& f) {
  const bool one = f.known && f.known->earliest && f.known->earliest == f.known->latest;
  return one ? f.known->earliest : std::nullopt;
}

bool overlap(const DayRange& a, const DayRange& b) {
  if (a.earliest && b.latest && *a.earliest > *b.latest) return false;
  return !(b.earliest && a.latest && *b.earliest > *a.latest);
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool same_word(const Features& a, const Features& b) {
  return cognate(a.predicate, b.predicate) || (a.article != b.article && a.sense == b.sense);
}

bool same_kind(const Features& a, const Features& b) {
  return a.classes.front() == b.classes.front() || (a.article != b.article && a.sense == b.sense);
}

std::vector<ActorId> filling(const Features& f, ParticipantRole role) {
  std::vector<ActorId> out;
  for (const Participant& p : f.participants)
    if (p.role == role) out.push_back(p.actor);
  return out;
}

}  // namespace fabula::graph
