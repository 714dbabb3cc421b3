#include "fabula/output/exports.hpp"
#include "readable_date.hpp"
#include "xml_writer.hpp"

namespace fabula::output {
namespace {

const char* type_name(ColumnType type) {
  if (type == ColumnType::integer) return "integer";
  return type == ColumnType::real ? "double" : "string";
}

/// GEXF has labels of its own.
bool is_label(std::string_view column) { return column == "label"; }

template <class Record>
void write_attributes(XmlWriter& xml, const char* of, std::span<const Column<Record>> columns) {
  xml.open("attributes");
  xml.attribute("class", of);
  for (const Column<Record>& column : columns) {
    if (is_label(column.name)) continue;
    xml.open("attribute");
    xml.attribute("id", column.name);
    xml.attribute("title", column.name);
    xml.attribute("type", type_name(column.type));
    xml.close();
  }
  xml.close();
}

template <class Record>
void write_values(XmlWriter& xml, std::span<const Column<Record>> columns, const Record& record) {
  xml.open("attvalues");
  for (const Column<Record>& column : columns) {
    const std::string value = column.value(record);
    if (value.empty() || is_label(column.name)) continue;
    xml.open("attvalue");
    xml.attribute("for", column.name);
    xml.attribute("value", value);
    xml.close();
  }
  xml.close();
}

void write_range(XmlWriter& xml, const DayRange& range) {
  xml.attribute_if("start", day_text(range.earliest));
  xml.attribute_if("end", day_text(range.latest));
}

void write_spells(XmlWriter& xml, const std::vector<DayRange>& intervals) {
  xml.open("spells");
  for (const DayRange& interval : intervals) {
    xml.open("spell");
    write_range(xml, interval);
    xml.close();
  }
  xml.close();
}

/// The days of a relation's events as far as they are known.
std::vector<DayRange> spells_of(const PropertyEdge& edge) {
  std::vector<DayRange> dated;
  for (const DayRange& interval : edge.intervals)
    if (!interval.open()) dated.push_back(interval);
  return dated;
}

void write_node(XmlWriter& xml, const PropertyNode& node) {
  xml.open("node");
  xml.attribute("id", node.id);
  xml.attribute("label", node.label);
  if (node.type == "event") write_range(xml, node.time.range);  // an article and an actor are there before and after
  write_values(xml, node_columns(), node);
  xml.close();
}

/// A mutual relation is told by its property: of GEXF's type "mutual" networkx makes two edges, and graphology 0.13 fails
/// where it comes first.
void write_edge(XmlWriter& xml, const PropertyEdge& edge) {
  const std::vector<DayRange> spells = spells_of(edge);
  xml.open("edge");
  xml.attribute("id", edge.id);
  xml.attribute("source", edge.from);
  xml.attribute("target", edge.to);
  xml.attribute("kind", edge.type);
  xml.attribute("label", edge.detail.empty() || !edge.intervals.empty() ? edge.type : edge.detail);
  xml.attribute("weight", std::to_string(edge.weight));
  if (spells.empty() && edge.type != "tells") write_range(xml, edge.time.range);
  write_values(xml, edge_columns(), edge);
  if (!spells.empty()) write_spells(xml, spells);
  xml.close();
}

}  // namespace

std::string write_gexf(const PropertyGraph& graph) {
  XmlWriter xml;
  xml.open("gexf");
  xml.attribute("xmlns", "http://gexf.net/1.3");
  xml.attribute("version", "1.3");
  xml.open("graph");
  xml.attribute("mode", "dynamic");
  xml.attribute("defaultedgetype", "directed");
  xml.attribute("timeformat", "date");
  xml.attribute("timerepresentation", "interval");
  xml.attribute("idtype", "string");
  write_attributes(xml, "node", node_columns());
  write_attributes(xml, "edge", edge_columns());
  xml.open("nodes");
  for (const PropertyNode& node : graph.nodes) write_node(xml, node);
  xml.close();
  xml.open("edges");
  for (const PropertyEdge& edge : graph.edges) write_edge(xml, edge);
  return xml.finish();
}

}  // namespace fabula::output
