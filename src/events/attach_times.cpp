#include "attach_times.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "clause.hpp"
#include "events/quotations.hpp"
#include "events/sentence_part.hpp"
#include "fabula/base/day_range.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using temporal::TimeMention;
using temporal::TimexType;

constexpr int kParts = 2;  // nouns that a noun is part of

struct Attached {
  std::size_t event;
  int depth;  ///< how many words up from the expression's head
};

class Attacher {
 public:
  Attacher(const text::Doc& doc, const text::Children& children, const TimeHints& hints, const ArticleEvents& events,
           const EventsByWord& by_word)
      : doc_(doc), children_(children), hints_(hints), events_(events), by_word_(by_word) {}

  std::optional<Attached> event_of(const TimeMention& time) const {
    const auto found = event_by_tree(time);
    return found && is_cut_off(time, events_.mentions[found->event].trigger) ? verb_of_part(time) : found;
  }

  /// Whether an expression that is joined to one before it stands before an event only because the phrase of both does:
  /// "ayant fui en 2014 et au mois de mai, il a été arrêté"; not "arrêtée lundi et mardi elle fut libérée".
  bool goes_on(const TimeMention& time, std::size_t event) const {
    const WordId trigger = events_.mentions[event].trigger;
    if (trigger < time.last) return false;
    for (const WordId child : children_.of(trigger))
      if (time.last < child && text::universal(doc_.word(child).deprel) == "nsubj") return false;
    return true;
  }

 private:
  std::optional<Attached> event_by_tree(const TimeMention& time) const {
    if (const auto own = event_within(time)) return Attached{*own, 0};
    if (const auto verb = verb_before(time)) return Attached{*verb, 1};
    const WordId head = head_of(time);
    if (hints_.compared.count(head) != 0) return std::nullopt;  // "comme en 2013, il est nommé"
    const bool bare = !has_case(head);
    const bool qualifies = time.genitive || (bare && time.value.size() == 4);  // "le budget de 2014", "la coupe 2014"
    int depth = 1;
    WordId below = head;
    std::size_t steps = doc_.words.size();
    for (WordId at = doc_.word(head).head; at && steps > 0; below = at, at = doc_.word(at).head, --steps, ++depth) {
      if (is_verbal(doc_.word(at))) {
        if (time.genitive && below == head) return noun_before(time.first, depth);  // no verb takes a genitive date
        if (counts_from(time) && tells_which_time(at)) return std::nullopt;
        if (const auto event = event_of_verb(at, time, head)) {
          if (counts_from(time) && ranks(events_.mentions[*event].trigger)) return std::nullopt;
          return Attached{*event, depth};
        }
        if (!modifies(at)) return verb_below(at, time.first, depth);
      } else if (const auto source = doc_.word(below).deprel == "acl:relcl" ? std::nullopt : event_of_case(at)) {
        return Attached{*source, depth};
      } else if (counts_from(time) && (ranks(at) || (event_at(at) && !has_copula(at)))) {
        return std::nullopt;
      } else if (const auto event = event_at(at)) {
        if (is_later_conjunct(below, at)) return std::nullopt;
        return Attached{bare && !qualifies && below == head ? verb_above(at).value_or(*event) : *event, depth};
      } else if (hints_.compared.count(at) != 0 || hints_.bounds.count(at) != 0) {
        return std::nullopt;
      } else if (const auto inner = has_copula(at) ? event_in(at, time.last) : std::nullopt) {
        return Attached{*inner, depth};
      } else if (has_copula(at) && is_clause_told(at)) {
        return std::nullopt;
      } else if (below == head && doc_.word(at).deprel == "appos" && doc_.word(at).upos == text::Upos::NOUN && !is_cut_off(time, at)) {
        return noun_before(time.first, depth);  // "M. Roux, maire de Lorme en 2014, a démissionné"
      } else if (is_participle(below) && (!is_name(at) || doc_.word(below).deprel == "acl:relcl")) {
        if (after_comma(below)) return noun_before(below, depth);
        const bool apart = doc_.word(head).head == below && text::feat(doc_.word(below), "VerbForm") != "Part";
        if (!apart || !stands_after_comma(time.first)) return std::nullopt;  // "lors du match aller, le 3 mai,"
      } else if (qualifies && (doc_.word(at).upos == text::Upos::NOUN || (bare && is_name(at))) && !is_adjunct(at)) {
        return noun_before(time.first, depth);
      }
    }
    return qualifies ? noun_before(time.first, depth) : verb_near(time.first, depth);
  }

