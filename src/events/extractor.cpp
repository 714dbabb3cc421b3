#include "events/anchor.hpp"
#include "events/carry.hpp"
#include "events/content.hpp"
#include "events/dated_because.hpp"
#include "events/factuality.hpp"
#include "events/label.hpp"
#include "events/links.hpp"
#include "events/quotes.hpp"
#include "events/roles.hpp"
#include "events/themes.hpp"
#include "events/trigger.hpp"
#include "fabula/events/find_events.hpp"

namespace fabula::events {
namespace {

EventMention mention_of(const Reading& r, const Trigger& t, const std::vector<Quotation>& quotations) {
  EventMention m;
  const text::Word& word = r.word(t.word);
  m.type = t.type;
  m.predicate = t.verb == t.word && t.verb ? r.verb_key(t.word) : word.lemma;
  m.trigger = t.word;
  m.span = word.span;
  m.sentence = r.doc().sentences[r.doc().sentence_of(t.word).value].span;
  m.rule = t.rule;
  if (t.entry) {
    m.predicate_class = t.entry->predicate_class;
    m.code = t.entry->code;
  }
  if (t.is_statement()) {
    m.act = t.source && t.source->act ? t.source->act : t.entry ? t.entry->act : std::nullopt;
    if (!m.act) m.act = Act::say;
    for (const std::size_t q : t.quotes) m.quotes.push_back(quotations[q].span);
  }
  m.participants = participants_of(r, t);
  m.location = place_of(r, t);
  m.nominal = r.is_nominal(t.word);
  m.themes = themes_of(r, t);
  return m;
}

/// The predicates whose adverbs tell how they stand to what was told before.
void add_adverb(const Reading& r, WordId adverb, TimeHints& hints) {
  const WordId predicate = r.head(adverb);
  if (!predicate || r.relation(adverb) != "advmod") return;
  const std::string& lemma = r.word(adverb).lemma;
  if (r.lexicon().is(Cue::already, lemma)) hints.already.insert(predicate);
  if (r.lexicon().is(Cue::meanwhile, lemma)) hints.meanwhile.insert(predicate);
  if (r.lexicon().is(Cue::at_once, lemma)) hints.at_once.insert(predicate);
}

TimeHints time_hints(const Reading& r, const std::vector<ConnectiveMatch>& connectives) {
  TimeHints hints;
  for (const ConnectiveMatch& m : connectives) {
    const auto kind = m.connective->kind;
    if (!m.complement) continue;
    if (kind == Connective::Kind::comparison) {
      hints.compared.insert(m.complement);  // parsers hang a date behind it on the connective's own noun as well
      for (std::uint32_t w = m.first.value; w <= m.last.value; ++w) hints.compared.insert(WordId(w));
    }
    if (kind == Connective::Kind::before || kind == Connective::Kind::after) hints.bounds.insert(m.complement);
  }
  for (std::uint32_t w = 0; w < r.doc().words.size(); ++w) {
    if (r.is_participle(WordId(w), "Past") && !r.is_passive(WordId(w))) hints.perfects.insert(WordId(w));
    add_adverb(r, WordId(w), hints);
    for (const LinkEntry& entry : r.lexicon().links(r.doc().words[w].lemma))
      if (entry.kind == LinkWord::anaphor_event) hints.anaphors.insert(WordId(w));
  }
  const auto& actors = r.actors().actors;
  for (std::uint32_t a = 0; a < actors.size(); ++a)
    if (actors[a].kind == actors::ActorKind::person) hints.persons.insert(ActorId(a));
  return hints;
}

bool is_stated(const TimeValue& time) { return time.basis == TimeBasis::explicit_ || time.basis == TimeBasis::relative; }

/// Takes back orders told by tenses alone where the dates that the text states say otherwise.
void drop_refuted_orders(ArticleEvents& events) {
  std::erase_if(events.links, [&](const EventLink& link) {
    const TimeValue &from = events.mentions[link.from.value].time, &to = events.mentions[link.to.value].time;
    return link.rule == kTenseRule && is_stated(from) && is_stated(to) && from.range.earliest && to.range.latest &&
           *from.range.earliest > *to.range.latest;
  });
}

}  // namespace

struct Extractor::Impl {
  Lexicon lexicon;
  LabelWords label_words;
};

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Extractor Extractor::load(const lang::Pack& pack) { return Extractor(std::make_unique<Impl>(Impl{Lexicon(pack), LabelWords(pack)})); }

ArticleEvents Extractor::find(const text::Doc& doc, const actors::ArticleActors& actors,
                              std::span<const temporal::TimeMention> times) const {
  const Reading reading(doc, actors, impl_->lexicon);
  const auto quotations = find_quotations(doc);
  const auto attribution = attribute_quotations(reading, quotations);
  const auto triggers = find_triggers(reading, quotations, attribution);
  const auto connectives = find_connectives(reading);
  const TriggerIndex index(triggers);
  const auto contents = find_contents(reading, triggers, index, quotations);

  ArticleEvents events;
  events.mentions.reserve(triggers.size());
  for (const Trigger& t : triggers) events.mentions.push_back(mention_of(reading, t, quotations));
  carry_agents(reading, triggers, connectives, events.mentions);
  judge_factuality(reading, triggers, contents, connectives, events.mentions);
  events.links = find_links(reading, triggers, index, contents, connectives, events.mentions);
  for (std::size_t i = 0; i < triggers.size(); ++i)
    events.mentions[i].label = label_of(reading, triggers[i], impl_->label_words, events.mentions[i]);
  anchor_times(doc, times, time_hints(reading, connectives), events);
  drop_refuted_orders(events);
  explain_times(doc, times, events);
  return events;
}

}  // namespace fabula::events
