#include "anchor.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attach_times.hpp"
#include "clause.hpp"
#include "fabula/base/edtf.hpp"

namespace fabula::events {
namespace {

using std::chrono::days;

constexpr auto kSceneOfSpeech = days{2};
constexpr auto kNarrativeSpan = days{31};  // a month at most: "en 2014" dates one event, not what the text is at

bool is_bounded(const TimeValue& v) { return v.range.earliest && v.range.latest; }

bool is_narrative(const TimeValue& v) { return is_bounded(v) && *v.range.latest - *v.range.earliest <= kNarrativeSpan; }

TimeValue with_basis(TimeValue value, TimeBasis basis) {
  value.basis = basis;
  return value;
}

TimeValue bounded(std::optional<Day> earliest, std::optional<Day> latest) {
  TimeValue value;
  value.range = {earliest, latest};
  value.edtf = edtf_of(value.range);
  if (!value.range.open()) value.basis = TimeBasis::inferred;
  return value;
}

/// The times of one article, filled in text order: what the text is at changes from sentence to sentence.
class Anchoring {
 public:
  Anchoring(const text::Doc& doc, std::span<const temporal::TimeMention> times, ArticleEvents& events)
      : doc_(doc), times_(times), events_(events), children_(doc), own_(attach_times(doc, children_, times, events)) {
    for (std::size_t i = 0; i < events.mentions.size(); ++i) event_at_.try_emplace(events.mentions[i].trigger, i);
    published_ = doc.article.published;
    published_.basis = is_bounded(published_) ? TimeBasis::published : TimeBasis::unknown;
  }

  void run() {
    std::size_t next = 0;
    const auto order = by_sentence();
    while (next < order.size()) {
      std::size_t end = next;
      while (end < order.size() && sentence_of(order[end]) == sentence_of(order[next])) ++end;
      run_sentence({order.begin() + static_cast<std::ptrdiff_t>(next), order.begin() + static_cast<std::ptrdiff_t>(end)});
      next = end;
    }
    date_titles();
    for (const EventLink& link : events_.links) use(link);
  }

 private:
  EventMention& mention(std::size_t i) { return events_.mentions[i]; }
  SentenceId sentence_of(std::size_t i) { return doc_.sentence_of(mention(i).trigger); }

  /// Verbs before the nouns that take their date from them.
  std::vector<std::size_t> by_sentence() {
    std::vector<std::size_t> order(events_.mentions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const SentenceId x = sentence_of(a), y = sentence_of(b);
      if (x != y) return x < y;
      const bool verb_a = is_verbal(doc_.word(mention(a).trigger)), verb_b = is_verbal(doc_.word(mention(b).trigger));
      return verb_a != verb_b ? verb_a : a < b;
    });
    return order;
  }

  void run_sentence(const std::vector<std::size_t>& members) {
    enter(sentence_of(members.front()));
    for (const std::size_t i : members)
      if (const auto own = own_time(i)) mention(i).time = *own;
    for (const std::size_t i : members)
      if (carries_narrative(i)) {
        narrative_ = mention(i).time;
        break;
      }
    for (const std::size_t i : members) {
      if (!own_time(i)) mention(i).time = without_expression(i);
      remember(i);
    }
  }

  bool in_title(const EventMention& m) const {
    const SentenceId sentence = doc_.sentence_of(m.trigger);
    if (!sentence || doc_.article.paragraphs.empty()) return false;
    const auto kind = doc_.article.paragraphs[doc_.sentences[sentence.value].paragraph].kind;
    return kind == text::ParagraphKind::title || kind == text::ParagraphKind::heading;
  }

  /// A headline tells what the text dates: the first mention of the same predicate with a date of its own.
  void date_titles() {
    for (EventMention& m : events_.mentions) {
      if (is_firm(m.time) || m.predicate.empty() || !in_title(m)) continue;
      for (const EventMention& told : events_.mentions) {
        if (told.predicate != m.predicate || told.type != m.type || !is_firm(told.time) || !is_narrative(told.time)) continue;
        m.time = with_basis(told.time, TimeBasis::context);
        break;
      }
    }
  }

  void enter(SentenceId sentence) {
    const std::uint32_t paragraph = sentence ? doc_.sentences[sentence.value].paragraph : 0;
    if (paragraph != paragraph_) narrative_.reset();
    paragraph_ = paragraph;
  }

  /// The event's own expression; not one that lies after publication where the verb tells the past.
  std::optional<TimeValue> own_time(std::size_t i) const {
    if (const auto named = explains_date(i)) return named;
    if (!own_[i]) return std::nullopt;
    const TimeValue& when = times_[*own_[i]].when;
    if (when.range.open()) return std::nullopt;
    const ClauseTense tense = tense_of(doc_, children_, events_.mentions[i].trigger);
    const bool past = tense == ClauseTense::past || tense == ClauseTense::before_past;
    if (past && when.range.earliest && published_.range.latest && *when.range.earliest > *published_.range.latest)
      return std::nullopt;
    return when;
  }