  std::optional<std::size_t> event_at(WordId word) const { return by_word_.at(word); }

  /// The event that an expression on a verb belongs to.
  std::optional<std::size_t> event_of_verb(WordId verb, const TimeMention& time, WordId head) const {
    if (const auto last = event_at(last_conjunct(verb, time.first))) {
      // "a démenti toute rencontre au soir du 4 mai": with a preposition it dates what is said
      if (is_statement(*last) && has_case(head))
        if (const auto object = object_between(verb, time.first)) return object;
      return last;
    }
    const auto below = event_below(verb, time.first);
    if (below && is_statement(*below) && has_case(head))
      if (const auto object = object_between(events_.mentions[*below].trigger, time.first)) return object;
    return below;
  }

  /// "selon des informations parues lundi": the preposition itself is the statement.
  std::optional<std::size_t> event_of_case(WordId noun) const {
    for (const WordId child : children_.of(noun))
      if (text::universal(doc_.word(child).deprel) == "case")
        if (const auto event = event_at(child)) return event;
    return std::nullopt;
  }

  /// "depuis 1945": a stretch that has begun, and not ended.
  static bool counts_from(const TimeMention& time) { return time.when.range.earliest && !time.when.range.latest; }

  /// "la plus forte crue depuis 1945", "pour la première fois depuis mai": what one of many is compared with dates none.
  bool ranks(WordId word) const {
    if (doc_.word(word).upos == text::Upos::ADJ) return true;
    for (const WordId child : children_.of(word)) {
      const text::Word& w = doc_.word(child);
      if (text::universal(w.deprel) != "amod") continue;
      if (child < word) return true;  // "la première", "la pire": before its noun an adjective picks one of many
      for (const WordId degree : children_.of(child))
        if (text::universal(doc_.word(degree).deprel) == "advmod") return true;
    }
    return false;
  }

  /// "c'est la première fois que cela arrive depuis mai": nor the clause that tells which of many.
  bool tells_which_time(WordId verb) const {
    const WordId head = doc_.word(verb).head;
    return head && !is_verbal(doc_.word(head)) && ranks(head);
  }

  bool has_copula(WordId word) const {
    for (const WordId child : children_.of(word))
      if (text::universal(doc_.word(child).deprel) == "cop") return true;
    return false;
  }

  bool is_name(WordId word) const { return doc_.word(word).upos == text::Upos::PROPN; }

  bool is_statement(std::size_t event) const { return events_.mentions[event].type == EventType::statement; }

  std::optional<std::size_t> object_between(WordId verb, WordId before) const {
    for (const WordId child : children_.of(verb))
      if (verb < child && child < before && doc_.word(child).deprel == "obj")
        if (const auto event = event_at(child)) return event;
    return std::nullopt;
  }

  /// A verb that tells more of the noun above it.
  bool is_participle(WordId word) const {
    return is_verbal(doc_.word(word)) && text::universal(doc_.word(word).deprel) == "acl";
  }

  /// ", effectué en mai": set off by a comma, it may tell of a noun further back than the one it hangs on.
  bool after_comma(WordId word) const {
    return word.value > 0 && doc_.words[word.value - 1].upos == text::Upos::PUNCT && doc_.word(word).deprel != "acl:relcl";
  }

