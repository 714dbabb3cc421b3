#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

/// JSON objects that keep the order in which their keys were set.
using Json = nlohmann::ordered_json;

Json time_json(const TimeValue& time);
Json day_json(const std::optional<Day>& day);

/// A string, or null where it is empty.
Json text_or_null(std::string_view text);

template <class Tag>
Json id_or_null(Id<Tag> id) {
  return id.valid() ? Json(graph::export_id(id)) : Json(nullptr);
}

/// What `make` makes of each item.
template <class Range, class Make>
Json array_of(const Range& range, Make make) {
  Json out = Json::array();
  for (const auto& item : range) out.push_back(make(item));
  return out;
}

/// Begin and end.
inline Json span_json(Span span) { return Json::array({span.begin, span.end}); }

/// Indented by one blank, ended by a newline; bytes that are not UTF-8 become U+FFFD.
std::string dump(const Json& json);

/// On one line, ended by a newline.
std::string json_line(const Json& json);

}  // namespace fabula::output
