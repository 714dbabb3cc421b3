#include "anchor.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attach_times.hpp"
#include "clause.hpp"
#include "happenings.hpp"
#include "headlines.hpp"
#include "order_bounds.hpp"
#include "retold.hpp"
#include "scene.hpp"
#include "time_values.hpp"

namespace fabula::events {
namespace {

/// The times of one article, filled in text order: what the text is at changes from sentence to sentence.
class Anchoring {
 public:
  Anchoring(const text::Doc& doc, std::span<const temporal::TimeMention> times, const TimeHints& hints, ArticleEvents& events)
      : doc_(doc), times_(times), hints_(hints), events_(events), children_(doc),
        own_(attach_times(doc, children_, times, hints, events)), scene_(doc), happenings_(doc, children_) {
    for (std::size_t i = 0; i < events.mentions.size(); ++i) event_at_.try_emplace(events.mentions[i].trigger, i);
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
    date_what_is_retold(doc_, children_, times_, hints_, events_);
    date_headlines(doc_, children_, scene_.story(), events_);
    bound_by_order(events_);
  }

 private:
  EventMention& mention(std::size_t i) { return events_.mentions[i]; }
  const EventMention& mention(std::size_t i) const { return events_.mentions[i]; }
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
    scene_.enter(sentence_of(members.front()));
    for (const std::size_t i : members)
      if (const auto own = own_time(i)) mention(i).time = *own;
    tell_scene(members);
    for (const std::size_t i : members)
      if (own_time(i) && !in_content(i)) scene_.note(mention(i).time);
    for (const std::size_t i : members) {
      if (!own_time(i)) mention(i).time = without_expression(i);
      remember(i);
    }
  }

  /// The event's own expression; not one that lies after publication where the verb tells the past.
  std::optional<TimeValue> own_time(std::size_t i) const {
    if (const auto named = explains_date(i)) return named;
    if (!own_[i]) return std::nullopt;
    const TimeValue& when = times_[*own_[i]].when;
    if (when.range.open()) return std::nullopt;
    const ClauseTense tense = tense_of(doc_, children_, mention(i).trigger);
    const bool past = tense == ClauseTense::past || tense == ClauseTense::before_past;
    const auto& published = scene_.published().range;
    if (past && when.range.earliest && published.latest && *when.range.earliest > *published.latest) return std::nullopt;
    return when;
  }

  /// "mai 2015, date à laquelle il a annoncé …": the clause tells what happened then.
  std::optional<TimeValue> explains_date(std::size_t i) const {
    const text::Word& verb = doc_.word(mention(i).trigger);
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

  TimeValue vague_time(const temporal::TimeMention& time) const {
    const DayRange& published = scene_.published().range;
    if (time.value == "FUTURE_REF") return bounded(published.earliest, std::nullopt);
    return bounded(std::nullopt, published.latest);
  }

  /// What follows is told at the date of the first main clause that has one; in the article's lead, of any clause where the
  /// tree shows no main one (insertions between an auxiliary and its participle mislead parsers).
  void tell_scene(const std::vector<std::size_t>& members) {
    for (const bool in_any_clause : {false, true}) {
      for (const std::size_t i : members) {
        if (!carries_narrative(i, in_any_clause)) continue;
        scene_.tell(mention(i), tense_of(doc_, children_, mention(i).trigger));
        return;
      }
      if (!scene_.wants_story() || has_main_verb(members)) return;
    }
  }

  /// A noun in an adjunct ("depuis l'offensive du 17 octobre") dates itself, unless the clause lies within its time.
  bool is_aside(std::size_t i) const {
    const auto relation = text::universal(doc_.word(mention(i).trigger).deprel);
    if (is_verbal(doc_.word(mention(i).trigger)) || (relation != "obl" && relation != "nmod")) return false;
    return std::none_of(events_.links.begin(), events_.links.end(),
                        [i](const EventLink& link) { return link.type == LinkType::during && link.to.value == i; });
  }

  bool has_main_verb(const std::vector<std::size_t>& members) const {
    return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      const WordId trigger = mention(i).trigger;
      return is_verbal(doc_.word(trigger)) && place_of(doc_, children_, trigger) == ClausePlace::main;
    });
  }

  bool carries_narrative(std::size_t i, bool in_any_clause) {
    const EventMention& m = mention(i);
    if (!own_time(i) || in_content(i) || is_aside(i)) return false;
    return in_any_clause ? scene_.is_story(m.time) : place_of(doc_, children_, m.trigger) == ClausePlace::main;
  }

