#include "events/undated.hpp"

#include <algorithm>

#include "events/headlines.hpp"
#include "events/time_values.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

bool is_unreal(const EventMention& m) {
  return m.factuality == Factuality::planned || m.factuality == Factuality::hypothetical;
}

}  // namespace

TimeValue Undated::date(std::size_t i) const {
  const EventMention& m = mention(i);
  const ClauseTense tense = clauses_.tense_of(m.trigger);
  const bool noun = !is_verbal(doc_.word(m.trigger));
  if (m.factuality == Factuality::hypothetical) return noun ? date_of_governor(m).value_or(TimeValue{}) : TimeValue{};
  if (own_.vague[i]) return *own_.vague[i];
  if (reported_.is_claim(m)) return content_time(m, tense);
  if (is_source(doc_, m)) {
    const auto here = scene_.here();
    return here && scene_.of(m.type) ? *here : scene_.published();
  }
  if (noun) {
    if (const auto told = date_of_participle(m)) return *told;
    if (const auto shared = date_of_governor(m)) return *shared;
  }
  if (m.factuality == Factuality::planned || tense == ClauseTense::future)
    return bounded(scene_.now().range.earliest, std::nullopt);
  if (tense == ClauseTense::before_past) {
    if (const auto shared = date_of_antecedent(m)) return *shared;
    return date_of_conjunct(m, tense).value_or(behind());
  }
  return noun ? noun_time(m) : verb_time(m, tense);
}

void Undated::remember(std::size_t i) {
  const EventMention& m = mention(i);
  happenings_.remember(m);
  if (m.type == EventType::action && is_firm(m.time) && m.factuality == Factuality::asserted)
    for (const Participant& p : m.participants)
      if (p.role == ParticipantRole::agent && hints_.persons.count(p.actor) != 0) acted_[p.actor] = m.time;
  if (m.type != EventType::statement || reported_.is_claim(m)) return;
  const bool behind = clauses_.tense_of(m.trigger) == ClauseTense::before_past;
  for (const Participant& p : m.participants) {
    if (p.role != ParticipantRole::agent) continue;
    if (is_firm(m.time) && is_within(m.time, std::chrono::days{2}) && !behind) {
      last_speech_ = {p.actor, m.time};
    } else if (last_speech_ && last_speech_->first != p.actor) {
      last_speech_.reset();
    }
  }
}

/// An assertion of the present or the past.
TimeValue Undated::verb_time(const EventMention& m, ClauseTense tense) const {
  if (tense == ClauseTense::past && hints_.already.count(m.trigger) != 0) return bounded(std::nullopt, scene_.now().range.latest);
  if (tense == ClauseTense::past && hints_.meanwhile.count(m.trigger) != 0)
    if (const auto told = scene_.behind()) return *told;
  if (const auto shared = date_beside(m)) return *shared;
  if (const auto shared = date_of_opening(m)) return *shared;
  if (const auto shared = date_of_means(m, tense)) return *shared;
  if (const auto shared = tense == ClauseTense::past ? date_of_subject(m.trigger) : std::nullopt) return *shared;
  if (const auto shared = date_of_antecedent(m)) return *shared;
  const bool present = (tense == ClauseTense::present && !scene_.is_historic_present()) || tense == ClauseTense::conditional;
  const ClausePlace place = clauses_.place_of(m.trigger);
  if (place == ClausePlace::modifier && !present && !tells_on(m) && !in_headline(doc_, m))
    return told_already(m).value_or(bounded(std::nullopt, scene_.now().range.latest));
  if (place == ClausePlace::adverbial && is_infinitive(m.trigger))
    if (const auto shared = date_of_clause(m)) return *shared;
  if (const auto shared = date_of_conjunct(m, tense)) return *shared;
  if (tense == ClauseTense::none && lies_behind(m)) return behind();
  if (const auto since = since_then(m, tense)) return *since;
  if (const auto said = date_of_message(m)) return *said;
  if (const auto scene = scene_of_speech(m)) return *scene;
  if (tense == ClauseTense::past)
    if (const auto scene = scene_of_speaker(m)) return *scene;
  if (present && !goes_on_in_present(m)) return scene_.published();
  if (const auto here = scene_.of(m.type)) return *here;
  return tense == ClauseTense::present ? scene_.since_then().value_or(scene_.published()) : scene_.published();
}

