#include "syntax/tokenizer.hpp"

#include <algorithm>
#include <array>

#include "fabula/base/unicode.hpp"

namespace fabula::syntax {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestLookup = 40;  // longer pieces are in no table

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC'; }
bool is_hyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }
// Marks, joiners and variation selectors belong to the character before them.
bool extends(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xAD || c == 0x2060 || c == 0xFEFF || c == 0x20E3;
}
bool is_word(char32_t c) { return is_letter(c) || is_digit(c) || extends(c); }
bool is_closing(char32_t c) {
  static constexpr std::u32string_view kClosing = U".,;:!?)]}>»\"'’”…";
  return kClosing.find(c) != std::u32string_view::npos;
}

class Cutter {
 public:
  Cutter(std::u32string_view text, const SegmentRules& rules) : text_(text), rules_(rules) {}

  std::vector<Span> cut() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (is_space(text_[at])) {
        ++at;
        continue;
      }
      chunk_begin_ = at;
      while (at < text_.size() && !is_space(text_[at])) ++at;
      chunk_end_ = at;
      cut_chunk();
    }
    join_thousands();
    return std::move(spans_);
  }

 private:
  char32_t at(std::size_t i) const { return i < chunk_end_ ? text_[i] : U' '; }

  void emit(std::size_t begin, std::size_t end) {
    spans_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string folded(std::size_t begin, std::size_t end) const {
    if (end - begin > kLongestLookup) return {};
    return fold(to_utf8(text_.substr(begin, end - begin)));
  }

  void cut_chunk() {
    std::size_t i = chunk_begin_;
    while (i < chunk_end_) {
      const std::size_t end = next(i);
      i = end;
    }
  }

  // Emits the token (and its clitics) that begins at i and returns its end.
  std::size_t next(std::size_t i) {
    if (const std::size_t end = url_end(i); end > i) return emit(i, end), end;
    const char32_t c = text_[i];
    if (is_word(c)) return cut_word(i);
    if ((c == U'@' || c == U'#') && is_word(at(i + 1))) return cut_word(i);
    if (signs_number(i)) return cut_word(i);
    return cut_symbol(i);
  }

  bool starts_with(std::size_t i, std::u32string_view what) const {
    return text_.substr(i, std::min(what.size(), chunk_end_ - i)) == what;
  }

  std::size_t url_end(std::size_t i) const {
    if (!starts_with(i, U"http://") && !starts_with(i, U"https://") && !starts_with(i, U"www.")) return i;
    if (i > chunk_begin_ && is_word(text_[i - 1])) return i;
    std::size_t end = chunk_end_;
    while (end > i && is_closing(text_[end - 1])) --end;
    return end;
  }

  bool signs_number(std::size_t i) const {
    const char32_t c = text_[i];
    if (c != U'-' && c != U'+' && c != U'\u2212') return false;
    return is_digit(at(i + 1)) && (i == chunk_begin_ || at(i - 1) == U'(');
  }

  std::size_t cut_symbol(std::size_t i) {
    static constexpr std::u32string_view kRuns = U".-!?*_=~'";
    const char32_t c = text_[i];
    std::size_t end = i + 1;
    if (is_apostrophe(c)) quote_open_ = is_word(at(end));
    const auto runs_on = [&](char32_t d) {
      return (c == U'!' || c == U'?') ? (d == U'!' || d == U'?') : d == c && kRuns.find(c) != std::u32string_view::npos;
    };
    while (end < chunk_end_ && runs_on(text_[end])) ++end;
    if (c == U'°' && is_letter(at(end)) && !is_letter(at(end + 1))) ++end;
    while (end < chunk_end_ && extends(text_[end])) {
      const bool joins = text_[end] == 0x200D && end + 1 < chunk_end_;
      end += joins ? 2 : 1;
    }
    emit(i, end);
    return end;
  }

  std::size_t cut_word(std::size_t begin) {
    std::size_t end = begin + 1;
    segment_ = begin;
    while (end < chunk_end_) {
      const std::size_t step = grow(begin, end);
      if (step == 0) break;
      end += step;
      if (elided_) break;
    }
    if (elided_) {
      elided_ = false;
      return emit(begin, end), end;
    }
    end = abbreviation_end(begin, end);
    emit_with_clitics(begin, end);
    return end;
  }

  // How many characters at `end` belong to the word that began at `begin`; 0 where it ends.
  std::size_t grow(std::size_t begin, std::size_t end) {
    const char32_t c = text_[end], before = text_[end - 1], after = at(end + 1);
    if (is_word(c)) return unit_follows(end) ? 0 : 1;
    if (is_apostrophe(c)) return grow_apostrophe(begin, end);
    if (is_hyphen(c)) return is_word(after) && !cuts_hyphen(begin, end) ? (segment_ = end + 1, 1) : 0;
    if (c == U'.') return grow_full_stop(end);
    if (c == U',' || c == U':') return is_digit(before) && is_digit(after) ? 1 : 0;
    if (c == U'/') return is_digit(after) && is_digit(before) ? 1 : 0;
    if (c == U'_' || c == U'@' || c == U'·') return is_word(after) && is_word(before) ? 1 : 0;
    if (c == U'(') return alternative_ending(end);
    if (c == U'&') return is_upper(before) && is_upper(after) ? 1 : 0;
    if (c == U'°') return end == begin + 1 && (before == U'n' || before == U'N') ? 1 : 0;
    return 0;
  }

  // "14h30": a unit between digits, or behind them at the word's end, is a token of its own.
  bool unit_follows(std::size_t i) const {
    const char32_t before = text_[i - 1];
    if (rules_.units.empty()) return false;
    if (is_digit(before) && is_letter(text_[i])) return unit_end(i) > i;
    if (!is_letter(before) || !is_digit(text_[i]) || i < segment_ + 1) return false;
    return segment_ > 0 && is_digit(text_[segment_ - 1]) && unit_end(segment_) == i;
  }

  // The end of the unit that stands at i, before a digit or the end of the word; i if there is none.
  std::size_t unit_end(std::size_t i) const {
    std::size_t end = i;
    while (end < chunk_end_ && end - i <= rules_.longest_unit && is_letter(text_[end])) ++end;
    return end - i <= rules_.longest_unit && rules_.units.contains(folded(i, end)) ? end : i;
  }

  // "élu(s)", "habitant(e)s" up to the bracket: one or two letters in brackets close to a word are its other ending.
  std::size_t alternative_ending(std::size_t open) const {
    std::size_t close = open + 1;
    while (close < chunk_end_ && close <= open + 2 && is_letter(text_[close])) ++close;
    return close > open + 1 && at(close) == U')' && is_letter(text_[open - 1]) ? close + 1 - open : 0;
  }

  std::size_t grow_apostrophe(std::size_t begin, std::size_t end) {
    const std::string head = folded(begin, end) + "'";
    const bool more = is_word(at(end + 1));
    if (!rules_.elisions.contains(head)) return more || ends_possessive(end) ? 1 : 0;
    if (more && (is_kept_whole(begin) || begins_name(begin, end, head))) return 1;
    elided_ = true;
    return 1;
  }

  // "workers' rights", where the language writes so.
  bool ends_possessive(std::size_t end) const {
    return lower(text_[end - 1]) == U's' && rules_.endings.contains("'") && !quote_open_;
  }

  // Where the language sets the parts of "well-known" apart; numbers and "co-founder" stay whole.
  bool cuts_hyphen(std::size_t begin, std::size_t end) const {
    if (!rules_.cuts_hyphens || !is_letter(text_[end - 1]) || !is_letter(at(end + 1))) return false;
    return !rules_.prefixes.contains(folded(begin, end + 1)) && !rules_.whole.contains(folded(begin, word_end(end)));
  }

  std::size_t word_end(std::size_t i) const {
    const std::size_t limit = std::min(chunk_end_, i + kLongestLookup);
    while (i < limit && (is_word(text_[i]) || is_hyphen(text_[i]))) ++i;
    return i;
  }

  // "aujourd'hui": some table entry is a prefix of what stands here and ends at a word's end.
  bool is_kept_whole(std::size_t begin) const {
    std::size_t end = begin;
    while (end < chunk_end_ && end - begin <= rules_.longest_whole && (is_word(text_[end]) || is_hyphen(text_[end]) ||
                                                                      is_apostrophe(text_[end])))
      ++end;
    return end - begin <= rules_.longest_whole && rules_.whole.contains(folded(begin, end));
  }

  bool begins_name(std::size_t begin, std::size_t end, const std::string& head) const {
    return rules_.name_elisions.contains(head) && is_upper(text_[begin]) && is_upper(at(end + 1)) &&
           is_letter(at(end + 2)) && !is_upper(at(end + 2));
  }

  std::size_t grow_full_stop(std::size_t end) {
    const char32_t before = text_[end - 1], after = at(end + 1);
    const bool letter_alone = end - segment_ == 1 && is_letter(before);
    if (is_digit(before) && is_digit(after)) return 1;
    if (letter_alone && is_letter(after)) return segment_ = end + 1, 1;
    if (letter_alone && is_hyphen(after) && is_upper(at(end + 2))) return 1;
    return is_letter(after) && domain_follows(end) ? (segment_ = end + 1, 1) : 0;
  }

  // "lemonde.fr": what follows the stop are two or three small letters and then the word's end.
  bool domain_follows(std::size_t stop) const {
    std::size_t end = stop + 1;
    while (end < chunk_end_ && end <= stop + 4 && text_[end] >= U'a' && text_[end] <= U'z') ++end;
    const std::size_t size = end - stop - 1;
    return size >= 2 && size <= 3 && !is_word(at(end));
  }

  std::size_t abbreviation_end(std::size_t begin, std::size_t end) const {
    if (at(end) != U'.' || at(end + 1) == U'.') return end;
    const bool initial = end - segment_ == 1 && is_upper(text_[segment_]);
    if (initial && !is_word(at(end + 1))) return end + 1;
    const std::string form = folded(begin, end + 1);
    if (!rules_.abbreviations.contains(form)) return end;
    return !rules_.before_numbers.contains(form) || number_follows(end + 1) ? end + 1 : end;
  }

  bool number_follows(std::size_t i) const {
    while (i < text_.size() && is_space(text_[i])) ++i;
    return i < text_.size() && (is_digit(text_[i]) || U"IVXLC"sv.find(text_[i]) != std::u32string_view::npos);
  }

  void emit_with_clitics(std::size_t begin, std::size_t end) {
    std::size_t stem = end;
    std::array<std::size_t, 3> cuts{};
    std::size_t n = 0;
    if (may_carry_clitics(begin, end))
      while (n < cuts.size()) {
        const std::size_t cut = clitic_begin(begin, stem);
        if (cut == stem) break;
        cuts[n++] = stem = cut;
      }
    emit(begin, stem);
    while (n > 0) {
      const std::size_t from = cuts[--n];
      emit(from, n > 0 ? cuts[n - 1] : end);
    }
  }

  // A capitalised word within a sentence is a name: "Kim Jong-il".
  bool may_carry_clitics(std::size_t begin, std::size_t end) const {
    const auto hyphen = std::find_if(text_.begin() + begin, text_.begin() + end, is_hyphen);
    if (hyphen == text_.begin() + end || rules_.clitics.empty() || rules_.whole.contains(folded(begin, end))) return false;
    if (!is_upper(text_[begin]) || spans_.empty() || is_upper(text_[end - 1])) return true;
    return !is_word(text_[spans_.back().end - 1]);
  }

  // Where the longest clitic that ends at `end` begins; `end` if there is none.
  std::size_t clitic_begin(std::size_t begin, std::size_t end) const {
    const std::size_t first = end - begin > rules_.longest_clitic ? end - rules_.longest_clitic : begin + 1;
    for (std::size_t i = std::max(first, begin + 1); i + 1 < end; ++i)
      if (is_hyphen(text_[i]) && rules_.clitics.contains(folded(i, end))) return i;
    return end;
  }

  bool all_digits(Span span) const {
    return std::all_of(text_.begin() + span.begin, text_.begin() + span.end, is_digit);
  }

  // "10 000" is one number.
  void join_thousands() {
    std::size_t kept = 0;
    bool grouping = false;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const Span span = spans_[i];
      const bool joins = grouping && kept > 0 && span.begin == spans_[kept - 1].end + 1 && continues_number(span);
      if (joins) {
        spans_[kept - 1].end = span.end;
        grouping = span.size() == 3;
        continue;
      }
      spans_[kept++] = span;
      grouping = span.size() <= 3 && all_digits(span) && text_[span.begin] != U'0';
    }
    spans_.resize(kept);
  }

  bool continues_number(Span span) const {
    if (span.size() < 3 || !all_digits({span.begin, span.begin + 3})) return false;
    if (span.size() == 3) return true;
    return text_[span.begin + 3] == U',' && all_digits({span.begin + 4, span.end});
  }

  std::u32string_view text_;
  const SegmentRules& rules_;
  std::vector<Span> spans_;
  std::size_t chunk_begin_ = 0, chunk_end_ = 0;
  std::size_t segment_ = 0;  // begin of the current word's part after its last hyphen or full stop
  bool elided_ = false;
  bool quote_open_ = false;  // a single quotation mark has opened and not closed
};

}  // namespace

std::vector<Span> tokenize(std::u32string_view text, const SegmentRules& rules) { return Cutter(text, rules).cut(); }

}  // namespace fabula::syntax
