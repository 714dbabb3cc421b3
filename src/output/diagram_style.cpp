#include "diagram_style.hpp"

namespace fabula::output {
CodeKind kind_of_code(std::string_view code) {
  if (code.empty()) return CodeKind::none;
  const graph::RelationKind kind = graph::relation_kind_of(code);
  if (kind == graph::RelationKind::cooperation) return CodeKind::cooperation;
  return kind == graph::RelationKind::conflict ? CodeKind::conflict : CodeKind::other;
}

FillStyle style_of(CodeKind kind) {
  switch (kind) {
    case CodeKind::cooperation: return {"cooperation", "#BFE3F7"};
    case CodeKind::conflict: return {"conflict", "#EFA35C"};
    case CodeKind::other: return {"other kind", "#E3E3A0"};
    case CodeKind::none: break;
  }
  return {"no kind", "#FFFFFF"};
}

BorderStyle border_of(std::string_view factuality) {
  if (factuality == "claimed") return {"claimed", "solid", "0.7", "1"};
  if (factuality == "alleged") return {"alleged", "dashed", "1.2", "1"};
  if (factuality == "denied") return {"denied", "dotted", "1.4", "2"};
  if (factuality == "negated") return {"negated", "dashed", "1.4", "2"};
  if (factuality == "planned") return {"planned", "dotted", "1.2", "1"};
  if (factuality == "hypothetical") return {"hypothetical", "dotted", "0.7", "1"};
  if (factuality == "disputed") return {"disputed", "solid", "1.2", "2"};
  return {"asserted", "solid", "2", "1"};
}

LineStyle style_of(events::LinkType type) {
  switch (type) {
    case events::LinkType::about: return {"about", "#6E6E6E", "solid", "vee", "0.8"};
    case events::LinkType::denies: return {"denies", "#D55E00", "dashed", "tee", "1.6"};
    case events::LinkType::confirms: return {"confirms", "#007A5A", "solid", "normal", "1.6"};
    case events::LinkType::responds_to: return {"responds to", "#8A4F7D", "dotted", "vee", "1.4"};
    case events::LinkType::causes: return {"causes", "#000000", "solid", "normal", "2.2"};
    case events::LinkType::before: return {"before", "#0072B2", "dashed", "onormal", "1"};
    case events::LinkType::during: return {"during", "#0072B2", "dotted", "odot", "1"};
  }
  return {"about", "#6E6E6E", "solid", "vee", "0.8"};
}

LineStyle style_of(graph::RelationKind kind) {
  switch (kind) {
    case graph::RelationKind::cooperation: return {"cooperation", "#0072B2", "solid", "normal", "1.6"};
    case graph::RelationKind::conflict: return {"conflict", "#D55E00", "dashed", "tee", "1.6"};
    case graph::RelationKind::other: return {"other action", "#222222", "solid", "vee", "1"};
    case graph::RelationKind::statement: break;
  }
  return {"statement about", "#6E6E6E", "dotted", "vee", "1.2"};
}

LineStyle affiliation_style() { return {"belongs to", "#B0B0B0", "solid", "odiamond", "0.8"}; }

ActorStyle style_of(actors::ActorKind kind) {
  switch (kind) {
    case actors::ActorKind::person: return {"person", "ellipse", "filled", "#FFFFFF"};
    case actors::ActorKind::organization: return {"organization", "box", "filled", "#EDEDED"};
    case actors::ActorKind::media: return {"media", "note", "filled", "#F7F3D6"};
    case actors::ActorKind::state: return {"state", "hexagon", "filled", "#D6E6F2"};
    case actors::ActorKind::group: break;
  }
  return {"group", "box", "rounded,dashed,filled", "#FFFFFF"};
}

}  // namespace fabula::output