/// "En 1990, elle devient maire. Elle ouvre une école.": what is done next in the tense that the past is told in; in a past
/// tense by whom it was told of, since that may as well go back to the news.
std::optional<TimeValue> Undated::since_then(const EventMention& m, ClauseTense tense) const {
  if (tense == ClauseTense::conditional || in_headline(doc_, m)) return std::nullopt;
  if (scene_.is_then_present()) return scene_.since_then();
  const bool goes_on = m.type == EventType::action && tense == ClauseTense::past && has_pronoun(m.trigger);
  return goes_on && scene_.is_in_past() ? scene_.since_then() : std::nullopt;
}

bool Undated::has_pronoun(WordId verb) const {
  for (const WordId child : children_.of(verb))
    if (text::universal(doc_.word(child).deprel) == "nsubj" && text::feat(doc_.word(child), "PronType") == "Prs") return true;
  return false;
}

/// What lies behind the scene is of the last date told there, else of any before the scene.
TimeValue Undated::behind() const {
  return scene_.behind().value_or(bounded(std::nullopt, scene_.now().range.latest));
}

/// "la guerre avait pris fin": what the clause of a verb without event tells in the pluperfect.
bool Undated::lies_behind(const EventMention& m) const {
  return !governor(m.trigger) && clauses_.tense_around(m.trigger) == ClauseTense::before_past;
}

/// "Interrogée vendredi à Lorme, la ministre a accusé le maire": the day of a participle that opens the sentence of a report
/// is that of its verb; an older one ("élu en 2014") tells who it is.
std::optional<TimeValue> Undated::date_of_opening(const EventMention& m) const {
  constexpr std::chrono::days kReport{7};
  const auto published = scene_.published().range.latest;
  std::vector<WordId> openings(children_.of(m.trigger).begin(), children_.of(m.trigger).end());
  for (const WordId c : children_.of(m.trigger))
    if (text::universal(doc_.word(c).deprel) == "nsubj")
      for (const WordId d : children_.of(c))
        if (d < c) openings.push_back(d);  // behind its noun it tells which one: "un homme arrêté samedi"
  for (const WordId c : openings) {
    const auto at = c < m.trigger && text::feat(doc_.word(c), "VerbForm") == "Part" ? by_word_.at(c) : std::nullopt;
    if (!at || reported_.is_quoted(mention(*at)) || !own_.stated[*at] || !is_firm(*own_.stated[*at]) || !is_within(*own_.stated[*at], std::chrono::days{1})) continue;
    const TimeValue& time = *own_.stated[*at];
    if (published && *published >= *time.range.earliest && *published - *time.range.earliest <= kReport) return carried(time);
  }
  return std::nullopt;
}

/// "Lorme a remporté la coupe en battant Brenne samedi": what a clause is done by is done then.
std::optional<TimeValue> Undated::date_of_means(const EventMention& m, ClauseTense tense) const {
  if (tense != ClauseTense::past && tense != ClauseTense::present) return std::nullopt;
  for (const WordId child : children_.of(m.trigger)) {
    const text::Word& word = doc_.word(child);
    if (text::universal(word.deprel) != "advcl" || text::feat(word, "Tense") != "Pres") continue;
    const bool gerund = text::feat(word, "VerbForm") == "Part" || text::feat(word, "VerbForm") == "Ger";
    const auto at = gerund ? by_word_.at(child) : std::nullopt;
    if (at && own_.stated[*at] && is_narrative(*own_.stated[*at]) && !reported_.is_quoted(mention(*at))) return carried(*own_.stated[*at]);
  }
  return std::nullopt;
}

