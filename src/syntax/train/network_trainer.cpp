#include "syntax/train/network_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace fabula::syntax {
namespace {

constexpr float kBeta1 = 0.9f, kBeta2 = 0.98f, kEpsilon = 1e-8f, kLargestNorm = 5.0f;
constexpr float kLeastProbability = 1e-12f;  // that a logarithm is taken of

Matrix transposed(const float* x, std::size_t rows, std::size_t cols, std::size_t step) {
  Matrix out(cols, rows);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < cols; ++c) out.data[c * rows + r] = x[r * step + c];
  return out;
}

void times(Matrix& x, const std::vector<float>& mask) {
  for (std::size_t i = 0; i < x.data.size(); ++i) x.data[i] *= mask[i];
}

// Derivative of leaky() by its result's sign.
void leaky_backward(const float* y, float* d, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i)
    if (y[i] < 0) d[i] *= 0.1f;
}

// x: rows of `n` probabilities after softmax; subtracts the gold one and scales: the gradient of cross entropy.
float cross_entropy(float* p, std::size_t gold, std::size_t n, float scale) {
  const float loss = -std::log(std::max(p[gold], kLeastProbability));
  p[gold] -= 1;
  for (std::size_t i = 0; i < n; ++i) p[i] *= scale;
  return loss * scale;
}

// The same where several classes share what is right.
float cross_entropy(float* p, const std::vector<float>& target, float scale) {
  float loss = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (target[i] > 0) loss -= scale * target[i] * std::log(std::max(p[i], kLeastProbability));
    p[i] = scale * (p[i] - target[i]);
  }
  return loss;
}

std::size_t words_of(const std::vector<Example>& examples) {
  std::size_t words = 0;
  for (const Example& e : examples) words += e.inputs.size();
  return words;
}

}  // namespace

struct NetworkTrainer::Batch {
  Packing packing;
  std::vector<const Example*> sentences;  // in the packing's order
  std::vector<WordInput> inputs;
  Matrix embedded;
  std::vector<float> embedded_mask;
  Matrix states1;
  std::vector<float> states1_mask;
  Matrix tag_hidden;
  std::vector<float> tag_hidden_mask;
  Matrix tag_p, d_tag_p;
  Matrix inputs2, d_inputs2;
  Matrix states2, d_states2;
  std::vector<float> states2_mask;
  float scale = 1;  // one over the number of words
};

struct NetworkTrainer::LayerTrace {
  Matrix gates[2], cells[2];
};

NetworkTrainer::NetworkTrainer(const NetworkSizes& sizes, std::vector<std::vector<std::uint32_t>> class_atoms,
                               std::vector<std::uint32_t> word_counts, std::vector<std::uint8_t> upos_of_tag,
                               const TrainingOptions& options)
    : options_(options), class_atoms_(std::move(class_atoms)), word_counts_(std::move(word_counts)),
      upos_of_tag_(std::move(upos_of_tag)), weights_(sizes), gradient_(sizes), mean_(weights_.values().size()), variance_(weights_.values().size()), random_(options.seed) {
  initialize();
}

float NetworkTrainer::uniform() { return static_cast<float>(random_() >> 40) * (1.0f / 16777216.0f); }

std::vector<float> NetworkTrainer::mask(std::size_t n, float rate) {
  std::vector<float> out(n);
  const float keep = 1 / (1 - rate);
  for (float& x : out) x = uniform() < rate ? 0 : keep;
  return out;
}

void NetworkTrainer::initialize() {
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    const bool table = part <= Part::shape || part == Part::tag_embedding;
    const bool bias = weights_.rows(part) == 1 && part != Part::arc_root && part != Part::relation_root;
    float limit = std::sqrt(6.0f / static_cast<float>(weights_.rows(part) + weights_.cols(part)));
    if (table) limit = part == Part::affix ? 0.05f : 0.12f;
    if (part == Part::l1f_wh || part == Part::l1b_wh || part == Part::l2f_wh || part == Part::l2b_wh)
      limit = std::sqrt(3.0f / static_cast<float>(weights_.rows(part)));
    for (float& x : weights_.of(part)) x = bias ? 0 : (2 * uniform() - 1) * limit;
  }
  for (const Part b : {Part::l1f_b, Part::l1b_b, Part::l2f_b, Part::l2b_b})
    for (std::size_t u = 0; u < weights_.sizes().units; ++u) weights_.of(b)[weights_.sizes().units + u] = 1;
}

