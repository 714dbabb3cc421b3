#pragma once

#include <string>
#include <string_view>

#include "fabula/text/decode.hpp"
#include "text/html_tree.hpp"

namespace fabula::text {

/// What a page's head, JSON-LD and microdata say, best source first in every field. The title is without the site's name.
Metadata read_html_metadata(const xmlDoc* doc);

/// Fills the fields of `out` that are not set from a page's schema.org JSON-LD (an object, an array or an `@graph` that
/// holds an article). Broken or deep JSON gives nothing.
void read_json_ld(std::string_view json, Metadata& out);

/// A day in an address such as `https://gazette.example/2020/03/04/port.html`, ISO 8601.
std::optional<std::string> date_in_url(std::string_view url);

}  // namespace fabula::text
