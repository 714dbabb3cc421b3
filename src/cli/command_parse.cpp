#include "cli/command_parse.hpp"

#include <memory>

#include "cli/articles.hpp"
#include "cli/streams.hpp"
#include "fabula/syntax/conllu.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula parse article.txt                  one article as CoNLL-U\n"
    "  echo 'Moscou nie.' | fabula parse - --lang fr\n"
    "  fabula parse --from conllu gold.conllu    tags and trees for the words of the file";

std::string parse_article(const text::Article& article, const pipeline::Language& language) {
  return syntax::write_conllu(language.analyzer().analyze(article), {syntax::document_id(article.file), {}});
}

/// Words, sentences and comments stay as they are given; tags and trees are ours.
std::string parse_words(const pipeline::Input& input, const syntax::Analyzer& analyzer) {
  text::Doc doc = syntax::read_conllu(input.bytes, input.file);
  analyzer.annotate(doc);
  return syntax::write_conllu(doc, {syntax::document_id(input.file), syntax::read_comments(input.bytes)});
}

int run_conllu(const ArticleOptions& options) {
  const pipeline::Languages languages(lang::packs_folder());
  const std::string code = read_options(options, languages).language.value_or(pipeline::kFallbackLanguage);
  bool failed = false;
  for (const pipeline::Input& input : read_inputs(options.paths, failed)) {
    try {
      write_stdout(parse_words(input, languages.get(code).analyzer()));
    } catch (const InputError& error) {
      print_error(error.what());
      failed = true;
    }
  }
  return failed ? kFailed : kDone;
}

}  // namespace

void add_parse(Commands& commands) {
  const auto options = std::make_shared<ArticleOptions>();
  CLI::App& command = commands.add("parse", "Sentences, words, tags and trees of articles as CoNLL-U", kExamples,
                                   [options](const Common& common) {
                                     if (options->from == "conllu") return run_conllu(*options);
                                     return print_for_each_article(*options, common, parse_article);
                                   });
  add_article_options(command, *options, {"conllu"});
}

}  // namespace fabula::cli