void NetworkTrainer::train(const std::vector<Example>& examples, const std::vector<Example>& silver,
                           const std::function<void(std::uint32_t, float)>& after_epoch) {
  std::vector<std::pair<const Example*, std::uint32_t>> all;  // and 0 where it is seen in every epoch, else 1 or 2
  for (const Example& e : examples) all.emplace_back(&e, 0);
  for (std::size_t i = 0; i < silver.size(); ++i) all.emplace_back(&silver[i], 1 + i % 2);
  total_steps_ = options_.epochs * ((words_of(examples) + words_of(silver) / 2) / options_.words_per_batch + 1);
  for (std::uint32_t epoch = 1; epoch <= options_.epochs; ++epoch) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random_() % i]);
    std::vector<const Example*> order;
    for (const auto& [example, half] : all)
      if (half == 0 || half == 1 + epoch % 2) order.push_back(example);
    float loss = 0;
    std::size_t batches = 0, gathered = 0;
    std::vector<const Example*> batch;
    for (std::size_t i = 0; i < order.size(); ++i) {
      batch.push_back(order[i]);
      gathered += order[i]->inputs.size();
      if (gathered < options_.words_per_batch && i + 1 < order.size()) continue;
      loss += accumulate(batch);
      update();
      ++batches;
      batch.clear();
      gathered = 0;
    }
    after_epoch(epoch, loss / static_cast<float>(std::max<std::size_t>(1, batches)));
  }
}

void NetworkTrainer::lay_out(const std::vector<const Example*>& examples, Batch& batch) {
  batch.sentences = examples;
  std::stable_sort(batch.sentences.begin(), batch.sentences.end(),
                   [](const Example* a, const Example* b) { return a->inputs.size() > b->inputs.size(); });
  for (const Example* e : batch.sentences) {
    batch.packing.add(static_cast<std::uint32_t>(e->inputs.size()));
    for (WordInput input : e->inputs) {
      const float f = static_cast<float>(word_counts_[input.word]);
      if (uniform() < options_.word_dropout / (options_.word_dropout + f)) input.word = 0;
      if (uniform() < options_.lexicon_dropout) input.lexical_class = 0;
      if (uniform() < options_.counts_dropout)
        input.lexical_class += static_cast<std::uint32_t>(class_atoms_.size() / 2);
      batch.inputs.push_back(input);
    }
  }
  batch.scale = 1.0f / static_cast<float>(batch.inputs.size());
  const NetworkSizes& s = weights_.sizes();
  batch.embedded = Matrix(batch.inputs.size(), s.input());
  for (std::size_t i = 0; i < batch.inputs.size(); ++i) {
    float* out = batch.embedded.row(i);
    add_row(out, weights_.row(Part::word, batch.inputs[i].word), s.word_width);
    out += s.word_width;
    for (const std::uint32_t a : batch.inputs[i].affixes) add_row(out, weights_.row(Part::affix, a), s.affix_width);
    out += s.affix_width;
    for (const std::uint32_t a : class_atoms_[batch.inputs[i].lexical_class])
      add_row(out, weights_.row(Part::atom, a), s.atom_width);
    out += s.atom_width;
    add_row(out, weights_.row(Part::shape, batch.inputs[i].shape), s.shape_width);
  }
  batch.embedded_mask = mask(batch.embedded.data.size(), options_.input_dropout);
  times(batch.embedded, batch.embedded_mask);
}

