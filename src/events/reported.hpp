#pragma once

#include "events/quotations.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// "selon le journal": a preposition or the like that names who says the clause it stands in.
bool is_source(const text::Doc& doc, const EventMention& mention);

/// What of an article's events someone else than the article tells.
class Reported {
 public:
  /// Both must outlive this; their quotations stay as they are.
  Reported(const text::Doc& doc, const ArticleEvents& events) : doc_(doc), events_(events), quotations_(events) {}

  /// Whether a span stands within the quotation of a statement.
  bool is_quoted(Span span) const { return quotations_.hold(span); }
  bool is_quoted(const EventMention& mention) const { return is_quoted(mention.span); }

  /// Whether someone else than the article tells it.
  bool is_claim(const EventMention& mention) const;

  /// Whether a mention is told inside the words of a speaker, direct or indirect. What "selon …" only vouches for is told by
  /// the article: it can say what day the text is at.
  bool is_in_speech(const EventMention& mention) const;

 private:
  bool hangs_in_quotation(const EventMention& mention) const;

  const text::Doc& doc_;
  const ArticleEvents& events_;
  Quotations quotations_;
};

}  // namespace fabula::events
