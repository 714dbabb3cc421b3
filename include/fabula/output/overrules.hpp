#pragma once

#include <string>
#include <string_view>

#include "fabula/actors/overrules.hpp"

namespace fabula::output {

/// Reads an analyst's list of actors: JSON where it begins with `{`, else CSV. UTF-8, a byte order mark is skipped.
///
///     {"merge":  [["Dana Holm", "D. Holmová"]],                  one actor, called by the first name
///      "apart":  [["Karl Brandt", "Brandt"]],                    two actors
///      "add":    [{"name": "Front du lac", "kind": "group", "aliases": ["le Front"]}],
///      "rename": [{"name": "Sylvanie", "to": "République de Sylvanie"}]}
///
/// CSV has the columns rule, name, other and kind, named by its first line in any order, with `,` or `;` between cells and
/// `"` around those that hold one. Its lines say the same of two names: `merge,Dana Holm,D. Holmová,`; `other` of `add` is an
/// alias and may be empty.
///
/// @param file  name for messages and for what the story says about its merges
/// @throws InputError FAB-IN-054 (file and line) this is neither; an unknown field, rule or kind; else as actors::Overrules
actors::Overrules read_overrules(std::string_view bytes, const std::string& file);

}  // namespace fabula::output
