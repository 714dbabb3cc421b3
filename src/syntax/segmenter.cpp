#include "syntax/segmenter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "fabula/base/unicode.hpp"
#include "syntax/text_hash.hpp"
#include "syntax/tokenizer.hpp"

namespace fabula::syntax {
namespace {

constexpr int kLongestForm = 64;  // code points looked at
// Longer than any sentence of the treebanks by half: what runs on longer is no sentence, and every event in it would carry it.
constexpr std::uint32_t kLongestSentence = 250;  // tokens
// What the networks' log odds count beside those of the linear model: little, since they are too sure of themselves (chosen
// on quarters of the training file, each cut by models of the other three, and on dev).
constexpr float kSay = 0.15f;
constexpr int kFarthestClosing = 40;  // tokens ahead within which a closing mark tells

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

constexpr std::uint32_t bit(text::Upos upos) { return 1u << static_cast<std::uint32_t>(upos); }

constexpr std::uint32_t kFinite = 1u << 20, kPlural = 1u << 21, kSingular = 1u << 22;

// Tags that a lexicon other than the training treebank itself gives a form, and whether it may be a finite verb.
std::uint32_t classes_of(std::span<const Reading> readings, const Lexicon& lexicon) {
  std::uint32_t mask = 0;
  for (const Reading& reading : readings) {
    if (reading.source == 0) continue;
    mask |= 1u << reading.upos;
    const std::string& feats = lexicon.feats(reading);
    if (feats.find("VerbForm=Fin") != std::string::npos) mask |= kFinite;
  }
  return mask;
}

// How a sentence whose last token has the shape ended: by a stop, by what announces more, by a word, by other marks.
std::uint64_t ending_of(std::uint8_t shape) {
  switch (shape) {
    case kStop: case kQuestion: case kEllipsis: return 0;
    case kComma: case kColon: case kSemicolon: return 1;
    case kLower: case kCapital: case kCapitals: case kDigits: case kMixed: return 2;
    default: return 3;
  }
}

constexpr std::uint8_t kFiniteKind = 4;

// What the classes say in a few words: unknown, a name, may be a name, a function word, a finite verb, may be one, others.
std::uint8_t kind_of(std::uint32_t classes) {
  using enum text::Upos;
  constexpr std::uint32_t kFunction =
      bit(ADP) | bit(ADV) | bit(CCONJ) | bit(DET) | bit(PRON) | bit(SCONJ) | bit(INTJ) | bit(PART) | bit(NUM);
  const std::uint32_t tags = classes & (kFinite - 1);
  if (tags == 0) return 0;
  if (tags == bit(PROPN)) return 1;
  if ((tags & kFunction) != 0) return (tags & ~kFunction) == 0 ? 2 : 3;
  const bool verb_only = (tags & ~(bit(VERB) | bit(AUX))) == 0;
  if ((classes & kFinite) != 0) return verb_only ? kFiniteKind : 5;
  return (tags & bit(PROPN)) != 0 ? 6 : 7;
}

// The most frequent reading of a form in the treebank lexicon, by tag and finite verbs apart; of other forms the kind.
constexpr std::uint8_t kUsualVerb = 20, kUsualKinds = 21;

std::uint8_t usual_of(std::span<const Reading> readings, std::uint8_t kind, const Lexicon& lexicon) {
  for (const Reading& reading : readings) {
    if (reading.source != 1) continue;
    return lexicon.feats(reading).find("VerbForm=Fin") != std::string::npos ? kUsualVerb : reading.upos;
  }
  return kind == kFiniteKind ? kUsualVerb : static_cast<std::uint8_t>(kUsualKinds + kind);
}

// Most often a pronoun, conjunction, adverb or determiner, but no definite article, which begins names too.
bool opens_sentences(std::span<const Reading> readings, const Lexicon& lexicon) {
  using enum text::Upos;
  constexpr std::uint32_t kOpening = bit(PRON) | bit(SCONJ) | bit(CCONJ) | bit(ADV) | bit(DET);
  const auto usual = std::find_if(readings.begin(), readings.end(), [](const Reading& r) { return r.source == 1; });
  if (usual == readings.end() || (kOpening >> usual->upos & 1) == 0) return false;
  return lexicon.feats(*usual).find("Definite=Def") == std::string::npos;
}

// The same with number, for nouns and adjectives.
std::uint32_t agreement_of(std::string_view folded, bool capital, const Lexicon& lexicon) {
  const std::span<const Reading> readings = lexicon.readings(lexicon.find(folded, capital));
  std::uint32_t mask = classes_of(readings, lexicon);
  for (const Reading& reading : readings) {
    if (reading.source == 0) continue;
    const std::string& feats = lexicon.feats(reading);
    if (feats.find("Number=Plur") != std::string::npos) mask |= kPlural;
    if (feats.find("Number=Sing") != std::string::npos) mask |= kSingular;
  }
  return mask;
}

}  // namespace

BoundaryFeatures::BoundaryFeatures(const std::vector<text::Token>& tokens, std::uint32_t begin, std::uint32_t end,
                                   const Lexicon& lexicon)
    : begin_(begin), end_(end), state_begin_(begin), state_at_(begin) {
  cues_.reserve(end - begin);
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view form = utf8_prefix(tokens[t].form, kLongestForm);
    const std::string folded = fold(form);
    const std::span<const Reading> readings = lexicon.readings(lexicon.find(folded, begins_with_capital(form)));
    const std::uint32_t classes = classes_of(readings, lexicon);
    Cue c{.form = hash_text(folded), .classes = classes, .shape = shape_of(to_utf32(form)), .kind = kind_of(classes)};
    c.usual = usual_of(readings, c.kind, lexicon);
    c.space_after = tokens[t].space_after;
    c.opens = opens_sentences(readings, lexicon);
    cues_.push_back(c);
  }
  look_ahead();
}

