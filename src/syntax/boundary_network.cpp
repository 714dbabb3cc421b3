#include "syntax/boundary_network.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::syntax {
namespace {

float log_odds_of(float p) {
  const float least = std::exp(-BoundaryOpinion::kMost);
  p = std::clamp(p, least, 1 - least);
  return std::clamp(std::log(p / (1 - p)), -BoundaryOpinion::kMost, BoundaryOpinion::kMost);
}

}  // namespace

NetworkSizes BoundaryNetwork::sizes(const InputTables& inputs, std::size_t atoms) {
  NetworkSizes s;
  s.words = inputs.words();
  s.affixes = inputs.affix_rows();
  s.atoms = static_cast<std::uint32_t>(atoms) + 1;
  s.shapes = InputTables::kShapes;
  s.tags = kLabels;
  s.relations = 1;
  s.word_width = s.affix_width = s.atom_width = 32;
  s.units = 64;
  s.tag_hidden = 32;
  s.tag_width = s.arc_width = s.relation_width = 16;
  return s;
}

BoundaryNetwork::BoundaryNetwork(Weights weights, InputTables inputs, std::vector<std::vector<std::uint32_t>> class_atoms)
    : inputs_(std::move(inputs)), network_(std::move(weights), std::move(class_atoms)) {}

std::vector<float> BoundaryNetwork::log_odds(const std::vector<text::Token>& tokens, std::uint32_t begin, std::uint32_t end,
                                             std::uint32_t first, std::uint32_t last, const Lexicon& lexicon) const {
  const std::uint32_t from = begin - std::min(begin - first, kMargin), to = end + std::min(last - end, kMargin);
  Packing packing;
  packing.add(to - from);
  std::vector<WordInput> inputs;
  for (std::uint32_t t = from; t < to; ++t) inputs.push_back(inputs_.input(tokens[t].form, false, lexicon));
  const Matrix states = network_.encode(packing, inputs);
  Matrix labels = network_.tag_scores(states);
  const Matrix expected = network_.expected_tags(labels);
  const Matrix again = network_.upos_probabilities(network_.encode_tagged(packing, states, expected));
  std::vector<float> out;
  for (std::uint32_t t = begin; t < end; ++t)
    out.push_back((log_odds_of(labels.row(t - from)[kEnd]) + log_odds_of(again.row(t - from)[kEnd])) / 2);
  return out;
}

BoundaryOpinion::BoundaryOpinion(std::span<const BoundaryNetwork> networks, const std::vector<text::Token>& tokens,
                                 std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon)
    : networks_(networks), tokens_(tokens), lexicon_(lexicon), begin_(begin), end_(end),
      stretches_((end - begin) / kStretch + 1) {}

float BoundaryOpinion::log_odds(std::uint32_t at) {
  if (networks_.empty()) return 0;
  const std::uint32_t stretch = (at - begin_) / kStretch, from = begin_ + stretch * kStretch;
  std::vector<float>& known = stretches_[stretch];
  if (known.empty()) {
    const std::uint32_t to = std::min(from + kStretch, end_);
    known.resize(to - from);
    for (const BoundaryNetwork& network : networks_)
      add_row(known.data(), network.log_odds(tokens_, from, to, begin_, end_, lexicon_).data(), known.size());
    for (float& odds : known) odds /= static_cast<float>(networks_.size());
  }
  return known[at - from];
}

}  // namespace fabula::syntax
