#include "events/reported.hpp"

#include <algorithm>

#include "events/clause.hpp"

namespace fabula::events {

namespace {

bool is_quoted(const ArticleEvents& events, Span span) {
  return std::any_of(events.mentions.begin(), events.mentions.end(), [span](const EventMention& m) {
    return std::any_of(m.quotes.begin(), m.quotes.end(), [span](Span quote) { return quote.contains(span); });
  });
}

/// "il a dit qu'il « viendra », mais a ajouté …": what the tree hangs on a word of a quotation that it stands outside of is
/// told beside it.
bool hangs_in_quotation(const text::Doc& doc, const ArticleEvents& events, const EventMention& mention) {
  const WordId head = doc.word(mention.trigger).head;
  return head && is_quoted(events, doc.word(head).span);
}

}  // namespace

bool is_quoted(const ArticleEvents& events, const EventMention& mention) { return is_quoted(events, mention.span); }

bool is_claim(const text::Doc& doc, const ArticleEvents& events, const EventMention& mention) {
  if (is_quoted(events, mention)) return true;
  if (mention.type == EventType::statement && hangs_in_quotation(doc, events, mention)) return false;
  return mention.claim_event || mention.factuality == Factuality::claimed;
}

bool is_source(const text::Doc& doc, const EventMention& mention) {
  return mention.type == EventType::statement && !mention.nominal && !is_verbal(doc.word(mention.trigger));
}

bool is_in_speech(const text::Doc& doc, const ArticleEvents& events, const EventMention& mention) {
  if (is_quoted(events, mention)) return true;
  return is_claim(doc, events, mention) && mention.claim_event && !is_source(doc, events.mentions[mention.claim_event.value]);
}

}  // namespace fabula::events