  bool in_content(std::size_t i) {
    const EventMention& m = mention(i);
    return m.claim_event || m.factuality == Factuality::claimed || is_quoted(m);
  }

  bool is_quoted(const EventMention& m) const {
    return std::any_of(events_.mentions.begin(), events_.mentions.end(), [&m](const EventMention& other) {
      return std::any_of(other.quotes.begin(), other.quotes.end(), [&m](Span quote) { return quote.contains(m.span); });
    });
  }

  TimeValue without_expression(std::size_t i) {
    const EventMention& m = mention(i);
    const ClauseTense tense = tense_of(doc_, children_, m.trigger);
    const bool noun = !is_verbal(doc_.word(m.trigger));
    if (m.factuality == Factuality::hypothetical) return noun ? date_of_governor(m).value_or(TimeValue{}) : TimeValue{};
    if (is_vaguely_dated(i)) return vague_time(times_[*own_[i]]);
    if (in_content(i)) return content_time(m, tense);
    if (is_source(m)) return scene_.here().value_or(scene_.published());
    if (noun) {
      if (const auto told = date_of_participle(m)) return *told;
      if (const auto shared = date_of_governor(m)) return *shared;
    }
    if (m.factuality == Factuality::planned || tense == ClauseTense::future)
      return bounded(scene_.now().range.earliest, std::nullopt);
    if (tense == ClauseTense::before_past) return scene_.behind().value_or(bounded(std::nullopt, scene_.now().range.latest));
    return noun ? noun_time(m) : verb_time(m, tense);
  }

  /// "selon le journal": said when the text is written, unless it tells of a day.
  bool is_source(const EventMention& m) const {
    return m.type == EventType::statement && !m.nominal && !is_verbal(doc_.word(m.trigger));
  }

  /// An assertion of the present or the past.
  TimeValue verb_time(const EventMention& m, ClauseTense tense) const {
    const bool present = tense == ClauseTense::present && !scene_.is_historic_present();
    if (place_of(doc_, children_, m.trigger) == ClausePlace::modifier && !present && !tells_on(m.trigger) && !in_headline(doc_, m))
      return bounded(std::nullopt, scene_.now().range.latest);
    if (const auto said = date_of_message(m)) return *said;
    if (const auto scene = scene_of_speech(m)) return *scene;
    return !present && scene_.dates(m.type) ? scene_.now() : scene_.published();
  }

  /// ", qui a aussitôt réagi": a finite clause set off by a comma tells on; one without tells which.
  bool tells_on(WordId verb) const {
    const text::Word& word = doc_.word(verb);
    if (text::universal(word.deprel) != "acl" || tense_of(doc_, children_, verb) != ClauseTense::past) return false;
    WordId first = verb;
    for (const WordId child : children_.of(verb)) first = std::min(first, child);
    if (first.value == 0) return false;
    const bool comma_within = doc_.word(first).upos == text::Upos::PUNCT;
    return comma_within || doc_.words[first.value - 1].form == ",";
  }

  /// What is said is not dated by the saying; it only lies before it where its verb tells the past.
  TimeValue content_time(const EventMention& m, ClauseTense tense) {
    std::optional<Day> said;
    if (m.claim_event) said = mention(m.claim_event.value).time.range.latest;
    const auto same = happenings_.recall(m);
    if (same && !(said && *same->range.earliest > *said)) return *same;
    if (tells_scene(m, tense)) return scene_.now();
    if (tense != ClauseTense::past && tense != ClauseTense::before_past) return {};
    return bounded(std::nullopt, said ? said : scene_.now().range.latest);
  }

  /// "selon la police, il a tiré", "elle a dit qu'il a tiré", where the text is at the day of a shooting: what is reported
  /// in the perfect is the same scene. What is quoted, or told in the pluperfect, may lie anywhere before.
  bool tells_scene(const EventMention& m, ClauseTense tense) const {
    if (tense != ClauseTense::past || m.type != EventType::action || !scene_.is_of_action() || is_quoted(m)) return false;
    return place_of(doc_, children_, m.trigger) != ClausePlace::modifier;
  }

