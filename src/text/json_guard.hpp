#pragma once

#include <cstddef>
#include <string_view>

namespace fabula::text {

/// nlohmann/json overflows the stack when it copies or prints deep values; deeper JSON is not parsed.
inline constexpr std::size_t kMaxJsonDepth = 64;

/// The deepest nesting of `[` and `{` outside strings, found without parsing; also of what is no JSON.
std::size_t json_depth(std::string_view json);

}  // namespace fabula::text
