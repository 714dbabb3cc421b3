#pragma once

#include <string>
#include <string_view>

namespace fabula::text {

/// SHA-256 of bytes (FIPS 180-4, through libcrypto), 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace fabula::text
