#include "syntax/lstm.hpp"

#include <cstring>

namespace fabula::syntax {

void run_lstm(const Packing& packing, bool reversed, const Recurrence& recurrence, GatesAfter after, Matrix& gates,
              Matrix& cells, float* out, std::size_t out_step) {
  const std::size_t units = cells.cols, width = 4 * units;
  if (packing.length.empty()) return;
  Matrix hidden(packing.length.size(), units), now(packing.length.size(), width), bent(1, units);
  std::size_t active = packing.length.size();
  for (std::uint32_t t = 0; t < packing.length.front(); ++t) {
    while (packing.length[active - 1] <= t) --active;
    for (std::size_t s = 0; s < active; ++s)
      std::memcpy(now.row(s), gates.row(packing.row(s, t, reversed)), width * sizeof(float));
    if (t > 0) recurrence(hidden, active, now);
    for (std::size_t s = 0; s < active; ++s) {
      const std::uint32_t row = packing.row(s, t, reversed);
      float* g = now.row(s);
      sigmoid(g, 2 * units);
      tangent(g + 2 * units, units);
      sigmoid(g + 3 * units, units);
      float* c = cells.row(row);
      const float* before = t > 0 ? cells.row(packing.row(s, t - 1, reversed)) : nullptr;
      for (std::size_t u = 0; u < units; ++u) c[u] = g[u] * g[2 * units + u] + (before ? g[units + u] * before[u] : 0.0f);
      std::memcpy(bent.row(0), c, units * sizeof(float));
      tangent(bent.row(0), units);
      float* h = out + row * out_step;
      for (std::size_t u = 0; u < units; ++u) h[u] = g[3 * units + u] * bent.data[u];
      std::memcpy(hidden.row(s), h, units * sizeof(float));
      if (after == GatesAfter::values) std::memcpy(gates.row(row), g, width * sizeof(float));
    }
  }
}

}  // namespace fabula::syntax
