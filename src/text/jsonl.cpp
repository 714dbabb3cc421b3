#include "fabula/text/jsonl.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "text/charset.hpp"
#include "text/input_checks.hpp"
#include "text/json_guard.hpp"
#include "text/sha256.hpp"

namespace fabula::text {
namespace {

struct Place {
  std::string_view file;
  std::uint32_t line;

  [[noreturn]] void fail(const char* code, const std::string& message) const { throw InputError(code, message, std::string(file), line); }
};

std::optional<std::string> field(const nlohmann::json& object, const char* name, const Place& place) {
  const auto it = object.find(name);
  if (it == object.end() || it->is_null()) return std::nullopt;
  if (!it->is_string()) place.fail("FAB-IN-009", std::string("\"") + name + "\" is not a string; write it in quotes");
  std::string value = it->get<std::string>();
  if (value.empty()) return std::nullopt;
  return value;
}

nlohmann::json parse_line(std::string_view line, const Place& place) {
  if (const Utf8Check check = check_utf8(line); !check.valid())
    place.fail("FAB-IN-003", "byte " + std::to_string(*check.first_bad) + " of the line is not valid UTF-8; JSON is UTF-8");
  if (json_depth(line) > kMaxJsonDepth)
    place.fail("FAB-IN-008", "the JSON is nested deeper than " + std::to_string(kMaxJsonDepth) + "; give one flat object a line");
  nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
  if (json.is_discarded()) place.fail("FAB-IN-007", "not JSON; give one object a line");
  if (!json.is_object()) place.fail("FAB-IN-009", "not a JSON object; give {\"text\": \"…\"} a line");
  return json;
}

Decoded read_line(std::string_view line, const Place& place) {
  refuse_large(line, kMaxInputBytes, place.file);
  const nlohmann::json object = parse_line(line, place);
  auto text = field(object, "text", place);
  if (!text || is_blank(*text)) place.fail("FAB-IN-001", "the object has no \"text\"; give the article's text there");
  if (text->find('\0') != std::string::npos) place.fail("FAB-IN-002", "the \"text\" holds a NUL character; give text");
  Decoded out;
  const auto id = field(object, "id", place);
  out.file = std::string(place.file) + (id ? "#" + *id : ":" + std::to_string(place.line));
  out.sha256 = sha256_hex(line);
  out.encoding = "UTF-8";
  out.utf8 = std::move(*text);
  out.metadata.title = field(object, "title", place);
  out.metadata.source = field(object, "source", place);
  out.metadata.url = field(object, "url", place);
  out.metadata.language = field(object, "language", place);
  out.metadata.published = field(object, "published", place);
  return out;
}

}  // namespace

JsonLines decode_jsonl(std::string_view bytes, std::string_view file) {
  JsonLines result;
  if (const auto bom = find_bom(bytes); bom && bom->encoding == std::string_view("UTF-8")) bytes.remove_prefix(bom->size);
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    try {
      result.articles.push_back(read_line(line, {file, number}));
    } catch (const InputError& error) {
      result.errors.push_back(error);
    }
  }
  if (result.articles.empty() && result.errors.empty())
    result.errors.emplace_back("FAB-IN-001", "the input is empty; give one JSON object a line", std::string(file));
  return result;
}

}  // namespace fabula::text
