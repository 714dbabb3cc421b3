#pragma once

#include <string_view>

#include "fabula/actors/actor.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/graph/relations.hpp"

namespace fabula::output {

/// How the diagrams look, in one place. Colours are of the Okabe–Ito palette (distinct for the colour-blind) with
/// different lightness, so that they also differ in grey; nothing is told by colour alone.

constexpr std::string_view kFont = "Helvetica,Arial,sans-serif";
constexpr std::string_view kInk = "#222222";
constexpr std::string_view kFaint = "#8C8C8C";

/// The kind of an event by its PLOVER code; `none` where it has no code.
enum class CodeKind { cooperation, conflict, other, none };
CodeKind kind_of_code(std::string_view code);

struct FillStyle {
  std::string_view name, fill;
};
FillStyle style_of(CodeKind kind);

/// The border of an event by its factuality ("disputed" included).
struct BorderStyle {
  std::string_view name, style, width, peripheries;
};
BorderStyle border_of(std::string_view factuality);

struct LineStyle {
  std::string_view name, color, style, arrowhead, width;
};
LineStyle style_of(events::LinkType type);
LineStyle style_of(graph::RelationKind kind);
LineStyle affiliation_style();

struct ActorStyle {
  std::string_view name, shape, style, fill;
};
ActorStyle style_of(actors::ActorKind kind);

}  // namespace fabula::output
