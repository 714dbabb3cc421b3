#include "json_reader.hpp"

#include <array>

#include "fabula/base/edtf.hpp"

namespace fabula::output {
namespace {

constexpr std::array<TimeBasis, 6> kBases = {TimeBasis::explicit_, TimeBasis::relative,  TimeBasis::context,
                                             TimeBasis::inferred,  TimeBasis::published, TimeBasis::unknown};

std::optional<TimeBasis> basis_of(std::string_view text) {
  for (const TimeBasis basis : kBases)
    if (name(basis) == text) return basis;
  return std::nullopt;
}

}  // namespace

nlohmann::json JsonReader::parse(std::string_view text, std::string_view file, int max_depth) {
  const auto limit = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > max_depth)
      throw InputError("FAB-IN-020", "the JSON nests deeper than " + std::to_string(max_depth) + " levels: not a story", std::string(file));
    return true;
  };
  try {
    return nlohmann::json::parse(text, limit);
  } catch (const nlohmann::json::exception& e) {
    throw InputError("FAB-IN-020", std::string("not valid JSON: ") + e.what(), std::string(file));
  }
}

void JsonReader::fail(const char* code, const std::string& message) const {
  throw InputError(code, (path_.empty() ? "" : path_.substr(1) + ": ") + message, std::string(file_));
}

JsonReader JsonReader::operator[](const char* key) const {
  if (!json_->is_object()) fail("FAB-IN-022", "an object was expected");
  const auto it = json_->find(key);
  if (it == json_->end()) fail("FAB-IN-022", std::string("the field \"") + key + "\" is missing");
  JsonReader field(*it, file_);
  field.path_ = path_ + "." + key;
  return field;
}

std::optional<JsonReader> JsonReader::find(const char* key) const {
  if (!json_->is_object()) fail("FAB-IN-022", "an object was expected");
  const auto it = json_->find(key);
  if (it == json_->end() || it->is_null()) return std::nullopt;
  return (*this)[key];
}

std::vector<JsonReader> JsonReader::items() const {
  if (!json_->is_array()) fail("FAB-IN-022", "an array was expected");
  std::vector<JsonReader> out;
  for (const nlohmann::json& item : *json_) {
    JsonReader reader(item, file_);
    reader.path_ = path_ + "[" + std::to_string(out.size()) + "]";
    out.push_back(std::move(reader));
  }
  return out;
}

std::string JsonReader::string() const {
  if (!json_->is_string()) fail("FAB-IN-022", "a string was expected");
  return json_->get<std::string>();
}

std::uint32_t JsonReader::number() const {
  if (!json_->is_number_unsigned()) fail("FAB-IN-022", "a whole number was expected");
  const auto value = json_->get<std::uint64_t>();
  if (value > 0xFFFFFFFEu) fail("FAB-IN-024", "the number is too large");
  return static_cast<std::uint32_t>(value);
}

bool JsonReader::boolean() const {
  if (!json_->is_boolean()) fail("FAB-IN-022", "true or false was expected");
  return json_->get<bool>();
}

std::optional<Day> JsonReader::day() const {
  if (is_null()) return std::nullopt;
  const auto day = parse_iso_day(string());
  if (!day) fail("FAB-IN-024", "\"" + string() + "\" is not a day (YYYY-MM-DD)");
  return day;
}

Span JsonReader::span(const char* begin, const char* end) const {
  const Span span{(*this)[begin].number(), (*this)[end].number()};
  if (span.begin > span.end) fail("FAB-IN-024", "the span ends before it begins");
  return span;
}

Span JsonReader::span() const {
  const auto ends = items();
  if (ends.size() != 2) fail("FAB-IN-022", "a span [begin, end] was expected");
  const Span span{ends[0].number(), ends[1].number()};
  if (span.begin > span.end) fail("FAB-IN-024", "the span ends before it begins");
  return span;
}

TimeValue JsonReader::time() const {
  TimeValue time;
  if (const auto edtf = find("edtf")) {
    time.edtf = edtf->string();
    if (!edtf_range(time.edtf)) edtf->fail("FAB-IN-024", "\"" + time.edtf + "\" is not an EDTF value");
  }
  time.range = {(*this)["earliest"].day(), (*this)["latest"].day()};
  if (time.range.earliest && time.range.latest && *time.range.latest < *time.range.earliest)
    fail("FAB-IN-024", "the latest day comes before the earliest");
  time.basis = (*this)["basis"].one_of(basis_of);
  return time;
}

std::vector<std::string> JsonReader::strings() const {
  std::vector<std::string> out;
  for (const JsonReader& item : items()) out.push_back(item.string());
  return out;
}

std::string JsonReader::text_or_empty(const char* key) const {
  const auto field = find(key);
  return field ? field->string() : std::string();
}

}  // namespace fabula::output