  bool stands_after_comma(WordId word) const {
    std::uint32_t at = word.value;
    if (at > 0 && doc_.words[at - 1].upos == text::Upos::DET) --at;
    return at > 0 && doc_.words[at - 1].form == ",";
  }

  /// "les accusations et l'arrivée d'experts en 2010": what hangs on the second of two nouns does not date the first.
  bool is_later_conjunct(WordId below, WordId at) const {
    return doc_.word(below).deprel == "conj" && at < below && !is_verbal(doc_.word(below)) && !is_verbal(doc_.word(at));
  }

  /// "il annonce qu'il sera tête de liste en 2021": what a nominal predicate of its own clause says dates nothing above it.
  bool is_clause_told(WordId predicate) const {
    const auto relation = text::universal(doc_.word(predicate).deprel);
    return relation == "ccomp" || relation == "acl";
  }

  /// "la ville a été, lundi, le théâtre d'un attentat": the event that the predicate of a copula is the place or victim of.
  std::optional<std::size_t> event_in(WordId predicate, WordId time) const {
    for (const WordId child : children_.of(predicate)) {
      if (child < predicate || text::universal(doc_.word(child).deprel) != "nmod") continue;
      if (predicate < time && time < child) continue;
      const auto event = event_at(child);
      if (event && !is_statement(*event)) return event;
    }
    return std::nullopt;
  }

  /// Whether a word stands in another part of the sentence: beyond a semicolon, or in or out of a parenthesis.
  bool is_cut_off(const TimeMention& time, WordId word) const {
    const auto part = part_of(doc_, time.first);
    return word.value < part.first || word.value >= part.second || part_of(doc_, word) != part;
  }

  /// The nearest verb of the part that a date is in. "(12 mars 2013, 4 mai 2014)" has none: it lists what is told elsewhere.
  std::optional<Attached> verb_of_part(const TimeMention& time) const {
    const auto found = verb_near(time.first, 1);
    return found && !is_cut_off(time, events_.mentions[found->event].trigger) ? found : std::nullopt;
  }

  WordId head_of(const TimeMention& time) const {
    for (std::uint32_t i = time.first.value; i <= time.last.value; ++i) {
      const WordId head = doc_.words[i].head;
      if (!head || head < time.first || head > time.last) return WordId(i);
    }
    return time.first;
  }

  /// The parser may take an event for a part of the expression: "mardi" that heads "attaque".
  std::optional<std::size_t> event_within(const TimeMention& time) const {
    for (std::uint32_t i = time.first.value; i <= time.last.value; ++i)
      if (const auto event = event_at(WordId(i))) return event;
    return std::nullopt;
  }

  /// "après avoir quitté, mardi, la ville, il a dit …": the verb that an expression without preposition follows at once.
  std::optional<std::size_t> verb_before(const TimeMention& time) const {
    const std::uint32_t first = doc_.sentences[doc_.sentence_of(time.first).value].first_word;
    if (time.genitive || has_case(head_of(time))) return std::nullopt;
    std::uint32_t before = time.first.value;
    while (before > first && (doc_.words[before - 1].upos == text::Upos::DET || doc_.words[before - 1].form == ",")) --before;
    if (before == first || !is_verbal(doc_.words[before - 1])) return std::nullopt;
    return event_at(WordId(before - 1));
  }

  bool has_case(WordId head) const {
    for (const WordId child : children_.of(head))
      if (text::universal(doc_.word(child).deprel) == "case") return true;
    return false;
  }

  bool is_adjunct(WordId noun) const {
    const text::Word& word = doc_.word(noun);
    const auto relation = text::universal(word.deprel);
    if (relation == "obj" && word.head && doc_.word(word.head).upos == text::Upos::ADV) return true;  // "lors de", at times
    if (relation != "obl") return false;
    if (word.head && !is_verbal(doc_.word(word.head))) return true;  // "lors de", "à la suite de"
    return word.deprel != "obl:arg" && word.deprel != "obl:agent";
  }

