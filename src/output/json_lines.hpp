#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::output {

/// A JSON value of a file that people write by hand: it knows the line it stands on. Fields keep their order, also those that
/// are named twice.
struct JsonNode {
  enum class Type { object, array, string, other };
  Type type = Type::other;
  std::string text;                      ///< of a string
  std::vector<std::string> keys;         ///< of an object, one for each item
  std::vector<JsonNode> items;
  std::uint32_t line = 1;
};

/// @throws InputError FAB-IN-054 with the line: not JSON, or nested deeper than `max_depth`
JsonNode read_json_lines(std::string_view text, const std::string& file, std::size_t max_depth);

}  // namespace fabula::output
