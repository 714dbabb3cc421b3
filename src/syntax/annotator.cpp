#include "syntax/annotator.hpp"

#include <algorithm>

#include "syntax/tree_decoder.hpp"

namespace fabula::syntax {
namespace {

// A longer sentence is no sentence (a list, a table, noise). It is analysed in pieces, so that time stays linear.
constexpr std::uint32_t kLongestPiece = 200;
constexpr std::size_t kWordsPerBatch = 400;
constexpr std::uint8_t kNoTag = 255;
// How much likelier than the network says the tag is that a form has most often in the word list (chosen on dev).
constexpr float kFirstTagOdds = 2;
constexpr float kDisagreement = 2;  // what an arc loses whose ends differ in gender, or in number (chosen on dev)

// An adjective or participle that modifies rather than predicates, which it would do behind an auxiliary.
bool modifies(std::span<const text::Word> words, std::size_t at) {
  using enum text::Upos;
  const text::Word& word = words[at];
  if (word.upos != ADJ && (word.upos != VERB || text::feat(word, "VerbForm") != "Part")) return false;
  while (at > 0 && words[at - 1].upos == ADV) --at;
  return at == 0 || words[at - 1].upos != AUX;
}

// Makes nouns of another gender or number less likely heads of what modifies nouns.
void hold_to_agreement(std::span<const text::Word> words, Matrix& arcs) {
  for (std::size_t d = 0; d < words.size(); ++d) {
    if (!modifies(words, d)) continue;
    const std::string_view gender = text::feat(words[d], "Gender"), number = text::feat(words[d], "Number");
    for (std::size_t h = 0; h < words.size(); ++h) {
      if (words[h].upos != text::Upos::NOUN) continue;
      const std::string_view g = text::feat(words[h], "Gender"), n = text::feat(words[h], "Number");
      if (!gender.empty() && !g.empty() && gender != g) arcs.row(d)[h + 1] -= kDisagreement;
      if (!number.empty() && !n.empty() && number != n) arcs.row(d)[h + 1] -= kDisagreement;
    }
  }
}

}  // namespace

Annotator::Annotator(Models models)
    : segmenter_(std::move(models.segmenter)), lexicon_(std::move(models.lexicon)),
      lemmatizer_(std::move(models.lemmatizer)), inputs_(std::move(models.inputs)), tags_(std::move(models.tags)), tag_counter_(tags_),
      relations_(std::move(models.relations)),
      network_(std::move(models.weights), atoms_of_classes(lexicon_, models.atoms)) {
  for (Weights& weights : models.boundary_weights)
    segmenter_.consult(BoundaryNetwork(std::move(weights), inputs_, atoms_of_classes(lexicon_, models.atoms)));
  first_tags_ = first_tags_of(lexicon_);
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (relations_[i] == "root") root_relation_ = static_cast<std::int64_t>(i);
}

// The tag of the treebank lexicon's most frequent reading of each class, kNoTag where it has none.
std::vector<std::uint8_t> Annotator::first_tags_of(const Lexicon& lexicon) {
  std::vector<std::uint8_t> tags(std::max<std::uint32_t>(1, lexicon.classes()), kNoTag);
  for (std::uint32_t c = 0; c < lexicon.classes(); ++c) {
    const std::span<const Reading> readings = lexicon.readings(c);
    const auto found = std::find_if(readings.begin(), readings.end(), [](const Reading& r) { return r.source == 1; });
    if (found != readings.end()) tags[c] = found->upos;
  }
  return tags;
}

std::vector<Annotator::Piece> Annotator::pieces_of(const text::Doc& doc) {
  std::vector<Piece> pieces;
  for (const text::Sentence& s : doc.sentences)
    for (std::uint32_t at = s.first_word; at < s.end_word; at += kLongestPiece)
      pieces.push_back({at, std::min(at + kLongestPiece, s.end_word), at == s.first_word});
  return pieces;
}

void Annotator::run(text::Doc& doc, Steps steps) const {
  const std::vector<Piece> pieces = pieces_of(doc);
  std::size_t first = 0, words = 0;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    words += pieces[p].end - pieces[p].begin;
    if (words < kWordsPerBatch && p + 1 < pieces.size()) continue;
    run_batch(doc, std::span(pieces).subspan(first, p + 1 - first), steps);
    first = p + 1;
    words = 0;
  }
  if ((steps & kParse) == 0) return;
  // The roots of a sentence's later pieces hang on the root of its first.
  WordId root;
  for (const Piece& piece : pieces)
    for (std::uint32_t w = piece.begin; w < piece.end; ++w) {
      if (doc.words[w].head) continue;
      if (piece.first) root = WordId(w);
      if (piece.first) continue;
      doc.words[w].head = root;
      doc.words[w].deprel = "parataxis";
    }
}