void NetworkTrainer::run_layer(const Packing& packing, Part wx, const Matrix& in, Matrix& out, LayerTrace& trace) const {
  const std::size_t units = weights_.sizes().units;
  out = Matrix(in.rows, 2 * units);
  for (int d = 0; d < 2; ++d) {
    const auto first = static_cast<Part>(static_cast<int>(wx) + 3 * d), wh = static_cast<Part>(static_cast<int>(first) + 1),
               b = static_cast<Part>(static_cast<int>(first) + 2);
    trace.gates[d] = Matrix(in.rows, 4 * units);
    trace.cells[d] = Matrix(in.rows, units);
    for (std::size_t r = 0; r < in.rows; ++r)
      std::memcpy(trace.gates[d].row(r), weights_.of(b).data(), 4 * units * sizeof(float));
    multiply(in.data.data(), in.rows, in.cols, Panels(weights_.of(first), in.cols, 4 * units), trace.gates[d].data.data(),
             4 * units, true);
    const Panels recurrent(weights_.of(wh), units, 4 * units);
    const auto recur = [&](const Matrix& hidden, std::size_t n, Matrix& gates) {
      multiply(hidden.row(0), n, units, recurrent, gates.row(0), gates.cols, true);
    };
    run_lstm(packing, d == 1, recur, GatesAfter::values, trace.gates[d], trace.cells[d], out.data.data() + d * units, out.cols);
  }
}

void NetworkTrainer::layer_backward(const Packing& packing, Part wx, const Matrix& in, const LayerTrace& trace,
                                    const Matrix& out, const Matrix& d_out, Matrix& d_in) {
  const std::size_t units = weights_.sizes().units, width = 4 * units, sentences = packing.length.size();
  d_in = Matrix(in.rows, in.cols);
  for (int d = 0; d < 2; ++d) {
    const auto first = static_cast<Part>(static_cast<int>(wx) + 3 * d), wh = static_cast<Part>(static_cast<int>(first) + 1),
               b = static_cast<Part>(static_cast<int>(first) + 2);
    const bool reversed = d == 1;
    const Panels back = Panels::transposed(weights_.of(wh), width, units);
    Matrix d_gates(in.rows, width), before(in.rows, units);
    Matrix d_hidden(sentences, units), d_cell(sentences, units), now(sentences, width);
    std::size_t active = 0;
    std::vector<float> bent(units);
    for (std::uint32_t t = packing.length.front(); t-- > 0;) {
      while (active < sentences && packing.length[active] > t) ++active;
      for (std::size_t s = 0; s < active; ++s) {
        const std::uint32_t row = packing.row(s, t, reversed);
        const float* g = trace.gates[d].row(row);
        const float* c = trace.cells[d].row(row);
        const float* c_before = t > 0 ? trace.cells[d].row(packing.row(s, t - 1, reversed)) : nullptr;
        if (t > 0)
          std::memcpy(before.row(row), out.row(packing.row(s, t - 1, reversed)) + d * units, units * sizeof(float));
        std::memcpy(bent.data(), c, units * sizeof(float));
        tangent(bent.data(), units);
        float* dg = now.row(s);
        for (std::size_t u = 0; u < units; ++u) {
          const float i = g[u], f = g[units + u], a = g[2 * units + u], o = g[3 * units + u];
          const float dh = d_out.row(row)[d * units + u] + d_hidden.row(s)[u];
          const float dc = d_cell.row(s)[u] + dh * o * (1 - bent[u] * bent[u]);
          dg[u] = dc * a * i * (1 - i);
          dg[units + u] = c_before ? dc * c_before[u] * f * (1 - f) : 0;
          dg[2 * units + u] = dc * i * (1 - a * a);
          dg[3 * units + u] = dh * bent[u] * o * (1 - o);
          d_cell.row(s)[u] = dc * f;
        }
        std::memcpy(d_gates.row(row), dg, width * sizeof(float));
      }
      multiply(now.row(0), active, width, back, d_hidden.row(0), units, false);
    }
    const Matrix turned = transposed(before.data.data(), before.rows, units, units);
    multiply(turned.data.data(), units, before.rows, Panels(d_gates.data, in.rows, width), gradient_.of(wh).data(), width,
             true);
    Matrix partial;
    affine_backward(first, b, in, d_gates, &partial);
    add_row(d_in.data.data(), partial.data.data(), d_in.data.size());
  }
}

