#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"

namespace fabula::actors {

/// What a name names (the types of the WiNER corpus that are recognised).
enum class NameType : std::uint8_t { person, organization, location, date, event, product };
/// "Person", "Organization", …: brat's spelling.
std::string_view name(NameType type);

/// A proper name as it stands in the text: titles and articles left out.
struct NameMention {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  NameType type = NameType::person;
};

}  // namespace fabula::actors
