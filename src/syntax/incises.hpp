#pragma once

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Mends who speaks in an incise with its subject behind the verb, as in "The mayor, has recalled Anna, has resigned" (French
/// "Le maire, a rappelé Anna, a démissionné"): a comma alone cannot part a subject from its verb, so what is read as the
/// object of the verb between the commas is made a subject. So is what stands behind a verb that nothing but a quotation and
/// its comma stand before ("« … », a ajouté le maire"). The analysis stays as it is everywhere else.
void mend_incises(text::Doc& doc);

}  // namespace fabula::syntax