void BoundaryFeatures::look_ahead() {
  std::uint8_t distance = 0, verbs = 0;
  bool verb = false;
  int quotation = 0, bracket = 0;  // tokens left in which a closing mark ahead tells; 0 where none does
  for (std::size_t i = cues_.size(); i-- > 0;) {
    Cue& c = cues_[i];
    if (c.shape == kStop || c.shape == kQuestion || c.shape == kEllipsis) distance = verbs = 0, verb = false;
    verb = verb || (c.classes & kFinite) != 0;
    if (c.shape == kOpenQuote || c.shape == kCloseQuote) quotation = c.shape == kCloseQuote ? kFarthestClosing : 0;
    if (c.shape == kOpenBracket || c.shape == kCloseBracket) bracket = c.shape == kCloseBracket ? kFarthestClosing : 0;
    if (c.usual == kUsualVerb && verbs < 3) ++verbs;
    c.verbs = verbs;
    c.closes = static_cast<std::uint8_t>((quotation > 0 ? 1 : 0) + (bracket > 0 ? 2 : 0));
    quotation = std::max(quotation - 1, 0);
    bracket = std::max(bracket - 1, 0);
    c.ahead = static_cast<std::uint8_t>(std::min(distance / 3, 5) * 2 + (verb ? 1 : 0));
    if (distance < 60) ++distance;
  }
}

const BoundaryFeatures::Cue& BoundaryFeatures::cue(std::int64_t at) const {
  static constexpr Cue kOutside{};
  return at < begin_ || at >= end_ ? kOutside : cues_[static_cast<std::size_t>(at - begin_)];
}

bool BoundaryFeatures::possible(std::uint32_t at) const {
  const std::uint8_t next = cue(std::int64_t{at} + 1).shape;
  if (!cue(at).space_after && next != kCapital && next != kOpenQuote && next != kOpenBracket && next != kDash) return false;
  if (next != kLower) return true;
  switch (cue(at).shape) {
    case kLower: case kCapital: case kCapitals: case kDigits: case kMixed: case kComma: case kOpenQuote: case kOpenBracket:
      return false;
    default:
      return true;
  }
}