void NetworkTrainer::affine_backward(Part w, Part b, const Matrix& in, const Matrix& d_out, Matrix* d_in) {
  const Matrix turned = transposed(in.data.data(), in.rows, in.cols, in.cols);
  multiply(turned.data.data(), in.cols, in.rows, Panels(d_out.data, in.rows, d_out.cols), gradient_.of(w).data(),
           d_out.cols, true);
  for (std::size_t r = 0; r < d_out.rows; ++r) add_row(gradient_.of(b).data(), d_out.row(r), d_out.cols);
  if (d_in == nullptr) return;
  *d_in = Matrix(in.rows, in.cols);
  multiply(d_out.data.data(), d_out.rows, d_out.cols, Panels::transposed(weights_.of(w), d_out.cols, in.cols),
           d_in->data.data(), in.cols, false);
}

float NetworkTrainer::heads_pass(Batch& batch) {
  const NetworkSizes& s = weights_.sizes();
  const std::size_t arc = s.arc_width, rel = s.relation_width, rows = batch.states2.rows;
  Matrix heads(rows, s.heads());
  for (std::size_t r = 0; r < rows; ++r) add_row(heads.row(r), weights_.of(Part::heads_b).data(), s.heads());
  multiply(batch.states2.data.data(), rows, batch.states2.cols,
           Panels(weights_.of(Part::heads_w), batch.states2.cols, s.heads()), heads.data.data(), s.heads(), true);
  for (std::size_t r = 0; r < rows; ++r) leaky(heads.row(r), 2 * arc);
  const Matrix bent = heads;  // signs for the way back
  std::vector<float> head_mask(heads.data.size(), 1);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < 2 * arc; ++c)
      head_mask[r * s.heads() + c] = uniform() < options_.head_dropout ? 0 : 1 / (1 - options_.head_dropout);
  times(heads, head_mask);
  Matrix d_heads(rows, s.heads());
  const Panels u(weights_.of(Part::arc_u), arc, arc), u_back = Panels::transposed(weights_.of(Part::arc_u), arc, arc);
  const Panels rw(weights_.of(Part::relation_w), rel, s.relations),
      rw_back = Panels::transposed(weights_.of(Part::relation_w), s.relations, rel);
  float loss = 0;
  for (std::size_t k = 0; k < batch.sentences.size(); ++k) {
    const Example& e = *batch.sentences[k];
    const std::size_t n = e.inputs.size(), at = batch.packing.start[k];
    // arcs
    Matrix asks(n, arc), answers(n + 1, arc), p(n, n + 1);
    for (std::size_t d = 0; d < n; ++d) add_row(asks.row(d), weights_.of(Part::arc_b).data(), arc);
    multiply(heads.row(at), n, s.heads(), u, asks.data.data(), arc, true);
    std::copy_n(weights_.row(Part::arc_root, 0), arc, answers.row(0));
    for (std::size_t h = 0; h < n; ++h) std::copy_n(heads.row(at + h) + arc, arc, answers.row(h + 1));
    multiply(asks.data.data(), n, arc, Panels::transposed(answers.data, arc, n + 1), p.data.data(), n + 1, false);
    for (std::size_t d = 0; d < n; ++d) {
      p.row(d)[d + 1] = -1e9f;
      softmax(p.row(d), n + 1);
      loss += cross_entropy(p.row(d), static_cast<std::size_t>(e.heads[d] + 1), n + 1, batch.scale * e.tree_weight(d));
    }
    Matrix d_asks(n, arc), d_answers(n + 1, arc);
    multiply(p.data.data(), n, n + 1, Panels(answers.data, n + 1, arc), d_asks.data.data(), arc, false);
    const Matrix p_turned = transposed(p.data.data(), n, n + 1, n + 1);
    multiply(p_turned.data.data(), n + 1, n, Panels(asks.data, n, arc), d_answers.data.data(), arc, false);
    add_row(gradient_.of(Part::arc_root).data(), d_answers.row(0), arc);
    for (std::size_t h = 0; h < n; ++h) add_row(d_heads.row(at + h) + arc, d_answers.row(h + 1), arc);
    const Matrix turned = transposed(heads.row(at), n, arc, s.heads());
    multiply(turned.data.data(), arc, n, Panels(d_asks.data, n, arc), gradient_.of(Part::arc_u).data(), arc, true);
    for (std::size_t d = 0; d < n; ++d) add_row(gradient_.of(Part::arc_b).data(), d_asks.row(d), arc);
    multiply(d_asks.data.data(), n, arc, u_back, d_heads.row(at), s.heads(), true);
    // relations, given the gold heads
    Matrix hidden(n, rel), q(n, s.relations);
    for (std::size_t d = 0; d < n; ++d) {
      add_row(hidden.row(d), heads.row(at + d) + 2 * arc, rel);
      add_row(hidden.row(d), e.heads[d] < 0 ? weights_.row(Part::relation_root, 0)
                                            : heads.row(at + static_cast<std::size_t>(e.heads[d])) + 2 * arc + rel, rel);
      add_row(q.row(d), weights_.of(Part::relation_b).data(), s.relations);
    }
    leaky(hidden.data.data(), hidden.data.size());
    const Matrix hidden_bent = hidden;
    const std::vector<float> hidden_mask = mask(hidden.data.size(), options_.head_dropout);
    times(hidden, hidden_mask);
    multiply(hidden.data.data(), n, rel, rw, q.data.data(), s.relations, true);
    for (std::size_t d = 0; d < n; ++d) {
      softmax(q.row(d), s.relations);
      loss += cross_entropy(q.row(d), e.relations[d], s.relations, batch.scale * e.tree_weight(d));
    }
    const Matrix hidden_turned = transposed(hidden.data.data(), n, rel, rel);
    multiply(hidden_turned.data.data(), rel, n, Panels(q.data, n, s.relations), gradient_.of(Part::relation_w).data(),
             s.relations, true);
    for (std::size_t d = 0; d < n; ++d) add_row(gradient_.of(Part::relation_b).data(), q.row(d), s.relations);
    Matrix d_hidden(n, rel);
    multiply(q.data.data(), n, s.relations, rw_back, d_hidden.data.data(), rel, false);
    times(d_hidden, hidden_mask);
    leaky_backward(hidden_bent.data.data(), d_hidden.data.data(), d_hidden.data.size());
    for (std::size_t d = 0; d < n; ++d) {
      add_row(d_heads.row(at + d) + 2 * arc, d_hidden.row(d), rel);
      float* other = e.heads[d] < 0 ? gradient_.of(Part::relation_root).data()
                                    : d_heads.row(at + static_cast<std::size_t>(e.heads[d])) + 2 * arc + rel;
      add_row(other, d_hidden.row(d), rel);
    }
  }
  times(d_heads, head_mask);
  for (std::size_t r = 0; r < rows; ++r) leaky_backward(bent.row(r), d_heads.row(r), 2 * arc);
  affine_backward(Part::heads_w, Part::heads_b, batch.states2, d_heads, &batch.d_states2);
  return loss + upos_pass(batch);
}

