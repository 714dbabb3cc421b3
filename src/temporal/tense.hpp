#pragma once

#include "fabula/text/doc.hpp"
#include "resolve.hpp"

namespace fabula::temporal {

/// Which way the verb above a word looks: past, imperfect and participles with an auxiliary back, the future ahead.
/// Unknown where there is no tree, no finite verb, or a present.
Direction direction_of(const text::Doc& doc, const text::Children& children, WordId word);

/// Whether the verb that a word hangs on is in the pluperfect: what it tells lies behind what the text is at.
bool lies_behind(const text::Doc& doc, const text::Children& children, WordId word);

}  // namespace fabula::temporal