  /// "mai 2015, date à laquelle il a annoncé …": the clause tells what happened then.
  std::optional<TimeValue> explains_date(std::size_t i) const {
    const text::Word& verb = doc_.word(events_.mentions[i].trigger);
    if (verb.deprel != "acl:relcl" || !verb.head) return std::nullopt;
    for (const temporal::TimeMention& time : times_) {
      const bool on_it = time.first && time.first <= verb.head && verb.head <= time.last;
      const bool beside = time.first && verb.head.value == time.last.value + 1 + punctuation_after(time.last);
      if (!on_it && !(beside && !event_at_.count(verb.head))) continue;
      const auto range = edtf_range(time.value);
      if (!range) continue;
      return TimeValue{time.value, *range, time.when.basis};
    }
    return std::nullopt;
  }

  std::uint32_t punctuation_after(WordId word) const {
    return word.value + 1 < doc_.words.size() && doc_.words[word.value + 1].upos == text::Upos::PUNCT ? 1 : 0;
  }

  /// "récemment": a date is said, but none that the calendar knows.
  bool is_vaguely_dated(std::size_t i) const {
    return own_[i] && times_[*own_[i]].when.range.open() && times_[*own_[i]].type == temporal::TimexType::date;
  }

  /// Whether what follows is told at this mention's date.
  bool carries_narrative(std::size_t i) {
    const EventMention& m = mention(i);
    if (!own_time(i) || !is_narrative(m.time)) return false;
    if (place_of(doc_, children_, m.trigger) != ClausePlace::main || in_content(i)) return false;
    return tense_of(doc_, children_, m.trigger) != ClauseTense::before_past;
  }

  bool in_content(std::size_t i) {
    const EventMention& m = mention(i);
    if (m.claim_event || m.factuality == Factuality::claimed) return true;
    for (const EventMention& other : events_.mentions)
      for (const Span quote : other.quotes)
        if (quote.contains(m.span)) return true;
    return false;
  }

  TimeValue present_scene() const { return narrative_ ? with_basis(*narrative_, TimeBasis::context) : published_; }

  /// A statement is of one day: "en avril" before it does not date it.
  bool narrative_dates(const EventMention& m) const {
    return narrative_ && (m.type == EventType::action || *narrative_->range.latest - *narrative_->range.earliest <= kSceneOfSpeech);
  }

  TimeValue without_expression(std::size_t i) {
    const EventMention& m = mention(i);
    const ClauseTense tense = tense_of(doc_, children_, m.trigger);
    if (m.factuality == Factuality::hypothetical) return {};
    if (is_vaguely_dated(i)) return bounded(std::nullopt, published_.range.latest);
    if (in_content(i)) return content_time(m, tense);
    const bool noun = !is_verbal(doc_.word(m.trigger));
    if (noun)
      if (const auto shared = date_of_governor(m)) return *shared;
    if (m.factuality == Factuality::planned || tense == ClauseTense::future)
      return bounded(present_scene().range.earliest, std::nullopt);
    if (tense == ClauseTense::before_past) return bounded(std::nullopt, present_scene().range.latest);
    if (noun) return noun_time(m);
    if (place_of(doc_, children_, m.trigger) == ClausePlace::modifier) return bounded(std::nullopt, present_scene().range.latest);
    if (tense == ClauseTense::present) return published_;
    if (const auto scene = scene_of_speech(m)) return *scene;
    return narrative_dates(m) ? present_scene() : published_;
  }

  /// What is said is not dated by the saying; it only lies before it where its verb tells the past.
  TimeValue content_time(const EventMention& m, ClauseTense tense) {
    if (const auto same = same_happening(m)) return *same;
    if (tense != ClauseTense::past && tense != ClauseTense::before_past) return {};
    if (m.claim_event) {
      const TimeValue& said = mention(m.claim_event.value).time;
      if (said.range.latest) return bounded(std::nullopt, said.range.latest);
    }
    return bounded(std::nullopt, present_scene().range.latest);
  }

