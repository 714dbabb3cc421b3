#include "syntax/train/silver.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "fabula/base/error.hpp"
#include "fabula/text/reader.hpp"
#include "syntax/train/files.hpp"
#include "syntax/tree_decoder.hpp"

namespace fabula::syntax {
namespace {

constexpr float kLeastShare = 0.005f;  // of a label among those that a word may have

void accumulate(Matrix& sum, const Matrix& x) {
  if (sum.data.empty()) sum = Matrix(x.rows, x.cols);
  add_row(sum.data.data(), x.data.data(), x.data.size());
}

void append(Silver& silver, const text::Doc& doc, const text::Sentence& s) {
  text::Sentence added;
  added.first_word = static_cast<std::uint32_t>(silver.doc.words.size());
  silver.doc.words.insert(silver.doc.words.end(), doc.words.begin() + s.first_word, doc.words.begin() + s.end_word);
  added.end_word = static_cast<std::uint32_t>(silver.doc.words.size());
  silver.doc.sentences.push_back(added);
}

// Labels by the mean of what the first layers give them, raised or lowered with the votes of their universal tag.
LabelShares shares_of(const float* sums, float teachers, const TagVotes& votes, const std::vector<TagLabel>& tags,
                      std::size_t best) {
  LabelShares shares;
  float sum = 0;
  for (std::size_t t = 0; t < tags.size(); ++t) {
    const auto u = static_cast<std::size_t>(tags[t].upos);
    const float share = sums[t] / teachers * (votes.first[u] > 0 ? votes.both[u] / votes.first[u] : 0);
    if (share < kLeastShare && t != best) continue;
    shares.emplace_back(static_cast<std::uint32_t>(t), share);
    sum += share;
  }
  for (auto& [label, share] : shares) share /= sum;
  return shares;
}

}  // namespace

void Teachers::add(Models models, const std::string& path) {
  if (!empty()) {
    const Models& first = teachers_.front()->models;
    if (models.tags != first.tags || models.relations != first.relations)
      throw InputError("FAB-IN-002", "its network was trained on other classes", path);
  }
  Network network(models.weights, atoms_of_classes(models.lexicon, models.atoms));
  teachers_.push_back(std::make_unique<Teacher>(Teacher{std::move(models), std::move(network)}));
}

Silver Teachers::label(const std::filesystem::path& folder, const lang::Pack& pack) const {
  Silver silver;
  for (const std::filesystem::path& path : texts_below(folder)) {
    text::Doc doc;
    doc.article = text::read_text(read_file(path.string()), path.filename().string(), pack);
    const Models& first = teachers_.front()->models;
    first.segmenter.segment(doc, first.lexicon);
    for (const text::Sentence& s : doc.sentences) {
      const std::uint32_t n = s.end_word - s.first_word;
      if (n < kLeast || n > kLongest) continue;
      append(silver, doc, s);
      label(silver, silver.doc.sentences.back());
    }
  }
  return silver;
}

void Teachers::label(Silver& silver, const text::Sentence& s) const {
  const std::uint32_t n = s.end_word - s.first_word;
  const auto many = static_cast<float>(teachers_.size());
  const std::vector<TagLabel>& tags = teachers_.front()->models.tags;
  const std::vector<std::string>& relations = teachers_.front()->models.relations;
  Packing packing;
  packing.add(n);
  const TagCounter counter(tags);
  Matrix tag_sums, upos_sums, arc_sums, relation_sums;
  std::vector<Matrix> head_inputs;
  for (const auto& teacher : teachers_) {
    std::vector<WordInput> inputs;
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w)
      inputs.push_back(teacher->models.inputs.input(silver.doc.words[w].form, w == s.first_word, teacher->models.lexicon));
    const Matrix states = teacher->network.encode(packing, inputs);
    Matrix scores = teacher->network.tag_scores(states);
    const Matrix expected = teacher->network.expected_tags(scores);
    accumulate(tag_sums, scores);
    const Matrix deep = teacher->network.encode_tagged(packing, states, expected);
    accumulate(upos_sums, teacher->network.upos_probabilities(deep));
    head_inputs.push_back(teacher->network.head_inputs(deep));
    Matrix arcs = teacher->network.arc_scores(head_inputs.back(), 0, n);
    for (std::uint32_t d = 0; d < n; ++d) {
      arcs.row(d)[d + 1] = -1e9f;
      softmax(arcs.row(d), arcs.cols);
    }
    accumulate(arc_sums, arcs);
  }
  Matrix logs = arc_sums;
  for (float& x : logs.data) x = std::log(std::max(x / many, 1e-9f));
  const std::vector<std::int32_t> heads = best_tree(logs);
  for (std::size_t i = 0; i < teachers_.size(); ++i) {
    Matrix scores = teachers_[i]->network.relation_scores(head_inputs[i], 0, heads);
    for (std::uint32_t d = 0; d < n; ++d) softmax(scores.row(d), scores.cols);
    accumulate(relation_sums, scores);
  }
  for (std::uint32_t d = 0; d < n; ++d) {
    text::Word& word = silver.doc.words[s.first_word + d];
    const TagVotes votes = counter.count(tag_sums.row(d), upos_sums.row(d));
    const std::size_t tag = votes.likeliest[votes.best()];
    word.upos = tags[tag].upos;
    word.feats = tags[tag].feats;
    float* row = relation_sums.row(d);
    const std::size_t relation = static_cast<std::size_t>(std::max_element(row, row + relations.size()) - row);
    word.deprel = heads[d] == kRootHead ? "root" : relations[relation];
    word.head = heads[d] == kRootHead ? WordId{} : WordId(s.first_word + static_cast<std::uint32_t>(heads[d]));
    silver.tags.push_back(shares_of(tag_sums.row(d), many, votes, tags, tag));
    silver.tree_trust.push_back(arc_sums.row(d)[heads[d] + 1] / many);
  }
}

}  // namespace fabula::syntax