// The universal tags once more, from the second layer's states.
float NetworkTrainer::upos_pass(Batch& batch) {
  const std::size_t rows = batch.states2.rows, n = NetworkSizes::upos;
  Matrix p(rows, n);
  for (std::size_t r = 0; r < rows; ++r) add_row(p.row(r), weights_.of(Part::upos_b).data(), n);
  multiply(batch.states2.data.data(), rows, batch.states2.cols, Panels(weights_.of(Part::upos_w), batch.states2.cols, n),
           p.data.data(), n, true);
  float loss = 0;
  std::size_t row = 0;
  for (const Example* e : batch.sentences)
    for (std::size_t w = 0; w < e->tags.size(); ++w, ++row) {
      std::vector<float> target(n);
      for (const auto& [tag, share] : e->tags[w]) target[upos_of_tag_[tag]] += share;
      softmax(p.row(row), n);
      loss += cross_entropy(p.row(row), target, batch.scale * e->tag_weight(w));
    }
  Matrix d_states;
  affine_backward(Part::upos_w, Part::upos_b, batch.states2, p, &d_states);
  add_row(batch.d_states2.data.data(), d_states.data.data(), d_states.data.size());
  return loss;
}

float NetworkTrainer::accumulate(const std::vector<const Example*>& examples) {
  const NetworkSizes& s = weights_.sizes();
  Batch b;
  lay_out(examples, b);
  const std::size_t rows = b.inputs.size();
  LayerTrace trace1, trace2;
  run_layer(b.packing, Part::l1f_wx, b.embedded, b.states1, trace1);
  const Matrix raw1 = b.states1;
  b.states1_mask = mask(b.states1.data.size(), options_.layer_dropout);
  times(b.states1, b.states1_mask);

  // tags
  b.tag_hidden = Matrix(rows, s.tag_hidden);
  for (std::size_t r = 0; r < rows; ++r) add_row(b.tag_hidden.row(r), weights_.of(Part::tag_b1).data(), s.tag_hidden);
  multiply(b.states1.data.data(), rows, s.layer(), Panels(weights_.of(Part::tag_w1), s.layer(), s.tag_hidden),
           b.tag_hidden.data.data(), s.tag_hidden, true);
  leaky(b.tag_hidden.data.data(), b.tag_hidden.data.size());
  const Matrix tag_bent = b.tag_hidden;
  b.tag_hidden_mask = mask(b.tag_hidden.data.size(), options_.head_dropout);
  times(b.tag_hidden, b.tag_hidden_mask);
  b.tag_p = Matrix(rows, s.tags);
  for (std::size_t r = 0; r < rows; ++r) add_row(b.tag_p.row(r), weights_.of(Part::tag_b2).data(), s.tags);
  multiply(b.tag_hidden.data.data(), rows, s.tag_hidden, Panels(weights_.of(Part::tag_w2), s.tag_hidden, s.tags),
           b.tag_p.data.data(), s.tags, true);
  for (std::size_t r = 0; r < rows; ++r) softmax(b.tag_p.row(r), s.tags);

  // second layer
  b.inputs2 = Matrix(rows, s.input2());
  for (std::size_t r = 0; r < rows; ++r) std::copy_n(b.states1.row(r), s.layer(), b.inputs2.row(r));
  multiply(b.tag_p.data.data(), rows, s.tags, Panels(weights_.of(Part::tag_embedding), s.tags, s.tag_width),
           b.inputs2.data.data() + s.layer(), s.input2(), false);
  run_layer(b.packing, Part::l2f_wx, b.inputs2, b.states2, trace2);
  const Matrix raw2 = b.states2;
  b.states2_mask = mask(b.states2.data.size(), options_.layer_dropout);
  times(b.states2, b.states2_mask);

  float loss = heads_pass(b);
  times(b.d_states2, b.states2_mask);
  layer_backward(b.packing, Part::l2f_wx, b.inputs2, trace2, raw2, b.d_states2, b.d_inputs2);

  // back through the tags
  Matrix d_expected(rows, s.tag_width);
  for (std::size_t r = 0; r < rows; ++r) std::copy_n(b.d_inputs2.row(r) + s.layer(), s.tag_width, d_expected.row(r));
  const Matrix p_turned = transposed(b.tag_p.data.data(), rows, s.tags, s.tags);
  multiply(p_turned.data.data(), s.tags, rows, Panels(d_expected.data, rows, s.tag_width),
           gradient_.of(Part::tag_embedding).data(), s.tag_width, true);
  Matrix d_p(rows, s.tags);
  multiply(d_expected.data.data(), rows, s.tag_width,
           Panels::transposed(weights_.of(Part::tag_embedding), s.tag_width, s.tags), d_p.data.data(), s.tags, false);
  std::size_t row = 0;
  for (const Example* e : b.sentences)
    for (std::size_t w = 0; w < e->tags.size(); ++w) {
      float* p = b.tag_p.row(row);
      float* d = d_p.row(row++);
      float mean = 0;
      for (std::size_t i = 0; i < s.tags; ++i) mean += d[i] * p[i];
      for (std::size_t i = 0; i < s.tags; ++i) d[i] = p[i] * (d[i] - mean);
      loss += tag_loss(p, e->tags[w], b.scale * e->tag_weight(w));
      add_row(d, p, s.tags);
    }
  Matrix d_tag_hidden, d_states1;
  affine_backward(Part::tag_w2, Part::tag_b2, b.tag_hidden, d_p, &d_tag_hidden);
  times(d_tag_hidden, b.tag_hidden_mask);
  leaky_backward(tag_bent.data.data(), d_tag_hidden.data.data(), d_tag_hidden.data.size());
  affine_backward(Part::tag_w1, Part::tag_b1, b.states1, d_tag_hidden, &d_states1);
  for (std::size_t r = 0; r < rows; ++r) add_row(d_states1.row(r), b.d_inputs2.row(r), s.layer());
  times(d_states1, b.states1_mask);
  Matrix d_embedded;
  layer_backward(b.packing, Part::l1f_wx, b.embedded, trace1, raw1, d_states1, d_embedded);
  times(d_embedded, b.embedded_mask);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* d = d_embedded.row(r);
    add_row(gradient_.row(Part::word, b.inputs[r].word), d, s.word_width);
    d += s.word_width;
    for (const std::uint32_t a : b.inputs[r].affixes) add_row(gradient_.row(Part::affix, a), d, s.affix_width);
    d += s.affix_width;
    for (const std::uint32_t a : class_atoms_[b.inputs[r].lexical_class])
      add_row(gradient_.row(Part::atom, a), d, s.atom_width);
    d += s.atom_width;
    add_row(gradient_.row(Part::shape, b.inputs[r].shape), d, s.shape_width);
  }
  return loss;
}