  /// Whether a verb that is no event tells more of what is above it: "un test effectué en décembre", "devrait partir lundi".
  bool modifies(WordId verb) const {
    const text::Word& word = doc_.word(verb);
    const auto relation = text::universal(word.deprel);
    if (relation == "acl" || relation == "xcomp" || relation == "aux" || relation == "amod") return true;
    return relation == "conj" && text::feat(word, "VerbForm") != "Fin" && !has_auxiliary(verb);
  }

  bool has_auxiliary(WordId verb) const {
    for (const WordId child : children_.of(verb))
      if (text::universal(doc_.word(child).deprel) == "aux") return true;
    return false;
  }

  /// The event a verb without meaning of its own carries: its infinitive, its participle, what it takes before the date,
  /// else its subject or object.
  std::optional<std::size_t> event_below(WordId verb, WordId time) const {
    for (const std::string_view relation : {"xcomp", "ccomp"}) {
      if (relation == "ccomp" && doc_.word(verb).upos != text::Upos::AUX) continue;
      if (const auto event = event_with(verb, relation)) return event;
    }
    if (const auto object = object_between(verb, time)) return object;  // "cela rappelle le discours du maire en 2009"
    for (const std::string_view relation : {"nsubj", "obj", "obl:arg"})
      if (const auto event = event_with(verb, relation)) return event;
    return std::nullopt;
  }

  std::optional<std::size_t> event_with(WordId verb, std::string_view relation) const {
    for (const WordId child : children_.of(verb))
      if (hints_.bounds.count(child) == 0 && (doc_.word(child).deprel == relation || text::universal(doc_.word(child).deprel) == relation))
        if (const auto event = event_at(child)) return event;
    return std::nullopt;
  }

  /// Of coordinated verbs the last one before the expression: parsers like to hang it on the first.
  WordId last_conjunct(WordId verb, WordId before) const {
    WordId last = verb;
    for (const WordId child : children_.of(verb))
      if (child < before && doc_.word(child).deprel == "conj" && is_verbal(doc_.word(child)) && event_at(child)) last = child;
    return last;
  }

  /// The noun event that a word follows, with nothing but names and participles between.
  std::optional<Attached> noun_before(WordId word, int depth) const {
    const std::uint32_t first = doc_.sentences[doc_.sentence_of(word).value].first_word;
    for (std::uint32_t i = word.value; i-- > first;) {
      const auto event = event_at(WordId(i));
      if (event && !is_verbal(doc_.words[i])) return Attached{*event, depth};
      if (text::feat(doc_.words[i], "VerbForm") == "Fin") break;
      if (doc_.words[i].upos == text::Upos::NOUN && !is_upper(to_utf32(doc_.words[i].form).front())) break;
    }
    return std::nullopt;
  }

  /// Where the tree hangs an expression on a verb without an event: the event verb nearest to it among those below, the
  /// subject and what the verb is only put before or after ("avant d'annoncer", "après avoir refusé") left out.
  std::optional<Attached> verb_below(WordId verb, WordId word, int depth) const {
    std::optional<Attached> best;
    std::uint32_t nearest = 0;
    std::vector<WordId> open = {verb};
    while (!open.empty()) {
      const WordId at = open.back();
      open.pop_back();
      for (const WordId child : children_.of(at))
        if (text::universal(doc_.word(child).deprel) != "nsubj" && hints_.bounds.count(child) == 0 && !(child < verb && verb < word))
          open.push_back(child);
      const auto event = event_at(at);
      if (!event || !is_verbal(doc_.word(at))) continue;
      const std::uint32_t far = at < word ? word.value - at.value : at.value - word.value;
      if (best && far >= nearest) continue;
      best = Attached{*event, depth};
      nearest = far;
    }
    return best;
  }

