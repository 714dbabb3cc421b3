#include "syntax/matrix.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

// Lanes never cross a real call: all that takes them is inlined.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace fabula::syntax {
namespace {

constexpr std::size_t kWidth = Panels::kWidth;
constexpr std::size_t kLanes = 8;

// GCC's vectors: eight floats, one AVX register or two SSE ones.
using Lanes = float __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));

#define FABULA_INLINE [[gnu::always_inline]] inline
#if defined(__x86_64__)
#define FABULA_WIDE [[gnu::target("avx2")]]
bool has_wide() {
  static const bool known = __builtin_cpu_supports("avx2") != 0;
  return known;
}
#else
#define FABULA_WIDE
bool has_wide() { return false; }
#endif

FABULA_INLINE Lanes* lanes(float* p) { return reinterpret_cast<Lanes*>(p); }
FABULA_INLINE const Lanes* lanes(const float* p) { return reinterpret_cast<const Lanes*>(p); }

// kRows rows of `a` times one panel, the sums held in registers.
template <int kRows>
FABULA_INLINE void block(const float* a, std::size_t a_step, const float* panel, std::size_t k, float* c,
                         std::size_t c_step, bool accumulate) {
  Lanes low[kRows], high[kRows];
  for (int r = 0; r < kRows; ++r) {
    low[r] = accumulate ? *lanes(c + r * c_step) : Lanes{};
    high[r] = accumulate ? *lanes(c + r * c_step + kLanes) : Lanes{};
  }
  for (std::size_t i = 0; i < k; ++i, panel += kWidth) {
    const Lanes b0 = *lanes(panel), b1 = *lanes(panel + kLanes);
    for (int r = 0; r < kRows; ++r) {
      const float x = a[r * a_step + i];
      low[r] += b0 * x;
      high[r] += b1 * x;
    }
  }
  for (int r = 0; r < kRows; ++r) {
    *lanes(c + r * c_step) = low[r];
    *lanes(c + r * c_step + kLanes) = high[r];
  }
}

// One row times four panels: enough sums in flight to hide the latency of addition.
FABULA_INLINE void block_of_panels(const float* a, const float* panel, std::size_t k, float* c, bool accumulate) {
  constexpr int kPanels = 4;
  Lanes low[kPanels], high[kPanels];
  for (int p = 0; p < kPanels; ++p) {
    low[p] = accumulate ? *lanes(c + p * kWidth) : Lanes{};
    high[p] = accumulate ? *lanes(c + p * kWidth + kLanes) : Lanes{};
  }
  for (std::size_t i = 0; i < k; ++i) {
    const float x = a[i];
    for (int p = 0; p < kPanels; ++p) {
      const float* b = panel + (p * k + i) * kWidth;
      low[p] += *lanes(b) * x;
      high[p] += *lanes(b + kLanes) * x;
    }
  }
  for (int p = 0; p < kPanels; ++p) {
    *lanes(c + p * kWidth) = low[p];
    *lanes(c + p * kWidth + kLanes) = high[p];
  }
}

FABULA_INLINE void rows_by_panel(const float* a, std::size_t m, std::size_t a_step, const float* panel, std::size_t k,
                                 float* c, std::size_t c_step, bool accumulate) {
  std::size_t r = 0;
  for (; r + 6 <= m; r += 6) block<6>(a + r * a_step, a_step, panel, k, c + r * c_step, c_step, accumulate);
  for (; r + 3 <= m; r += 3) block<3>(a + r * a_step, a_step, panel, k, c + r * c_step, c_step, accumulate);
  for (; r < m; ++r) block<1>(a + r * a_step, a_step, panel, k, c + r * c_step, c_step, accumulate);
}

// The last panel may be wider than what is left of c.
FABULA_INLINE void rows_by_narrow_panel(const float* a, std::size_t m, std::size_t a_step, const float* panel,
                                        std::size_t k, float* c, std::size_t c_step, std::size_t width, bool accumulate) {
  float spare[kWidth] = {};
  for (std::size_t r = 0; r < m; ++r) {
    if (accumulate) std::memcpy(spare, c + r * c_step, width * sizeof(float));
    block<1>(a + r * a_step, a_step, panel, k, spare, kWidth, accumulate);
    std::memcpy(c + r * c_step, spare, width * sizeof(float));
  }
}

FABULA_INLINE void multiply_any(const float* a, std::size_t m, std::size_t a_step, const Panels& b, float* c,
                                std::size_t c_step, bool accumulate) {
  const std::size_t whole = b.n() / kWidth;
  std::size_t p = 0;
  if (m == 1)
    for (; p + 4 <= whole; p += 4) block_of_panels(a, b.panel(p), b.k(), c + p * kWidth, accumulate);
  for (; p < whole; ++p) rows_by_panel(a, m, a_step, b.panel(p), b.k(), c + p * kWidth, c_step, accumulate);
  if (b.n() > whole * kWidth)
    rows_by_narrow_panel(a, m, a_step, b.panel(whole), b.k(), c + whole * kWidth, c_step, b.n() - whole * kWidth,
                         accumulate);
}

