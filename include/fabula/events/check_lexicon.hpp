#pragma once

#include <span>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Looks for faults in the tables of the events layer: every malformed row (FAB-PACK-006), every duplicate
/// (FAB-PACK-007), and, where a corpus is given, every row whose words occur nowhere in it (FAB-PACK-008). A row that is
/// never matched is no error: it tells that the corpus is small or the row a typing error.
///
/// @param corpus  tagged articles; may be empty
/// @return by file and line; empty for tables without a fault
/// @throws PackError FAB-PACK-002, FAB-PACK-005 a table or column is missing
std::vector<Diagnostic> check_lexicon(const lang::Pack& pack, std::span<const text::Doc> corpus);

}  // namespace fabula::events
