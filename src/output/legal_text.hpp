#pragma once

#include <string>
#include <string_view>

namespace fabula::output {

/// Text that every format takes: characters that XML 1.0 does not allow (controls but tab and line ends, surrogates,
/// U+FFFE and U+FFFF) and bytes that are no UTF-8 become U+FFFD.
std::string legal_text(std::string_view text);

/// Text for people's eyes: without the characters that reorder what stands around them (bidirectional overrides, embeddings
/// and isolates) and without noncharacters; it can then not show something else than it says.
std::u32string unreordered(std::string_view text);

/// A control character or a separator of lines or paragraphs.
bool is_control(char32_t c);

}  // namespace fabula::output
