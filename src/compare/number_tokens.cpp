#include "number_tokens.hpp"

#include <cmath>

#include "fabula/base/unicode.hpp"

namespace fabula::compare {
namespace {

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_joiner(char32_t c) { return c == U'\'' || c == U'’' || c == U'-' || c == U'‑'; }

class Tokenizer {
 public:
  Tokenizer(std::u32string_view text, const QuantityWords& words) : text_(text), words_(words) {}

  std::vector<NumberToken> run() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_]) || is_joiner(text_[at_])) ++at_;
      else if (is_figure(text_[at_])) figures();
      else if (is_letter(text_[at_])) word(at_);
      else mark();
    }
    return std::move(tokens_);
  }

 private:
  bool has_kind(char32_t c, NumberKind kind) const {
    const auto it = words_.numbers.find(is_space(c) ? std::string(" ") : to_utf8(c));
    return it != words_.numbers.end() && it->second.kind == kind;
  }
  bool figure_at(std::size_t i) const { return i < text_.size() && is_figure(text_[i]); }
  bool three_figures_at(std::size_t i) const {
    return figure_at(i) && figure_at(i + 1) && figure_at(i + 2) && !figure_at(i + 3);
  }

  void figures() {
    const std::size_t begin = at_;
    double value = 0;
    bool marks = false;
    while (figure_at(at_)) {
      value = value * 10 + static_cast<double>(text_[at_++] - U'0');
      if (at_ < text_.size() && has_kind(text_[at_], NumberKind::group) && three_figures_at(at_ + 1) && at_ - begin <= 15) {
        ++at_;
        marks = true;
      }
    }
    if (at_ < text_.size() && has_kind(text_[at_], NumberKind::decimal) && figure_at(at_ + 1)) {
      marks = true;
      ++at_;
      for (double unit = 0.1; figure_at(at_); unit /= 10) value += unit * static_cast<double>(text_[at_++] - U'0');
    }
    if (at_ < text_.size() && is_letter(text_[at_])) return word(begin);
    tokens_.push_back({span(begin), {}, value, marks});
  }

  void word(std::size_t begin) {
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_figure(text_[at_]))) ++at_;
    tokens_.push_back({span(begin), fold(to_utf8(text_.substr(begin, at_ - begin))), -1, false});
  }

  void mark() {
    ++at_;
    tokens_.push_back({span(at_ - 1), to_utf8(text_[at_ - 1]), -1, false});
  }

  Span span(std::size_t begin) const { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}; }

  std::u32string_view text_;
  const QuantityWords& words_;
  std::size_t at_ = 0;
  std::vector<NumberToken> tokens_;
};

}  // namespace

std::vector<NumberToken> number_tokens(std::u32string_view text, const QuantityWords& words) {
  return Tokenizer(text, words).run();
}

}  // namespace fabula::compare