FABULA_WIDE void multiply_wide(const float* a, std::size_t m, std::size_t a_step, const Panels& b, float* c,
                               std::size_t c_step, bool accumulate) {
  multiply_any(a, m, a_step, b, c, c_step, accumulate);
}

// e^x after Cephes' expf: x = n ln 2 + r, a polynomial in r, and n added to the exponent.
FABULA_INLINE Lanes exponential(Lanes x) {
  using Bits = std::int32_t __attribute__((vector_size(kLanes * sizeof(std::int32_t)), aligned(4), may_alias));
  constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer
  x = x < -87.0f ? Lanes{} - 87.0f : x;
  x = x > 87.0f ? Lanes{} + 87.0f : x;
  const Lanes n = (x * 1.44269504f + kRound) - kRound;
  const Lanes r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  Lanes p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  const Bits exponent = (__builtin_convertvector(n, Bits) + 127) << 23;
  Lanes scale;
  std::memcpy(&scale, &exponent, sizeof scale);
  return p * scale;
}

// Applies a function of Lanes to n floats in place; the rest of the last eight is padding.
template <class F>
FABULA_INLINE void each(float* x, std::size_t n, F f) {
  std::size_t i = 0;
  for (; i + kLanes <= n; i += kLanes) *lanes(x + i) = f(*lanes(x + i));
  if (i == n) return;
  float spare[kLanes] = {};
  std::memcpy(spare, x + i, (n - i) * sizeof(float));
  *lanes(spare) = f(*lanes(spare));
  std::memcpy(x + i, spare, (n - i) * sizeof(float));
}

struct Sigmoid {
  FABULA_INLINE Lanes operator()(Lanes x) const { return 1.0f / (1.0f + exponential(-x)); }
};
struct Tangent {
  FABULA_INLINE Lanes operator()(Lanes x) const { return 2.0f / (1.0f + exponential(-2.0f * x)) - 1.0f; }
};
struct Leaky {
  FABULA_INLINE Lanes operator()(Lanes x) const { return x > 0.0f ? x : x * 0.1f; }
};
struct Shifted {
  float shift;
  FABULA_INLINE Lanes operator()(Lanes x) const { return exponential(x - shift); }
};

FABULA_WIDE void sigmoid_wide(float* x, std::size_t n) { each(x, n, Sigmoid{}); }
FABULA_WIDE void tangent_wide(float* x, std::size_t n) { each(x, n, Tangent{}); }
FABULA_WIDE void leaky_wide(float* x, std::size_t n) { each(x, n, Leaky{}); }
FABULA_WIDE void exponential_wide(float* x, std::size_t n, float shift) { each(x, n, Shifted{shift}); }

}  // namespace

Panels::Panels(std::span<const float> values, std::size_t k, std::size_t n)
    : k_(k), n_(n), data_((n + kWidth - 1) / kWidth * kWidth * k) {
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < n; ++j) data_[(j / kWidth * k + i) * kWidth + j % kWidth] = values[i * n + j];
}

Panels Panels::transposed(std::span<const float> values, std::size_t k, std::size_t n) {
  Panels out;
  out.k_ = k;
  out.n_ = n;
  out.data_.resize((n + kWidth - 1) / kWidth * kWidth * k);
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t i = 0; i < k; ++i) out.data_[(j / kWidth * k + i) * kWidth + j % kWidth] = values[j * k + i];
  return out;
}

void multiply(const float* a, std::size_t m, std::size_t a_step, const Panels& b, float* c, std::size_t c_step,
              bool accumulate) {
  if (has_wide()) return multiply_wide(a, m, a_step, b, c, c_step, accumulate);
  multiply_any(a, m, a_step, b, c, c_step, accumulate);
}

void sigmoid(float* x, std::size_t n) { has_wide() ? sigmoid_wide(x, n) : each(x, n, Sigmoid{}); }
void tangent(float* x, std::size_t n) { has_wide() ? tangent_wide(x, n) : each(x, n, Tangent{}); }

void softmax(float* x, std::size_t n) {
  if (n == 0) return;
  const float top = *std::max_element(x, x + n);
  has_wide() ? exponential_wide(x, n, top) : each(x, n, Shifted{top});
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += x[i];
  for (std::size_t i = 0; i < n; ++i) x[i] /= sum;
}

void leaky(float* x, std::size_t n) { has_wide() ? leaky_wide(x, n) : each(x, n, Leaky{}); }

}  // namespace fabula::syntax
