#include "fabula/output/exports.hpp"
#include "xml_writer.hpp"

namespace fabula::output {
namespace {

const char* type_name(ColumnType type) {
  if (type == ColumnType::integer) return "int";
  return type == ColumnType::real ? "double" : "string";
}

/// Declares the properties of nodes ("n.act") or edges ("e.text"): ids must differ, names need not.
template <class Record>
void write_keys(XmlWriter& xml, const char* of, std::span<const Column<Record>> columns) {
  for (const Column<Record>& column : columns) {
    xml.open("key");
    xml.attribute("id", std::string(1, of[0]) + "." + std::string(column.name));
    xml.attribute("for", of);
    xml.attribute("attr.name", column.name);
    xml.attribute("attr.type", type_name(column.type));
    xml.close();
  }
}

template <class Record>
void write_data(XmlWriter& xml, const char* of, std::span<const Column<Record>> columns, const Record& record) {
  for (const Column<Record>& column : columns) {
    const std::string value = column.value(record);
    if (value.empty()) continue;
    const std::string key = std::string(of) + "." + std::string(column.name);
    xml.open("data");
    xml.attribute("key", key);
    xml.text(value);
    xml.close();
  }
}

}  // namespace

std::string write_graphml(const PropertyGraph& graph) {
  XmlWriter xml;
  xml.open("graphml");
  xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  write_keys(xml, "node", node_columns());
  write_keys(xml, "edge", edge_columns());
  xml.open("graph");
  xml.attribute("id", "fabula");
  xml.attribute("edgedefault", "directed");
  for (const PropertyNode& node : graph.nodes) {
    xml.open("node");
    xml.attribute("id", node.id);
    write_data(xml, "n", node_columns(), node);
    xml.close();
  }
  for (const PropertyEdge& edge : graph.edges) {
    xml.open("edge");
    xml.attribute("id", edge.id);
    xml.attribute("source", edge.from);
    xml.attribute("target", edge.to);
    write_data(xml, "e", edge_columns(), edge);
    xml.close();
  }
  return xml.finish();
}

}  // namespace fabula::output
