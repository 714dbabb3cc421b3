#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"

namespace fabula::output {

/// A place in a JSON document, with checked access to its fields; every failure names the file and the path of the field.
///
/// A view of the document and of the file's name, which must both outlive it.
class JsonReader {
 public:
  /// Parses a document whose values nest at most `max_depth` deep, without recursion.
  /// @throws InputError FAB-IN-020
  static nlohmann::json parse(std::string_view text, std::string_view file, int max_depth);

  JsonReader(const nlohmann::json& json, std::string_view file) : json_(&json), file_(file) {}

  /// A field that must be there. @throws InputError FAB-IN-022 (also where this is no object)
  JsonReader operator[](const char* key) const;
  /// A field that may be missing or null.
  std::optional<JsonReader> find(const char* key) const;
  /// The items of an array. @throws InputError FAB-IN-022
  std::vector<JsonReader> items() const;

  bool is_null() const { return json_->is_null(); }
  std::string string() const;
  std::uint32_t number() const;
  bool boolean() const;
  /// "YYYY-MM-DD" or null. @throws InputError FAB-IN-024
  std::optional<Day> day() const;
  /// Two fields of this object. @throws InputError FAB-IN-024 where begin > end
  Span span(const char* begin, const char* end) const;
  /// [begin, end].
  Span span() const;
  TimeValue time() const;

  /// The strings of an array.
  std::vector<std::string> strings() const;
  /// A string field, empty where it is missing or null.
  std::string text_or_empty(const char* key) const;

  /// Looks the string up among names. @throws InputError FAB-IN-024
  template <class T>
  T one_of(std::optional<T> (*named)(std::string_view)) const {
    const auto value = named(string());
    if (!value) fail("FAB-IN-024", "\"" + string() + "\" is not one of the values of this field");
    return *value;
  }

  [[noreturn]] void fail(const char* code, const std::string& message) const;

 private:
  const nlohmann::json* json_;
  std::string_view file_;
  std::string path_;
};

}  // namespace fabula::output
