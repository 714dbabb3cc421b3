#include "events/reported.hpp"

#include "events/clause.hpp"

namespace fabula::events {

bool is_source(const text::Doc& doc, const EventMention& mention) {
  return mention.type == EventType::statement && !mention.nominal && !is_verbal(doc.word(mention.trigger));
}

bool Reported::is_claim(const EventMention& mention) const {
  if (is_quoted(mention)) return true;
  if (mention.type == EventType::statement && hangs_in_quotation(mention)) return false;
  return mention.claim_event || mention.factuality == Factuality::claimed;
}

bool Reported::is_in_speech(const EventMention& mention) const {
  if (is_quoted(mention)) return true;
  return is_claim(mention) && mention.claim_event && !is_source(doc_, events_.mentions[mention.claim_event.value]);
}

/// "il a dit qu'il « viendra », mais a ajouté …": what the tree hangs on a word of a quotation that it stands outside of is
/// told beside it.
bool Reported::hangs_in_quotation(const EventMention& mention) const {
  const WordId head = doc_.word(mention.trigger).head;
  return head && is_quoted(doc_.word(head).span);
}

}  // namespace fabula::events
