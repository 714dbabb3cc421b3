#include <algorithm>
#include <cstdio>
#include <map>

#include "fabula/base/unicode.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/comparison.hpp"
#include "group_names.hpp"
#include "readable_date.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kMostSides = 6;       // of a finding or difference
constexpr std::size_t kMostFinding = 300;   // characters of a sentence quoted for a finding
constexpr std::size_t kMostDifference = 140;  // and for a difference

/// Control characters of articles and file names must not reach the terminal.
std::string printable(std::string_view text) {
  std::u32string out;
  for (const char32_t c : to_utf32(text)) out += c < 0x20 || (c >= 0x7F && c < 0xA0) ? U' ' : c;
  return to_utf8(out);
}

constexpr char kHeld = '\x1F';  // a blank at which no line breaks

/// Blanks that French sets beside marks do not begin or end a line.
std::string held_together(std::string text) {
  for (const std::string_view mark : {" »", " :", " ;", " !", " ?"})
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text[at] = kHeld;
  constexpr std::string_view kOpening = "« ";
  for (std::size_t at = 0; (at = text.find(kOpening, at)) != std::string::npos;) text[at + kOpening.size() - 1] = kHeld;
  return text;
}

/// Columns on a terminal: marks that combine take none, wide characters two.
std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  for (const char32_t c : to_utf32(text)) {
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
    n += c >= 0x300 && c <= 0x36F ? 0 : wide ? 2 : 1;
  }
  return n;
}

class Report {
 public:
  Report(const graph::StoryGraph& story, const compare::Comparison& c, const ComparisonTextOptions& options)
      : story_(story), c_(c), options_(options), width_(std::max(options.width, kLeastWidth)), texts_(story) {}

  std::string write() {
    write_groups();
    write_findings(compare::Scope::across, "Findings across");
    write_findings(compare::Scope::within, "Findings within one");
    write_shared();
    write_alike();
    for (std::size_t g = 0; g < c_.groups.size(); ++g) write_only(g);
    return std::move(out_);
  }

 private:
  static constexpr const char* kBold = "\033[1m";
  static constexpr const char* kRed = "\033[31m";
  static constexpr const char* kDim = "\033[2m";

  /// Words filled into lines; the first begins with `first`, the others are as far in.
  void paragraph(std::string_view first, std::string_view text, const char* color = "") {
    const std::size_t indent = columns(first);
    std::string line(first);
    std::size_t used = indent;
    bool fresh = true;
    const auto flush = [&] {
      std::replace(line.begin(), line.end(), kHeld, ' ');
      out_ += options_.colors && *color ? color + line + "\033[0m\n" : line + "\n";
      line.assign(indent, ' ');
      used = indent;
      fresh = true;
    };
    const std::string clean = held_together(printable(text));
    for (std::size_t at = 0; at < clean.size();) {
      const std::size_t end = std::min(clean.find(' ', at), clean.size());
      const std::string word = clean.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      if (!fresh && used + 1 + columns(word) > width_) flush();
      line += (fresh ? "" : " ") + word;
      used += columns(word) + (fresh ? 0 : 1);
      fresh = false;
    }
    flush();
  }
  void heading(const std::string& text) {
    out_ += "\n";
    paragraph("", text, kBold);
  }

  void write_groups() {
    for (std::size_t g = 0; g < c_.groups.size(); ++g) {
      const compare::Telling& t = c_.alignment.tellings[g];
      paragraph(group_letter(g) + "  ", group_title(story_, c_.groups[g]), kBold);
      if (c_.groups[g].articles.size() == 1) paragraph("   ", story_.article(c_.groups[g].articles.front()).file, kDim);
      std::string line = std::to_string(t.events.size()) + " events, " + std::to_string(t.only.size()) + " told here alone";
      if (!t.out_of_order.empty()) line += ", " + std::to_string(t.out_of_order.size()) + " told out of the order of time";
      paragraph("   ", line);
    }
    heading("Alignment");
    paragraph("  ", std::to_string(c_.alignment.shared.size()) + " events are shared, " + std::to_string(c_.alignment.core.size()) + " told by all.");
    for (const compare::PairAlignment& p : c_.alignment.pairs) {
      char score[16];
      std::snprintf(score, sizeof score, "%.2f", p.score);
      paragraph("  ", group_letter(p.first) + "–" + group_letter(p.second) + ": " + std::to_string(p.shared) + " shared, " +
                          std::to_string(p.in_order) + " of them in the same order; score " + score);
    }
  }

  void write_findings(compare::Scope scope, const char* title) {
    std::size_t count = 0;
    for (const compare::Finding& f : c_.findings) count += f.scope == scope;
    if (count == 0) return;
    heading(std::string(title) + " (" + std::to_string(count) + ")");
    std::size_t number = 0;
    for (const compare::Finding& f : c_.findings) {
      if (f.scope != scope) continue;
      char confidence[16];
      std::snprintf(confidence, sizeof confidence, "%.0f %%", f.confidence * 100);
      paragraph(std::to_string(++number) + ". ", f.text, kRed);
      paragraph("   ", f.kind + ", confidence " + confidence, kDim);
      write_sides(f.sides, Value{f.kind != "order_inversion", f.aspect == compare::Aspect::number}, kMostFinding);
    }
  }

