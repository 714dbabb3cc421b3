// fabula-annotate PACK_DIR gold|raw FILE: annotates a treebank's tokens, or its text as one paragraph, for the scorer.

#include <fstream>
#include <iostream>
#include <sstream>

#include "fabula/syntax/analyzer.hpp"
#include "fabula/syntax/conllu.hpp"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    const auto pack = fabula::lang::Pack::load(argv[1]);
    const auto analyzer = fabula::syntax::Analyzer::load(pack);
    std::ifstream in(argv[3], std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    fabula::text::Doc doc = fabula::syntax::read_conllu(content.str(), argv[3]);
    if (std::string_view(argv[2]) == "raw") {
      doc.article.paragraphs = {{{0, doc.article.text.size()}, fabula::text::ParagraphKind::prose}};
      analyzer.segment(doc);
    }
    analyzer.annotate(doc);
    std::cout << fabula::syntax::write_conllu(doc);
    return std::cout.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "fabula-annotate: " << error.what() << '\n';
    return 1;
  }
}
