#include "events/anchor.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "events/headlines.hpp"
#include "events/order_bounds.hpp"
#include "events/own_times.hpp"
#include "events/reported.hpp"
#include "events/retold.hpp"
#include "events/scene.hpp"
#include "events/time_values.hpp"
#include "events/undated.hpp"

namespace fabula::events {
namespace {

constexpr std::string_view kBirth = "birth";  // class of the lexicons

/// The times of one article, filled in text order: what the text is at changes from sentence to sentence.
class Anchoring {
 public:
  Anchoring(const text::Doc& doc, std::span<const temporal::TimeMention> times, const TimeHints& hints, ArticleEvents& events)
      : doc_(doc), times_(times), hints_(hints), events_(events), children_(doc), clauses_(doc, children_, hints.perfects), by_word_(events),
        scene_(doc), reported_(doc, events),
        own_(own_times(doc, children_, clauses_, times, hints, events, by_word_, scene_.published())),
        undated_(doc, children_, clauses_, events, by_word_, own_, reported_, scene_, hints) {}

  void run() {
    auto members = by_sentence();
    for (std::uint32_t s = 0; s < members.size(); ++s) run_sentence(SentenceId(s), members[s]);
    count_from_speech();
  }

  const text::Children& children() const { return children_; }
  const Clauses& clauses() const { return clauses_; }
  const Scene& scene() const { return scene_; }

 private:
  EventMention& mention(std::size_t i) { return events_.mentions[i]; }
  const EventMention& mention(std::size_t i) const { return events_.mentions[i]; }

  enum class Rank { clause, verb, noun };  ///< a verb with a tense; one without; a noun

  Rank rank_of(WordId trigger) const {
    if (!is_verbal(doc_.word(trigger))) return Rank::noun;
    return clauses_.tense_of(trigger) == ClauseTense::none ? Rank::verb : Rank::clause;
  }

  /// Clauses before the infinitives, participles and nouns that take their date from them.
  std::vector<std::vector<std::size_t>> by_sentence() const {
    std::vector<std::vector<std::size_t>> members(std::max<std::size_t>(doc_.sentences.size(), 1));
    for (const Rank rank : {Rank::clause, Rank::verb, Rank::noun})
      for (std::size_t i = 0; i < events_.mentions.size(); ++i) {
        if (rank_of(mention(i).trigger) != rank) continue;
        const SentenceId sentence = doc_.sentence_of(mention(i).trigger);
        members[sentence ? sentence.value : 0].push_back(i);
      }
    return members;
  }

  void run_sentence(SentenceId sentence, const std::vector<std::size_t>& members) {
    scene_.enter(sentence);
    for (const std::size_t i : members)
      if (own_.stated[i]) mention(i).time = *own_.stated[i];
    if (!tell_scene(members)) tell_without_event(sentence);
    for (const std::size_t i : members)
      if (own_.stated[i] && !own_.present[i] && !reported_.is_in_speech(mention(i))) scene_.note(mention(i).time, mention(i).type);
    for (const std::size_t i : members) {
      if (!own_.stated[i]) mention(i).time = undated_.date(i);
      if (tells_undated_news(i)) scene_.tell_undated();
      if (mention(i).type == EventType::action && is_firm(mention(i).time) && is_main_verb(i)) scene_.go_on();
      undated_.remember(i);
    }
  }

  /// "« Il est parti hier », a-t-elle dit lundi": what is quoted counts its days from when it was said.
  void count_from_speech() {
    const TimeValue& published = scene_.published();
    if (!is_within(published, std::chrono::days{0})) return;
    for (std::size_t i = 0; i < events_.mentions.size(); ++i) {
      const bool quoted = own_.counted[i] && own_.stated[i] && reported_.is_quoted(mention(i).span);
      const EventMention* speech = quoted ? speech_around(mention(i).span) : nullptr;
      if (speech == nullptr || !is_firm(speech->time) || !is_within(speech->time, std::chrono::days{0})) continue;
      const auto earlier = *published.range.earliest - *speech->time.range.earliest;
      if (earlier <= std::chrono::days{0}) continue;
      DayRange& range = mention(i).time.range;
      range = {*range.earliest - earlier, *range.latest - earlier};
      mention(i).time.edtf = edtf_of(range);
    }
  }

  const EventMention* speech_around(Span span) const {
    for (const EventMention& m : events_.mentions)
      for (const Span quote : m.quotes)
        if (quote.contains(span)) return &m;
    return nullptr;
  }

  /// What follows is told at the date of the first main clause that has one; in the article's lead, of any clause where the
  /// tree shows no main one (insertions between an auxiliary and its participle mislead parsers).
  bool tell_scene(const std::vector<std::size_t>& members) {
    for (const bool in_any_clause : {false, true}) {
      for (const std::size_t i : members) {
        if (!carries_narrative(i, in_any_clause) || (in_any_clause && !may_carry(i, members))) continue;
        const EventMention& m = mention(i);
        if (m.predicate_class == kBirth) {
          scene_.tell_birth(m.time, m.type, tense_told(m));
        } else {
          scene_.tell(m.time, m.type, tense_told(m));
        }
        return true;
      }
      if (!scene_.wants_story()) return false;
    }
    return false;
  }

