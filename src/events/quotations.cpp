#include "events/quotations.hpp"

#include <algorithm>

namespace fabula::events {

Quotations::Quotations(const ArticleEvents& events) {
  for (const EventMention& m : events.mentions)
    for (const Span quote : m.quotes) {
      quotes_.push_back({quote, quotes_.size()});
      longest_ = std::max(longest_, quote.end - quote.begin);
    }
  std::sort(quotes_.begin(), quotes_.end(), [](const Quote& a, const Quote& b) { return a.span.begin < b.span.begin; });
}

Span Quotations::around(Span span) const {
  auto at = std::upper_bound(quotes_.begin(), quotes_.end(), span.begin,
                             [](std::uint32_t begin, const Quote& quote) { return begin < quote.span.begin; });
  const Quote* first = nullptr;
  while (at != quotes_.begin() && (--at)->span.begin + longest_ >= span.end)
    if (at->span.contains(span) && (first == nullptr || at->order < first->order)) first = &*at;
  return first == nullptr ? Span{} : first->span;
}

}  // namespace fabula::events
