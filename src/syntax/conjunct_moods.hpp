#pragma once

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Hangs a finite verb in the indicative that is joined to one in the subjunctive on the verb that governs both: "il a démenti que
/// l'usine ait brûlé et a accusé le maire" goes on with what he did. Who has a subject of its own stays where it is.
void mend_conjunct_moods(text::Doc& doc);

}  // namespace fabula::syntax