  /// "Le 3 mai, il est encore à Riga": no event, but a day that the text is at.
  void tell_without_event(SentenceId sentence) {
    for (const std::size_t t : own_.free) {
      const temporal::TimeMention& time = times_[t];
      if (time.sentence != sentence || time.value == kPresent || !is_bounded(time.when) || reported_.is_quoted(time.span)) continue;
      const WordId clause = main_clause_of(time);
      if (!clause) continue;
      const ClauseTense tense = clauses_.tense_of(clause);
      if (!is_narrative(time.when) && (!is_verbal(doc_.word(clause)) || by_word_.at(clause))) continue;  // "comme en 2013, …"
      if (tense == ClauseTense::none || tense == ClauseTense::future) continue;
      scene_.tell_day(time.when, hints_.already.count(clause) != 0 ? ClauseTense::before_past : tense);
      return;
    }
  }

  /// A noun or infinitive is told in the tense of its verb ("un essai avait eu lieu", "elle tente de fuir"); what is told to
  /// be done "déjà" lies behind.
  ClauseTense tense_told(const EventMention& m) const {
    if (hints_.already.count(m.trigger) != 0) return ClauseTense::before_past;
    const bool bare = text::feat(doc_.word(m.trigger), "VerbForm") == "Inf";
    return m.nominal || bare ? clauses_.tense_around(m.trigger) : clauses_.tense_of(m.trigger);
  }

  /// The sentence's own predicate, where an expression is a circumstance of it.
  WordId main_clause_of(const temporal::TimeMention& time) const {
    for (WordId at = time.first; at && at <= time.last; at = WordId(at.value + 1)) {
      const text::Word& word = doc_.word(at);
      if (!word.head || (time.first <= word.head && word.head <= time.last)) continue;
      const auto relation = text::universal(word.deprel);
      const bool of_predicate = relation == "nmod" && text::universal(doc_.word(word.head).deprel) == "xcomp";  // "devient ministre en 1990"
      if (relation != "obl" && relation != "advmod" && !of_predicate) return {};
      const WordId verb = of_predicate ? doc_.word(word.head).head : word.head;
      return doc_.word(verb).head ? WordId() : verb;
    }
    return {};
  }

  /// A noun in an adjunct ("depuis l'offensive du 17 octobre") dates itself, unless the clause lies within its time.
  bool is_aside(std::size_t i) const {
    WordId noun = mention(i).trigger;
    if (is_verbal(doc_.word(noun))) return false;
    while (doc_.word(noun).deprel == "conj" && doc_.word(noun).head < noun) noun = doc_.word(noun).head;
    const auto relation = text::universal(doc_.word(noun).deprel);
    if (relation != "obl" && relation != "nmod") return false;
    return std::none_of(events_.links.begin(), events_.links.end(),
                        [i](const EventLink& link) { return link.type == LinkType::during && link.to.value == i; });
  }

  /// Whether a clause that is not the main one may tell the day: where none is, and a participle beside a main clause of the
  /// present ("un homme arrêté samedi est soupçonné de …"); one of the past would tell another day.
  bool may_carry(std::size_t clause, const std::vector<std::size_t>& members) const {
    const bool modifier = clauses_.place_of(mention(clause).trigger) == ClausePlace::modifier;
    return std::none_of(members.begin(), members.end(), [&](std::size_t i) {
      return is_main_verb(i) && !(modifier && clauses_.tense_of(mention(i).trigger) == ClauseTense::present);
    });
  }

  bool is_main_verb(std::size_t i) const {
    const WordId trigger = mention(i).trigger;
    return is_verbal(doc_.word(trigger)) && clauses_.place_of(trigger) == ClausePlace::main;
  }

  bool carries_narrative(std::size_t i, bool in_any_clause) const {
    const EventMention& m = mention(i);
    if (m.factuality == Factuality::planned || m.factuality == Factuality::hypothetical) return false;
    if (!own_.stated[i] || own_.present[i] || reported_.is_in_speech(m) || is_aside(i)) return false;
    if (in_any_clause) return scene_.is_story(m.time, m.type);
    if (own_.identifying[i] && !is_verbal(doc_.word(m.trigger)) && !scene_.is_story(m.time, m.type)) return false;
    return clauses_.place_of(m.trigger) == ClausePlace::main;
  }

  bool tells_undated_news(std::size_t i) const {
    const EventMention& m = mention(i);
    return m.type == EventType::action && m.time.basis == TimeBasis::published && m.factuality == Factuality::asserted &&
           is_main_verb(i) && clauses_.tense_of(m.trigger) == ClauseTense::past && !in_headline(doc_, m);
  }

  const text::Doc& doc_;
  std::span<const temporal::TimeMention> times_;
  const TimeHints& hints_;
  ArticleEvents& events_;
  text::Children children_;
  Clauses clauses_;
  EventsByWord by_word_;
  Scene scene_;
  Reported reported_;
  OwnTimes own_;
  Undated undated_;
};

}  // namespace

void anchor_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, const TimeHints& hints,
                  ArticleEvents& events) {
  Anchoring anchoring(doc, times, hints, events);
  anchoring.run();
  date_what_is_retold(doc, anchoring.children(), anchoring.clauses(), times, hints, events);
  date_what_is_told_again(doc, anchoring.clauses(), events);
  date_headlines(doc, anchoring.clauses(), anchoring.scene().story(), events);
  bound_by_order(events);
}

}  // namespace fabula::events
