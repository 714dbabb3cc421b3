#include "events/dated_because.hpp"

#include <string>

namespace fabula::events {
namespace {

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

bool is_stated(const TimeValue& v) { return v.basis == TimeBasis::explicit_ || v.basis == TimeBasis::relative; }

/// The expression of the mention's sentence that means its date.
std::string own_expression(const text::Doc& doc, std::span<const temporal::TimeMention> times, const EventMention& m) {
  for (const temporal::TimeMention& t : times)
    if (m.sentence.contains(t.span) && (t.when.edtf == m.time.edtf || t.value == m.time.edtf))
      return "its own expression: " + in_quotes(doc.slice(t.span));
  return "an expression of the text";
}

/// The last mention before it that states the date which this one carries on.
std::string carried_from(const ArticleEvents& events, std::size_t i) {
  for (std::size_t j = i; j-- > 0;)
    if (is_stated(events.mentions[j].time) && events.mentions[j].time.edtf == events.mentions[i].time.edtf)
      return "carried on from " + in_quotes(events.mentions[j].predicate) + ", which is dated so";
  return "carried on from what is told around it";
}

std::string reason(const text::Doc& doc, std::span<const temporal::TimeMention> times, const ArticleEvents& events, std::size_t i) {
  const EventMention& m = events.mentions[i];
  switch (m.time.basis) {
    case TimeBasis::explicit_:
    case TimeBasis::relative: return own_expression(doc, times, m);
    case TimeBasis::context: return carried_from(events, i);
    case TimeBasis::inferred: return "bounded by its tense, or by what it is told to be before or after";
    case TimeBasis::published: return "nothing dates it but the publication";
    default: return m.factuality == Factuality::hypothetical ? "what is hypothetical has no date" : "nothing dates it";
  }
}

}  // namespace

void explain_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, ArticleEvents& events) {
  for (std::size_t i = 0; i < events.mentions.size(); ++i) events.mentions[i].dated_because = reason(doc, times, events, i);
}

}  // namespace fabula::events
