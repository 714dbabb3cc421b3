#include "events/own_times.hpp"

#include <algorithm>

#include "events/attach_times.hpp"
#include "events/time_values.hpp"

namespace fabula::events {
namespace {

using temporal::TimeMention;

constexpr std::uint32_t kReach = 12;  // words

std::uint32_t punctuation_after(const text::Doc& doc, WordId word) {
  return word.value + 1 < doc.words.size() && doc.words[word.value + 1].upos == text::Upos::PUNCT ? 1 : 0;
}

/// "il annonce, le 3 mai, qu'il partira": a clause that parsers may hang on the date before it.
bool takes_content(const text::Doc& doc, const text::Children& children, WordId verb) {
  for (const WordId child : children.of(verb)) {
    const auto relation = text::universal(doc.word(child).deprel);
    if (relation == "mark" || (relation == "obj" && text::feat(doc.word(child), "PronType") == "Rel")) return true;
  }
  return false;
}

/// "mai 2015, date à laquelle il a annoncé …": the clause tells what happened then.
std::optional<TimeValue> explained_date(const text::Doc& doc, const text::Children& children, std::span<const TimeMention> times, const EventsByWord& by_word,
                                        WordId trigger) {
  const text::Word& verb = doc.word(trigger);
  if (verb.deprel != "acl:relcl" || !verb.head || doc.word(verb.head).upos == text::Upos::PRON) return std::nullopt;  // "ce qui"
  if (takes_content(doc, children, trigger)) return std::nullopt;
  for (const TimeMention& time : times) {
    const bool on_it = time.first && time.first <= verb.head && verb.head <= time.last;
    const bool beside = time.first && verb.head.value == time.last.value + 1 + punctuation_after(doc, time.last);
    if (!on_it && !(beside && !by_word.at(verb.head))) continue;
    const auto range = edtf_range(time.value);
    if (range) return TimeValue{time.value, *range, time.when.basis};
  }
  return std::nullopt;
}

/// Whether an expression lies after publication though the verb tells the past.
bool is_refuted(ClauseTense tense, const TimeValue& when, const TimeValue& published) {
  const bool past = tense == ClauseTense::past || tense == ClauseTense::before_past;
  return past && when.range.earliest && published.range.latest && *when.range.earliest > *published.range.latest;
}

/// "une réunion est prévue lundi": what is planned lies ahead, unless the clause tells that it was planned. How what is said
/// was said tells nothing of it.
bool looks_ahead(const text::Doc& doc, const Clauses& clauses, const ArticleEvents& events, const EventMention& m) {
  if (m.factuality != Factuality::planned) return false;
  std::size_t steps = doc.words.size();
  for (WordId at = m.trigger; at && steps > 0; at = doc.word(at).head, --steps) {
    if (m.claim_event && events.mentions[m.claim_event.value].trigger == at) return true;
    const ClauseTense tense = clauses.tense_of(at);
    if (tense != ClauseTense::none) return tense != ClauseTense::past && tense != ClauseTense::before_past;
  }
  return true;
}

TimeValue vague_time(const TimeMention& time, const TimeValue& published) {
  if (time.value == "FUTURE_REF") return bounded(published.range.earliest, std::nullopt);
  return bounded(std::nullopt, published.range.latest);
}

/// What an expression says, with those of the same length that it is joined to and that date no other event.
TimeValue joined_time(const text::Doc& doc, std::span<const TimeMention> times,
                      std::span<const std::optional<std::size_t>> attached, std::size_t t) {
  TimeValue all = times[t].when;
  const auto length = *all.range.latest - *all.range.earliest;
  const auto join = [&](std::size_t other) {
    const DayRange& range = times[other].when.range;
    if (!range.earliest || !range.latest || std::find(attached.begin(), attached.end(), other) != attached.end()) return;
    const auto difference = *range.latest - *range.earliest - length;
    if (difference > std::chrono::days{1} || difference < std::chrono::days{-1}) return;
    if ((other < t) != (*range.earliest < *all.range.earliest)) return;  // told out of order, one lacks its year
    all.range = {std::min(*all.range.earliest, *range.earliest), std::max(*all.range.latest, *range.latest)};
    all.edtf = edtf_of(all.range);
  };
  if (t > 0 && are_joined(doc, times[t - 1], times[t])) join(t - 1);
  if (t + 1 < times.size() && are_joined(doc, times[t], times[t + 1])) join(t + 1);
  return all;
}

/// The event that the words behind an expression name.
std::optional<std::size_t> event_behind(const text::Doc& doc, const EventsByWord& by_word, WordId word) {
  const std::uint32_t end = std::min(doc.sentences[doc.sentence_of(word).value].end_word, word.value + kReach);
  for (std::uint32_t i = word.value + 1; i < end && doc.words[i].upos != text::Upos::PUNCT; ++i)
    if (const auto event = by_word.at(WordId(i))) return event;
  return std::nullopt;
}

/// The nearest event above one in the tree.
std::optional<std::size_t> event_above(const text::Doc& doc, const EventsByWord& by_word, WordId word) {
  std::size_t steps = doc.words.size();
  for (WordId at = doc.word(word).head; at && steps > 0; at = doc.word(at).head, --steps)
    if (const auto event = by_word.at(at)) return event;
  return std::nullopt;
}

bool is_day(const std::optional<TimeValue>& when) { return when && is_within(*when, std::chrono::days{0}); }

TimeValue day_from(const TimeValue& when, int days) {
  TimeValue value;
  value.range = {*when.range.earliest + std::chrono::days{days}, *when.range.latest + std::chrono::days{days}};
  value.edtf = edtf_of(value.range);
  value.basis = TimeBasis::relative;
  return value;
}

/// "trois jours après que le pont s'est effondré, elle a démissionné mardi": either date tells the other.
void count_from_events(const text::Doc& doc, std::span<const TimeMention> times, const ArticleEvents& events,
                       const EventsByWord& by_word, OwnTimes& own) {
  for (const TimeMention& time : times) {
    if (!time.days_from || !time.first) continue;
    const auto event = event_behind(doc, by_word, time.last);
    const auto clause = event ? event_above(doc, by_word, events.mentions[*event].trigger) : std::nullopt;
    if (!clause || *clause == *event) continue;
    if (is_day(own.stated[*event])) {
      own.stated[*clause] = day_from(*own.stated[*event], *time.days_from);
    } else if (is_day(own.stated[*clause]) && !own.stated[*event]) {
      own.stated[*event] = day_from(*own.stated[*clause], -*time.days_from);
      own.identifying[*event] = true;
    }
  }
}

}  // namespace

OwnTimes own_times(const text::Doc& doc, const text::Children& children, const Clauses& clauses,
                   std::span<const TimeMention> times, const TimeHints& hints, const ArticleEvents& events,
                   const EventsByWord& by_word, const TimeValue& published) {
  const std::size_t n = events.mentions.size();
  OwnTimes own{std::vector<std::optional<TimeValue>>(n), std::vector<std::optional<TimeValue>>(n), std::vector<bool>(n, false),
               std::vector<bool>(n, false), std::vector<bool>(n, false), {}};
  const auto attached = attach_times(doc, children, times, hints, events, by_word);
  std::vector<bool> taken(times.size(), false);
  for (std::size_t i = 0; i < n; ++i) {
    const WordId trigger = events.mentions[i].trigger;
    own.stated[i] = explained_date(doc, children, times, by_word, trigger);
    if (!attached[i]) continue;
    const TimeMention& time = times[*attached[i]];
    taken[*attached[i]] = true;
    if (own.stated[i]) continue;
    if (time.when.range.open()) {
      if (time.type == temporal::TimexType::date) own.vague[i] = vague_time(time, published);
    } else if (!is_refuted(clauses.tense_of(trigger), time.when, published)) {
      own.stated[i] = is_bounded(time.when) ? joined_time(doc, times, attached, *attached[i]) : time.when;
      if (time.ahead && looks_ahead(doc, clauses, events, events.mentions[i])) own.stated[i] = *time.ahead;
      own.identifying[i] = time.genitive;
      own.present[i] = time.value == kPresent;
      own.counted[i] = time.from_publication;
    }
  }
  count_from_events(doc, times, events, by_word, own);
  for (std::size_t t = 0; t < times.size(); ++t)
    if (!taken[t] && times[t].first) own.free.push_back(t);
  return own;
}

}  // namespace fabula::events
