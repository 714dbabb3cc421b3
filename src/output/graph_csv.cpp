#include <algorithm>
#include <array>

#include "csv.hpp"
#include "fabula/output/exports.hpp"

namespace fabula::output {
namespace {

/// The header of a column: Neo4j's types, days as dates.
template <class Record>
std::string header(const Column<Record>& column) {
  if (column.name == "earliest" || column.name == "latest") return std::string(column.name) + ":date";
  if (column.type == ColumnType::text) return std::string(column.name);
  return std::string(column.name) + (column.type == ColumnType::integer ? ":int" : ":double");
}

/// Neo4j's own columns take the place of "type".
template <class Record>
std::vector<Column<Record>> plain_columns(std::span<const Column<Record>> columns) {
  std::vector<Column<Record>> out(columns.begin(), columns.end());
  std::erase_if(out, [](const Column<Record>& column) { return column.name == "type"; });
  return out;
}

template <class Record>
std::string table(std::vector<std::string> first, std::span<const Column<Record>> columns, const std::vector<Record>& records,
                  std::vector<std::string> (*cells_of)(const Record&)) {
  const std::vector<Column<Record>> plain = plain_columns(columns);
  std::transform(plain.begin(), plain.end(), std::back_inserter(first), header<Record>);
  std::string out = csv_row(first);
  for (const Record& record : records) {
    std::vector<std::string> cells = cells_of(record);
    for (const Column<Record>& column : plain) cells.push_back(column.value(record));
    out += csv_row(cells);
  }
  return out;
}

}  // namespace

std::string write_nodes_csv(const PropertyGraph& graph) {
  return table<PropertyNode>({":ID", ":LABEL"}, node_columns(), graph.nodes,
                             [](const PropertyNode& n) { return std::vector<std::string>{n.id, n.type}; });
}

std::string write_edges_csv(const PropertyGraph& graph) {
  return table<PropertyEdge>({":START_ID", ":END_ID", ":TYPE", "id"}, edge_columns(), graph.edges,
                             [](const PropertyEdge& e) { return std::vector<std::string>{e.from, e.to, e.type, e.id}; });
}

}  // namespace fabula::output
