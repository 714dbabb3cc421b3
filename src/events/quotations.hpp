#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// The quotations of an article, to be found by place: articles can be long.
class Quotations {
 public:
  explicit Quotations(const ArticleEvents& events);

  /// The quotation that a span stands in, the first told of several; empty where it stands in none.
  Span around(Span span) const;
  bool hold(Span span) const { return around(span) != Span{}; }

 private:
  struct Quote {
    Span span;
    std::size_t order;
  };
  std::vector<Quote> quotes_;  // by where they begin
  std::uint32_t longest_ = 0;
};

}  // namespace fabula::events
