#pragma once

#include <cstdint>
#include <vector>

#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

inline constexpr std::uint32_t kNoQuotation = 0xFFFFFFFFu;

/// Words between quotation marks, the marks themselves left out.
struct Quotation {
  std::uint32_t first_word = 0, end_word = 0;
};

/// The quotations of an article. One that is not closed ends with its paragraph; one that has no verb is a word in quotes,
/// nobody's speech, and is left out.
struct Quotations {
  std::vector<Quotation> all;     ///< in text order
  std::vector<std::uint32_t> at;  ///< word → position in `all`, kNoQuotation outside

  explicit Quotations(const text::Doc& doc);
};

}  // namespace fabula::actors::detail
