#include "dot_graph.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "legal_text.hpp"

namespace fabula::output {
namespace {

/// cgraph's functions take `char*` but copy what they are given.
class CString {
 public:
  explicit CString(std::string_view text) : text_(text) {}
  operator char*() { return text_.data(); }

 private:
  std::string text_;
};

[[maybe_unused]] bool is_plain(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::string safe_label(std::string_view text) {
  std::u32string out;
  for (const char32_t c : unreordered(text)) {
    if (c == U'\\') out += U"\\\\";
    else if (c == U'&') out += U"&amp;";
    else if (c == U'\n') out += U"\\n";
    else out += is_control(c) ? U' ' : c;
  }
  return to_utf8(out);
}

void DotGraph::Close::operator()(Agraph_s* graph) const { agclose(graph); }

DotGraph::DotGraph(const std::string& name) : graph_(agopen(CString(name), Agdirected, nullptr)) {}

DotGraph DotGraph::parse(const std::string& dot) {
  Agraph_s* graph = agmemread(dot.c_str());
  if (!graph) throw OutputError("FAB-OUT-010", "this is not DOT");
  return DotGraph(graph);
}

DotGraph::Box DotGraph::bounding_box() const {
  Box box;
  const char* text = agget(graph_.get(), CString("bb"));
  if (text) std::sscanf(text, "%lf,%lf,%lf,%lf", &box.left, &box.bottom, &box.right, &box.top);
  return box;
}

std::optional<DotGraph::Place> DotGraph::place_of(const std::string& node) const {
  Agnode_t* found = agnode(graph_.get(), CString(node), 0);
  const char* text = found ? agget(found, CString("pos")) : nullptr;
  Place place;
  if (!text || std::sscanf(text, "%lf,%lf", &place.x, &place.y) != 2) return std::nullopt;
  return place;
}

void DotGraph::set_bounding_box(const Box& box) {
  char text[128];
  std::snprintf(text, sizeof text, "%.2f,%.2f,%.2f,%.2f", box.left, box.bottom, box.right, box.top);
  set("bb", text);
}

void DotGraph::set(std::string_view key, std::string_view value) { agattr(graph_.get(), AGRAPH, CString(key), CString(value)); }
void DotGraph::node_default(std::string_view key, std::string_view value) { agattr(graph_.get(), AGNODE, CString(key), CString(value)); }
void DotGraph::edge_default(std::string_view key, std::string_view value) { agattr(graph_.get(), AGEDGE, CString(key), CString(value)); }

void DotGraph::set(Node node, std::string_view key, std::string_view value) {
  agsafeset(node, CString(key), CString(value), CString(""));
}
void DotGraph::set(Edge edge, std::string_view key, std::string_view value) {
  agsafeset(edge, CString(key), CString(value), CString(""));
}

std::string DotGraph::get(Edge edge, std::string_view key) const {
  const char* value = agget(edge, CString(key));
  return value ? value : "";
}

DotGraph::Node DotGraph::node(const std::string& name) {
  assert(is_plain(name));
  return agnode(graph_.get(), CString(name), 1);
}

DotGraph::Edge DotGraph::edge(Node from, Node to, const std::string& key) {
  assert(is_plain(key));
  return agedge(graph_.get(), from, to, CString(key), 1);
}

void DotGraph::label(Node node, std::string_view text, std::string_view key) { set(node, key, safe_label(text)); }
void DotGraph::label(Edge edge, std::string_view text, std::string_view key) { set(edge, key, safe_label(text)); }

std::string DotGraph::write() const {
  char* data = nullptr;
  std::size_t size = 0;
  FILE* memory = open_memstream(&data, &size);
  if (!memory) throw OutputError("FAB-OUT-010", "out of memory while writing a diagram");
  const int result = agwrite(graph_.get(), memory);
  std::fclose(memory);
  std::string text(data, size);
  std::free(data);
  if (result < 0) throw OutputError("FAB-OUT-010", "the diagram could not be written");
  return text;
}

}  // namespace fabula::output