bool BoundaryFeatures::parts_initial(std::uint32_t at) const {
  const Cue &t = cue(at), &n = cue(std::int64_t{at} + 1);
  return t.shape == kInitial && t.space_after && n.shape == kCapital && n.opens;
}

void BoundaryFeatures::begin_sentence(std::uint32_t sentence_begin) {
  endings_ = (endings_ << 2 | ending_of(cue(std::int64_t{sentence_begin} - 1).shape)) & 15;
  starts_ = (starts_ << 5 | cue(state_begin_).shape) & 1023;
  state_begin_ = state_at_ = sentence_begin;
  guillemets_ = brackets_ = 0;
  semicolons_ = verbs_ = 0;
  had_verb_ = has_verb_;
  in_quotes_ = has_verb_ = after_colon_ = false;
}

void BoundaryFeatures::advance(std::uint32_t at, std::uint32_t sentence_begin) {
  if (sentence_begin != state_begin_) begin_sentence(sentence_begin);
  for (; state_at_ <= at; ++state_at_) {
    const Cue& c = cue(state_at_);
    guillemets_ += c.shape == kOpenQuote ? 1 : c.shape == kCloseQuote && guillemets_ > 0 ? -1 : 0;
    brackets_ += c.shape == kOpenBracket ? 1 : c.shape == kCloseBracket && brackets_ > 0 ? -1 : 0;
    if (c.shape == kQuote) in_quotes_ = !in_quotes_;
    if (c.shape == kColon) after_colon_ = true;
    if (c.shape == kSemicolon) semicolons_ = std::min<std::uint64_t>(semicolons_ + 1, 3);
    if ((c.classes & kFinite) != 0) has_verb_ = true;
    if (c.usual == kUsualVerb) verbs_ = std::min<std::uint64_t>(verbs_ + 1, 3);
  }
}

