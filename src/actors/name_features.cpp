#include "actors/name_features.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::actors::detail {
namespace {

using syntax::hash_text;
using syntax::mix;

/// "Macron" → "Xx", "ONU" → "X", "2017" → "d", "Jean-Luc" → "Xx-Xx"; runs are written once.
std::uint64_t shape_of(const std::u32string& letters) {
  std::uint64_t shape = 7;
  char last = 0;
  for (const char32_t c : letters) {
    const char kind = is_upper(c) ? 'X' : is_digit(c) ? 'd' : is_letter(c) ? 'x' : c == U'-' ? '-' : c == U'.' ? '.' : '?';
    if (kind != last) shape = mix(shape, static_cast<std::uint64_t>(kind));
    last = kind;
  }
  return shape;
}

std::uint64_t lexical_class(const text::Word& word, const Lexicon& lexicon) {
  std::uint64_t bits = 0;
  if (const Noun* noun = lexicon.noun(word)) bits |= noun->classes;
  if (lexicon.state_of_adjective(word.form)) bits |= 1u << 10;
  const ProperName name = lexicon.proper_name(word.form);
  bits |= static_cast<std::uint64_t>(name.kind) << 11;
  return bits;
}

std::uint64_t bucket(std::uint32_t count, std::uint32_t total) {
  if (count == 0) return 0;
  return count * 3 >= total * 2 ? 3 : count * 3 >= total ? 2 : 1;
}

}  // namespace

NameFeatures::NameFeatures(const text::Doc& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {
  views_.reserve(doc.tokens.size());
  for (const text::Token& token : doc.tokens) {
    View v;
    const std::u32string letters = to_utf32(token.form).substr(0, 64);
    const std::string folded = fold_accents(to_utf8(letters));
    v.form = hash_text(token.form);
    v.folded = hash_text(folded);
    v.shape = shape_of(letters);
    v.capital = !letters.empty() && is_upper(letters.front());
    for (int n = 0; n < 4; ++n) {
      v.prefix[n] = hash_text(syntax::utf8_prefix(folded, n + 1));
      v.suffix[n] = hash_text(syntax::utf8_suffix(folded, n + 1));
    }
    const text::Word& word = doc.words[token.first_word];
    v.upos = static_cast<std::uint64_t>(word.upos) + (token.end_word - token.first_word > 1 ? 32u : 0u);
    v.lexical = lexical_class(word, lexicon);
    views_.push_back(v);
  }
  for (const text::Sentence& sentence : doc.sentences) {
    add_known(sentence);
    add_document(sentence);
  }
}

void NameFeatures::add_known(const text::Sentence& sentence) {
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token;) {
    const KnownMatch match = lexicon_.match(doc_, i, sentence.end_token);
    const std::uint32_t end = i + std::max(1u, match.tokens);
    if (match.tokens > 0) {
      const auto kind = static_cast<std::uint64_t>(lexicon_.known[match.known].kind) * 2 + (match.seat ? 1u : 0u);
      for (std::uint32_t t = i; t < end; ++t)
        views_[t].known = 1 + kind * 4 + (t == i ? 1u : 0u) + (t + 1 == end ? 2u : 0u);
    }
    i = end;
  }
}

void NameFeatures::add_document(const text::Sentence& sentence) {
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    Elsewhere& e = elsewhere_[views_[i].folded];
    ++e.total;
    if (!views_[i].capital) ++e.lower;
    if (i == sentence.first_token) continue;
    if (views_[i].capital) ++e.inside;
    const std::uint64_t before = views_[i - 1].lexical;
    if ((before & (kTitle | kHonorific)) != 0) ++e.title_before;
    if ((before >> 11) == static_cast<std::uint64_t>(ProperNameKind::given)) ++e.given_before;
    if (lexicon_.small_word(doc_.tokens[i - 1].form, WordClass::place)) ++e.place_before;
  }
}

