#pragma once

#include <string_view>

#include "fabula/text/decode.hpp"

namespace fabula::text {

/// A page above this size is refused (FAB-IN-004): its tree takes many times as much memory.
inline constexpr std::size_t kMaxHtmlBytes = std::size_t{16} << 20;
/// A page nested deeper is refused (FAB-IN-005).
inline constexpr std::size_t kMaxHtmlDepth = std::size_t{1} << 18;

/// Reads a saved web page: its main text becomes the article's text, one paragraph a block element with a blank line
/// between two, and what its tags say becomes the metadata. layout() completes it.
///
/// Character encoding: byte order mark, valid UTF-8, `<meta>`, a guess, in this order; bytes without a meaning become
/// U+FFFD (diagnostic FAB-IN-102).
/// Main text: the deepest element that holds most of the page's running text (or the element marked as the article's
/// body), without navigation, cookie and newsletter banners, forms, asides, comments, share bars, captions and blocks that
/// are mostly links. The headline stands first.
/// Metadata: schema.org JSON-LD and microdata, Open Graph, Dublin Core and common `<meta>` names, `<time datetime>`,
/// `<link rel=canonical>`, `<html lang>`; a date in the address (`/2020/03/04/`) where nothing else gives one.
///
/// @throws InputError FAB-IN-001 empty, FAB-IN-002 binary, FAB-IN-004 too large, FAB-IN-005 nested too deeply,
///         FAB-IN-006 no article in the page
/// @cost   linear in the page
/// @source Kohlschütter, Fankhauser & Nejdl 2010 (text and link density); we differ: an element is chosen first, its
///         blocks are then filtered, thresholds are ours
Decoded decode_html(std::string_view bytes, std::string_view file);

}  // namespace fabula::text
