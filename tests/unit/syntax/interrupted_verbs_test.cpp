#include "syntax/interrupted_verbs.hpp"

#include <gtest/gtest.h>

#include "fabula/syntax/conllu.hpp"

namespace fabula::syntax {
namespace {

struct Row {
  std::string form, upos, feats;
  int head;
  std::string deprel;
};

text::Doc tree(const std::vector<Row>& rows) {
  std::string conllu;
  int id = 0;
  for (const Row& r : rows)
    conllu += std::to_string(++id) + '\t' + r.form + "\t_\t" + r.upos + "\t_\t" + r.feats + '\t' + std::to_string(r.head) +
              '\t' + r.deprel + "\t_\t_\n";
  return read_conllu(conllu, "x");
}

/// Head (from 1, 0 the root) and relation of a word after mending.
std::string place(text::Doc doc, std::uint32_t word) {
  mend_interrupted_verbs(doc);
  const text::Word& w = doc.words[word - 1];
  return std::to_string(w.head ? w.head.value + 1 : 0) + " " + w.deprel;
}

const Row kAnna{"Anna", "PROPN", "_", 2, "nsubj"}, kPress{"presse", "NOUN", "_", 6, "obj"};

/// "Anna a, lundi, accusé (la) presse", the auxiliary taken for the verb.
std::vector<Row> interrupted() {
  return {kAnna, {"a", "AUX", "VerbForm=Fin", 0, "root"}, {",", "PUNCT", "_", 4, "punct"}, {"lundi", "NOUN", "_", 2, "obl"},
          {",", "PUNCT", "_", 4, "punct"}, {"accusé", "VERB", "Tense=Past|VerbForm=Part", 4, "acl"}, kPress};
}

TEST(InterruptedVerbs, TheParticipleTakesTheAuxiliarysPlace) {
  EXPECT_EQ(place(tree(interrupted()), 6), "0 root");
  EXPECT_EQ(place(tree(interrupted()), 2), "6 aux:tense");
  EXPECT_EQ(place(tree(interrupted()), 1), "6 nsubj");
  EXPECT_EQ(place(tree(interrupted()), 4), "6 obl");
  EXPECT_EQ(place(tree(interrupted()), 7), "6 obj");
}

TEST(InterruptedVerbs, ANounThatTheAuxiliaryHungOnIsTheSubject) {
  auto rows = interrupted();
  rows[0] = {"Anna", "PROPN", "_", 0, "root"};
  rows[1].head = 1, rows[1].deprel = "flat:name";
  EXPECT_EQ(place(tree(rows), 6), "0 root");
  EXPECT_EQ(place(tree(rows), 1), "6 nsubj");
}

TEST(InterruptedVerbs, TheSubjectIsNotThatOfThePhraseBetween) {
  auto rows = interrupted();
  rows[0].head = 4;
  EXPECT_EQ(place(tree(rows), 1), "6 nsubj");
}

TEST(InterruptedVerbs, NothingElseChanges) {
  auto copula = interrupted();
  copula[1].deprel = "cop", copula[1].head = 4, copula[3].head = 0, copula[3].deprel = "root";
  EXPECT_EQ(place(tree(copula), 6), "4 acl");
  auto finite = interrupted();
  finite[3] = {"part", "VERB", "VerbForm=Fin", 2, "parataxis"};
  EXPECT_EQ(place(tree(finite), 6), "4 acl") << "a clause between";
}

}  // namespace
}  // namespace fabula::syntax
