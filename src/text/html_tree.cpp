#include "text/html_tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <mutex>

namespace fabula::text {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct ContextCloser {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

HtmlDoc parse_html(const std::string& utf8) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);  // must run once before threads parse
  const std::unique_ptr<htmlParserCtxt, ContextCloser> context(htmlNewParserCtxt());
  if (!context) return nullptr;
  // Without HUGE libxml2 drops everything below depth 256 without a word.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | XML_PARSE_HUGE;
  return HtmlDoc(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
}

std::string_view tag_of(const xmlNode* node) { return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view(); }

std::string attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
    if (view(attr->name) != name) continue;
    std::string value;
    for (const xmlNode* child = attr->children; child != nullptr; child = child->next) value += view(child->content);
    return value;
  }
  return {};
}

std::string_view content_of(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE ? view(node->content) : std::string_view();
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* top, bool skip_children) {
  if (!skip_children && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

void append_collapsed(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
}

std::string text_of(const xmlNode* node) {
  std::string out;
  for (const xmlNode* at = node; at != nullptr; at = next_node(at, node, false)) append_collapsed(out, content_of(at));
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace fabula::text
