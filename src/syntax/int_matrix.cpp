#include "syntax/int_matrix.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fabula::syntax {
namespace {

constexpr std::size_t kWidth = IntPanels::kWidth;
constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: adding it rounds to the nearest integer
constexpr auto kLimit = static_cast<float>(IntRows::kLimit);

// The largest absolute value; eight are compared at a time.
float largest(const float* x, std::size_t n) {
  float tops[8] = {};
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (std::size_t j = 0; j < 8; ++j) tops[j] = std::abs(x[i + j]) > tops[j] ? std::abs(x[i + j]) : tops[j];
  float top = *std::max_element(tops, tops + 8);
  for (; i < n; ++i) top = std::max(top, std::abs(x[i]));
  return top;
}

// The nearest integer; it stands in the last bits of what the sum with kRound leaves.
std::int16_t rounded(float x) { return static_cast<std::int16_t>(std::bit_cast<std::int32_t>(x + kRound)); }

// Sums of one row with one panel, in the order of its columns.
void sums_plain(const std::int16_t* a, const std::int16_t* panel, std::size_t k, std::int32_t* sums) {
  std::fill_n(sums, kWidth, 0);
  for (std::size_t i = 0; i < k; i += 2, panel += 2 * kWidth)
    for (std::size_t j = 0; j < kWidth; ++j) sums[j] += a[i] * panel[2 * j] + a[i + 1] * panel[2 * j + 1];
}

// c += sums, scaled; the last panel may be wider than what is left of c.
void store(const std::int32_t* sums, float scale, const float* scales, std::size_t width, float* c) {
  for (std::size_t j = 0; j < width; ++j) c[j] += static_cast<float>(sums[j]) * (scale * scales[j]);
}

#if defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx2")

// kRows rows of `a` times one panel, the sums held in registers.
template <int kRows>
inline void block_avx2(const std::int16_t* a, std::size_t k, const std::int16_t* panel, const float* scale,
                       const float* scales, std::size_t width, float* c, std::size_t c_step) {
  __m256i low[kRows], high[kRows];
#pragma GCC unroll 8
  for (int r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  // Four steps at a time cost a quarter less than one; six rows, or two panels, spill the sums out of the registers.
#pragma GCC unroll 4
  for (std::size_t i = 0; i < k; i += 2, panel += 2 * kWidth) {
    const __m256i b0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel));
    const __m256i b1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel + kWidth));
#pragma GCC unroll 8
    for (int r = 0; r < kRows; ++r) {
      std::int32_t pair;
      std::memcpy(&pair, a + r * k + i, sizeof pair);
      const __m256i x = _mm256_set1_epi32(pair);
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(x, b0));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(x, b1));
    }
  }
  const __m256 scales0 = _mm256_loadu_ps(scales), scales1 = _mm256_loadu_ps(scales + 8);
#pragma GCC unroll 8
  for (int r = 0; r < kRows; ++r) {
    const __m256 own = _mm256_set1_ps(scale[r]);
    const __m256 first = _mm256_mul_ps(_mm256_cvtepi32_ps(low[r]), _mm256_mul_ps(own, scales0));
    const __m256 second = _mm256_mul_ps(_mm256_cvtepi32_ps(high[r]), _mm256_mul_ps(own, scales1));
    float* out = c + r * c_step;
    if (width == kWidth) {
      _mm256_storeu_ps(out, _mm256_add_ps(_mm256_loadu_ps(out), first));
      _mm256_storeu_ps(out + 8, _mm256_add_ps(_mm256_loadu_ps(out + 8), second));
      continue;
    }
    float spare[kWidth];
    _mm256_storeu_ps(spare, first);
    _mm256_storeu_ps(spare + 8, second);
    for (std::size_t j = 0; j < width; ++j) out[j] += spare[j];
  }
}

void multiply_add_avx2(const IntRows& a, std::size_t m, const IntPanels& b, float* c, std::size_t c_step) {
  std::vector<float> scale(m);
  for (std::size_t r = 0; r < m; ++r) scale[r] = a.scale(r);
  for (std::size_t p = 0; p * kWidth < b.n(); ++p) {
    const std::size_t width = std::min(kWidth, b.n() - p * kWidth);
    float* out = c + p * kWidth;
    std::size_t r = 0;
    for (; r + 4 <= m; r += 4)
      block_avx2<4>(a.row(r), b.k(), b.panel(p), &scale[r], b.scales(p), width, out + r * c_step, c_step);
    for (; r + 2 <= m; r += 2)
      block_avx2<2>(a.row(r), b.k(), b.panel(p), &scale[r], b.scales(p), width, out + r * c_step, c_step);
    for (; r < m; ++r)
      block_avx2<1>(a.row(r), b.k(), b.panel(p), &scale[r], b.scales(p), width, out + r * c_step, c_step);
  }
}

#pragma GCC pop_options
#endif

}  // namespace

void IntRows::set(std::size_t row, const float* x, std::size_t k) { set_within(row, x, k, largest(x, k)); }

void IntRows::set_within(std::size_t row, const float* x, std::size_t k, float top) {
  scale_[row] = top / kLimit;
  const float by = top > 0 ? kLimit / top : 0;
  std::int16_t* out = values_.data() + row * k_;
  for (std::size_t i = 0; i < k; ++i) out[i] = rounded(x[i] * by);
}

IntPanels::IntPanels(std::span<const float> values, std::size_t k, std::size_t n)
    : k_((k + 1) / 2 * 2), n_(n), data_((n + kWidth - 1) / kWidth * kWidth * k_), scale_((n + kWidth - 1) / kWidth * kWidth) {
  std::vector<float> column(k);
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < k; ++i) column[i] = values[i * n + j];
    const float top = largest(column.data(), k);
    scale_[j] = top / kLimit;
    const float by = top > 0 ? kLimit / top : 0;
    for (std::size_t i = 0; i < k; ++i)
      data_[j / kWidth * k_ * kWidth + (i / 2 * kWidth + j % kWidth) * 2 + i % 2] = rounded(column[i] * by);
  }
}

void multiply_add_plain(const IntRows& a, std::size_t m, const IntPanels& b, float* c, std::size_t c_step) {
  std::int32_t sums[kWidth];
  for (std::size_t r = 0; r < m; ++r)
    for (std::size_t p = 0; p * kWidth < b.n(); ++p) {
      sums_plain(a.row(r), b.panel(p), b.k(), sums);
      store(sums, a.scale(r), b.scales(p), std::min(kWidth, b.n() - p * kWidth), c + r * c_step + p * kWidth);
    }
}

void multiply_add(const IntRows& a, std::size_t m, const IntPanels& b, float* c, std::size_t c_step) {
#if defined(__x86_64__)
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  if (wide) return multiply_add_avx2(a, m, b, c, c_step);
#endif
  multiply_add_plain(a, m, b, c, c_step);
}

}  // namespace fabula::syntax