/// "L'effondrement du 9 juillet a tué un passant et a bloqué la route": what a dated happening did it did then.
std::optional<TimeValue> Undated::date_of_subject(WordId verb) const {
  std::size_t steps = doc_.words.size();
  for (WordId at = verb; at && is_verbal(doc_.word(at)) && steps > 0; at = doc_.word(at).head, --steps) {
    for (const WordId child : children_.of(at)) {
      if (text::universal(doc_.word(child).deprel) != "nsubj") continue;
      return doc_.word(child).deprel == "nsubj" ? date_of_action(child) : std::nullopt;  // not "a été revendiqué"
    }
    if (text::universal(doc_.word(at).deprel) != "conj") return std::nullopt;
  }
  return std::nullopt;
}

/// "Accusant le maire, elle a démissionné": a present participle set off from its clause is of the same time.
std::optional<TimeValue> Undated::date_beside(const EventMention& m) const {
  const text::Word& word = doc_.word(m.trigger);
  if (text::feat(word, "VerbForm") != "Part" || text::feat(word, "Tense") != "Pres") return std::nullopt;
  for (const WordId child : children_.of(m.trigger))
    if (text::universal(doc_.word(child).deprel) == "aux") return std::nullopt;  // "ayant quitté"
  if (text::universal(word.deprel) == "acl" && !is_set_off(m.trigger)) return std::nullopt;
  const auto above = governor(m.trigger);
  if (!above || mention(*above).time.basis == TimeBasis::unknown) return std::nullopt;
  if (m.type == EventType::statement && is_unreal(mention(*above))) return std::nullopt;  // "il viendra, estimant que …"
  return carried(mention(*above).time);
}

/// "l'attentat de mardi, qui a tué deux personnes": what a dated happening did it did then.
std::optional<TimeValue> Undated::date_of_antecedent(const EventMention& m) const {
  const text::Word& word = doc_.word(m.trigger);
  if (m.type != EventType::action || text::universal(word.deprel) != "acl" || !word.head) return std::nullopt;
  const auto above = by_word_.at(word.head);
  if (!above || mention(*above).type != EventType::action || !own_.stated[*above]) return std::nullopt;
  for (const WordId child : children_.of(m.trigger))
    if (text::feat(doc_.word(child), "PronType") == "Rel" && text::universal(doc_.word(child).deprel) != "obj")
      return carried(*own_.stated[*above]);
  return std::nullopt;
}

/// "partir", "être abattu": not "avoir quitté", which lies before.
bool Undated::is_infinitive(WordId verb) const {
  if (text::feat(doc_.word(verb), "VerbForm") == "Inf") return true;
  bool passive = false;
  for (const WordId child : children_.of(verb)) {
    const text::Word& word = doc_.word(child);
    if (text::universal(word.deprel) != "aux") continue;
    if (word.deprel != "aux:pass" || text::feat(word, "VerbForm") != "Inf" || hints_.perfects.count(verb) != 0) return false;
    passive = true;
  }
  return passive;
}

/// Whether a clause begins its sentence or stands after a comma.
bool Undated::is_set_off(WordId clause) const {
  WordId first = clause;
  for (const WordId child : children_.of(clause)) first = std::min(first, child);
  if (doc_.word(first).upos == text::Upos::PUNCT) return true;
  const std::uint32_t begin = doc_.sentences[doc_.sentence_of(clause).value].first_word;
  return first.value == begin || doc_.words[first.value - 1].form == ",";
}

/// "Il a tiré sur la foule. Il est abattu.": a passive in the present tells what came of it, where the paragraph tells what
/// was done on the day.
bool Undated::goes_on_in_present(const EventMention& m) const {
  if (m.type != EventType::action || !scene_.goes_on() || in_headline(doc_, m)) return false;
  return clauses_.is_perfect(m.trigger) && clauses_.place_of(m.trigger) == ClausePlace::main;
}

/// ", qui a aussitôt réagi": a finite clause set off by a comma tells on; one without tells which, but of what is done in
/// the perfect it tells on the day that the text is at ("l'hôpital où ils ont été soignés").
bool Undated::tells_on(const EventMention& m) const {
  const text::Word& word = doc_.word(m.trigger);
  if (text::universal(word.deprel) != "acl" || clauses_.tense_of(m.trigger) != ClauseTense::past) return false;
  if (m.type == EventType::action && clauses_.is_perfect(m.trigger) && scene_.is_of_action()) return true;
  return is_set_off(m.trigger);
}

