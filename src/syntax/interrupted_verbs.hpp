#pragma once

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Puts together verbs whose auxiliary stands apart behind a phrase between commas, as in "The minister has, at a meeting on
/// Monday, accused the press" (French "a, lors d'une réunion lundi, accusé"), where the parser took the auxiliary for the
/// verb and the participle for part of the phrase. Analyses that are already so stay as they are.
void mend_interrupted_verbs(text::Doc& doc);

}  // namespace fabula::syntax