  /// Of a sentence, at most so many characters around the words that matter.
  std::string excerpt(const compare::Passage& p, std::size_t most) const {
    const std::u32string_view text = texts_.view(p.article, p.sentence);
    if (text.size() <= most || p.span.begin < p.sentence.begin) return shorten(texts_.slice(p.article, p.sentence), most);
    const std::size_t at = p.span.begin - p.sentence.begin;
    std::size_t begin = std::min(at > most / 2 ? at - most / 2 : 0, text.size() - most);
    if (const std::size_t blank = text.find(U' ', begin); begin > 0 && blank < at) begin = blank + 1;
    std::size_t end = std::min(begin + most, text.size());
    if (const std::size_t blank = text.rfind(U' ', end); end < text.size() && blank != text.npos && blank > at) end = blank;
    return (begin > 0 ? "… " : "") + shorten(to_utf8(text.substr(begin, end - begin)), most) + (end < text.size() ? " …" : "");
  }

  /// How the values of sides are shown.
  struct Value {
    bool shown = true;      ///< else the sentence alone
    bool as_told = false;   ///< in the words of the passage
  };

  void write_sides(const std::vector<compare::Side>& sides, Value how, std::size_t most) {
    for (std::size_t i = 0; i < sides.size() && i < kMostSides; ++i) {
      const compare::Side& side = sides[i];
      std::string groups;
      for (const std::size_t g : side.groups) groups += (groups.empty() ? "" : ",") + group_letter(g);
      std::string value = !how.shown ? "" : side.value.empty() ? "—" : side.value;
      if (!side.passages.empty()) {
        const compare::Passage& p = side.passages.front();
        const std::string words = how.as_told ? texts_.slice(p.article, p.span) : std::string();
        const std::string sentence = excerpt(p, most);
        if (!words.empty()) value = words;
        if (!sentence.empty()) value += (value.empty() ? "« " : ": « ") + sentence + " »";
      }
      paragraph("     " + groups + "  ", value);
    }
    if (sides.size() > kMostSides) paragraph("     ", "… and " + std::to_string(sides.size() - kMostSides) + " more");
  }

  void write_shared() {
    if (c_.alignment.shared.empty()) return;
    std::map<EventId, std::vector<const compare::Difference*>> differences;
    for (const compare::Difference& d : c_.differences) differences[d.event].push_back(&d);
    heading("Shared events (" + std::to_string(c_.alignment.shared.size()) + ")");
    for (const compare::SharedEvent& shared : c_.alignment.shared) {
      const graph::Event& event = story_.event(shared.event);
      std::string groups;
      for (const std::size_t g : shared.groups) groups += group_letter(g) + " ";
      paragraph(" • ", event_title(event) + " (" + readable_date(event.time) + ") — " + groups);
      for (const compare::Difference* d : differences[shared.event]) {
        const std::string aspect = std::string(name(d->aspect)) + (d->detail.empty() ? "" : " (" + d->detail + ")");
        paragraph("   ", aspect + (d->conflict ? ": conflict" : " differs"), d->conflict ? kRed : kDim);
        write_sides(d->sides, Value{true, d->aspect == compare::Aspect::number}, kMostDifference);
      }
    }
  }

  void write_alike() {
    if (c_.alignment.alike.empty()) return;
    heading("Of one kind, perhaps the same (" + std::to_string(c_.alignment.alike.size()) + ")");
    for (const compare::AlikeEvents& alike : c_.alignment.alike) {
      paragraph(" • ", alike.kind);
      for (const EventId id : alike.events) {
        const graph::Event& event = story_.event(id);
        paragraph("     " + letters_of(id) + "  ", event_title(event) + " (" + readable_date(event.time) + ")");
      }
    }
  }

  /// The groups that tell an event.
  std::string letters_of(EventId id) const {
    std::string letters;
    for (std::size_t g = 0; g < c_.groups.size(); ++g) {
      const auto& events = c_.alignment.tellings[g].events;
      if (std::find(events.begin(), events.end(), id) != events.end()) letters += (letters.empty() ? "" : ",") + group_letter(g);
    }
    return letters;
  }

  void write_only(std::size_t g) {
    const auto& only = c_.alignment.tellings[g].only;
    if (only.empty()) return;
    heading("Only in " + group_letter(g) + " (" + std::to_string(only.size()) + ")");
    for (std::size_t i = 0; i < only.size() && i < options_.most; ++i)
      paragraph(" • ", event_title(story_.event(only[i])) + " (" + readable_date(story_.event(only[i]).time) + ")");
    if (only.size() > options_.most) paragraph("   ", "… and " + std::to_string(only.size() - options_.most) + " more");
  }

  const graph::StoryGraph& story_;
  const compare::Comparison& c_;
  const ComparisonTextOptions& options_;
  std::size_t width_;
  graph::ArticleTexts texts_;
  std::string out_;
};

}  // namespace

std::string write_comparison_text(const graph::StoryGraph& story, const compare::Comparison& comparison,
                                  const ComparisonTextOptions& options) {
  return Report(story, comparison, options).write();
}

}  // namespace fabula::output
