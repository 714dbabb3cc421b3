#pragma once

#include <cstdint>
#include <utility>

#include "fabula/text/doc.hpp"

namespace fabula::events {

/// The words, end exclusive, of the part of its sentence that a word is in: what stands between semicolons, in a parenthesis or
/// around one. Of a part around a parenthesis the range takes it in.
std::pair<std::uint32_t, std::uint32_t> part_of(const text::Doc& doc, WordId word);

}  // namespace fabula::events
