#include "fabula/output/explanation.hpp"
#include "json_values.hpp"

namespace fabula::output {
namespace {

Json facts_json(const std::vector<Fact>& facts) {
  Json json = Json::object();
  for (const Fact& fact : facts) json[fact.name] = fact.values;
  return json;
}

Json row_json(const LexiconRow& row) {
  Json json = {{"place", row.place}};
  for (const auto& [column, cell] : row.cells) json["cells"][column] = cell;
  return json;
}

Json word_json(const TreeWord& word) {
  return {{"begin", word.span.begin}, {"end", word.span.end}, {"form", word.form},     {"lemma", word.lemma},
          {"tag", word.tag},          {"head", word.head ? Json(*word.head) : Json()}, {"relation", word.relation}};
}

Json evidence_json(const Evidence& e) {
  Json json = {{"article", graph::export_id(e.article)}, {"sentence", span_json(e.sentence)}};
  if (!e.text.empty()) json["text"] = e.text;
  json["marks"] = array_of(e.marks, [](const Mark& m) { return Json{{"begin", m.span.begin}, {"end", m.span.end}, {"what", m.what}}; });
  json["facts"] = facts_json(e.facts);
  json["rows"] = array_of(e.rows, row_json);
  if (e.tree) json["tree"] = {{"sentence", span_json(e.tree->span)}, {"words", array_of(e.tree->words, word_json)}};
  return json;
}

}  // namespace

std::string write_explanation_json(const Explanation& explanation) {
  return dump({{"format", "fabula.explanation"},
               {"version", 1},
               {"id", explanation.id},
               {"kind", explanation.kind},
               {"title", explanation.title},
               {"facts", facts_json(explanation.facts)},
               {"evidence", array_of(explanation.evidence, evidence_json)}});
}

}  // namespace fabula::output
