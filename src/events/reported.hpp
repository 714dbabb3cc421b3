#pragma once

#include "fabula/events/event_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Whether a mention stands within the quotation of a statement.
bool is_quoted(const ArticleEvents& events, const EventMention& mention);

/// Whether someone else than the article tells it.
bool is_claim(const text::Doc& doc, const ArticleEvents& events, const EventMention& mention);

/// "selon le journal": a preposition or the like that names who says the clause it stands in.
bool is_source(const text::Doc& doc, const EventMention& mention);

/// Whether a mention is told inside the words of a speaker, direct or indirect. What "selon …" only vouches for is told by
/// the article: it can say what day the text is at.
bool is_in_speech(const text::Doc& doc, const ArticleEvents& events, const EventMention& mention);

}  // namespace fabula::events
