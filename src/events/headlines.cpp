#include "events/headlines.hpp"

#include "events/time_values.hpp"

namespace fabula::events {
namespace {

bool is_unreal(const EventMention& m) {
  return m.factuality == Factuality::planned || m.factuality == Factuality::hypothetical;
}

bool same_happening(const EventMention& a, const EventMention& b) {
  if (a.type != b.type) return false;
  return a.predicate == b.predicate || (!a.predicate_class.empty() && a.predicate_class == b.predicate_class);
}

/// What the text tells first of a headline's event; what it puts before that is another one.
const EventMention* told_first(const text::Doc& doc, const Clauses& clauses, const EventMention& headline,
                               const ArticleEvents& events) {
  for (const EventMention& m : events.mentions) {
    if (!same_happening(headline, m) || in_headline(doc, m)) continue;
    if (clauses.tense_of(m.trigger) == ClauseTense::before_past || is_unreal(m) != is_unreal(headline)) continue;
    return &m;
  }
  return nullptr;
}

bool is_news(const TimeValue& when, const DayRange& published) {
  return !published.earliest || *when.range.latest >= *published.earliest - std::chrono::days{31};
}

/// The headline's own assertion: its root, the participle of a headline without verb ("trois personnes arrêtées"), and what
/// happens by it ("tués dans un effondrement").
bool is_assertion(const text::Doc& doc, const EventMention& m) {
  const text::Word& word = doc.word(m.trigger);
  if (!word.head) return true;
  const auto relation = text::universal(word.deprel);
  if (m.nominal && m.type == EventType::action && (relation == "nsubj" || relation == "obj" || relation == "obl")) return true;
  if (doc.word(word.head).head) return false;
  return relation == "acl" || relation == "conj" || relation == "parataxis" || (relation == "appos" && m.nominal);
}

}  // namespace

bool in_headline(const text::Doc& doc, const EventMention& m) {
  const SentenceId sentence = doc.sentence_of(m.trigger);
  if (!sentence || doc.article.paragraphs.empty()) return false;
  const auto kind = doc.article.paragraphs[doc.sentences[sentence.value].paragraph].kind;
  return kind == text::ParagraphKind::title || kind == text::ParagraphKind::heading;
}

void date_headlines(const text::Doc& doc, const Clauses& clauses, const std::optional<TimeValue>& story,
                    ArticleEvents& events) {
  for (EventMention& m : events.mentions) {
    if (is_firm(m.time) || m.predicate.empty() || !in_headline(doc, m)) continue;
    const EventMention* told = told_first(doc, clauses, m, events);
    if (told != nullptr && is_firm(told->time)) {
      if (is_narrative(told->time) && (m.nominal || is_news(told->time, doc.article.published.range)))
        m.time = carried(told->time);
    } else if (story && is_assertion(doc, m) && !is_unreal(m)) {
      m.time = carried(*story);
    }
  }
}

}  // namespace fabula::events
