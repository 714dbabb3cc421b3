#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "syntax/matrix.hpp"

namespace fabula::syntax {

/// Sentences that go through the network together, one row a word, sentence after sentence, the longest first.
struct Packing {
  std::vector<std::uint32_t> start;   ///< first row of each sentence
  std::vector<std::uint32_t> length;  ///< descending
  std::uint32_t rows = 0;

  void add(std::uint32_t n) {
    start.push_back(rows);
    length.push_back(n);
    rows += n;
  }
  /// The row of a sentence's word number `t`, counted from its end if `reversed`.
  std::uint32_t row(std::size_t sentence, std::uint32_t t, bool reversed) const {
    return start[sentence] + (reversed ? length[sentence] - 1 - t : t);
  }
  /// How many sentences have a word number `t`.
  std::size_t active(std::uint32_t t) const {
    std::size_t n = 0;
    while (n < length.size() && length[n] > t) ++n;
    return n;
  }
};

/// Adds to the first `n` rows of the gates what the words before, whose outputs are the first `n` rows of `hidden`, give.
using Recurrence = std::function<void(const Matrix& hidden, std::size_t n, Matrix& gates)>;

/// What the gates' matrix holds after a run: their values, which the way back of training needs, or anything.
enum class GatesAfter { values, any };

/// One direction of a long short-term memory (Hochreiter & Schmidhuber 1997) over packed sentences.
///
/// @param gates  rows x 4 units: on entry what the inputs give the input, forget, candidate and output gates; on return
///               what `after` says
/// @param cells  rows x units, on return the cells' values
/// @param out    first unit's place of row 0; rows are `out_step` apart
void run_lstm(const Packing& packing, bool reversed, const Recurrence& recurrence, GatesAfter after, Matrix& gates,
              Matrix& cells, float* out, std::size_t out_step);

}  // namespace fabula::syntax