void NameFeatures::set_first_pass(std::span<const Label> labels) {
  first_pass_.assign(labels.begin(), labels.end());
  for (std::uint32_t i = 0; i < views_.size(); ++i) {
    const Label label = first_pass_[i];
    ++elsewhere_[views_[i].folded].types[label == kOutside ? kNameTypes : static_cast<std::size_t>(type_of(label))];
  }
}

const NameFeatures::View& NameFeatures::view(std::int64_t at, std::uint32_t first, std::uint32_t end) const {
  static const View kBeyond{};
  return at < static_cast<std::int64_t>(first) || at >= static_cast<std::int64_t>(end) ? kBeyond
                                                                                        : views_[static_cast<std::size_t>(at)];
}

void NameFeatures::add_elsewhere(std::uint32_t token) {
  const Elsewhere& e = elsewhere_.at(views_[token].folded);
  features_.push_back(mix(60, e.lower > 0, e.inside > 0, e.total > 1));
  features_.push_back(mix(61, bucket(e.title_before, e.total), bucket(e.given_before, e.total), bucket(e.place_before, e.total)));
  if (first_pass_.empty()) return;
  // what the other places of the word were taken for, this one left out
  const Label own = first_pass_[token];
  const std::size_t own_type = own == kOutside ? kNameTypes : static_cast<std::size_t>(type_of(own));
  std::uint32_t best = 0, total = 0;
  std::size_t best_type = kNameTypes + 1;
  for (std::size_t t = 0; t <= kNameTypes; ++t) {
    const std::uint32_t count = e.types[t] - (t == own_type ? 1 : 0);
    total += count;
    if (count > best) {
      best = count;
      best_type = t;
    }
  }
  features_.push_back(mix(62, best_type, bucket(best, total)));
  features_.push_back(mix(63, own));
  features_.push_back(mix(64, own, best_type));
}

std::span<const std::uint64_t> NameFeatures::of(std::uint32_t token, std::uint32_t first, std::uint32_t end) {
  const auto i = static_cast<std::int64_t>(token);
  const View &w = view(i, first, end), &p = view(i - 1, first, end), &n = view(i + 1, first, end);
  const View &pp = view(i - 2, first, end), &nn = view(i + 2, first, end);
  features_.clear();
  std::uint64_t id = 0;
  const auto add = [&](auto... parts) { features_.push_back(mix(++id, static_cast<std::uint64_t>(parts)...)); };
  add(1);
  add(w.form);
  add(w.folded);
  add(p.folded);
  add(n.folded);
  add(pp.folded);
  add(nn.folded);
  add(p.folded, w.folded);
  add(w.folded, n.folded);
  add(pp.folded, p.folded);
  add(n.folded, nn.folded);
  for (const auto x : w.prefix) add(x);
  for (const auto x : w.suffix) add(x);
  add(p.suffix[2]);
  add(n.suffix[2]);
  add(w.shape);
  add(w.shape, i == first);
  add(p.shape, w.shape);
  add(w.shape, n.shape);
  add(p.shape, w.shape, n.shape);
  add(w.shape, p.folded);
  add(w.shape, n.folded);
  add(w.upos);
  add(p.upos, w.upos);
  add(w.upos, n.upos);
  add(pp.upos, p.upos, w.upos);
  add(w.lexical);
  add(w.lexical, w.shape);
  add(p.lexical);
  add(n.lexical);
  add(p.lexical, w.lexical);
  add(w.lexical, n.lexical);
  add(p.lexical, w.shape);
  add(pp.lexical, p.lexical, w.shape);
  add(w.known);
  add(w.known, p.folded);
  add(w.known, n.upos);
  add(p.known, w.shape);
  add(n.known, w.shape);
  add(p.folded, n.folded);
  add(p.folded, w.shape, n.shape);
  add(nn.shape, n.shape, w.shape);
  add(pp.shape, p.shape, w.shape);
  add_elsewhere(token);
  return features_;
}

}  // namespace fabula::actors::detail
