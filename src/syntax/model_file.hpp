#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fabula::syntax {

/// Appends plain values to the body of a model file. Little-endian, as every machine we build for is.
class ModelWriter {
 public:
  template <class T>
  void value(T v) {
    static_assert(std::is_arithmetic_v<T>);
    bytes(&v, sizeof v);
  }
  void text(std::string_view s) {
    value(static_cast<std::uint32_t>(s.size()));
    bytes(s.data(), s.size());
  }
  template <class T>
  void array(const std::vector<T>& items) {
    static_assert(std::is_arithmetic_v<T>);
    value(static_cast<std::uint32_t>(items.size()));
    bytes(items.data(), items.size() * sizeof(T));
  }
  void texts(const std::vector<std::string>& items) {
    value(static_cast<std::uint32_t>(items.size()));
    for (const std::string& item : items) text(item);
  }

  /// The whole file: magic, version, body size, checksum, body.
  std::string file() const;

 private:
  void bytes(const void* data, std::size_t size) { body_.append(static_cast<const char*>(data), size); }
  std::string body_;
};

/// Reads back what ModelWriter wrote. Every read is checked against the end of the body, so that a damaged file ends in
/// an error and never in a crash.
class ModelReader {
 public:
  /// @throws PackError FAB-PACK-010 the file is missing, truncated, damaged or of another version
  explicit ModelReader(const std::filesystem::path& path);

  template <class T>
  T value() {
    static_assert(std::is_arithmetic_v<T>);
    T v;
    std::memcpy(&v, take(sizeof v).data(), sizeof v);
    return v;
  }
  std::string text() { return std::string(take(value<std::uint32_t>())); }
  template <class T>
  std::vector<T> array() {
    static_assert(std::is_arithmetic_v<T>);
    const std::size_t n = value<std::uint32_t>();
    const std::string_view raw = take(n * sizeof(T));
    std::vector<T> items(n);
    if (n > 0) std::memcpy(items.data(), raw.data(), raw.size());
    return items;
  }
  std::vector<std::string> texts();

  /// Refuses the file; for values that are readable but impossible.
  [[noreturn]] void refuse(std::string_view why) const;
  /// refuse() unless `ok`.
  void expect(bool ok, std::string_view why) const {
    if (!ok) refuse(why);
  }

 private:
  std::string_view take(std::size_t size);

  std::string path_;
  std::string data_;
  std::size_t at_ = 0;
};

}  // namespace fabula::syntax
