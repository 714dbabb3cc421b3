#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace fabula {

/// A half-open range [begin, end) of code points of an article's text, as decoded and before normalisation.
///
/// Invariant: begin <= end. A plain value; every piece of evidence is traced to characters through one.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// The smallest span that covers both.
inline Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace fabula
