#pragma once

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// An order in time that the text states (`before`, `during`), with one side dated, bounds the other.
void bound_by_order(ArticleEvents& events);

}  // namespace fabula::events
