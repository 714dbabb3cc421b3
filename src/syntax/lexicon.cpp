#include "syntax/lexicon.hpp"

#include <algorithm>
#include <tuple>

#include "fabula/base/unicode.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::syntax {
namespace {

std::uint64_t spread(std::string_view folded) {
  std::uint64_t h = hash_text(folded) * 0xFF51AFD7ED558CCDull;
  return h ^ (h >> 31);
}

std::string capital_key(std::string_view folded) { return "^" + std::string(folded); }

// How often a treebank lexicon gives a form this tag: below 5, 50 and 95 of 100, or more; of one, few or many uses.
std::uint8_t share_of(std::uint32_t count, std::uint32_t total) {
  const std::uint32_t part = 20 * count < total ? 0 : 2 * count < total ? 1 : 20 * count < 19 * total ? 2 : 3;
  return static_cast<std::uint8_t>(part + 4 * (total < 2 ? 0 : total < 8 ? 1 : 2));
}

}  // namespace

bool begins_with_capital(std::string_view form) {
  const std::u32string first = to_utf32(utf8_prefix(form, 1));
  return !first.empty() && is_upper(first.front());
}

std::uint32_t Lexicon::find(std::string_view folded, bool capital) const {
  if (!capital)
    if (const std::uint32_t word = find(folded); word != kUnknown) return word;
  const std::uint32_t name = find(capital_key(folded));
  return name == kUnknown && capital ? find(folded) : name;
}

std::uint32_t Lexicon::find(std::string_view folded) const {
  if (buckets_.empty()) return kUnknown;
  const std::uint64_t h = spread(folded);
  const std::uint64_t bucket = h >> (64 - bits_);
  const auto print = static_cast<std::uint16_t>(h);
  for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i)
    if (prints_[i] == print) return entry_classes_[i];
  return kUnknown;
}

std::span<const Reading> Lexicon::readings(std::uint32_t c) const {
  if (c == kUnknown) return {};
  return std::span(readings_).subspan(ends_[c - 1], ends_[c] - ends_[c - 1]);
}

void Lexicon::write(ModelWriter& out) const {
  out.value(bits_);
  out.array(buckets_);
  out.array(prints_);
  out.array(entry_classes_);
  out.array(ends_);
  out.value(static_cast<std::uint32_t>(readings_.size()));
  for (const Reading& r : readings_) {
    out.value(r.upos);
    out.value(r.source);
    out.value(r.feats);
    out.value(r.rule);
    out.value(r.share);
  }
  out.texts(feats_);
  write_rules(out, rules_);
}

Lexicon Lexicon::read(ModelReader& in) {
  Lexicon out;
  out.bits_ = in.value<std::uint32_t>();
  out.buckets_ = in.array<std::uint32_t>();
  out.prints_ = in.array<std::uint16_t>();
  out.entry_classes_ = in.array<std::uint16_t>();
  out.ends_ = in.array<std::uint32_t>();
  const auto n = in.value<std::uint32_t>();
  in.expect(n <= 1u << 20, "the model is damaged: too many readings");
  for (std::uint32_t i = 0; i < n; ++i) {
    Reading r;
    r.upos = in.value<std::uint8_t>();
    r.source = in.value<std::uint8_t>();
    r.feats = in.value<std::uint16_t>();
    r.rule = in.value<std::uint16_t>();
    r.share = in.value<std::uint8_t>();
    out.readings_.push_back(r);
  }
  out.feats_ = in.texts();
  out.rules_ = read_rules(in);
  const bool sizes = out.bits_ >= 1 && out.bits_ <= 24 && out.buckets_.size() == (std::size_t{1} << out.bits_) + 1 &&
                     out.prints_.size() == out.entry_classes_.size() && out.buckets_.back() == out.prints_.size() &&
                     !out.ends_.empty() && out.ends_.front() == 0 && out.ends_.back() == n &&
                     std::is_sorted(out.buckets_.begin(), out.buckets_.end()) &&
                     std::is_sorted(out.ends_.begin(), out.ends_.end());
  in.expect(sizes, "the model is damaged: the lexicon's parts do not fit together");
  for (const std::uint16_t c : out.entry_classes_)
    in.expect(c < out.ends_.size(), "the model is damaged: a form has no class");
  for (const Reading& r : out.readings_)
    in.expect(r.upos < 17 && r.feats < out.feats_.size() && r.rule < out.rules_.size(),
              "the model is damaged: a reading is out of range");
  return out;
}

