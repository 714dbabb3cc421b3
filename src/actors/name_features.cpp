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

/// Classes of nouns that tell names; the bits above them are taken.
constexpr std::uint16_t kNameClasses = kPortfolio - 1;

std::uint64_t bucket(std::uint32_t count, std::uint32_t total) {
  if (count == 0) return 0;
  return count * 3 >= total * 2 ? 3 : count * 3 >= total ? 2 : 1;
}

}  // namespace

NameFeatures::NameFeatures(const text::Doc& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {
  add_views();
  for (const text::Sentence& sentence : doc.sentences) {
    add_known(sentence);
    add_document(sentence);
  }
}

NameFeatures::Form NameFeatures::form_of(const std::string& text) {
  Form f;
  const std::u32string letters = to_utf32(text).substr(0, 64);
  const std::string folded = fold_accents(to_utf8(letters));
  f.form = hash_text(text);
  f.folded = hash_text(folded);
  f.shape = shape_of(letters);
  f.capital = !letters.empty() && is_upper(letters.front());
  for (int n = 0; n < 4; ++n) {
    f.prefix[n] = hash_text(syntax::utf8_prefix(folded, n + 1));
    f.suffix[n] = hash_text(syntax::utf8_suffix(folded, n + 1));
  }
  f.place = lexicon_.small_word(text, WordClass::place) != nullptr;
  f.elsewhere = position_of_.try_emplace(f.folded, static_cast<std::uint32_t>(position_of_.size())).first->second;
  return f;
}

void NameFeatures::add_views() {
  std::unordered_map<std::string_view, Form> forms;
  std::unordered_map<std::string_view, std::uint64_t> words;  // of a word's form
  views_.reserve(doc_.tokens.size());
  for (const text::Token& token : doc_.tokens) {
    const auto [form, new_form] = forms.try_emplace(token.form);
    if (new_form) form->second = form_of(token.form);
    View v{form->second, 0, 0};
    const text::Word& word = doc_.words[token.first_word];
    const auto [lexical, new_word] = words.try_emplace(word.form);
    if (new_word) {
      if (lexicon_.state_of_adjective(word.form)) lexical->second |= 1u << 10;
      lexical->second |= static_cast<std::uint64_t>(lexicon_.proper_name(word.form).kind) << 11;
    }
    v.lexical = lexical->second;
    if (const Noun* noun = lexicon_.noun(word)) v.lexical |= noun->classes & kNameClasses;
    v.upos = static_cast<std::uint64_t>(word.upos) + (token.end_word - token.first_word > 1 ? 32u : 0u);
    views_.push_back(v);
  }
  elsewhere_.resize(position_of_.size());
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
    Elsewhere& e = elsewhere_[views_[i].elsewhere];
    ++e.total;
    if (!views_[i].capital) ++e.lower;
    if (i == sentence.first_token) continue;
    if (views_[i].capital) ++e.inside;
    const std::uint64_t before = views_[i - 1].lexical;
    if ((before & (kTitle | kHonorific)) != 0) ++e.title_before;
    if ((before >> 11) == static_cast<std::uint64_t>(ProperNameKind::given)) ++e.given_before;
    if (views_[i - 1].place) ++e.place_before;
  }
}

void NameFeatures::set_first_pass(std::span<const Label> labels) {
  first_pass_.assign(labels.begin(), labels.end());
  for (std::uint32_t i = 0; i < views_.size(); ++i) {
    const Label label = first_pass_[i];
    ++elsewhere_[views_[i].elsewhere].types[label == kOutside ? kNameTypes : static_cast<std::size_t>(type_of(label))];
  }
}

const NameFeatures::View& NameFeatures::view(std::int64_t at, std::uint32_t first, std::uint32_t end) const {
  static const View kBeyond{};
  return at < static_cast<std::int64_t>(first) || at >= static_cast<std::int64_t>(end) ? kBeyond
                                                                                        : views_[static_cast<std::size_t>(at)];
}

std::array<std::uint32_t, 3> NameFeatures::of_first_pass(std::uint32_t token) const {
  // the other places of the word, this one left out
  const Elsewhere& e = elsewhere_[views_[token].elsewhere];
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
  return {kept_hash(mix(62, best_type, bucket(best, total))), kept_hash(mix(63, own)), kept_hash(mix(64, own, best_type))};
}

std::span<const std::uint32_t> NameFeatures::of(std::uint32_t token, std::uint32_t first, std::uint32_t end) {
  const auto i = static_cast<std::int64_t>(token);
  const View &w = view(i, first, end), &p = view(i - 1, first, end), &n = view(i + 1, first, end);
  const View &pp = view(i - 2, first, end), &nn = view(i + 2, first, end);
  features_.clear();
  std::uint64_t id = 0;
  const auto add = [&](auto... parts) { features_.push_back(kept_hash(mix(++id, static_cast<std::uint64_t>(parts)...))); };
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
  const Elsewhere& e = elsewhere_[w.elsewhere];
  features_.push_back(kept_hash(mix(60, e.lower > 0, e.inside > 0, e.total > 1)));
  features_.push_back(kept_hash(mix(61, bucket(e.title_before, e.total), bucket(e.given_before, e.total), bucket(e.place_before, e.total))));
  return features_;
}

}  // namespace fabula::actors::detail
