#include "syntax/network.hpp"

#include <algorithm>

namespace fabula::syntax {
namespace {

Matrix filled_with(std::span<const float> bias, std::size_t rows) {
  Matrix out;
  out.rows = rows;
  out.cols = bias.size();
  out.data.reserve(rows * bias.size());
  for (std::size_t r = 0; r < rows; ++r) out.data.insert(out.data.end(), bias.begin(), bias.end());
  return out;
}

// Products with weights are made of rounded integers: `k` values of `n` rows that begin `step` apart.
Matrix affine(const float* x, std::size_t n, std::size_t step, std::size_t k, const IntPanels& w,
              std::span<const float> bias) {
  Matrix out = filled_with(bias, n);
  IntRows rows(n, k);
  for (std::size_t r = 0; r < n; ++r) rows.set(r, x + r * step, k);
  multiply_add(rows, n, w, out.data.data(), out.cols);
  return out;
}

Matrix affine(const Matrix& x, const IntPanels& w, std::span<const float> bias) {
  return affine(x.data.data(), x.rows, x.cols, x.cols, w, bias);
}

}  // namespace

void add_row(float* out, const float* row, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) out[i] += row[i];
}

Network::Network(Weights weights, std::vector<std::vector<std::uint32_t>> class_atoms) : weights_(std::move(weights)) {
  const NetworkSizes& s = weights_.sizes();
  class_vectors_ = Matrix(class_atoms.size(), s.atom_width);
  for (std::size_t c = 0; c < class_atoms.size(); ++c)
    for (const std::uint32_t atom : class_atoms[c])
      add_row(class_vectors_.row(c), weights_.row(Part::atom, atom), s.atom_width);
  l1f_ = layer(Part::l1f_wx);
  l1b_ = layer(Part::l1b_wx);
  l2f_ = layer(Part::l2f_wx);
  l2b_ = layer(Part::l2b_wx);
  const auto panels = [&](Part part) { return IntPanels(weights_.of(part), weights_.rows(part), weights_.cols(part)); };
  tag_w1_ = panels(Part::tag_w1);
  tag_w2_ = panels(Part::tag_w2);
  tag_embedding_ = Panels(weights_.of(Part::tag_embedding), s.tags, s.tag_width);
  heads_w_ = panels(Part::heads_w);
  arc_u_ = panels(Part::arc_u);
  relation_w_ = panels(Part::relation_w);
  upos_w_ = panels(Part::upos_w);
}

Network::Layer Network::layer(Part wx) const {
  const auto wh = static_cast<Part>(static_cast<int>(wx) + 1), b = static_cast<Part>(static_cast<int>(wx) + 2);
  const auto bias = weights_.of(b);
  return {IntPanels(weights_.of(wx), weights_.rows(wx), weights_.cols(wx)),
          IntPanels(weights_.of(wh), weights_.rows(wh), weights_.cols(wh)), {bias.begin(), bias.end()}};
}

void Network::embed(const WordInput& input, float* out) const {
  const NetworkSizes& s = weights_.sizes();
  std::copy_n(weights_.row(Part::word, input.word), s.word_width, out);
  out += s.word_width;
  for (const std::uint32_t affix : input.affixes) add_row(out, weights_.row(Part::affix, affix), s.affix_width);
  out += s.affix_width;
  std::copy_n(class_vectors_.row(input.lexical_class), s.atom_width, out);
  out += s.atom_width;
  std::copy_n(weights_.row(Part::shape, input.shape), s.shape_width, out);
}

void Network::run(const Layer& layer, bool reversed, const Packing& packing, const Matrix& inputs, Matrix& out) const {
  const std::size_t units = weights_.sizes().units;
  Matrix gates = affine(inputs, layer.wx, layer.bias);
  Matrix cells(inputs.rows, units);
  IntRows rounded(packing.length.size(), units);
  const auto recur = [&](const Matrix& hidden, std::size_t n, Matrix& now) {
    for (std::size_t s = 0; s < n; ++s) rounded.set_within(s, hidden.row(s), units, 1);
    multiply_add(rounded, n, layer.wh, now.row(0), now.cols);
  };
  run_lstm(packing, reversed, recur, GatesAfter::any, gates, cells, out.data.data() + (reversed ? units : 0), out.cols);
}

