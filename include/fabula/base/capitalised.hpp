#pragma once

#include <string>
#include <string_view>

namespace fabula {

/// The text with its first letter in upper case, as a sentence begins; no locale.
std::string capitalised(std::string_view utf8);

}  // namespace fabula
