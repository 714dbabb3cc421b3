#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// What is written of a document and its sentences besides their words.
struct ConlluComments {
  /// The document's id, see document_id(). Then the first sentence has `# newdoc id`, the first of every paragraph
  /// `# newpar`, and the ids of sentences are this, a hyphen and their number. Empty: none of these, and numbers alone.
  std::string document;
  /// Comment lines of each sentence, see read_comments(). They are written instead; sent_id and text are added where missing.
  std::vector<std::string> given;
};

/// Writes a Doc as CoNLL-U (universaldependencies.org/format): comments sent_id and text, multiword tokens as ranges,
/// SpaceAfter=No in MISC.
std::string write_conllu(const text::Doc& doc, const ConlluComments& comments = {});

/// An id for the document of a file, different for different paths unless they differ in what ids cannot hold: white space
/// and slashes, which become "_". "stdin" for "-".
std::string document_id(std::string_view file);

/// The comment lines before each sentence's words, every line with its line feed; as many as read_conllu() finds sentences.
std::vector<std::string> read_comments(std::string_view conllu);

/// Reads CoNLL-U. The article's text is the sentences' texts joined with a space; spans count in it. Empty nodes and
/// enhanced dependencies are left out.
/// @throws InputError FAB-IN-010 with file and line: wrong number of columns, a head out of range, a cycle, a broken id
text::Doc read_conllu(std::string_view conllu, std::string_view file);

}  // namespace fabula::syntax
