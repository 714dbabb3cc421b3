#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace fabula::output {

/// A DOT graph under construction, kept by cgraph. Node and cluster names are made of [A-Za-z0-9_] only (asserted); any
/// text may go into labels.
class DotGraph {
 public:
  using Node = Agnode_s*;
  using Edge = Agedge_s*;

  /// A directed graph that allows parallel edges.
  explicit DotGraph(const std::string& name);
  /// @throws OutputError FAB-OUT-010 where it is not DOT
  static DotGraph parse(const std::string& dot);

  void set(std::string_view key, std::string_view value);
  void node_default(std::string_view key, std::string_view value);
  void edge_default(std::string_view key, std::string_view value);
  /// A declared attribute's value, or that of an attribute that no other node has ("" elsewhere).
  void set(Node node, std::string_view key, std::string_view value);
  void set(Edge edge, std::string_view key, std::string_view value);
  /// An attribute's value; empty where there is none.
  std::string get(Edge edge, std::string_view key) const;

  Node node(const std::string& name);
  /// @param key  tells parallel edges apart
  Edge edge(Node from, Node to, const std::string& key);

  /// Sets `label` (or another text attribute) to arbitrary UTF-8: see safe_label.
  void label(Node node, std::string_view text, std::string_view key = "label");
  void label(Edge edge, std::string_view text, std::string_view key = "label");

  /// The extent of a graph that was laid out, in points, y upwards; empty before.
  struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;
  };
  Box bounding_box() const;
  void set_bounding_box(const Box& box);

  struct Place {
    double x = 0, y = 0;
  };
  /// Where a node of a graph that was laid out stands; nothing where there is no such node or it has no place.
  std::optional<Place> place_of(const std::string& node) const;

  std::string write() const;

 private:
  explicit DotGraph(Agraph_s* graph) : graph_(graph) {}
  struct Close {
    void operator()(Agraph_s* graph) const;
  };
  std::unique_ptr<Agraph_s, Close> graph_;
};

/// Text as a Graphviz label means it literally: `\` doubled, `&` as entity, line ends as `\n`, other control characters,
/// bidirectional overrides and non-characters left out or blank.
std::string safe_label(std::string_view text);

}  // namespace fabula::output
