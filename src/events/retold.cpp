#include "events/retold.hpp"

#include <algorithm>
#include <vector>

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

}  // namespace

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
