#include "inline_svg.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "html.hpp"

namespace fabula::report {
namespace {

/// What stands between two markers of a line; empty where they are not there.
std::string_view between(std::string_view line, std::string_view before, std::string_view after) {
  const std::size_t begin = line.find(before);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = line.find(after, begin + before.size());
  if (end == std::string_view::npos) return {};
  return line.substr(begin + before.size(), end - begin - before.size());
}

/// An event or actor as the exports name it.
bool is_export_id(std::string_view name) {
  return name.size() > 1 && (name[0] == 'e' || name[0] == 'p') &&
         std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Rewrites line by line. A group of Graphviz is `<g id="node7" class="node">`, its name as `<title>`, and where it has a
/// tooltip a second group with `<a xlink:title=…>` around all it draws.
class Rewriter {
 public:
  std::string rewrite(std::string_view svg, std::string_view label) {
    const std::size_t begin = std::min(svg.find("<svg"), svg.size());
    const std::size_t tag_end = svg.find('>', begin);
    if (tag_end == std::string_view::npos) return {};
    out_ = "<svg role=\"group\" aria-label=\"" + escape(label) + "\"";
    out_ += svg.substr(begin + 4, tag_end - begin - 4);
    out_ += ">\n";
    std::string_view rest = svg.substr(tag_end + 1);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      write_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::move(out_);
  }

 private:
  void write_line(std::string_view line) {
    if (line.empty() || line.starts_with("<!--") || line == "</a>") return;
    if (line.starts_with("<g id=\"a_")) write_tooltip(between(line, "xlink:title=\"", "\""));
    else if (line.starts_with("<g id=\"")) begin_group(line);
    else if (line.starts_with("<title>")) name_group(between(line, "<title>", "</title>"));
    else if (line == "</g>") close();
    else write(line);
  }

  void write_tooltip(std::string_view text) {
    open("<g>", "</g>");
    if (!text.empty()) write("<title>" + std::string(text) + "</title>");
  }

  void begin_group(std::string_view line) {
    const std::string_view transform = between(line, "transform=\"", "\"");
    is_node_ = between(line, "class=\"", "\"") == "node";
    awaits_name_ = transform.empty();
    if (!awaits_name_) open("<g transform=\"" + std::string(transform) + "\">", "</g>");
  }

  /// Links are within reach of the mouse alone: the list of events is what the keyboard walks through.
  void name_group(std::string_view name) {
    if (!awaits_name_) return;
    awaits_name_ = false;
    if (is_node_ && is_export_id(name)) open("<a tabindex=\"-1\" href=\"#" + std::string(name) + "\">", "</a>");
    else open("<g>", "</g>");
  }

  void open(const std::string& tag, std::string_view closing) {
    write(tag);
    open_.push_back(closing);
  }
  void close() {
    if (!open_.empty()) {
      write(open_.back());
      open_.pop_back();
    } else {
      write("</g>");
    }
  }
  void write(std::string_view line) {
    out_ += line;
    out_ += '\n';
  }

  std::string out_;
  std::vector<std::string_view> open_;  // how to close what is open
  bool is_node_ = false;
  bool awaits_name_ = false;
};

}  // namespace

std::string inline_svg(std::string_view svg, std::string_view label) { return Rewriter().rewrite(svg, label); }

}  // namespace fabula::report
