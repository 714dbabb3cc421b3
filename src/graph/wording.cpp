#include "fabula/graph/wording.hpp"

namespace fabula::graph {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

std::string key_words(std::string_view key, const Values& values) {
  std::string out(key);
  for (const auto& [name, value] : values)
    if (!value.empty()) out += " " + name + "=" + value;
  return out;
}

}  // namespace

std::string tell(const Wording& wording, std::string_view key, const Values& values) {
  const auto found = wording.find(key);
  if (found == wording.end()) return key_words(key, values);
  std::string_view rest = found->second;
  std::string out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    out += rest.substr(0, close == std::string_view::npos ? rest.size() : open);
    if (close == std::string_view::npos) break;
    const auto value = values.find(rest.substr(open + 1, close - open - 1));
    if (value != values.end()) out += value->second;
    rest.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace fabula::graph
