#include "policy.hpp"

#include <openssl/evp.h>

#include <array>

#include "fabula/base/error.hpp"

namespace fabula::report {
namespace {

constexpr std::size_t kDigestSize = 32;

std::string directive(std::string_view name, const std::vector<std::string_view>& contents) {
  std::string out = "; " + std::string(name);
  for (const std::string_view content : contents) out += " " + hash_source(content);
  return contents.empty() ? out + " 'none'" : out;
}

}  // namespace

std::string hash_source(std::string_view content) {
  std::array<unsigned char, kDigestSize> digest{};
  if (EVP_Digest(content.data(), content.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw OutputError("FAB-OUT-012", "the library for SHA-256 failed");
  std::array<unsigned char, 4 * ((kDigestSize + 2) / 3) + 1> base64{};
  const int length = EVP_EncodeBlock(base64.data(), digest.data(), kDigestSize);
  return "'sha256-" + std::string(base64.begin(), base64.begin() + length) + "'";
}

std::string content_security_policy(const std::vector<std::string_view>& scripts, const std::vector<std::string_view>& styles) {
  return "default-src 'none'" + directive("script-src", scripts) + directive("style-src", styles) +
         "; img-src data:; base-uri 'none'; form-action 'none'";
}

}  // namespace fabula::report
