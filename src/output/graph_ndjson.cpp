#include <charconv>
#include <cstdint>

#include "fabula/output/exports.hpp"
#include "json_values.hpp"

namespace fabula::output {
namespace {

// from_chars: no locale
std::int64_t integer_of(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}
double real_of(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class Record>
void set_properties(Json& json, std::span<const Column<Record>> columns, const Record& record) {
  for (const Column<Record>& column : columns) {
    const std::string value = column.value(record);
    if (value.empty()) continue;
    if (column.type == ColumnType::integer) json[std::string(column.name)] = integer_of(value);
    else if (column.type == ColumnType::real) json[std::string(column.name)] = real_of(value);
    else json[std::string(column.name)] = value;
  }
}

}  // namespace

std::string write_graph_ndjson(const PropertyGraph& graph) {
  std::string out;
  for (const PropertyNode& node : graph.nodes) {
    Json json = {{"record", "node"}, {"id", node.id}};
    set_properties(json, node_columns(), node);
    out += json_line(json);
  }
  for (const PropertyEdge& edge : graph.edges) {
    Json json = {{"record", "edge"}, {"id", edge.id}, {"from", edge.from}, {"to", edge.to}};
    set_properties(json, edge_columns(), edge);
    out += json_line(json);
  }
  return out;
}

}  // namespace fabula::output
