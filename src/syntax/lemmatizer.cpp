#include "syntax/lemmatizer.hpp"

#include <algorithm>
#include <array>

#include "fabula/base/unicode.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/text_hash.hpp"
#include "syntax/word_input.hpp"

namespace fabula::syntax {
namespace {

using text::Upos;

constexpr std::array<std::string_view, 6> kInflection = {"Gender", "Mood", "Number", "Person", "Tense", "VerbForm"};

using Inflection = std::array<std::string_view, kInflection.size()>;

// The values of the features that inflect, each empty where it is not set.
Inflection inflection_of(std::string_view feats) {
  Inflection out;
  while (!feats.empty()) {
    const std::size_t bar = std::min(feats.find('|'), feats.size());
    const std::string_view pair = feats.substr(0, bar);
    for (std::size_t i = 0; i < kInflection.size(); ++i) {
      const std::string_view key = kInflection[i];
      if (pair.size() <= key.size() || pair.front() != key.front() || pair[key.size()] != '=' || !pair.starts_with(key)) continue;
      if (out[i].empty()) out[i] = pair.substr(key.size() + 1);
      break;
    }
    feats.remove_prefix(std::min(bar + 1, feats.size()));
  }
  return out;
}

// Tag and inflection: what besides its ending decides how a form is made from its lemma.
std::uint64_t signature(Upos upos, std::string_view feats) {
  std::uint64_t h = static_cast<std::uint64_t>(upos == Upos::AUX ? Upos::VERB : upos) + 1;
  for (const std::string_view value : inflection_of(feats)) h = mix(h, hash_text(value));
  return h;
}

std::uint64_t ending_key(std::uint64_t signature, std::string_view folded, int n) {
  return mix(signature, static_cast<std::uint64_t>(n), hash_text(utf8_suffix(folded, n)));
}

int agreement(const Inflection& a, const Inflection& b) {
  int score = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!a[i].empty() && !b[i].empty()) score += a[i] == b[i] ? 1 : -1;
  return score;
}

bool keeps_its_form(Upos upos) {
  return upos == Upos::PROPN || upos == Upos::NUM || upos == Upos::PUNCT || upos == Upos::SYM || upos == Upos::X;
}

// A dictionary has no class of auxiliaries; a name is a name only where the lexicon says so.
bool same_class(Upos wanted, Upos found) { return wanted == found || (wanted == Upos::AUX && found == Upos::VERB); }

}  // namespace

std::string Lemmatizer::lemma(std::string_view form, Upos upos, std::string_view feats, const Lexicon& lexicon) const {
  const Inflection inflection = inflection_of(feats);
  const Reading* best = nullptr;
  int best_score = 0;
  for (const Reading& reading : lexicon.readings(lexicon.find(InputTables::normalized(form), begins_with_capital(form)))) {
    const auto found = static_cast<Upos>(reading.upos);
    if (!same_class(upos, found)) continue;
    const int score = 2 * agreement(inflection, inflection_of(lexicon.feats(reading))) + (found == upos ? 1 : 0);
    if (best == nullptr || score > best_score) best = &reading, best_score = score;
  }
  std::string out;
  if (best != nullptr) {
    out = lexicon.rule(*best).apply(form);
  } else if (!keeps_its_form(upos)) {
    const std::string folded = fold(form);
    const std::uint64_t s = signature(upos, feats);
    out = lower(form);
    for (int n = kLongestEnding; n >= 0; --n)
      if (const auto at = endings_.find(ending_key(s, folded, n)); at != endings_.end()) {
        out = rules_[at->second].apply(form);
        break;
      }
  }
  return out.empty() ? std::string(form) : out;
}

void Lemmatizer::write(ModelWriter& out) const {
  write_rules(out, rules_);
  const std::map<std::uint64_t, std::uint16_t> sorted(endings_.begin(), endings_.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint16_t> values;
  for (const auto& [key, value] : sorted) {
    keys.push_back(key);
    values.push_back(value);
  }
  out.array(keys);
  out.array(values);
}

Lemmatizer Lemmatizer::read(ModelReader& in) {
  Lemmatizer out;
  out.rules_ = read_rules(in);
  const auto keys = in.array<std::uint64_t>();
  const auto values = in.array<std::uint16_t>();
  in.expect(keys.size() == values.size(), "the model is damaged: endings and rules differ in number");
  out.endings_.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    in.expect(values[i] < out.rules_.size(), "the model is damaged: an ending's rule is out of range");
    out.endings_[keys[i]] = values[i];
  }
  return out;
}

void LemmatizerBuilder::add(std::string_view form, Upos upos, std::string_view feats, const EditRule& rule,
                            std::uint32_t count) {
  if (keeps_its_form(upos)) return;
  const auto [at, fresh] = ids_.try_emplace(rule, static_cast<std::uint16_t>(rules_.size()));
  if (fresh) rules_.push_back(rule);
  const std::string folded = fold(form);
  const std::uint64_t s = signature(upos, feats);
  const int longest = static_cast<int>(std::min<std::size_t>(Lemmatizer::kLongestEnding, code_points(folded)));
  for (int n = 0; n <= longest; ++n) {
    Counts& counts = counts_[ending_key(s, folded, n)];
    counts.length = n;
    counts.shorter = n > 0 ? ending_key(s, folded, n - 1) : 0;
    auto found = std::find_if(counts.by_rule.begin(), counts.by_rule.end(),
                              [&](const auto& c) { return c.first == at->second; });
    if (found == counts.by_rule.end()) found = counts.by_rule.insert(found, {at->second, 0});
    found->second += count;
  }
}

// An ending is kept only where it asks for another rule than the next shorter one that is kept.
Lemmatizer LemmatizerBuilder::build() const {
  const auto best = [](const Counts& counts) {
    return std::max_element(counts.by_rule.begin(), counts.by_rule.end(), [](const auto& a, const auto& b) {
             return a.second < b.second || (a.second == b.second && a.first > b.first);
           })->first;
  };
  Lemmatizer out;
  out.rules_ = rules_;
  for (const auto& [key, counts] : counts_) {
    const std::uint16_t rule = best(counts);
    if (counts.length == 0 || best(counts_.at(counts.shorter)) != rule) out.endings_[key] = rule;
  }
  return out;
}

}  // namespace fabula::syntax
