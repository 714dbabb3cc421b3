#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::report {

/// A source of a content security policy that allows one inline script or style: 'sha256-…' of its bytes.
std::string hash_source(std::string_view content);

/// The policy of a page: nothing but these scripts and styles, and pictures that are in the page itself.
std::string content_security_policy(const std::vector<std::string_view>& scripts, const std::vector<std::string_view>& styles);

}  // namespace fabula::report
