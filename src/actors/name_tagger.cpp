#include "actors/name_tagger.hpp"

#include <array>
#include <limits>

namespace fabula::actors::detail {
namespace {

constexpr std::int64_t kImpossible = std::numeric_limits<std::int64_t>::min() / 2;

using Row = std::array<std::int64_t, kLabels>;  // 32 bits overflow in a sentence of some 50 000 words
using Origins = std::array<Label, kLabels>;

}  // namespace

NameTagger::NameTagger(const NameModels& models)
    : weights_(models), first_(steps_of(models.first)), second_(steps_of(models.second)) {}

NameTagger::Steps NameTagger::steps_of(const NameModel& model) {
  Steps steps(kLabels);
  for (std::size_t y = 0; y < kLabels; ++y)
    for (std::size_t x = 0; x < kLabels; ++x)
      if (may_follow(static_cast<Label>(x), static_cast<Label>(y)))
        steps[y].push_back({static_cast<Label>(x), model.transitions[x * kLabels + y]});
  return steps;
}

void NameTagger::score(NameFeatures& features, const text::Doc& doc, std::vector<Scores>& first, std::vector<Scores>& second) const {
  first.assign(doc.tokens.size(), Scores{});
  second.assign(doc.tokens.size(), Scores{});
  for (const text::Sentence& sentence : doc.sentences)
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t)
      for (const std::uint32_t hash : features.of(t, sentence.first_token, sentence.end_token))
        weights_.add_both(hash, first[t], second[t]);
}

std::vector<Label> NameTagger::decode(const text::Doc& doc, std::span<const Scores> scores, const Steps& steps) {
  std::vector<Label> labels(doc.tokens.size(), kOutside);
  std::vector<Origins> from(doc.tokens.size());
  for (const text::Sentence& sentence : doc.sentences) {
    if (sentence.first_token == sentence.end_token) continue;
    Row best;
    for (std::size_t y = 0; y < kLabels; ++y)
      best[y] = may_follow(kOutside, static_cast<Label>(y)) ? scores[sentence.first_token][y] : kImpossible;
    for (std::uint32_t t = sentence.first_token + 1; t < sentence.end_token; ++t) {
      Row next;
      for (std::size_t y = 0; y < kLabels; ++y) {
        std::int64_t top = kImpossible;
        for (const Step& step : steps[y]) {
          const std::int64_t score = best[step.from] <= kImpossible ? kImpossible : best[step.from] + step.weight;
          if (score <= top) continue;
          top = score;
          from[t][y] = step.from;
        }
        next[y] = top <= kImpossible ? kImpossible : top + scores[t][y];
      }
      best = next;
    }
    Label last = kOutside;
    for (std::size_t y = 0; y < kLabels; ++y)
      if (may_follow(static_cast<Label>(y), kOutside) && best[y] > best[last]) last = static_cast<Label>(y);
    for (std::uint32_t t = sentence.end_token; t-- > sentence.first_token; last = from[t][last]) labels[t] = last;
  }
  return labels;
}

std::vector<Label> NameTagger::label_first(const text::Doc& doc, const Lexicon& lexicon) const {
  NameFeatures features(doc, lexicon);
  std::vector<Scores> first, second;
  score(features, doc, first, second);
  return decode(doc, first, first_);
}

std::vector<Label> NameTagger::label(const text::Doc& doc, const Lexicon& lexicon) const {
  NameFeatures features(doc, lexicon);
  std::vector<Scores> first, second;
  score(features, doc, first, second);
  features.set_first_pass(decode(doc, first, first_));
  for (const text::Sentence& sentence : doc.sentences)
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t)
      for (const std::uint32_t hash : features.of_first_pass(t)) weights_.add_second(hash, second[t]);
  return decode(doc, second, second_);
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
