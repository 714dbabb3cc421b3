#include "syntax/morphology.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::syntax {
namespace {

constexpr int kLongestEnding = 6;

std::uint64_t key(text::Upos upos, int ending, std::string_view folded) {
  const std::string_view part = ending == 0 ? folded : utf8_suffix(folded, ending);
  return mix(static_cast<std::uint64_t>(upos), static_cast<std::uint64_t>(ending), hash_text(part));
}

}  // namespace

EditRule EditRule::between(std::string_view form, std::string_view lemma) {
  const std::u32string target = to_utf32(lemma);
  EditRule best;
  std::size_t cost = ~std::size_t{0};
  for (const bool low : {true, false}) {
    const std::u32string source = to_utf32(low ? fabula::lower(form) : std::string(form));
    std::size_t same = 0;
    while (same < source.size() && same < target.size() && source[same] == target[same]) ++same;
    const std::size_t here = source.size() + target.size() - 2 * same;
    if (here >= cost) continue;
    cost = here;
    best = {static_cast<std::uint32_t>(source.size() - same), to_utf8(std::u32string_view(target).substr(same)), low};
  }
  return best;
}

std::string EditRule::apply(std::string_view form) const {
  std::u32string letters = to_utf32(lower ? fabula::lower(form) : std::string(form));
  letters.resize(letters.size() - std::min<std::size_t>(drop, letters.size()));
  return to_utf8(letters) + add;
}

void Morphology::fill(text::Word& word) const {
  const std::string folded = fold(word.form);
  for (int ending = 0; ending <= kLongestEnding + 1; ++ending) {
    const int size = ending == 0 ? 0 : kLongestEnding + 1 - ending;
    const auto found = ending > kLongestEnding ? entries_.find(mix(static_cast<std::uint64_t>(word.upos), 99))
                                               : entries_.find(key(word.upos, size, folded));
    if (found == entries_.end()) continue;
    word.feats = feats_[found->second.feats];
    word.lemma = rules_[found->second.rule].apply(word.form);
    return;
  }
  word.feats.clear();
  word.lemma = folded;
}

Morphology Morphology::train(const std::vector<text::Word>& words) {
  std::map<std::uint64_t, std::map<std::pair<std::string, EditRule>, int>> counts;
  for (const text::Word& word : words) {
    const std::string folded = fold(word.form);
    const std::pair value{word.feats, EditRule::between(word.form, word.lemma)};
    for (int ending = 0; ending <= kLongestEnding; ++ending) ++counts[key(word.upos, ending, folded)][value];
    ++counts[mix(static_cast<std::uint64_t>(word.upos), 99)][value];
  }
  Morphology out;
  std::map<std::string, std::uint32_t> feats;
  std::map<EditRule, std::uint32_t> rules;
  for (const auto& [k, values] : counts) {
    const auto best = std::max_element(values.begin(), values.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto f = feats.try_emplace(best->first.first, feats.size()).first->second;
    const auto r = rules.try_emplace(best->first.second, rules.size()).first->second;
    out.entries_[k] = {f, r};
  }
  out.feats_.resize(feats.size());
  for (const auto& [text, id] : feats) out.feats_[id] = text;
  out.rules_.resize(rules.size());
  for (const auto& [rule, id] : rules) out.rules_[id] = rule;
  return out;
}

void Morphology::write(ModelWriter& out) const {
  out.texts(feats_);
  out.value(static_cast<std::uint32_t>(rules_.size()));
  for (const EditRule& rule : rules_) {
    out.value(rule.drop);
    out.text(rule.add);
    out.value(static_cast<std::uint8_t>(rule.lower));
  }
  std::map<std::uint64_t, Entry> sorted(entries_.begin(), entries_.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint16_t> feats, rules;
  for (const auto& [k, entry] : sorted) {
    keys.push_back(k);
    feats.push_back(static_cast<std::uint16_t>(entry.feats));
    rules.push_back(static_cast<std::uint16_t>(entry.rule));
  }
  out.array(keys);
  out.array(feats);
  out.array(rules);
}

Morphology Morphology::read(ModelReader& in) {
  Morphology out;
  out.feats_ = in.texts();
  const auto rules = in.value<std::uint32_t>();
  for (std::uint32_t i = 0; i < rules; ++i) {
    EditRule rule;
    rule.drop = in.value<std::uint32_t>();
    rule.add = in.text();
    rule.lower = in.value<std::uint8_t>() != 0;
    out.rules_.push_back(std::move(rule));
  }
  const auto keys = in.array<std::uint64_t>();
  const auto f = in.array<std::uint16_t>();
  const auto r = in.array<std::uint16_t>();
  in.expect(f.size() == keys.size() && r.size() == keys.size(), "the model is damaged: word tables differ in size");
  for (std::size_t i = 0; i < keys.size(); ++i) {
    in.expect(f[i] < out.feats_.size() && r[i] < out.rules_.size(), "the model is damaged: a word entry is out of range");
    out.entries_[keys[i]] = {f[i], r[i]};
  }
  return out;
}

}  // namespace fabula::syntax
