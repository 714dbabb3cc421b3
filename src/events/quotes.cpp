#include "events/quotes.hpp"

#include <string_view>

namespace fabula::events {
namespace {

enum class Mark { none, open, close, straight };

Mark mark_of(std::string_view form) {
  if (form == "«" || form == "“" || form == "„") return Mark::open;
  if (form == "»" || form == "”") return Mark::close;
  if (form == "\"") return Mark::straight;
  return Mark::none;
}

bool is_sentence_end(std::string_view form) { return form == "," || form == "." || form == ";" || form == "!" || form == "?"; }

/// Collects the words between two tokens.
Quotation make(const text::Doc& doc, std::size_t first_token, std::size_t end_token) {
  Quotation q;
  bool any = false;
  for (std::size_t t = first_token; t < end_token; ++t)
    for (std::uint32_t w = doc.tokens[t].first_word; w < doc.tokens[t].end_word; ++w) {
      const text::Word& word = doc.words[w];
      if (word.upos == text::Upos::PUNCT && !any) continue;
      if (!any) q.first = WordId(w);
      any = true;
      q.last = WordId(w);
      if (text::feat(word, "VerbForm") == "Fin") q.clause = true;
    }
  if (!any) return q;
  q.span = {doc.tokens[first_token].span.begin, doc.tokens[end_token - 1].span.end};
  q.sentence = doc.sentence_of(q.first);
  return q;
}

}  // namespace

std::vector<Quotation> find_quotations(const text::Doc& doc) {
  std::vector<Quotation> found;
  std::size_t token = 0;
  const auto close = [&](std::size_t open, std::size_t end) {
    if (end <= open) return;
    Quotation q = make(doc, open, end);
    if (q.first) found.push_back(q);
  };
  for (std::size_t s = 0; s < doc.sentences.size();) {
    const std::uint32_t paragraph = doc.sentences[s].paragraph;
    token = doc.sentences[s].first_token;
    while (s < doc.sentences.size() && doc.sentences[s].paragraph == paragraph) ++s;
    const std::size_t end = doc.sentences[s - 1].end_token;
    std::size_t open = end;  // first token of the open quotation
    bool is_open = false;
    int depth = 0;
    for (; token < end; ++token) {
      Mark mark = mark_of(doc.tokens[token].form);
      if (mark == Mark::none) continue;
      const bool glued_before = token > 0 && doc.tokens[token - 1].space_after == false;
      const bool glued_after = !doc.tokens[token].space_after;
      const bool ends_clause = token + 1 < end && is_sentence_end(doc.tokens[token + 1].form);
      if (mark == Mark::straight) mark = is_open ? Mark::close : Mark::open;
      if (mark == Mark::open && is_open && ((glued_before && !glued_after) || ends_clause)) mark = Mark::close;
      if (mark == Mark::open) {
        if (is_open) {
          ++depth;
          continue;
        }
        is_open = true;
        open = token + 1;
      } else if (is_open && depth > 0) {
        --depth;
      } else if (is_open) {
        close(open, token);
        is_open = false;
      }
    }
    if (is_open) close(open, end);
  }
  return found;
}

}  // namespace fabula::events
