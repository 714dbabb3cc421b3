#include "events/retold.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "events/players.hpp"
#include "events/time_values.hpp"

namespace fabula::events {
namespace {

constexpr std::uint32_t kReach = 3;  // sentences back to what is meant

bool is_definite(const text::Doc& doc, const text::Children& children, WordId noun) {
  for (const WordId child : children.of(noun)) {
    const text::Word& word = doc.word(child);
    if (text::feat(word, "Definite") == "Def" || text::feat(word, "PronType") == "Dem") return true;
  }
  return false;
}

/// The date that hangs on a verb itself.
const temporal::TimeMention* time_on(const text::Doc& doc, std::span<const temporal::TimeMention> times, WordId verb) {
  for (const temporal::TimeMention& time : times) {
    if (!time.first || !time.when.range.earliest || !time.when.range.latest) continue;
    for (std::uint32_t w = time.first.value; w <= time.last.value; ++w)
      if (doc.words[w].head == verb) return &time;
  }
  return nullptr;
}

bool can_be_meant(const Clauses& clauses, const EventMention& m) {
  if (m.type != EventType::action || is_firm(m.time)) return false;
  if (m.factuality == Factuality::planned || m.factuality == Factuality::hypothetical) return false;
  return clauses.place_of(m.trigger) == ClausePlace::main;
}

/// The mentions of the nearest sentence before one that has any that can be meant.
std::vector<EventMention*> told_before(const text::Doc& doc, const Clauses& clauses, SentenceId sentence,
                                       ArticleEvents& events) {
  for (std::uint32_t back = 1; back <= kReach && back <= sentence.value; ++back) {
    std::vector<EventMention*> found;
    for (EventMention& m : events.mentions)
      if (doc.sentence_of(m.trigger).value == sentence.value - back && can_be_meant(clauses, m)) found.push_back(&m);
    if (!found.empty()) return found;
  }
  return {};
}

constexpr auto kNews = std::chrono::days{7};

/// Whether two mentions can tell of one deed: done by the same, to the same as far as both say to whom.
bool can_be_one(const EventMention& a, const EventMention& b) {
  const auto agents = players(a, ParticipantRole::agent);
  const auto to_a = players(a, ParticipantRole::patient), to_b = players(b, ParticipantRole::patient);
  return !agents.empty() && agents == players(b, ParticipantRole::agent) && (to_a.empty() || to_b.empty() || to_a == to_b);
}

bool tells_deed(const Clauses& clauses, const EventMention& m) {
  return m.type == EventType::action && !m.nominal && m.factuality == Factuality::asserted && !m.claim_event &&
         clauses.tense_of(m.trigger) == ClauseTense::past && clauses.place_of(m.trigger) == ClausePlace::main;
}

bool is_news(const TimeValue& when, const DayRange& published) {
  return is_within(when, std::chrono::days{0}) && published.earliest && *when.range.latest <= *published.latest &&
         *published.earliest - *when.range.earliest <= kNews;
}

}  // namespace

void date_what_is_told_again(const text::Doc& doc, const Clauses& clauses, ArticleEvents& events) {
  const DayRange& published = doc.article.published.range;
  if (!published.earliest || !published.latest) return;
  std::map<std::string, std::vector<std::size_t>> dated;
  for (std::size_t i = 0; i < events.mentions.size(); ++i) {
    const EventMention& m = events.mentions[i];
    if (m.time.basis < TimeBasis::context && is_news(m.time, published) && tells_deed(clauses, m)) dated[m.predicate].push_back(i);
  }
  for (EventMention& m : events.mentions) {
    if (m.time.basis != TimeBasis::published || !tells_deed(clauses, m)) continue;
    const auto same = dated.find(m.predicate);
    if (same == dated.end() || same->second.size() != 1) continue;
    const EventMention& told = events.mentions[same->second.front()];
    if (can_be_one(m, told)) m.time = carried(told.time);
  }
}

void date_what_is_retold(const text::Doc& doc, const text::Children& children, const Clauses& clauses,
                         std::span<const temporal::TimeMention> times, const TimeHints& hints, ArticleEvents& events) {
  std::vector<WordId> anaphors(hints.anaphors.begin(), hints.anaphors.end());
  std::sort(anaphors.begin(), anaphors.end());
  for (const WordId noun : anaphors) {
    const text::Word& word = doc.word(noun);
    if (text::universal(word.deprel) != "nsubj" || !word.head || !is_verbal(doc.word(word.head))) continue;
    if (!is_definite(doc, children, noun)) continue;
    const temporal::TimeMention* time = time_on(doc, times, word.head);
    if (time == nullptr) continue;
    for (EventMention* meant : told_before(doc, clauses, doc.sentence_of(noun), events)) meant->time = carried(time->when);
  }
}

}  // namespace fabula::events