/// What is said is not dated by the saying; it only lies before it where its verb tells the past.
TimeValue Undated::content_time(const EventMention& m, ClauseTense tense) const {
  if (m.nominal)
    if (const auto told = date_of_participle(m)) return *told;
  std::optional<Day> said;
  if (m.claim_event) said = mention(m.claim_event.value).time.range.latest;
  const auto same = happenings_.recall(m);
  if (same && !(said && *same->range.earliest > *said)) return *same;
  if (!m.nominal && clauses_.place_of(m.trigger) == ClausePlace::modifier && tense == ClauseTense::none)
    if (const auto told = told_already(m)) return *told;
  if (m.nominal && !reported_.is_quoted(m))
    if (const auto shared = date_of_governor(m); shared && is_firm(*shared)) return *shared;
  if (tells_scene(m, tense)) return *scene_.of(EventType::action);
  if (tense != ClauseTense::past && tense != ClauseTense::before_past) return {};
  return bounded(std::nullopt, said ? said : scene_.now().range.latest);
}

/// "selon la police, il a tiré", "elle a dit qu'il a tiré", where the text is at the day of a shooting: what is reported
/// in the perfect is the same scene, and so is what a demonstrative points at ("ces tirs"). What is quoted, or told in the
/// pluperfect, may lie anywhere before.
bool Undated::tells_scene(const EventMention& m, ClauseTense tense) const {
  if (m.type != EventType::action || !scene_.is_of_action()) return false;
  if (reported_.is_quoted(m) && !(m.nominal && is_reacted_to(m))) return false;
  if (m.nominal) return !is_unreal(m) && (is_pointed_at(m.trigger) || is_reacted_to(m));
  return tense == ClauseTense::past && clauses_.place_of(m.trigger) != ClausePlace::modifier;
}

/// "a condamné un « acte lâche »", "a confirmé la mort": what such statements are about has happened.
bool Undated::is_reacted_to(const EventMention& m) const {
  const auto above = governor(m.trigger);
  if (!above || !mention(*above).act) return false;
  switch (*mention(*above).act) {
    case Act::condemn: case Act::accuse: case Act::confirm: case Act::deny: case Act::report: case Act::concern: return true;
    default: return false;
  }
}

bool Undated::is_pointed_at(WordId noun) const {
  const auto& children = children_.of(noun);
  return std::any_of(children.begin(), children.end(),
                     [this](WordId child) { return text::feat(doc_.word(child), "PronType") == "Dem"; });
}

/// "les trois personnes tuées": a participle that tells again what the article has dated.
std::optional<TimeValue> Undated::told_already(const EventMention& m) const {
  return m.type == EventType::action ? happenings_.told(m.predicate) : std::nullopt;
}

/// "il a salué la foule avant de partir": an infinitive beside a dated clause is of the same day.
std::optional<TimeValue> Undated::date_of_clause(const EventMention& m) const {
  const auto above = governor(m.trigger);
  if (!above || is_unreal(m) || !is_firm(mention(*above).time) || !is_within(mention(*above).time, std::chrono::days{1}))
    return std::nullopt;
  return carried(mention(*above).time);
}

/// "En 2014, il fonde un parti et devient maire": verbs joined in one tense share a date that is too long to tell on at.
std::optional<TimeValue> Undated::date_of_conjunct(const EventMention& m, ClauseTense tense) const {
  const text::Word& word = doc_.word(m.trigger);
  if (text::universal(word.deprel) != "conj" || !word.head) return std::nullopt;
  const auto first = by_word_.at(word.head);
  if (!first || !own_.stated[*first] || !is_bounded(*own_.stated[*first])) return std::nullopt;
  if (mention(*first).type != m.type || clauses_.tense_of(word.head) != tense) return std::nullopt;
  return carried(*own_.stated[*first]);
}

