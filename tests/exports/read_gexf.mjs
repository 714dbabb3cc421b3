// read_gexf.mjs FILE: how many nodes and edges graphology reads.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.FABULA_MODULES + "/");
const Graph = require("graphology");
const { parse } = require("graphology-gexf");
const graph = parse(Graph.MultiDirectedGraph ?? Graph.default.MultiDirectedGraph, readFileSync(process.argv[2], "utf8"), {
  addMissingNodes: false,
});
console.log(JSON.stringify({ nodes: graph.order, edges: graph.size }));
