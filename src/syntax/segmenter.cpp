#include "syntax/segmenter.hpp"

#include <array>

#include "fabula/base/unicode.hpp"
#include "syntax/text_hash.hpp"
#include "syntax/tokenizer.hpp"

namespace fabula::syntax {
namespace {

// Kinds of tokens that matter for where sentences end.
enum Shape : std::uint8_t {
  kNone, kLower, kCapital, kCapitals, kDigits, kMixed, kStop, kQuestion, kEllipsis, kComma, kColon, kSemicolon, kDash,
  kOpenQuote, kCloseQuote, kQuote, kOpenBracket, kCloseBracket, kInitial, kAbbreviation, kOther
};

Shape punctuation_shape(char32_t c) {
  switch (c) {
    case U'.': return kStop;
    case U'?': case U'!': return kQuestion;
    case U'…': return kEllipsis;
    case U',': return kComma;
    case U':': return kColon;
    case U';': return kSemicolon;
    case U'-': case U'–': case U'—': case U'•': return kDash;
    case U'«': case U'“': return kOpenQuote;
    case U'»': case U'”': return kCloseQuote;
    case U'"': case U'\'': return kQuote;
    case U'(': case U'[': return kOpenBracket;
    case U')': case U']': return kCloseBracket;
    default: return kOther;
  }
}

Shape shape_of(const std::u32string& form) {
  const char32_t c = form.front();
  if (is_letter(c)) {
    if (form.size() == 1) return is_upper(c) ? kCapitals : kLower;
    if (form.back() == U'.') return form.size() == 2 ? kInitial : kAbbreviation;
    if (!is_upper(c)) return kLower;
    return is_upper(form[1]) ? kCapitals : kCapital;
  }
  if (is_digit(c)) return is_digit(form.back()) ? kDigits : kMixed;
  if (form.size() > 1 && c == U'.') return kEllipsis;
  return punctuation_shape(c);
}

}  // namespace

BoundaryFeatures::BoundaryFeatures(const std::vector<text::Token>& tokens, std::uint32_t begin, std::uint32_t end)
    : begin_(begin), end_(end), state_begin_(begin), state_at_(begin) {
  cues_.reserve(end - begin);
  for (std::uint32_t t = begin; t < end; ++t) {
    cues_.push_back({hash_text(fold(tokens[t].form)), shape_of(to_utf32(tokens[t].form))});
    space_after_.push_back(tokens[t].space_after);
  }
}

const BoundaryFeatures::Cue& BoundaryFeatures::cue(std::int64_t at) const {
  static constexpr Cue kOutside{};
  return at < begin_ || at >= end_ ? kOutside : cues_[static_cast<std::size_t>(at - begin_)];
}

std::span<const std::uint64_t> BoundaryFeatures::of(std::uint32_t at, std::uint32_t sentence_begin) {
  if (sentence_begin != state_begin_) {
    state_begin_ = state_at_ = sentence_begin;
    guillemets_ = brackets_ = 0;
    in_quotes_ = false;
  }
  for (; state_at_ <= at; ++state_at_) {
    const auto shape = cue(state_at_).shape;
    guillemets_ += shape == kOpenQuote ? 1 : shape == kCloseQuote && guillemets_ > 0 ? -1 : 0;
    brackets_ += shape == kOpenBracket ? 1 : shape == kCloseBracket && brackets_ > 0 ? -1 : 0;
    if (shape == kQuote) in_quotes_ = !in_quotes_;
  }
  const std::uint64_t length = std::min<std::uint32_t>(at - sentence_begin, 60);
  const std::uint64_t size = length < 6 ? length : 6 + length / 8;
  const std::uint64_t open = (guillemets_ > 0 ? 1 : 0) + (brackets_ > 0 ? 2 : 0) + (in_quotes_ ? 4 : 0);
  const Cue &p2 = cue(std::int64_t{at} - 2), &p = cue(std::int64_t{at} - 1), &t = cue(at), &n = cue(std::int64_t{at} + 1),
            &n2 = cue(std::int64_t{at} + 2), &n3 = cue(std::int64_t{at} + 3), &first = cue(sentence_begin);
  const std::uint64_t spaced = space_after_[at - begin_];
  features_.clear();
  std::uint64_t id = 0;
  const auto add = [&](auto... parts) { features_.push_back(mix(++id, static_cast<std::uint64_t>(parts)...)); };
  add(t.shape, n.shape, spaced);
  add(t.form);
  add(n.form, t.shape);
  add(t.form, n.shape);
  add(t.form, n.form);
  add(t.shape, n.shape, n2.shape);
  add(p.shape, t.shape, n.shape);
  add(p.shape, t.shape, n.shape, n2.shape);
  add(p2.shape, p.shape, t.shape, n.shape, n2.shape, n3.shape);
  add(t.shape, n.shape, open);
  add(t.shape, n.shape, n2.shape, open);
  add(t.shape, n.shape, size);
  add(p.form, t.shape, n.shape);
  add(n2.form, t.shape, n.shape);
  add(n.form, n2.shape, t.shape);
  add(n.form, n2.form);
  add(p.form, t.form);
  add(first.shape, t.shape, n.shape);
  add(first.form, t.shape, n.shape);
  add(t.shape, n.shape, open, size);
  add(spaced, t.shape);
  return features_;
}

void multiword_features(const std::vector<text::Token>& tokens, std::uint32_t at, std::uint32_t begin, std::uint32_t end,
                        std::vector<std::uint64_t>& features) {
  std::array<std::uint64_t, 7> form{}, suffix{};
  std::array<Shape, 7> shape{};
  for (int i = 0; i < 7; ++i) {
    const std::int64_t t = std::int64_t{at} + i - 3;
    if (t < begin || t >= end) continue;
    const std::string folded = fold(tokens[static_cast<std::size_t>(t)].form);
    form[i] = hash_text(folded);
    suffix[i] = hash_text(utf8_suffix(folded, 3));
    shape[i] = shape_of(to_utf32(tokens[static_cast<std::size_t>(t)].form));
  }
  const std::uint64_t self = form[3];
  features.clear();
  std::uint64_t id = 100;
  const auto add = [&](auto... parts) { features.push_back(mix(++id, self, static_cast<std::uint64_t>(parts)...)); };
  add(0);
  add(form[2]);
  add(form[4]);
  add(form[5]);
  add(form[1]);
  add(suffix[2]);
  add(suffix[4]);
  add(suffix[5]);
  add(suffix[1]);
  add(form[1], form[2]);
  add(form[4], form[5]);
  add(form[2], form[4]);
  add(suffix[2], suffix[4]);
  add(suffix[1], suffix[2]);
  add(suffix[4], suffix[5]);
  add(shape[2], shape[4]);
  add(shape[2], suffix[4]);
  add(suffix[2], shape[4], suffix[5]);
  add(form[0], suffix[2]);
  add(form[2], shape[4]);
  add(form[6]);
}

std::vector<std::string> cased_words(const Multiword& multiword, std::string_view surface) {
  std::vector<std::string> words = multiword.words;
  const std::u32string letters = to_utf32(surface);
  if (letters.empty() || words.empty() || !is_upper(letters.front())) return words;
  std::u32string first = to_utf32(words.front());
  const std::size_t capitals = letters.size() > 1 && is_upper(letters[1]) ? first.size() : 1;
  for (std::size_t i = 0; i < capitals && i < first.size(); ++i) first[i] = upper(first[i]);
  words.front() = to_utf8(first);
  return words;
}

Segmenter::Segmenter(SegmentRules rules, LinearModel boundary, LinearModel multiword)
    : rules_(std::move(rules)), boundary_(std::move(boundary)), multiword_(std::move(multiword)) {}

void Segmenter::write(ModelWriter& out) const {
  boundary_.write(out);
  multiword_.write(out);
}

Segmenter Segmenter::read(ModelReader& in, SegmentRules rules) {
  LinearModel boundary = LinearModel::read(in);
  LinearModel multiword = LinearModel::read(in);
  in.expect(boundary.classes() == 2 && multiword.classes() == 2, "the model is damaged: segmentation has two classes");
  return Segmenter(std::move(rules), std::move(boundary), std::move(multiword));
}

void Segmenter::add_tokens(text::Doc& doc, std::u32string_view text, std::uint32_t begin, const SegmentRules& rules) {
  for (const Span span : tokenize(text, rules)) {
    text::Token token;
    token.form = to_utf8(text.substr(span.begin, span.size()));
    token.span = {begin + span.begin, begin + span.end};
    token.space_after = span.end >= text.size() || is_space(text[span.end]);
    doc.tokens.push_back(std::move(token));
  }
}

void Segmenter::segment(text::Doc& doc) const {
  doc.sentences.clear();
  doc.tokens.clear();
  doc.words.clear();
  for (std::uint32_t p = 0; p < doc.article.paragraphs.size(); ++p) {
    const text::Paragraph& paragraph = doc.article.paragraphs[p];
    if (text::is_analysed(paragraph.kind)) segment_paragraph(doc, to_utf32(doc.slice(paragraph.span)), p);
  }
}

void Segmenter::segment_paragraph(text::Doc& doc, std::u32string_view text, std::uint32_t paragraph) const {
  const auto begin = static_cast<std::uint32_t>(doc.tokens.size());
  add_tokens(doc, text, doc.article.paragraphs[paragraph].span.begin, rules_);
  const auto end = static_cast<std::uint32_t>(doc.tokens.size());
  BoundaryFeatures gaps(doc.tokens, begin, end);
  std::array<std::int32_t, 2> scores{};
  std::uint32_t first = begin;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (t + 1 < end && boundary_.best(gaps.of(t, first), scores) == 0) continue;
    text::Sentence sentence;
    sentence.paragraph = paragraph;
    sentence.first_token = first;
    sentence.end_token = t + 1;
    sentence.span = {doc.tokens[first].span.begin, doc.tokens[t].span.end};
    sentence.first_word = static_cast<std::uint32_t>(doc.words.size());
    for (std::uint32_t w = first; w <= t; ++w) add_words(doc, w, first, t + 1);
    sentence.end_word = static_cast<std::uint32_t>(doc.words.size());
    doc.sentences.push_back(sentence);
    first = t + 1;
  }
}

void Segmenter::add_words(text::Doc& doc, std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
  text::Token& token = doc.tokens[at];
  token.first_word = static_cast<std::uint32_t>(doc.words.size());
  const auto add = [&](std::string form) {
    text::Word word;
    word.form = std::move(form);
    word.span = token.span;
    word.token = at;
    doc.words.push_back(std::move(word));
  };
  const auto found = token.form.size() > 24 ? rules_.multiwords.end() : rules_.multiwords.find(fold(token.form));
  bool several = found != rules_.multiwords.end();
  if (several && found->second.ambiguous) {
    std::vector<std::uint64_t> features;
    std::array<std::int32_t, 2> scores{};
    multiword_features(doc.tokens, at, begin, end, features);
    several = multiword_.best(features, scores) == 1;
  }
  if (several)
    for (std::string& form : cased_words(found->second, token.form)) add(std::move(form));
  else
    add(token.form);
  token.end_word = static_cast<std::uint32_t>(doc.words.size());
}

}  // namespace fabula::syntax
