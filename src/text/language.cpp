#include "fabula/text/language.hpp"

#include <cstdio>  // compact_lang_det.h uses FILE without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "fabula/base/unicode.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kLookAt = std::size_t{1} << 18;
constexpr std::size_t kLongLine = 80;      // bytes: no head, credit or share button is as long
constexpr int kLinesWithFrontMatter = 20;
constexpr int kLeastPercent = 25;

/// Calls `use` with every line, without its end; stops where it returns false.
template <class Use>
void each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    if (!use(text.substr(0, end))) return;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool looks_like_prose(std::string_view line) {
  if (line.size() >= kLongLine) return true;
  const auto last = line.find_last_not_of(" \t");
  return last != std::string_view::npos && std::string_view(".!?").find(line[last]) != std::string_view::npos;
}

/// At most kLookAt bytes that end between two words, so that no character is cut.
std::string whole_words(std::string_view text) {
  if (text.size() <= kLookAt) return std::string(text);
  const auto space = text.rfind(' ', kLookAt);
  return std::string(text.substr(0, space == std::string_view::npos ? 0 : space));
}

std::string prose_of(std::string_view text) {
  std::string prose;
  each_line(text, [&](std::string_view line) {
    if (looks_like_prose(line)) prose.append(line).append("\n");
    return prose.size() < kLookAt;
  });
  return whole_words(prose.empty() ? text : std::string_view(prose));
}

std::string trim_lower(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\"'");
  if (from == std::string_view::npos) return {};
  return lower(text.substr(from, text.find_last_not_of(" \t\"'") - from + 1));
}

/// "fr-FR" and "fr_FR" are "fr".
std::string primary_tag(std::string_view tag) { return trim_lower(tag.substr(0, tag.find_first_of("-_"))); }

bool is_candidate(const std::string& code, const std::vector<std::string>& candidates) {
  return std::find(candidates.begin(), candidates.end(), code) != candidates.end();
}

/// The value of a line `lang: xx` or `language: xx` among the first ones. These two keys belong to the
/// format, not to a language: they are read before a pack is chosen.
std::string declared_in_text(std::string_view text) {
  std::string found;
  int left = kLinesWithFrontMatter;
  each_line(text, [&](std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon > 12) return --left > 0;
    const std::string key = trim_lower(line.substr(0, colon));
    if (key == "lang" || key == "language") found = primary_tag(line.substr(colon + 1));
    return found.empty() && --left > 0;
  });
  return found;
}

}  // namespace

std::string detect_language(std::string_view utf8, const std::vector<std::string>& candidates, std::string_view fallback) {
  const std::string prose = prose_of(utf8);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int text_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(prose.data(), static_cast<int>(prose.size()), true, "", CLD2::UNKNOWN_ENCODING,
                                 CLD2::UNKNOWN_LANGUAGE, languages.data(), percents.data(), &text_bytes, &reliable);
  for (std::size_t i = 0; i < languages.size(); ++i) {  // best first
    const std::string code = CLD2::LanguageCode(languages[i]);
    if (percents[i] >= kLeastPercent && is_candidate(code, candidates)) return code;
  }
  return std::string(fallback);
}

std::string language_of(const Decoded& decoded, const std::vector<std::string>& candidates, std::string_view fallback) {
  if (decoded.metadata.language)
    if (const std::string code = primary_tag(*decoded.metadata.language); is_candidate(code, candidates)) return code;
  if (const std::string code = declared_in_text(decoded.utf8); is_candidate(code, candidates)) return code;
  return detect_language(decoded.utf8, candidates, fallback);
}

}  // namespace fabula::text