void Annotator::run_batch(text::Doc& doc, std::span<const Piece> given, Steps steps) const {
  std::vector<Piece> pieces(given.begin(), given.end());
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.end - a.begin > b.end - b.begin; });
  Packing packing;
  std::vector<WordInput> inputs;
  for (const Piece& piece : pieces) {
    packing.add(piece.end - piece.begin);
    for (std::uint32_t w = piece.begin; w < piece.end; ++w)
      inputs.push_back(inputs_.input(doc.words[w].form, piece.first && w == piece.begin, lexicon_));
  }
  const Matrix states = network_.encode(packing, inputs);
  Matrix labels, tags;
  if ((steps & kTag) != 0) {
    labels = network_.tag_scores(states);
    tags = network_.expected_tags(labels);
  } else {
    tags = given_tags(doc, pieces, packing);
  }
  const Matrix deep = network_.encode_tagged(packing, states, tags);
  if ((steps & kTag) != 0) write_tags(doc, pieces, packing, inputs, labels, network_.upos_probabilities(deep));
  if ((steps & kParse) == 0) return;
  const Matrix heads = network_.head_inputs(deep);
  for (std::size_t p = 0; p < pieces.size(); ++p) write_tree(doc, pieces[p], heads, packing.start[p]);
}

// The tag that both layers give the most, then its likeliest features.
void Annotator::write_tags(text::Doc& doc, std::span<const Piece> pieces, const Packing& packing,
                           std::span<const WordInput> inputs, const Matrix& labels, const Matrix& upos) const {
  for (std::size_t p = 0; p < pieces.size(); ++p)
    for (std::uint32_t w = pieces[p].begin; w < pieces[p].end; ++w) {
      const std::uint32_t at = packing.start[p] + w - pieces[p].begin;
      TagVotes votes = tag_counter_.count(labels.row(at), upos.row(at));
      if (const std::uint8_t tag = first_tags_[inputs[at].lexical_class]; tag != kNoTag) votes.both[tag] *= kFirstTagOdds;
      const TagLabel& label = tags_[votes.likeliest[votes.best()]];
      text::Word& word = doc.words[w];
      word.upos = label.upos;
      word.feats = label.feats;
      word.lemma = lemmatizer_.lemma(word.form, word.upos, word.feats, lexicon_);
    }
}

// One tag of tag and features if the model knows it, else the mean of all that have the tag.
Matrix Annotator::given_tags(const text::Doc& doc, std::span<const Piece> pieces, const Packing& packing) const {
  Matrix out(packing.rows, network_.sizes().tag_width);
  for (std::size_t p = 0; p < pieces.size(); ++p)
    for (std::uint32_t w = pieces[p].begin; w < pieces[p].end; ++w) {
      const text::Word& word = doc.words[w];
      float* row = out.row(packing.start[p] + w - pieces[p].begin);
      const auto known = std::find(tags_.begin(), tags_.end(), TagLabel{word.upos, word.feats});
      float n = 0;
      for (std::size_t t = 0; t < tags_.size(); ++t) {
        if (tags_[t].upos != word.upos || (known != tags_.end() && tags_[t].feats != word.feats)) continue;
        add_row(row, network_.tag_embedding(t), out.cols);
        ++n;
      }
      for (std::size_t i = 0; i < out.cols && n > 1; ++i) row[i] /= n;
    }
  return out;
}

void Annotator::write_tree(text::Doc& doc, const Piece& piece, const Matrix& head_inputs, std::uint32_t row) const {
  const std::uint32_t n = piece.end - piece.begin;
  Matrix arcs = network_.arc_scores(head_inputs, row, n);
  hold_to_agreement(std::span(doc.words).subspan(piece.begin, n), arcs);
  const std::vector<std::int32_t> heads = best_tree(arcs);
  Matrix relations = network_.relation_scores(head_inputs, row, heads);
  for (std::uint32_t i = 0; i < n; ++i) {
    text::Word& word = doc.words[piece.begin + i];
    if (heads[i] == kRootHead) {
      word.head = WordId{};
      word.deprel = "root";
      continue;
    }
    float* scores = relations.row(i);
    if (root_relation_ >= 0) scores[root_relation_] = -1e9f;
    word.head = WordId(piece.begin + static_cast<std::uint32_t>(heads[i]));
    word.deprel = relations_[static_cast<std::size_t>(std::max_element(scores, scores + relations.cols) - scores)];
  }
}

}  // namespace fabula::syntax
