#include "syntax/incises.hpp"

#include <gtest/gtest.h>

#include "fabula/syntax/conllu.hpp"

namespace fabula::syntax {
namespace {

std::string row(int id, std::string_view form, std::string_view upos, std::string_view feats, int head, std::string_view deprel) {
  return std::to_string(id) + '\t' + std::string(form) + "\t_\t" + std::string(upos) + "\t_\t" + std::string(feats) + '\t' +
         std::to_string(head) + '\t' + std::string(deprel) + "\t_\t_\n";
}

/// "Le maire, a rappelé Anna, …" as a parser that took Anna for the object reads it.
text::Doc incise(std::string_view comma, std::string_view last_feats) {
  return read_conllu(row(1, "Le", "DET", "_", 2, "det") + row(2, "maire", "NOUN", "_", 5, "nsubj") +
                         row(3, comma, "PUNCT", "_", 2, "punct") + row(4, "a", "AUX", "VerbForm=Fin", 5, "aux:tense") +
                         row(5, "rappelé", "VERB", "VerbForm=Part", 0, "root") + row(6, "Anna", "PROPN", "_", 5, "obj") +
                         row(7, ",", "PUNCT", "_", 9, "punct") + row(8, "a", "AUX", last_feats, 9, "aux:tense") +
                         row(9, "démissionné", "VERB", "VerbForm=Part", 5, "conj"),
                     "x");
}

std::string mended(text::Doc doc) {
  mend_incises(doc);
  return doc.words[5].deprel;
}

TEST(Incises, TheSpeakerBehindTheVerbIsASubject) { EXPECT_EQ(mended(incise(",", "VerbForm=Fin")), "nsubj"); }
TEST(Incises, AnObjectStaysOneWhereNoCommaPartsTheSubject) { EXPECT_EQ(mended(incise("bien", "VerbForm=Fin")), "obj"); }
TEST(Incises, AnObjectStaysOneWhereTheClauseDoesNotGoOn) { EXPECT_EQ(mended(incise(",", "_")), "obj"); }

/// "« Oui », a dit Anna" as a parser that took Anna for the object reads it.
std::string speaker_behind_quotation(std::string_view comma, std::string_view relation) {
  text::Doc doc = read_conllu(row(1, "«", "PUNCT", "_", 2, "punct") + row(2, "Oui", "INTJ", "_", 6, "parataxis") +
                                  row(3, "»", "PUNCT", "_", 2, "punct") + row(4, comma, "PUNCT", "_", 6, "punct") +
                                  row(5, "a", "AUX", "VerbForm=Fin", 6, "aux:tense") + row(6, "dit", "VERB", "VerbForm=Part", 0, relation) +
                                  row(7, "Anna", "PROPN", "_", 6, "obj"),
                              "x");
  mend_incises(doc);
  return doc.words[6].deprel;
}

TEST(Incises, TheSpeakerBehindAQuotationIsASubject) { EXPECT_EQ(speaker_behind_quotation(",", "root"), "nsubj"); }
TEST(Incises, AnObjectStaysOneWhereTheQuotationIsPartOfItsClause) { EXPECT_EQ(speaker_behind_quotation("-", "root"), "obj"); }

}  // namespace
}  // namespace fabula::syntax