/// "les attentats ayant frappé la ville le 22 mars": what a participle dates is the noun's own happening.
std::optional<TimeValue> Undated::date_of_participle(const EventMention& m) const {
  for (const WordId child : children_.of(m.trigger)) {
    if (text::universal(doc_.word(child).deprel) != "acl" || !takes_part(child)) continue;
    if (const auto told = date_of_action(child)) return told;
  }
  if (const auto told = date_of_action(perfect_behind(m.trigger))) return told;
  return date_of_action(participle_behind(m.trigger));
}

/// "un héros des attentats ayant frappé la ville en mars": the participle that follows a noun at once, though the tree may
/// hang it on a noun before.
WordId Undated::perfect_behind(WordId noun) const {
  const std::uint32_t next = noun.value + 1;
  if (next >= doc_.sentences[doc_.sentence_of(noun).value].end_word) return {};
  const text::Word& aux = doc_.words[next];
  if (aux.upos != text::Upos::AUX || text::feat(aux, "VerbForm") != "Part" || !aux.head || aux.head < noun) return {};
  return text::universal(doc_.word(aux.head).deprel) == "acl" && doc_.word(aux.head).head < noun ? aux.head : WordId();
}

/// Whether the noun that a clause tells more of takes part in what it tells: not "la fermeture de l'usine où il
/// travaillait en 1999".
bool Undated::takes_part(WordId clause) const {
  if (text::feat(doc_.word(clause), "VerbForm") != "Fin" && !clauses_.is_perfect(clause)) return true;
  for (const WordId child : children_.of(clause)) {
    const auto relation = text::universal(doc_.word(child).deprel);
    if (text::feat(doc_.word(child), "PronType") == "Rel" && (relation == "nsubj" || relation == "obj")) return true;
  }
  return false;
}

/// The date that an action has of its own.
std::optional<TimeValue> Undated::date_of_action(WordId word) const {
  const auto event = word ? by_word_.at(word) : std::nullopt;
  if (!event || mention(*event).type != EventType::action || !own_.stated[*event]) return std::nullopt;
  return carried(*own_.stated[*event]);
}

/// "le premier essai de Lorme, effectué en mai": the participle that agrees with a noun, with nothing but names between.
WordId Undated::participle_behind(WordId noun) const {
  const std::uint32_t end = doc_.sentences[doc_.sentence_of(noun).value].end_word;
  for (std::uint32_t i = noun.value + 1; i + 1 < end; ++i) {
    const text::Word& word = doc_.words[i];
    if (word.form == ",") {
      const text::Word& next = doc_.words[i + 1];
      for (const std::string_view feature : {"Gender", "Number"})
        if (text::feat(next, feature) != text::feat(doc_.word(noun), feature)) return {};
      const auto relation = text::universal(next.deprel);
      const bool participle = text::feat(next, "VerbForm") == "Part" && text::feat(next, "Tense") == "Past";
      return participle && (relation == "acl" || relation == "advcl") ? WordId(i + 1) : WordId();
    }
    const bool name = word.upos == text::Upos::PROPN || (word.upos == text::Upos::NOUN && is_upper(to_utf32(word.form).front()));
    if (!name && word.upos != text::Upos::ADP && word.upos != text::Upos::DET) return {};
  }
  return {};
}

/// The event that a noun is part of: the nearest above it, with no other verb between.
std::optional<std::size_t> Undated::governor(WordId noun) const {
  std::size_t steps = doc_.words.size();
  for (WordId at = doc_.word(noun).head; at && steps > 0; at = doc_.word(at).head, --steps) {
    if (const auto event = by_word_.at(at)) return event;
    if (is_verbal(doc_.word(at))) return std::nullopt;
  }
  return std::nullopt;
}

/// Whether a noun is a circumstance of its verb ("lors de la visite") and not what the verb is about.
bool Undated::is_circumstance(WordId noun) const {
  const text::Word& word = doc_.word(noun);
  if (word.deprel == "obj" && word.head && doc_.word(word.head).upos == text::Upos::ADV) return true;  // "lors de", at times
  if (text::universal(word.deprel) != "obl" || word.deprel == "obl:agent") return false;
  return word.deprel != "obl:arg" || (word.head && !is_verbal(doc_.word(word.head)));
}