  /// The event that a noun is part of: the nearest above it, with no other verb between.
  std::optional<std::size_t> governor(WordId noun) const {
    std::size_t steps = doc_.words.size();
    for (WordId at = doc_.word(noun).head; at && steps > 0; at = doc_.word(at).head, --steps) {
      const auto it = event_at_.find(at);
      if (it != event_at_.end()) return it->second;
      if (is_verbal(doc_.word(at))) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Whether a noun is a circumstance of its verb ("lors de la visite") and not what the verb is about.
  bool is_circumstance(WordId noun) const {
    const text::Word& word = doc_.word(noun);
    if (text::universal(word.deprel) != "obl" || word.deprel == "obl:agent") return false;
    return word.deprel != "obl:arg" || (word.head && !is_verbal(doc_.word(word.head)));
  }

  /// A noun shares the date of the action it takes part in, and of the statement whose circumstance it is.
  std::optional<TimeValue> date_of_governor(const EventMention& m) {
    const auto above = governor(m.trigger);
    if (!above) return std::nullopt;
    const EventMention& verb = mention(*above);
    const bool content = verb.type == EventType::statement && !is_circumstance(m.trigger);
    const bool same_plan = m.factuality == Factuality::planned && verb.factuality == Factuality::planned;
    if ((content && !same_plan) || verb.factuality != m.factuality || !is_bounded(verb.time)) return std::nullopt;
    return with_basis(verb.time, context_or_weaker(verb.time.basis));
  }

  /// A noun takes the date of the same happening told before; what is said lies before its saying.
  TimeValue noun_time(const EventMention& m) {
    if (const auto same = same_happening(m)) return *same;
    const auto above = governor(m.trigger);
    if (above && mention(*above).type == EventType::statement)
      return bounded(std::nullopt, mention(*above).time.range.latest);
    return present_scene();
  }

  static TimeBasis context_or_weaker(TimeBasis basis) { return std::max(basis, TimeBasis::context); }

  std::optional<TimeValue> same_happening(const EventMention& m) const {
    if (is_verbal(doc_.word(m.trigger))) return std::nullopt;
    const auto it = dated_.find(m.predicate);
    if (it == dated_.end()) return std::nullopt;
    return with_basis(it->second, context_or_weaker(it->second.basis));
  }

  /// What a speaker says on in the next paragraph is said on the same day.
  std::optional<TimeValue> scene_of_speech(const EventMention& m) const {
    if (m.type != EventType::statement || narrative_dates(m)) return std::nullopt;
    for (const Participant& p : m.participants) {
      if (p.role != ParticipantRole::agent || !last_speech_) continue;
      if (last_speech_->first == p.actor) return with_basis(last_speech_->second, TimeBasis::context);
    }
    return std::nullopt;
  }

  void remember(std::size_t i) {
    const EventMention& m = mention(i);
    const bool firm = m.time.basis == TimeBasis::explicit_ || m.time.basis == TimeBasis::relative;
    if (is_narrative(m.time) && !m.predicate.empty()) {
      TimeValue& known = dated_[m.predicate];
      if (firm || !is_firm(known)) known = m.time;
    }
    if (m.type != EventType::statement || in_content(i)) return;
    const bool dated = firm || m.time.basis == TimeBasis::context;
    for (const Participant& p : m.participants) {
      if (p.role != ParticipantRole::agent) continue;
      if (dated && is_bounded(m.time) && *m.time.range.latest - *m.time.range.earliest <= kSceneOfSpeech) {
        last_speech_ = {p.actor, m.time};
      } else if (last_speech_ && last_speech_->first != p.actor) {
        last_speech_.reset();
      }
    }
  }

  /// An order in time that the text states, with one side dated, bounds the other.
  void use(const EventLink& link) {
    EventMention& from = mention(link.from.value);
    EventMention& to = mention(link.to.value);
    if (link.type == LinkType::before) {
      if (is_firm(to.time) && !is_firm(from.time)) tighten(from, std::nullopt, to.time.range.latest);
      if (is_firm(from.time) && !is_firm(to.time)) tighten(to, from.time.range.earliest, std::nullopt);
    } else if (link.type == LinkType::during) {
      if (is_firm(to.time) && !is_firm(from.time)) from.time = with_basis(to.time, TimeBasis::inferred);
    }
  }

  static bool is_firm(const TimeValue& v) {
    return v.basis == TimeBasis::explicit_ || v.basis == TimeBasis::relative || v.basis == TimeBasis::context;
  }

  static void tighten(EventMention& m, std::optional<Day> earliest, std::optional<Day> latest) {
    DayRange range = m.time.basis == TimeBasis::inferred ? m.time.range : DayRange{};
    if (earliest && (!range.earliest || *earliest > *range.earliest)) range.earliest = earliest;
    if (latest && (!range.latest || *latest < *range.latest)) range.latest = latest;
    if (range.earliest && range.latest && *range.latest < *range.earliest) return;
    m.time = bounded(range.earliest, range.latest);
  }

  const text::Doc& doc_;
  std::span<const temporal::TimeMention> times_;
  ArticleEvents& events_;
  text::Children children_;
  std::vector<std::optional<std::size_t>> own_;
  std::unordered_map<WordId, std::size_t> event_at_;
  TimeValue published_;
  std::optional<TimeValue> narrative_;
  std::uint32_t paragraph_ = 0xFFFFFFFF;
  std::map<std::string, TimeValue> dated_;  ///< by predicate: the last firm date
  std::optional<std::pair<ActorId, TimeValue>> last_speech_;
};

}  // namespace

void anchor_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, ArticleEvents& events) {
  Anchoring(doc, times, events).run();
}

}  // namespace fabula::events