std::span<const std::uint64_t> BoundaryFeatures::of(std::uint32_t at, std::uint32_t sentence_begin) {
  advance(at, sentence_begin);
  const std::uint64_t length = std::min<std::uint32_t>(at - sentence_begin, 60);
  const std::uint64_t size = length < 6 ? length : 6 + length / 8;
  const std::uint64_t open = (guillemets_ > 0 ? 1 : 0) + (brackets_ > 0 ? 2 : 0) + (in_quotes_ ? 4 : 0);
  const Cue &p2 = cue(std::int64_t{at} - 2), &p = cue(std::int64_t{at} - 1), &t = cue(at), &n = cue(std::int64_t{at} + 1),
            &n2 = cue(std::int64_t{at} + 2), &n3 = cue(std::int64_t{at} + 3), &first = cue(sentence_begin),
            &last = cue(std::int64_t{sentence_begin} - 1);
  const std::uint64_t spaced = t.space_after;
  const std::uint64_t verb = (has_verb_ ? 1 : 0) + (had_verb_ ? 2 : 0);
  const std::uint64_t list = semicolons_ + (after_colon_ ? 4 : 0);
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
  // What a capital begins: a word that is no name begins a sentence even where no stop precedes.
  add(n.classes, n.shape, t.shape);
  add(t.classes, n.classes, n.shape, t.shape);
  add(t.classes, n.shape, t.shape);
  add(n.classes, n2.classes, n.shape, t.shape, n2.shape);
  add(n.form, n.shape, t.classes);
  add(verb, t.shape, n.shape, n.classes);
  add(verb, t.shape, n.shape, n2.shape, size);
  add(verb, t.form, n.shape, open);
  add(t.form, n.shape, n.classes);
  // The same in short, with what lies farther off.
  add(t.kind, n.kind, t.shape, n.shape, n2.shape);
  add(p.kind, t.kind, n.kind, t.shape, n.shape);
  add(t.kind, n.kind, n2.kind, t.shape, n.shape, n2.shape);
  add(p.kind, t.kind, n.kind, n2.kind, n3.kind, t.shape, n.shape);
  add(n.kind, n.shape, t.shape, n.ahead, verb);
  add(n.kind, n.shape, t.shape, n.ahead, size);
  add(t.kind, n.kind, n.shape, t.shape, verb, size);
  // A full stop that may belong to the word: does the next one begin a sentence or go on with a name?
  const bool shortened = t.shape == kInitial || t.shape == kAbbreviation;
  add(shortened, n.kind, n.shape);
  add(shortened, n.usual, n.shape);
  add(shortened, p.shape, n.usual, n.shape);
  // Runs of headings, lists and quotations.
  add(last.shape, first.shape, t.shape, n.shape);
  add(last.shape, verb, t.shape, n.shape, n.kind);
  add(list, t.shape, n.shape, n.kind);
  add(list, t.shape, n.shape, first.shape, n2.shape);
  add(t.shape, n.shape, spaced, n.space_after, n2.shape);
  add(p.shape, t.shape, n.shape, spaced, p.space_after, open);
  // Does the next sentence begin as this one did, as the items of a list do?
  const std::uint64_t like = (n.form == first.form ? 1 : 0) + (n.shape == first.shape ? 2 : 0) +
                             (n2.shape == cue(std::int64_t{sentence_begin} + 1).shape ? 4 : 0);
  add(like, t.shape, n.shape);
  add(like, t.shape, n.shape, first.shape);
  add(like, t.shape, n.shape, last.shape);
  add(like, endings_, t.shape, n.shape);
  add(starts_, n.shape, t.shape);
  // Is what would be cut off a heading, a clause or less than either?
  add(first.kind, first.shape, has_verb_, t.shape, n.shape);
  add(first.kind, has_verb_, t.kind, t.shape, n.kind, n.shape);
  add(first.kind, has_verb_, n.ahead & 1, t.shape, n.shape, n.kind);
  add(verbs_, n.verbs, t.shape, n.shape);
  add(verbs_, n.verbs, t.shape, n.shape, first.usual, n.usual);
  add(verbs_, n.verbs, t.usual, t.shape, n.usual, n.shape);
  add(verbs_, n.verbs, t.shape, n.shape, size);
  // Would a quotation or bracket be cut?
  add(n.closes, t.shape, n.shape);
  add(n.closes, open, t.shape, n.shape);
  add(n.closes, open, t.shape, n.shape, n.kind, n2.shape);
  return features_;
}