  /// "les attentats ayant frappé la ville le 22 mars": what a participle dates is the noun's own happening.
  std::optional<TimeValue> date_of_participle(const EventMention& m) const {
    for (const WordId child : children_.of(m.trigger)) {
      if (text::universal(doc_.word(child).deprel) != "acl") continue;
      const auto it = event_at_.find(child);
      if (it == event_at_.end() || mention(it->second).type != EventType::action ) continue;
      if (const auto own = own_time(it->second)) return carried(*own);
    }
    return std::nullopt;
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

  /// "un communiqué publié lundi annonce …": what a dated message says is said on its day.
  std::optional<TimeValue> date_of_message(const EventMention& m) const {
    if (m.type != EventType::statement) return std::nullopt;
    for (const WordId child : children_.of(m.trigger)) {
      if (text::universal(doc_.word(child).deprel) != "nsubj") continue;
      const auto it = event_at_.find(child);
      if (it == event_at_.end() || mention(it->second).type != EventType::statement) continue;
      if (const auto own = own_time(it->second)) return carried(*own);
      return date_of_participle(mention(it->second));
    }
    return std::nullopt;
  }

  static bool is_unreal(const EventMention& m) {
    return m.factuality == Factuality::planned || m.factuality == Factuality::hypothetical;
  }

  /// A noun shares the date of the action it takes part in, and of the statement whose circumstance it is.
  std::optional<TimeValue> date_of_governor(const EventMention& m) {
    const auto above = governor(m.trigger);
    if (!above) return std::nullopt;
    const EventMention& verb = mention(*above);
    const bool content = verb.type == EventType::statement && !is_circumstance(m.trigger);
    const bool same_plan = is_unreal(m) && is_unreal(verb);
    if ((content && !same_plan) || !(same_plan || verb.factuality == m.factuality) || !is_bounded(verb.time)) return std::nullopt;
    if (verb.nominal && !is_narrative(verb.time)) return std::nullopt;  // "l'ouverture des élections de 2016"
    return carried(verb.time);
  }

  /// A noun takes the date of the same happening told before; what is said lies before its saying.
  TimeValue noun_time(const EventMention& m) {
    if (const auto same = happenings_.recall(m)) {
      const auto said = said_above(m.trigger);
      return said && *same->range.earliest > *said ? bounded(std::nullopt, said) : *same;
    }
    const auto above = governor(m.trigger);
    if (above && mention(*above).type == EventType::statement)
      return bounded(std::nullopt, mention(*above).time.range.latest);
    return scene_.here() || scene_.dates(m.type) ? scene_.now() : scene_.published();
  }

  /// The last day of the nearest statement above a word in the tree that has a date.
  std::optional<Day> said_above(WordId word) const {
    std::size_t steps = doc_.words.size();
    for (WordId at = doc_.word(word).head; at && steps > 0; at = doc_.word(at).head, --steps) {
      const auto it = event_at_.find(at);
      if (it == event_at_.end() || mention(it->second).type != EventType::statement) continue;
      if (mention(it->second).time.range.latest) return mention(it->second).time.range.latest;
    }
    return std::nullopt;
  }

  /// What a speaker says on in the next paragraph is said on the same day.
  std::optional<TimeValue> scene_of_speech(const EventMention& m) const {
    if (m.type != EventType::statement || !last_speech_) return std::nullopt;
    for (const Participant& p : m.participants)
      if (p.role == ParticipantRole::agent && last_speech_->first == p.actor) return carried(last_speech_->second);
    return std::nullopt;
  }

  void remember(std::size_t i) {
    const EventMention& m = mention(i);
    happenings_.remember(m);
    if (m.type != EventType::statement || in_content(i)) return;
    for (const Participant& p : m.participants) {
      if (p.role != ParticipantRole::agent) continue;
      if (is_firm(m.time) && is_within(m.time, std::chrono::days{2})) {
        last_speech_ = {p.actor, m.time};
      } else if (last_speech_ && last_speech_->first != p.actor) {
        last_speech_.reset();
      }
    }
  }

  const text::Doc& doc_;
  std::span<const temporal::TimeMention> times_;
  const TimeHints& hints_;
  ArticleEvents& events_;
  text::Children children_;
  std::vector<std::optional<std::size_t>> own_;
  std::unordered_map<WordId, std::size_t> event_at_;
  Scene scene_;
  Happenings happenings_;
  std::optional<std::pair<ActorId, TimeValue>> last_speech_;
};

}  // namespace

void anchor_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, const TimeHints& hints,
                  ArticleEvents& events) {
  Anchoring(doc, times, hints, events).run();
}

}  // namespace fabula::events
