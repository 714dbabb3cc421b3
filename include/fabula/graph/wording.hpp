#pragma once

#include <map>
#include <string>
#include <string_view>

namespace fabula::graph {

/// The words of one language that findings are told in: rows of the pack's table `findings` (key → template with
/// `{placeholders}`).
using Wording = std::map<std::string, std::string, std::less<>>;

/// A sentence for people: the template of `key` with every `{name}` replaced by its value, once (values are not searched
/// again); a placeholder without a value becomes nothing. Where the language has no such template, the key and the
/// values in the order of their names.
std::string tell(const Wording& wording, std::string_view key, const std::map<std::string, std::string, std::less<>>& values);

}  // namespace fabula::graph
