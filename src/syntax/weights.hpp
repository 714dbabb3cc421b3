#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// Sizes of the network; the widths are multiples of sixteen.
struct NetworkSizes {
  std::uint32_t words = 0, affixes = 0, atoms = 0, shapes = 0;  ///< rows of the tables of the input
  std::uint32_t tags = 0, relations = 0;                        ///< classes of the outputs
  std::uint32_t word_width = 64, affix_width = 64, atom_width = 32, shape_width = 16;
  std::uint32_t units = 128;  ///< of each direction of each layer
  static constexpr std::uint32_t upos = 17;
  std::uint32_t tag_hidden = 96, tag_width = 32;
  std::uint32_t arc_width = 112, relation_width = 112;

  std::uint32_t input() const { return word_width + affix_width + atom_width + shape_width; }
  std::uint32_t layer() const { return 2 * units; }
  std::uint32_t input2() const { return layer() + tag_width; }
  std::uint32_t heads() const { return 2 * arc_width + 2 * relation_width; }
  bool plausible() const;
};

/// The network's matrices. L1 and L2 are the layers, F and B their directions, Wx/Wh/b input, recurrent and bias weights.
enum class Part {
  word, affix, atom, shape,
  l1f_wx, l1f_wh, l1f_b, l1b_wx, l1b_wh, l1b_b,
  tag_w1, tag_b1, tag_w2, tag_b2, tag_embedding,
  l2f_wx, l2f_wh, l2f_b, l2b_wx, l2b_wh, l2b_b,
  heads_w, heads_b, arc_u, arc_b, arc_root, relation_root, relation_w, relation_b,
  upos_w, upos_b,
  count
};
constexpr std::size_t kParts = static_cast<std::size_t>(Part::count);

/// All weights in one array, so that an optimizer sees one vector.
class Weights {
 public:
  Weights() = default;
  explicit Weights(const NetworkSizes& sizes);

  const NetworkSizes& sizes() const { return sizes_; }
  std::size_t rows(Part part) const { return at(part).rows; }
  std::size_t cols(Part part) const { return at(part).cols; }
  std::span<float> of(Part part) { return std::span(values_).subspan(at(part).begin, at(part).rows * at(part).cols); }
  std::span<const float> of(Part part) const {
    return std::span(values_).subspan(at(part).begin, at(part).rows * at(part).cols);
  }
  float* row(Part part, std::size_t r) { return values_.data() + at(part).begin + r * at(part).cols; }
  const float* row(Part part, std::size_t r) const { return values_.data() + at(part).begin + r * at(part).cols; }
  std::vector<float>& values() { return values_; }
  const std::vector<float>& values() const { return values_; }

  /// Tables in bytes, matrices in 16 bits, each with a scale of its own.
  void write(ModelWriter& out) const;
  static Weights read(ModelReader& in);

 private:
  struct Slice {
    std::size_t begin = 0, rows = 0, cols = 0;
  };
  const Slice& at(Part part) const { return slices_[static_cast<std::size_t>(part)]; }

  NetworkSizes sizes_;
  std::array<Slice, kParts> slices_;
  std::vector<float> values_;
};

}  // namespace fabula::syntax