void LexiconBuilder::add(std::string_view folded, bool capital, text::Upos upos, std::uint8_t source, std::string_view feats,
                         const EditRule& rule, std::uint32_t count) {
  Form& form = forms_[std::string(folded)];
  const Key key{static_cast<std::uint8_t>(upos), source, std::string(feats), rule};
  form.any[key] += count;
  if (capital) form.capital = true;
  else form.lower[key] += count;
}

std::vector<LexiconBuilder::Ranked> LexiconBuilder::ranked(const Counts& counts) {
  std::map<std::uint8_t, std::uint32_t> of_tag;  // uses in the treebank lexicon
  std::uint32_t total = 0;
  for (const auto& [key, count] : counts)
    if (key.source == 1) of_tag[key.upos] += count, total += count;
  std::vector<Ranked> out;
  for (const auto& [key, count] : counts) {
    const std::uint32_t uses = key.source == 1 ? of_tag[key.upos] : 0;
    out.push_back({&key, uses, count, key.source == 1 ? share_of(uses, total) : std::uint8_t{0}});
  }
  std::stable_sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) {
    return std::tuple(a.key->source, b.tag_count, b.count) < std::tuple(b.key->source, a.tag_count, a.count);
  });
  return out;
}

Lexicon LexiconBuilder::build() const {
  Lexicon out;
  std::map<std::string, std::uint16_t> feats;
  std::map<EditRule, std::uint16_t> rules;
  const auto number = [](auto& ids, auto& list, const auto& item) {
    const auto [at, fresh] = ids.try_emplace(item, static_cast<std::uint16_t>(list.size()));
    if (fresh) list.push_back(item);
    return at->second;
  };
  std::map<std::vector<Reading>, std::uint16_t> classes;
  out.ends_.push_back(0);
  std::vector<std::pair<std::uint64_t, std::uint16_t>> entries;
  const auto enter = [&](const std::string& form, const Counts& counts) {
    std::vector<Reading> readings;
    for (const Ranked& r : ranked(counts))
      readings.push_back({r.key->upos, r.key->source, number(feats, out.feats_, r.key->feats),
                          number(rules, out.rules_, r.key->rule), r.share});
    const auto [at, fresh] = classes.try_emplace(readings, static_cast<std::uint16_t>(out.ends_.size()));
    if (fresh) {
      out.readings_.insert(out.readings_.end(), readings.begin(), readings.end());
      out.ends_.push_back(static_cast<std::uint32_t>(out.readings_.size()));
    }
    entries.emplace_back(spread(form), at->second);
  };
  for (const auto& [folded, form] : forms_) {
    if (form.capital) enter(capital_key(folded), form.any);
    if (!form.lower.empty()) enter(folded, form.lower);
  }
  std::sort(entries.begin(), entries.end());
  while ((std::size_t{2} << out.bits_) < entries.size()) ++out.bits_;
  out.buckets_.assign((std::size_t{1} << out.bits_) + 1, 0);
  for (const auto& [hash, c] : entries) {
    ++out.buckets_[(hash >> (64 - out.bits_)) + 1];
    out.prints_.push_back(static_cast<std::uint16_t>(hash));
    out.entry_classes_.push_back(c);
  }
  for (std::size_t b = 1; b < out.buckets_.size(); ++b) out.buckets_[b] += out.buckets_[b - 1];
  return out;
}

}  // namespace fabula::syntax
