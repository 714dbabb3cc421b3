#include "fabula/output/times.hpp"

#include "fabula/base/edtf.hpp"
#include "json_reader.hpp"
#include "json_values.hpp"

namespace fabula::output {
namespace {

constexpr int kMaxDepth = 16;

Json timex_json(const temporal::TimeMention& time) {
  return {{"begin", time.span.begin},
          {"end", time.span.end},
          {"type", temporal::name(time.type)},
          {"value", text_or_null(time.value)},
          {"earliest", day_json(time.when.range.earliest)},
          {"latest", day_json(time.when.range.latest)}};
}

TimeValue reference_of(const JsonReader& root) {
  TimeValue value;
  value.edtf = root.text_or_empty("reference");
  if (value.edtf.empty()) return value;
  const auto range = edtf_range(value.edtf);
  if (!range) root["reference"].fail("FAB-IN-024", "\"" + value.edtf + "\" is no date; give YYYY-MM-DD");
  value.range = *range;
  return value;
}

}  // namespace

DatedText read_dated_text(std::string_view line, std::string_view file, std::uint32_t number) {
  const std::string place = std::string(file) + ":" + std::to_string(number);
  const nlohmann::json document = JsonReader::parse(line, place, kMaxDepth);
  const JsonReader root(document, place);
  return {root["id"].string(), root["text"].string(), root.text_or_empty("lang"), reference_of(root)};
}

std::string write_prediction_line(std::string_view id, std::span<const QuotedTime> times) {
  Json timexes = Json::array();
  for (const QuotedTime& t : times) timexes.push_back(timex_json(t.time));
  return json_line({{"id", id}, {"timexes", std::move(timexes)}});
}

std::string write_times_json(std::string_view file, const TimeValue& published, std::span<const QuotedTime> times) {
  Json all = Json::array();
  for (const QuotedTime& t : times) {
    Json timex = timex_json(t.time);
    timex["edtf"] = text_or_null(t.time.when.edtf);
    timex["basis"] = name(t.time.when.basis);
    timex["text"] = t.text;
    all.push_back(std::move(timex));
  }
  return json_line({{"file", file}, {"published", text_or_null(published.edtf)}, {"times", std::move(all)}});
}

std::string write_times_text(std::span<const QuotedTime> times) {
  std::string out;
  for (const QuotedTime& t : times) {
    const std::string edtf = t.time.when.edtf.empty() ? "-" : t.time.when.edtf;
    out += std::to_string(t.time.span.begin) + "-" + std::to_string(t.time.span.end) + "\t";
    out += std::string(temporal::name(t.time.type)) + "\t" + (t.time.value.empty() ? "-" : t.time.value) + "\t" + edtf + "\t";
    out += std::string(name(t.time.when.basis)) + "\t" + t.text + "\n";
  }
  return out;
}

}  // namespace fabula::output