// p: probabilities of the labels; becomes the gradient of two losses: that of the labels, and that of their universal tags,
// which asks for no more than that the right tag's labels share all probability.
float NetworkTrainer::tag_loss(float* p, const LabelShares& labels, float scale) const {
  const std::size_t n = weights_.sizes().tags;
  const float a = options_.upos_share;
  std::vector<float> target(n);
  for (const auto& [label, share] : labels) target[label] += share;
  std::array<float, NetworkSizes::upos> have{}, want{};
  for (std::size_t i = 0; i < n; ++i) have[upos_of_tag_[i]] += p[i], want[upos_of_tag_[i]] += target[i];
  float loss = 0;
  for (std::size_t u = 0; u < want.size(); ++u)
    if (want[u] > 0) loss -= a * scale * want[u] * std::log(std::max(have[u], kLeastProbability));
  for (std::size_t i = 0; i < n; ++i) {
    if (target[i] > 0) loss -= (1 - a) * scale * target[i] * std::log(std::max(p[i], kLeastProbability));
    const auto u = upos_of_tag_[i];
    target[i] = (1 - a) * target[i] + a * (want[u] > 0 ? want[u] * p[i] / std::max(have[u], kLeastProbability) : 0);
    p[i] = (p[i] - target[i]) * scale;
  }
  return loss;
}

