#include "text/html_meta.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace fabula::text {
namespace {

std::string ascii_lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// What a page's tags say, by name: the `name`, `property`, `itemprop` or `http-equiv` of `<meta>`, the first of each.
struct Tags {
  std::map<std::string, std::string> meta;
  std::string title;      ///< `<title>`
  std::string canonical;  ///< `<link rel=canonical>`
  std::string language;   ///< `<html lang>`
  std::string published;  ///< microdata of an element that is no `<meta>`
  std::vector<std::string> json_ld;
};

void add_meta(const xmlNode* node, Tags& tags) {
  const std::string content = attribute(node, "content");
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"})
    if (const std::string name = attribute(node, key); !name.empty()) tags.meta.emplace(ascii_lower(name), content);
}

void add(const xmlNode* node, Tags& tags) {
  const std::string_view tag = tag_of(node);
  if (tag == "meta") return add_meta(node, tags);
  if (tag == "html" && tags.language.empty()) tags.language = attribute(node, "lang");
  if (tag == "title" && tags.title.empty()) tags.title = text_of(node);
  if (tag == "link" && ascii_lower(attribute(node, "rel")) == "canonical" && tags.canonical.empty()) tags.canonical = attribute(node, "href");
  if (tag == "script" && ascii_lower(attribute(node, "type")).starts_with("application/ld+json")) {
    std::string json;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) json += content_of(child);
    tags.json_ld.push_back(std::move(json));
  }
  if (tags.published.empty() && attribute(node, "itemprop") == "datePublished") {
    tags.published = attribute(node, "datetime");
    if (tags.published.empty()) tags.published = text_of(node);
  }
}

Tags collect(const xmlDoc* doc) {
  Tags tags;
  const xmlNode* root = xmlDocGetRootElement(doc);
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root, false))
    if (node->type == XML_ELEMENT_NODE) add(node, tags);
  return tags;
}

template <std::size_t N>
void fill(std::optional<std::string>& field, const Tags& tags, const std::array<const char*, N>& names) {
  for (const char* name : names) {
    if (field) return;
    const auto it = tags.meta.find(name);
    if (it == tags.meta.end()) continue;
    std::string value;
    append_collapsed(value, it->second);
    while (!value.empty() && value.back() == ' ') value.pop_back();
    if (!value.empty()) field = value;
  }
}

/// "Le port rouvre - La Gazette" without what follows the last separator, where that is short or the site's name.
std::string without_site(const std::string& title, const std::optional<std::string>& site) {
  constexpr std::array<std::string_view, 6> kSeparators = {" | ", " - ", " – ", " — ", " :: ", " • "};
  constexpr std::size_t kLongestSite = 40;
  std::size_t cut = std::string::npos, width = 0;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.rfind(separator);
    if (at != std::string::npos && (cut == std::string::npos || at > cut)) cut = at, width = separator.size();
  }
  if (cut == std::string::npos || cut == 0) return title;
  const std::string rest = title.substr(cut + width);
  const bool is_site = site && (rest == *site || rest.find(*site) != std::string::npos);
  return is_site || (rest.size() <= kLongestSite && rest.size() < cut) ? title.substr(0, cut) : title;
}

std::string strip_site_name(std::string title, const std::optional<std::string>& site) {
  return site && title.size() > site->size() && title.ends_with(*site) ? without_site(title, site) : title;
}

}  // namespace

std::optional<std::string> date_in_url(std::string_view url) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i + 11 < url.size(); ++i) {
    const std::string_view at = url.substr(i, 12);
    if (at[0] != '/' || (at[5] != '/' && at[5] != '-') || at[8] != at[5] || is_digit(at[11])) continue;
    std::string iso(at.substr(1, 10));
    bool digits = iso[0] == '1' || iso[0] == '2';
    for (const std::size_t k : {0, 1, 2, 3, 5, 6, 8, 9}) digits = digits && is_digit(iso[k]);
    if (!digits) continue;
    iso[4] = iso[7] = '-';
    return iso;
  }
  return std::nullopt;
}

Metadata read_html_metadata(const xmlDoc* doc) {
  const Tags tags = collect(doc);
  Metadata out;
  for (const std::string& json : tags.json_ld) read_json_ld(json, out);
  fill(out.source, tags, std::array{"og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"});
  fill(out.title, tags, std::array{"og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title"});
  if (out.title) out.title = strip_site_name(*out.title, out.source);
  if (!out.title && !tags.title.empty()) out.title = without_site(tags.title, out.source);
  fill(out.published, tags, std::array{"article:published_time", "og:article:published_time", "datepublished", "article:published"});
  if (!out.published && !tags.published.empty()) out.published = tags.published;
  fill(out.published, tags,
       std::array{"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.created", "pubdate", "publishdate",
                  "publish-date", "publication_date", "publish_date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
                  "og:published_time", "date"});
  fill(out.author, tags, std::array{"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "twitter:creator"});
  if (out.author && out.author->starts_with("http")) out.author.reset();
  if (!tags.canonical.empty()) out.url = tags.canonical;
  fill(out.url, tags, std::array{"og:url"});
  if (!tags.language.empty()) out.language = tags.language;
  fill(out.language, tags, std::array{"content-language", "og:locale", "dc.language"});
  return out;
}

}  // namespace fabula::text
