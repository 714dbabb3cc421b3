#include "cli/command_lexicon.hpp"

#include <memory>
#include <string>
#include <vector>

#include "cli/articles.hpp"
#include "cli/streams.hpp"
#include "fabula/events/check_lexicon.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula lexicon check --lang fr            malformed and duplicate rows\n"
    "  fabula lexicon check samples/fr --lang fr  and rows that match nothing in these articles";

struct LexiconOptions {
  std::string task;
  ArticleOptions articles;
};

std::vector<text::Doc> read_corpus(const LexiconOptions& options, const Common& common, const pipeline::Languages& languages,
                                   const pipeline::Language& language, bool& failed) {
  std::vector<text::Doc> corpus;
  if (options.articles.paths.empty()) return corpus;
  pipeline::ReadArticles read;
  const pipeline::ReadOptions how = read_options(options.articles, languages);
  for (const pipeline::Input& input : read_inputs(options.articles.paths, failed)) pipeline::read_input(input, languages, how, read);
  failed |= print_diagnostics(common, read.errors, read.warnings);
  Progress progress(common, "articles");
  for (text::Article& article : read.articles) {
    corpus.push_back(language.analyzer().analyze(std::move(article)));
    progress.update(corpus.size(), read.articles.size());
  }
  return corpus;
}

int run_check(const LexiconOptions& options, const Common& common) {
  const pipeline::Languages languages(lang::packs_folder());
  const std::string code = read_options(options.articles, languages).language.value_or(pipeline::kFallbackLanguage);
  const pipeline::Language& language = languages.get(code);
  bool failed = false;
  const auto corpus = read_corpus(options, common, languages, language, failed);
  std::string report;
  for (const Diagnostic& fault : events::check_lexicon(language.pack(), corpus)) {
    report += fault.file + ":" + std::to_string(fault.line) + ": " + fault.code + " " + fault.message + "\n";
    failed |= fault.code != "FAB-PACK-008";
  }
  write_stdout(report);
  return failed ? kFailed : kDone;
}

}  // namespace

void add_lexicon(Commands& commands) {
  const auto options = std::make_shared<LexiconOptions>();
  CLI::App& command = commands.add("lexicon", "Faults in the tables of a language", kExamples,
                                   [options](const Common& common) { return run_check(*options, common); });
  command.add_option("task", options->task, "What to do: check")->required()->check(CLI::IsMember({"check"}));
  add_article_options(command, options->articles);
}

}  // namespace fabula::cli
