#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "text/html_meta.hpp"
#include "text/json_guard.hpp"

namespace fabula::text {
namespace {

using Json = nlohmann::json;

bool is_article_type(const Json& type) {
  if (type.is_array()) {
    for (const Json& one : type)
      if (one.is_string() && is_article_type(one)) return true;
    return false;
  }
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" || name == "AnalysisNewsArticle";
}

/// The first article in document order; depth is capped, so the stack is short.
const Json* find_article(const Json& root) {
  std::vector<const Json*> stack = {&root};
  while (!stack.empty()) {
    const Json* at = stack.back();
    stack.pop_back();
    if (at->is_object() && at->contains("@type") && is_article_type((*at)["@type"])) return at;
    if (!at->is_structured()) continue;
    for (auto it = at->rbegin(); it != at->rend(); ++it) stack.push_back(&*it);
  }
  return nullptr;
}

/// A string, or the name of an object, or those of a list joined with commas.
std::optional<std::string> name_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object() && value.contains("name")) return value["name"].is_string() ? name_of(value["name"]) : std::nullopt;
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const Json& one : value) {
    const auto name = one.is_array() ? std::nullopt : name_of(one);
    if (name) joined += (joined.empty() ? "" : ", ") + *name;
  }
  return joined.empty() ? std::nullopt : std::optional(joined);
}

void fill(std::optional<std::string>& field, const Json& article, const char* key) {
  if (field || !article.contains(key)) return;
  field = name_of(article[key]);
  if (field && field->empty()) field.reset();
}

}  // namespace

void read_json_ld(std::string_view json, Metadata& out) {
  if (json_depth(json) > kMaxJsonDepth) return;
  const Json root = Json::parse(json, nullptr, false);
  const Json* article = root.is_discarded() ? nullptr : find_article(root);
  if (article == nullptr) return;
  fill(out.title, *article, "headline");
  fill(out.title, *article, "name");
  fill(out.published, *article, "datePublished");
  fill(out.published, *article, "dateCreated");
  fill(out.author, *article, "author");
  fill(out.source, *article, "publisher");
  fill(out.language, *article, "inLanguage");
  fill(out.url, *article, "url");
}

}  // namespace fabula::text
