#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fabula::text {

/// @throws InputError FAB-IN-004 where there are more than `limit` bytes
void refuse_large(std::string_view bytes, std::size_t limit, std::string_view file);

/// @throws InputError FAB-IN-002 for the beginnings of well-known binary formats, a NUL byte, and more control characters
///         than text has
void refuse_binary(std::string_view bytes, std::string_view file);

/// Nothing but white space, control and invisible characters.
/// @param utf8  valid UTF-8
bool is_blank(std::string_view utf8);

/// The 1-based line in which a byte stands.
std::uint32_t line_of(std::string_view bytes, std::size_t at);

}  // namespace fabula::text