  /// Where the tree leads nowhere: the nearest event verb before the expression, else after it.
  std::optional<Attached> verb_near(WordId word, int depth) const {
    const text::Sentence& sentence = doc_.sentences[doc_.sentence_of(word).value];
    for (std::uint32_t i = word.value; i-- > sentence.first_word;)
      if (const auto event = event_at(WordId(i)); event && is_verbal(doc_.words[i])) return Attached{*event, depth};
    for (std::uint32_t i = word.value; i < sentence.end_word; ++i)
      if (const auto event = event_at(WordId(i)); event && is_verbal(doc_.words[i])) return Attached{*event, depth};
    return std::nullopt;
  }

  /// The event verb whose argument a noun is, or is part of ("un bilan de six morts").
  std::optional<std::size_t> verb_above(WordId noun) const {
    for (int steps = 0; steps < kParts && is_part(noun); ++steps) noun = doc_.word(noun).head;
    const WordId head = doc_.word(noun).head;
    if (!head || !is_verbal(doc_.word(head))) return std::nullopt;
    const auto relation = text::universal(doc_.word(noun).deprel);
    if (relation != "obj" && relation != "obl" && relation != "iobj" && relation != "xcomp") return std::nullopt;
    return event_at(head);
  }

  bool is_part(WordId noun) const {
    const text::Word& word = doc_.word(noun);
    return word.head && word.head < noun && text::universal(word.deprel) == "nmod" && doc_.word(word.head).upos == text::Upos::NOUN;
  }

  const text::Doc& doc_;
  const text::Children& children_;
  const TimeHints& hints_;
  const ArticleEvents& events_;
  const EventsByWord& by_word_;
};

/// A recurring time does not; neither does a length of time with no end on the calendar.
bool says_when(const TimeMention& time) {
  if (!time.first || time.type == TimexType::set) return false;
  return time.type != TimexType::duration || !time.when.range.open();
}

/// Whether an expression follows another at once: "le lendemain, samedi 3 mai".
bool is_beside(const text::Doc& doc, const TimeMention& a, const TimeMention& b) {
  return a.first.value == b.last.value + 2 && doc.words[b.last.value + 1].form == ",";
}

/// Of two expressions on one event, the nearer in the tree, else the one that says more ("mardi 6" over "cette semaine").
bool better(const text::Doc& doc, const TimeMention& a, int depth_a, const TimeMention& b, int depth_b) {
  if (is_beside(doc, a, b) && a.when.basis == TimeBasis::explicit_ && b.when.basis == TimeBasis::relative) return true;
  if (a.when.range.open() != b.when.range.open()) return b.when.range.open();
  if (depth_a != depth_b) return depth_a < depth_b;
  return contains(b.when.range, a.when.range) && a.when.range != b.when.range;
}

}  // namespace

bool are_joined(const text::Doc& doc, const TimeMention& a, const TimeMention& b) {
  if (!a.last || !b.first || b.first.value <= a.last.value || b.first.value > a.last.value + 3) return false;
  return doc.words[a.last.value + 1].upos == text::Upos::CCONJ;
}

std::vector<std::optional<std::size_t>> attach_times(const text::Doc& doc, const text::Children& children,
                                                     std::span<const TimeMention> times, const TimeHints& hints,
                                                     const ArticleEvents& events, const EventsByWord& by_word) {
  std::vector<std::optional<std::size_t>> of(events.mentions.size());
  std::vector<int> depths(of.size(), 0);
  const Attacher attacher(doc, children, hints, events, by_word);
  const Quotations quotations(events);
  for (std::size_t t = 0; t < times.size(); ++t) {
    if (!says_when(times[t])) continue;
    const auto found = attacher.event_of(times[t]);
    if (!found || quotations.around(times[t].span) != quotations.around(events.mentions[found->event].span)) continue;
    if (t > 0 && are_joined(doc, times[t - 1], times[t]) && attacher.goes_on(times[t], found->event)) continue;
    auto& chosen = of[found->event];
    if (chosen && !better(doc, times[t], found->depth, times[*chosen], depths[found->event])) continue;
    chosen = t;
    depths[found->event] = found->depth;
  }
  return of;
}

}  // namespace fabula::events
