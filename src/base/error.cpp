#include "fabula/base/error.hpp"

#include <utility>

namespace fabula {
namespace {

std::string located(std::string_view message, const std::string& file, std::uint32_t line) {
  std::string out;
  if (!file.empty()) {
    out = file;
    if (line != 0) out.append(":").append(std::to_string(line));
    out.append(": ");
  }
  return out.append(message);
}

}  // namespace

Error::Error(std::string code, std::string_view message, std::string file, std::uint32_t line)
    : std::runtime_error(located(message, file, line)),
      code_(std::move(code)),
      file_(std::move(file)),
      line_(line) {}

}  // namespace fabula
