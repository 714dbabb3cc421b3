#include <algorithm>
#include <cstdio>
#include <map>

#include "fabula/base/unicode.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/comparison.hpp"
#include "group_names.hpp"
#include "paragraphs.hpp"
#include "readable_date.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr std::size_t kMostSides = 6;       // of a finding or difference
constexpr std::size_t kMostFinding = 300;   // characters of a sentence quoted for a finding
constexpr std::size_t kMostDifference = 140;  // and for a difference

class Report {
 public:
  Report(const graph::StoryGraph& story, const compare::Comparison& c, const ComparisonTextOptions& options)
      : story_(story), c_(c), most_(options.most), texts_(story), out_(options.width, options.colors) {}

  std::string write() {
    write_groups();
    write_findings(compare::Scope::across, "Findings across");
    write_findings(compare::Scope::within, "Findings within one");
    write_shared();
    write_alike();
    for (std::size_t g = 0; g < c_.groups.size(); ++g) write_only(g);
    return out_.take();
  }

 private:
  void write_groups() {
    for (std::size_t g = 0; g < c_.groups.size(); ++g) {
      const compare::Telling& t = c_.alignment.tellings[g];
      out_.add(group_letter(g) + "  ", group_title(story_, c_.groups[g]), kBold);
      if (c_.groups[g].articles.size() == 1) out_.add("   ", story_.article(c_.groups[g].articles.front()).file, kDim);
      std::string line = std::to_string(t.events.size()) + " events, " + std::to_string(t.only.size()) + " told here alone";
      if (!t.out_of_order.empty()) line += ", " + std::to_string(t.out_of_order.size()) + " told out of the order of time";
      out_.add("   ", line);
    }
    out_.heading("Alignment");
    out_.add("  ", std::to_string(c_.alignment.shared.size()) + " events are shared, " + std::to_string(c_.alignment.core.size()) + " told by all.");
    for (const compare::PairAlignment& p : c_.alignment.pairs) {
      char score[16];
      std::snprintf(score, sizeof score, "%.2f", p.score);
      out_.add("  ", group_letter(p.first) + "–" + group_letter(p.second) + ": " + std::to_string(p.shared) + " shared, " +
                          std::to_string(p.in_order) + " of them in the same order; score " + score);
    }
  }

  void write_findings(compare::Scope scope, const char* title) {
    std::size_t count = 0;
    for (const compare::Finding& f : c_.findings) count += f.scope == scope;
    if (count == 0) return;
    out_.heading(std::string(title) + " (" + std::to_string(count) + ")");
    std::size_t number = 0;
    for (const compare::Finding& f : c_.findings) {
      if (f.scope != scope) continue;
      char confidence[16];
      std::snprintf(confidence, sizeof confidence, "%.0f %%", f.confidence * 100);
      out_.add(std::to_string(++number) + ". ", f.text, kRed);
      out_.add("   ", f.kind + ", confidence " + confidence, kDim);
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
      out_.add("     " + groups + "  ", value);
    }
    if (sides.size() > kMostSides) out_.add("     ", "… and " + std::to_string(sides.size() - kMostSides) + " more");
  }

  void write_shared() {
    if (c_.alignment.shared.empty()) return;
    std::map<EventId, std::vector<const compare::Difference*>> differences;
    for (const compare::Difference& d : c_.differences) differences[d.event].push_back(&d);
    out_.heading("Shared events (" + std::to_string(c_.alignment.shared.size()) + ")");
    for (const compare::SharedEvent& shared : c_.alignment.shared) {
      const graph::Event& event = story_.event(shared.event);
      std::string groups;
      for (const std::size_t g : shared.groups) groups += group_letter(g) + " ";
      out_.add(" • ", event_title(event) + " (" + readable_date(event.time) + ") — " + groups);
      for (const compare::Difference* d : differences[shared.event]) {
        const std::string aspect = std::string(name(d->aspect)) + (d->detail.empty() ? "" : " (" + d->detail + ")");
        out_.add("   ", aspect + (d->conflict ? ": conflict" : " differs"), d->conflict ? kRed : kDim);
        write_sides(d->sides, Value{true, d->aspect == compare::Aspect::number}, kMostDifference);
      }
    }
  }

  void write_alike() {
    if (c_.alignment.alike.empty()) return;
    out_.heading("Of one kind, perhaps the same (" + std::to_string(c_.alignment.alike.size()) + ")");
    for (const compare::AlikeEvents& alike : c_.alignment.alike) {
      out_.add(" • ", alike.kind);
      for (const EventId id : alike.events) {
        const graph::Event& event = story_.event(id);
        out_.add("     " + letters_of(id) + "  ", event_title(event) + " (" + readable_date(event.time) + ")");
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
    out_.heading("Only in " + group_letter(g) + " (" + std::to_string(only.size()) + ")");
    for (std::size_t i = 0; i < only.size() && i < most_; ++i)
      out_.add(" • ", event_title(story_.event(only[i])) + " (" + readable_date(story_.event(only[i]).time) + ")");
    if (only.size() > most_) out_.add("   ", "… and " + std::to_string(only.size() - most_) + " more");
  }

  const graph::StoryGraph& story_;
  const compare::Comparison& c_;
  std::size_t most_;
  graph::ArticleTexts texts_;
  Paragraphs out_;
};

}  // namespace

std::string write_comparison_text(const graph::StoryGraph& story, const compare::Comparison& comparison,
                                  const ComparisonTextOptions& options) {
  return Report(story, comparison, options).write();
}

}  // namespace fabula::output
