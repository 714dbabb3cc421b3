#include "events/own_times.hpp"

#include "events/attach_times.hpp"
#include "events/time_values.hpp"

namespace fabula::events {
namespace {

using temporal::TimeMention;

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
  if (verb.deprel != "acl:relcl" || !verb.head || takes_content(doc, children, trigger)) return std::nullopt;
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

TimeValue vague_time(const TimeMention& time, const TimeValue& published) {
  if (time.value == "FUTURE_REF") return bounded(published.range.earliest, std::nullopt);
  return bounded(std::nullopt, published.range.latest);
}

}  // namespace

OwnTimes own_times(const text::Doc& doc, const text::Children& children, const Clauses& clauses,
                   std::span<const TimeMention> times, const TimeHints& hints, const ArticleEvents& events,
                   const EventsByWord& by_word, const TimeValue& published) {
  const std::size_t n = events.mentions.size();
  OwnTimes own{std::vector<std::optional<TimeValue>>(n), std::vector<std::optional<TimeValue>>(n), std::vector<bool>(n, false), {}};
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
      own.stated[i] = time.when;
      own.identifying[i] = time.genitive;
    }
  }
  for (std::size_t t = 0; t < times.size(); ++t)
    if (!taken[t] && times[t].first) own.free.push_back(t);
  return own;
}

}  // namespace fabula::events
