#include "json_values.hpp"

namespace fabula::output {

Json day_json(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json time_json(const TimeValue& time) {
  return {{"edtf", text_or_null(time.edtf)},
          {"earliest", day_json(time.range.earliest)},
          {"latest", day_json(time.range.latest)},
          {"basis", name(time.basis)}};
}

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string json_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace fabula::output