/// "un communiqué publié lundi annonce …": what a dated message says is said on its day.
std::optional<TimeValue> Undated::date_of_message(const EventMention& m) const {
  if (m.type != EventType::statement) return std::nullopt;
  for (const WordId child : children_.of(m.trigger)) {
    if (text::universal(doc_.word(child).deprel) != "nsubj") continue;
    const auto event = by_word_.at(child);
    if (!event || mention(*event).type != EventType::statement) continue;
    if (own_.stated[*event]) return carried(*own_.stated[*event]);
    return date_of_participle(mention(*event));
  }
  return std::nullopt;
}

/// A noun shares the date of the action it takes part in, and of the statement whose circumstance it is.
std::optional<TimeValue> Undated::date_of_governor(const EventMention& m) const {
  const auto above = governor(m.trigger);
  if (!above) return std::nullopt;
  const EventMention& verb = mention(*above);
  const bool content = verb.type == EventType::statement && !is_circumstance(m.trigger);
  const bool same_plan = is_unreal(m) && is_unreal(verb);
  const bool told_together = verb.factuality == m.factuality || (m.claim_event && verb.claim_event == m.claim_event);
  if ((content && !same_plan) || !(same_plan || told_together) || !is_bounded(verb.time)) return std::nullopt;
  if (verb.nominal && !is_narrative(verb.time)) return std::nullopt;  // "l'ouverture des élections de 2016"
  return carried(verb.time);
}

/// A noun takes the date of the same happening told before; what is said lies before its saying.
TimeValue Undated::noun_time(const EventMention& m) const {
  if (const auto same = happenings_.recall(m)) {
    const auto said = said_above(m.trigger);
    return said && *same->range.earliest > *said ? bounded(std::nullopt, said) : *same;
  }
  const text::Word& word = doc_.word(m.trigger);
  if (word.deprel == "obj" && m.type == EventType::action && clauses_.tense_around(m.trigger) == ClauseTense::past)
    if (const auto shared = date_of_subject(word.head)) return *shared;
  const auto above = governor(m.trigger);
  if (above && mention(*above).type == EventType::statement)
    return bounded(std::nullopt, mention(*above).time.range.latest);
  if (lies_behind(m)) return behind();
  if (const auto when = scene_.of(m.type)) return *when;
  if (m.type == EventType::action && scene_.is_then_present()) return *scene_.since_then();
  return scene_.here().value_or(scene_.published());
}

/// The last day of the nearest statement above a word in the tree that has a date.
std::optional<Day> Undated::said_above(WordId word) const {
  std::size_t steps = doc_.words.size();
  for (WordId at = doc_.word(word).head; at && steps > 0; at = doc_.word(at).head, --steps) {
    const auto event = by_word_.at(at);
    if (!event || mention(*event).type != EventType::statement) continue;
    if (mention(*event).time.range.latest) return mention(*event).time.range.latest;
  }
  return std::nullopt;
}

/// Where the text is at the day of what was done: what is said at once, or by a person who took a hand in it on that day.
std::optional<TimeValue> Undated::scene_of_speaker(const EventMention& m) const {
  if (m.type != EventType::statement || !scene_.is_of_action()) return std::nullopt;
  const auto scene = scene_.of(EventType::action);
  if (!scene || !is_within(*scene, std::chrono::days{1})) return std::nullopt;
  if (hints_.at_once.count(m.trigger) != 0) return scene;
  for (const Participant& p : m.participants)
    if (const auto acted = acted_.find(p.actor); p.role == ParticipantRole::agent && acted != acted_.end())
      if (acted->second.range == scene->range) return scene;
  return std::nullopt;
}

/// What a speaker says on in the next paragraph is said on the same day.
std::optional<TimeValue> Undated::scene_of_speech(const EventMention& m) const {
  if (m.type != EventType::statement || !last_speech_) return std::nullopt;
  for (const Participant& p : m.participants)
    if (p.role == ParticipantRole::agent && last_speech_->first == p.actor) return carried(last_speech_->second);
  return std::nullopt;
}

}  // namespace fabula::events
