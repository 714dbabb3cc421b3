#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace fabula::text {

struct HtmlDocCloser {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using HtmlDoc = std::unique_ptr<xmlDoc, HtmlDocCloser>;

/// Parses valid UTF-8 as HTML, however broken; null where there is no element at all. Opens no other file.
HtmlDoc parse_html(const std::string& utf8);

/// Lower-case name of an element, "" for other nodes.
std::string_view tag_of(const xmlNode* node);

/// The value of an attribute, "" where it is not set.
std::string attribute(const xmlNode* node, const char* name);

/// All text below a node, white space collapsed and trimmed.
std::string text_of(const xmlNode* node);

/// Appends text, making each run of ASCII white space one blank, and none at the start.
void append_collapsed(std::string& out, std::string_view text);

/// The node that follows in document order; with `skip_children`, the first that is not below `node`. Null behind `top`'s last.
const xmlNode* next_node(const xmlNode* node, const xmlNode* top, bool skip_children);

std::string_view content_of(const xmlNode* node);

}  // namespace fabula::text
