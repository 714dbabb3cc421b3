#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::report {

/// Text as HTML means it literally, in content and in quoted attributes: `& < > " '` as references. Characters that a page
/// may not hold or that reorder the text around them (controls, bidirectional overrides) become U+FFFD, so that nothing is
/// hidden. Bytes that are not UTF-8 become U+FFFD too.
std::string escape(std::string_view text);

/// JSON as it may stand in a script element: no `<`, `>` or `&` in it.
std::string script_safe(std::string_view json);

struct Attribute {
  std::string_view name;  ///< a literal of ours
  std::string value;      ///< any text
};
using Attributes = std::vector<Attribute>;

/// Writes HTML. Every text and attribute value is escaped here and nowhere else; tags and attribute names are literals of
/// the callers. Open elements must be closed in order (asserted).
class Html {
 public:
  Html& open(std::string_view tag, const Attributes& attributes = {});
  Html& close();
  Html& text(std::string_view text);
  /// An element that holds nothing but text.
  Html& element(std::string_view tag, const Attributes& attributes, std::string_view text);
  /// An element without content or end tag ("meta", "input").
  Html& empty(std::string_view tag, const Attributes& attributes);
  /// What is markup already: pictures of Graphviz (see inline_svg), scripts and styles of ours. Never text of articles.
  Html& markup(std::string_view html);

  /// @pre every element is closed (asserted)
  std::string take();

 private:
  void start(std::string_view tag, const Attributes& attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace fabula::report
