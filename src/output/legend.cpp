#include "legend.hpp"

#include <set>

#include "fabula/output/words.hpp"
#include "drawing.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr double kRow = 18, kTextSize = 9, kGap = 14, kTextGap = 5;

constexpr std::string_view kFactualities[] = {"asserted", "claimed", "alleged",      "denied",
                                              "negated",  "planned", "hypothetical", "disputed"};

void box(LegendWriter& legend, DotGraph& dot, std::string_view text, events::EventType type, CodeKind kind,
         std::string_view factuality) {
  legend.sample(text, [&](const std::string& name, Point centre) {
    draw_box(dot, name, centre, LegendWriter::kSampleWidth, LegendWriter::kSampleHeight, type, kind, factuality);
  });
}

std::string kind_word(const graph::Wording& words, CodeKind kind) {
  const std::string_view name = style_of(kind).name;
  return kind == CodeKind::other ? word(words, "diagram.other_kind", name) : word(words, "relation." + std::string(name), name);
}

/// The bracket of a date that may lie anywhere within it.
void bracket(LegendWriter& legend, DotGraph& dot, std::string_view text, bool open) {
  legend.sample(text, [&](const std::string& name, Point centre) {
    const double half = LegendWriter::kSampleHeight / 2;
    const Point top{centre.x, centre.y - half}, bottom{centre.x, centre.y + half};
    const auto bar = draw_line(dot, name + "bar", top, bottom, kBracketColor, "1.6");
    draw_line(dot, name + "end", bottom, {bottom.x - 4, bottom.y}, kBracketColor, "1.6");
    if (open) dot.set(bar, "style", "dashed");
    else draw_line(dot, name + "top", top, {top.x - 4, top.y}, kBracketColor, "1.6");
  });
}

void explain_dates(LegendWriter& legend, DotGraph& dot, const Items& items, const graph::Wording& words) {
  bool between = false, open = false;
  for (const Item& item : items.items) {
    const DayRange& when = item.time.range;
    if (when.open() || when.earliest == when.latest) continue;
    (when.earliest && when.latest ? between : open) = true;
  }
  if (!between && !open) return;
  legend.heading(word(words, "diagram.dates", "Dates"));
  if (between) bracket(legend, dot, word(words, "bar.uncertain", "some day between"), false);
  if (open) bracket(legend, dot, word(words, "bar.open", "before or after a day"), true);
}

}  // namespace

LegendWriter::LegendWriter(DotGraph& dot, Point origin, double width)
    : dot_(dot), origin_(origin), width_(width), at_{origin.x, origin.y + kRow / 2} {}

void LegendWriter::next_row() { at_ = {origin_.x, at_.y + kRow}; }

void LegendWriter::reserve(std::string_view text) {
  if (at_.x + kSampleWidth + kTextGap + text_width(text, kTextSize) > origin_.x + width_) next_row();
}

void LegendWriter::place_text(std::string_view text, std::string_view color) {
  const double width = text_width(text, kTextSize);
  draw_text(dot_, name(), {at_.x + width / 2, at_.y}, text, kTextSize, color);
  at_.x += width + kGap;
}

void LegendWriter::heading(std::string_view text) {
  if (at_.x > origin_.x) next_row();
  place_text(text, kFaint);
}

void LegendWriter::sample(std::string_view text, const std::function<void(const std::string&, Point)>& draw) {
  reserve(text);
  draw(name(), {at_.x + kSampleWidth / 2, at_.y});
  at_.x += kSampleWidth + kTextGap;
  place_text(text, kInk);
}

void LegendWriter::line(const LineStyle& style, std::string_view text) {
  sample(text, [&](const std::string& name, Point centre) {
    const Point a{centre.x - kSampleWidth / 2, centre.y};
    const Point b{centre.x + kSampleWidth / 2, centre.y};
    draw_link(dot_, draw_anchor(dot_, name + "a", a), draw_anchor(dot_, name + "b", b), "legend", {a, b}, style);
  });
}

void LegendWriter::note(std::string_view text) {
  if (at_.x + text_width(text, kTextSize) > origin_.x + width_) next_row();
  place_text(text, kInk);
}

double LegendWriter::height() const { return at_.y + kRow / 2 - origin_.y; }

double draw_legend(DotGraph& dot, const Items& items, Point origin, double width, const graph::Wording& words) {
  std::set<std::string_view> factualities;
  std::set<CodeKind> kinds;
  std::set<events::LinkType> links;
  for (const Item& item : items.items) {
    factualities.insert(border_of(item.factuality).name);
    kinds.insert(kind_of_code(item.code));
  }
  for (const ItemLink& link : items.links) links.insert(link.type);

  LegendWriter legend(dot, origin, width);
  legend.heading(word(words, "events", "Events"));
  box(legend, dot, word(words, "type.statement", "statement"), events::EventType::statement, CodeKind::none, "asserted");
  box(legend, dot, word(words, "type.action", "action"), events::EventType::action, CodeKind::none, "asserted");
  for (const CodeKind kind : kinds)
    if (kind != CodeKind::none) box(legend, dot, kind_word(words, kind), events::EventType::action, kind, "asserted");
  for (const std::string_view f : kFactualities)
    if (factualities.contains(f)) box(legend, dot, word(words, "factuality." + std::string(f), f), events::EventType::action, CodeKind::none, f);
  explain_dates(legend, dot, items, words);
  if (!links.empty()) legend.heading(word(words, "linked_with", "Links"));
  for (const events::LinkType type : links) legend.line(style_of(type), word(words, "link_out." + std::string(events::name(type)), style_of(type).name));
  return legend.height();
}

}  // namespace fabula::output