void multiword_features(const std::vector<text::Token>& tokens, std::uint32_t at, std::uint32_t begin, std::uint32_t end,
                        const Lexicon& lexicon, std::vector<std::uint64_t>& features) {
  std::array<std::uint64_t, 7> form{}, suffix{};
  std::array<std::uint32_t, 7> classes{};
  std::array<Shape, 7> shape{};
  for (int i = 0; i < 7; ++i) {
    const std::int64_t t = std::int64_t{at} + i - 3;
    if (t < begin || t >= end) continue;
    const std::string_view written = utf8_prefix(tokens[static_cast<std::size_t>(t)].form, kLongestForm);
    const std::string folded = fold(written);
    form[i] = hash_text(folded);
    classes[i] = agreement_of(folded, begins_with_capital(written), lexicon);
    suffix[i] = hash_text(utf8_suffix(folded, 3));
    shape[i] = shape_of(to_utf32(written));
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
  add(classes[2]);
  add(classes[4]);
  add(classes[2], classes[4]);
  add(classes[1], classes[2]);
  add(classes[1], classes[2], classes[4]);
  add(form[2], classes[4]);
  add(classes[2], form[4]);
  add(classes[4], classes[5]);
  add(classes[2], shape[4]);
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

void Segmenter::segment(text::Doc& doc, const Lexicon& lexicon) const {
  doc.sentences.clear();
  doc.tokens.clear();
  doc.words.clear();
  for (std::uint32_t p = 0; p < doc.article.paragraphs.size(); ++p) {
    const text::Paragraph& paragraph = doc.article.paragraphs[p];
    if (text::is_analysed(paragraph.kind)) segment_paragraph(doc, to_utf32(doc.slice(paragraph.span)), p, lexicon);
  }
}

void Segmenter::segment_paragraph(text::Doc& doc, std::u32string_view text, std::uint32_t paragraph,
                                  const Lexicon& lexicon) const {
  const auto begin = static_cast<std::uint32_t>(doc.tokens.size());
  add_tokens(doc, text, doc.article.paragraphs[paragraph].span.begin, rules_);
  const auto end = static_cast<std::uint32_t>(doc.tokens.size());
  BoundaryFeatures gaps(doc.tokens, begin, end, lexicon);
  BoundaryOpinion opinion(networks_, doc.tokens, begin, end, lexicon);
  std::uint32_t first = begin;
  for (std::uint32_t t = begin; t < end; ++t) {
    const bool too_long = t + 1 - first >= kLongestSentence;
    if (t + 1 < end && !too_long && !is_end(doc.tokens[t], t, first, gaps, opinion)) continue;
    text::Sentence sentence;
    sentence.paragraph = paragraph;
    sentence.first_token = first;
    sentence.end_token = t + 1;
    sentence.span = {doc.tokens[first].span.begin, doc.tokens[t].span.end};
    sentence.first_word = static_cast<std::uint32_t>(doc.words.size());
    for (std::uint32_t w = first; w <= t; ++w) add_words(doc, w, first, t + 1, lexicon);
    sentence.end_word = static_cast<std::uint32_t>(doc.words.size());
    doc.sentences.push_back(sentence);
    first = t + 1;
  }
}

bool Segmenter::is_end(const text::Token& token, std::uint32_t at, std::uint32_t sentence_begin, BoundaryFeatures& gaps,
                       BoundaryOpinion& opinion) const {
  if (!gaps.possible(at)) return false;
  const float linear = boundary_.log_odds(gaps.of(at, sentence_begin));
  if (gaps.parts_initial(at) && !rules_.abbreviations.contains(fold(token.form))) return true;  // too rare to be learnt
  // The networks are asked only where they could change what the linear model says.
  if (std::abs(linear) > kSay * BoundaryOpinion::kMost) return linear > 0;
  return linear + kSay * opinion.log_odds(at) > 0;
}

// Bytes of the longest ending of a token that is a word of its own; 0 for none, or where nothing would be left.
std::size_t Segmenter::ending_bytes(std::string_view form) const {
  if (rules_.endings.empty()) return 0;
  for (int n = 4; n > 0; --n) {
    const std::string_view tail = utf8_suffix(form, n);
    if (tail.size() < form.size() && code_points(tail) == static_cast<std::size_t>(n) && rules_.endings.contains(fold(tail)))
      return tail.size();
  }
  return 0;
}

void Segmenter::add_words(text::Doc& doc, std::uint32_t at, std::uint32_t begin, std::uint32_t end,
                          const Lexicon& lexicon) const {
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
    multiword_features(doc.tokens, at, begin, end, lexicon, features);
    several = multiword_.score(features) > 0;
  }
  const std::size_t ending = several ? 0 : ending_bytes(token.form);
  if (ending > 0) {
    const std::size_t cut = token.form.size() - ending;
    const std::string surface = token.form;
    add(surface.substr(0, cut));
    add(surface.substr(cut));
  } else if (several) {
    for (std::string& form : cased_words(found->second, token.form)) add(std::move(form));
  } else {
    add(token.form);
  }
  token.end_word = static_cast<std::uint32_t>(doc.words.size());
}

}  // namespace fabula::syntax