// Adam (Kingma & Ba 2015): a short warm-up, then a rate that falls to zero along a straight line.
void NetworkTrainer::update() {
  ++steps_;
  std::vector<float>& g = gradient_.values();
  std::vector<float>& w = weights_.values();
  double norm = 0;
  for (const float x : g) norm += static_cast<double>(x) * x;
  const float clip = norm > kLargestNorm * kLargestNorm ? kLargestNorm / static_cast<float>(std::sqrt(norm)) : 1;
  const float warm = std::min(1.0f, static_cast<float>(steps_) / 200.0f);
  const float left = 1 - static_cast<float>(steps_) / static_cast<float>(total_steps_ + 1);
  const auto t = static_cast<float>(steps_);
  const float fix1 = 1 / (1 - std::pow(kBeta1, t)), fix2 = 1 / (1 - std::pow(kBeta2, t));
  const float rate = options_.rate * warm * std::max(left, 0.0f);
  for (std::size_t i = 0; i < w.size(); ++i) {
    const float x = g[i] * clip;
    mean_[i] = kBeta1 * mean_[i] + (1 - kBeta1) * x;
    variance_[i] = kBeta2 * variance_[i] + (1 - kBeta2) * x * x;
    w[i] -= rate * (mean_[i] * fix1) / (std::sqrt(variance_[i] * fix2) + kEpsilon);
    g[i] = 0;
  }
}

}  // namespace fabula::syntax