Matrix Network::encode(const Packing& packing, std::span<const WordInput> inputs) const {
  Matrix embedded(inputs.size(), weights_.sizes().input());
  for (std::size_t i = 0; i < inputs.size(); ++i) embed(inputs[i], embedded.row(i));
  Matrix states(inputs.size(), weights_.sizes().layer());
  run(l1f_, false, packing, embedded, states);
  run(l1b_, true, packing, embedded, states);
  return states;
}

Matrix Network::tag_scores(const Matrix& states) const {
  Matrix hidden = affine(states, tag_w1_, weights_.of(Part::tag_b1));
  leaky(hidden.data.data(), hidden.data.size());
  return affine(hidden, tag_w2_, weights_.of(Part::tag_b2));
}

Matrix Network::expected_tags(Matrix& scores) const {
  for (std::size_t r = 0; r < scores.rows; ++r) softmax(scores.row(r), scores.cols);
  Matrix out(scores.rows, weights_.sizes().tag_width);
  multiply(scores.data.data(), scores.rows, scores.cols, tag_embedding_, out.data.data(), out.cols, false);
  return out;
}

Matrix Network::encode_tagged(const Packing& packing, const Matrix& states, const Matrix& tags) const {
  Matrix inputs(states.rows, states.cols + tags.cols);
  for (std::size_t r = 0; r < states.rows; ++r) {
    std::copy_n(states.row(r), states.cols, inputs.row(r));
    std::copy_n(tags.row(r), tags.cols, inputs.row(r) + states.cols);
  }
  Matrix out(states.rows, weights_.sizes().layer());
  run(l2f_, false, packing, inputs, out);
  run(l2b_, true, packing, inputs, out);
  return out;
}

Matrix Network::head_inputs(const Matrix& states) const {
  Matrix out = affine(states, heads_w_, weights_.of(Part::heads_b));
  for (std::size_t r = 0; r < out.rows; ++r) leaky(out.row(r), 2 * weights_.sizes().arc_width);
  return out;
}

Matrix Network::upos_probabilities(const Matrix& states) const {
  Matrix out = affine(states, upos_w_, weights_.of(Part::upos_b));
  for (std::size_t r = 0; r < out.rows; ++r) softmax(out.row(r), out.cols);
  return out;
}

Matrix Network::arc_scores(const Matrix& inputs, std::size_t begin, std::size_t n) const {
  const std::size_t width = weights_.sizes().arc_width;
  const Matrix asks = affine(inputs.row(begin), n, inputs.cols, width, arc_u_, weights_.of(Part::arc_b));
  std::vector<float> heads((n + 1) * width);
  std::copy_n(weights_.row(Part::arc_root, 0), width, heads.data());
  for (std::size_t h = 0; h < n; ++h) std::copy_n(inputs.row(begin + h) + width, width, heads.data() + (h + 1) * width);
  Matrix out(n, n + 1);
  multiply(asks.data.data(), n, width, Panels::transposed(heads, width, n + 1), out.data.data(), n + 1, false);
  return out;
}

Matrix Network::relation_scores(const Matrix& inputs, std::size_t begin, std::span<const std::int32_t> heads) const {
  const NetworkSizes& s = weights_.sizes();
  const std::size_t width = s.relation_width, at = 2 * s.arc_width;
  Matrix hidden(heads.size(), width);
  for (std::size_t d = 0; d < heads.size(); ++d) {
    std::copy_n(inputs.row(begin + d) + at, width, hidden.row(d));
    add_row(hidden.row(d), heads[d] < 0 ? weights_.row(Part::relation_root, 0)
                                        : inputs.row(begin + static_cast<std::size_t>(heads[d])) + at + width, width);
  }
  leaky(hidden.data.data(), hidden.data.size());
  return affine(hidden, relation_w_, weights_.of(Part::relation_b));
}

}  // namespace fabula::syntax
