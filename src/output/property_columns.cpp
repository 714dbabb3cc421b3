#include <array>
#include <charconv>

#include "fabula/output/property_graph.hpp"
#include "readable_date.hpp"

namespace fabula::output {
namespace {

using Node = PropertyNode;
using Edge = PropertyEdge;

std::string basis_text(const TimeValue& time) {
  return time.basis == TimeBasis::unknown ? std::string() : std::string(name(time.basis));
}

std::string centrality_text(const Node& node) {
  if (node.centrality <= 0) return {};
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), node.centrality, std::chars_format::fixed, 4).ptr;
  return {buffer.data(), end};
}

std::string place_text(const Edge& edge, std::uint32_t place) { return edge.article.empty() ? std::string() : std::to_string(place); }

constexpr Column<Node> kNodeColumns[] = {
    {"label", ColumnType::text, [](const Node& n) { return n.label; }},
    {"type", ColumnType::text, [](const Node& n) { return n.type; }},
    {"kind", ColumnType::text, [](const Node& n) { return n.kind; }},
    {"act", ColumnType::text, [](const Node& n) { return n.act; }},
    {"code", ColumnType::text, [](const Node& n) { return n.code; }},
    {"factuality", ColumnType::text, [](const Node& n) { return n.factuality; }},
    {"predicate", ColumnType::text, [](const Node& n) { return n.predicate; }},
    {"location", ColumnType::text, [](const Node& n) { return n.location; }},
    {"edtf", ColumnType::text, [](const Node& n) { return n.time.edtf; }},
    {"earliest", ColumnType::text, [](const Node& n) { return day_text(n.time.range.earliest); }},
    {"latest", ColumnType::text, [](const Node& n) { return day_text(n.time.range.latest); }},
    {"basis", ColumnType::text, [](const Node& n) { return basis_text(n.time); }},
    {"mentions", ColumnType::integer, [](const Node& n) { return n.mentions ? std::to_string(n.mentions) : std::string(); }},
    {"aliases", ColumnType::text, [](const Node& n) { return n.aliases; }},
    {"roles", ColumnType::text, [](const Node& n) { return n.roles; }},
    {"key", ColumnType::text, [](const Node& n) { return n.key; }},
    {"centrality", ColumnType::real, centrality_text},
    {"source", ColumnType::text, [](const Node& n) { return n.source; }},
    {"url", ColumnType::text, [](const Node& n) { return n.url; }},
    {"language", ColumnType::text, [](const Node& n) { return n.language; }},
    {"file", ColumnType::text, [](const Node& n) { return n.file; }},
};

constexpr Column<Edge> kEdgeColumns[] = {
    {"type", ColumnType::text, [](const Edge& e) { return e.type; }},
    {"detail", ColumnType::text, [](const Edge& e) { return e.detail; }},
    {"weight", ColumnType::integer, [](const Edge& e) { return std::to_string(e.weight); }},
    {"mutual", ColumnType::text, [](const Edge& e) { return std::string(e.mutual ? "yes" : ""); }},
    {"edtf", ColumnType::text, [](const Edge& e) { return e.time.edtf; }},
    {"earliest", ColumnType::text, [](const Edge& e) { return day_text(e.time.range.earliest); }},
    {"latest", ColumnType::text, [](const Edge& e) { return day_text(e.time.range.latest); }},
    {"basis", ColumnType::text, [](const Edge& e) { return basis_text(e.time); }},
    {"factuality", ColumnType::text, [](const Edge& e) { return e.factuality; }},
    {"claimed_by", ColumnType::text, [](const Edge& e) { return e.claimed_by; }},
    {"article", ColumnType::text, [](const Edge& e) { return e.article; }},
    {"begin", ColumnType::integer, [](const Edge& e) { return place_text(e, e.span.begin); }},
    {"end", ColumnType::integer, [](const Edge& e) { return place_text(e, e.span.end); }},
    {"text", ColumnType::text, [](const Edge& e) { return e.text; }},
};

}  // namespace

std::span<const Column<Node>> node_columns() { return kNodeColumns; }
std::span<const Column<Edge>> edge_columns() { return kEdgeColumns; }

}  // namespace fabula::output
