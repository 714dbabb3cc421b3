#include "actors/name_model.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace fabula::actors::detail {
namespace {

constexpr std::string_view kMark = "names";
constexpr std::uint32_t kVersion = 1;
constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;

using Row = std::array<std::int32_t, kLabels>;

}  // namespace

NameModel::NameModel(std::vector<std::int32_t> transitions, std::vector<std::uint32_t> hashes, std::vector<std::int8_t> rows)
    : transitions_(std::move(transitions)), hashes_(std::move(hashes)), rows_(std::move(rows)) {
  index();
}

void NameModel::index() {
  row_of_.reserve(hashes_.size());
  for (std::uint32_t i = 0; i < hashes_.size(); ++i) row_of_.emplace(hashes_[i], i);
}

void NameModel::label(NameFeatures& features, const text::Sentence& sentence, std::vector<Label>& labels) const {
  const std::uint32_t n = sentence.end_token - sentence.first_token;
  if (n == 0) return;
  std::vector<Row> best(n);
  std::vector<std::array<Label, kLabels>> from(n);
  for (std::uint32_t t = 0; t < n; ++t) {
    Row emission{};
    for (const std::uint64_t f : features.of(sentence.first_token + t, sentence.first_token, sentence.end_token)) {
      const auto it = row_of_.find(kept_hash(f));
      if (it == row_of_.end()) continue;
      const std::int8_t* row = rows_.data() + std::size_t{it->second} * kLabels;
      for (std::size_t y = 0; y < kLabels; ++y) emission[y] += weight_of(row[y]);
    }
    for (std::size_t y = 0; y < kLabels; ++y) {
      if (t == 0) {
        best[t][y] = may_follow(kOutside, static_cast<Label>(y)) ? emission[y] : kImpossible;
        continue;
      }
      std::int32_t top = kImpossible;
      for (std::size_t x = 0; x < kLabels; ++x) {
        if (!may_follow(static_cast<Label>(x), static_cast<Label>(y)) || best[t - 1][x] <= kImpossible) continue;
        const std::int32_t score = best[t - 1][x] + transitions_[x * kLabels + y];
        if (score > top) {
          top = score;
          from[t][y] = static_cast<Label>(x);
        }
      }
      best[t][y] = top <= kImpossible ? kImpossible : top + emission[y];
    }
  }
  Label last = kOutside;
  for (std::size_t y = 0; y < kLabels; ++y)
    if (may_follow(static_cast<Label>(y), kOutside) && best[n - 1][y] > best[n - 1][last]) last = static_cast<Label>(y);
  const std::size_t base = labels.size();
  labels.resize(base + n);
  for (std::uint32_t t = n; t-- > 0; last = from[t][last]) labels[base + t] = last;
}

void NameModel::write(syntax::ModelWriter& out) const {
  out.array(transitions_);
  out.array(hashes_);
  out.array(rows_);
}

NameModel NameModel::read(syntax::ModelReader& in) {
  NameModel model;
  model.transitions_ = in.array<std::int32_t>();
  model.hashes_ = in.array<std::uint32_t>();
  model.rows_ = in.array<std::int8_t>();
  in.expect(model.transitions_.size() == kLabels * kLabels && model.rows_.size() == model.hashes_.size() * kLabels,
            "the name model is damaged: a weight table has the wrong size");
  model.index();
  return model;
}

NameModels NameModels::load(const std::filesystem::path& path) {
  syntax::ModelReader in(path);
  in.expect(in.text() == kMark, "this is not a name model");
  in.expect(in.value<std::uint32_t>() == kVersion, "the name model is of another version; train it again");
  NameModels models;
  models.first = NameModel::read(in);
  models.second = NameModel::read(in);
  return models;
}

std::string NameModels::file() const {
  syntax::ModelWriter out;
  out.text(kMark);
  out.value(kVersion);
  first.write(out);
  second.write(out);
  return out.file();
}

std::vector<Label> NameModels::label(const text::Doc& doc, const Lexicon& lexicon) const {
  NameFeatures features(doc, lexicon);
  std::vector<Label> labels;
  for (const text::Sentence& sentence : doc.sentences) first.label(features, sentence, labels);
  features.set_first_pass(labels);
  labels.clear();
  for (const text::Sentence& sentence : doc.sentences) second.label(features, sentence, labels);
  return labels;
}

std::vector<NameMention> names_of(const text::Doc& doc, const std::vector<Label>& labels) {
  std::vector<NameMention> names;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kOutside) continue;
    std::uint32_t end = i + 1;
    while (end < labels.size() && part_of(labels[end - 1]) != LabelPart::last && part_of(labels[end - 1]) != LabelPart::only &&
           labels[end] != kOutside)
      ++end;
    names.push_back({{doc.tokens[i].span.begin, doc.tokens[end - 1].span.end}, i, end, type_of(labels[i])});
    i = end - 1;
  }
  return names;
}

}  // namespace fabula::actors::detail
