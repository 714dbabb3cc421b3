// fabula-train-names: makes the name model of one language from texts annotated with brat.
//
//   fabula-train-names PACK_DIR TRAIN_DIR ARTICLES_DIR OUT     trains; ARTICLES_DIR holds what must not be trained on
//   fabula-train-names --tag PACK_DIR MODEL IN_DIR OUT_DIR     writes .ann files beside each other, for the scorer

#include <fstream>
#include <iostream>

#include "actors/name_tagger.hpp"
#include "actors/train/brat.hpp"
#include "actors/train/crf.hpp"
#include "fabula/syntax/analyzer.hpp"
#include "fabula/text/reader.hpp"

namespace fabula::actors::train {
namespace {

namespace fs = std::filesystem;
using detail::Label;
using detail::NameFeatures;

constexpr int kEpochs = 8, kFoldEpochs = 5;
constexpr double kLambda = 2e-5;
constexpr std::uint32_t kMinCount = 2;
constexpr std::size_t kFolds = 3;  // for the first pass that the second is trained on

struct Example {
  text::Doc doc;
  std::vector<Label> gold, first_pass;
};

text::Doc analyse(const std::string& text, const fs::path& path, const lang::Pack& pack, const syntax::Analyzer& analyzer) {
  text::Doc doc;
  doc.article = text::read_text(text, path.filename().string(), pack);
  for (text::Paragraph& paragraph : doc.article.paragraphs)
    if (!text::is_analysed(paragraph.kind)) paragraph.kind = text::ParagraphKind::prose;
  analyzer.segment(doc);
  analyzer.tag(doc);
  return doc;
}

/// Calls `visit` with the features of each token of the chosen examples.
template <class Visit>
void each_token(const Example& example, const detail::Lexicon& lexicon, bool second, Visit visit) {
  NameFeatures features(example.doc, lexicon);
  if (second) features.set_first_pass(example.first_pass);
  for (const text::Sentence& sentence : example.doc.sentences)
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const auto both = features.of(t, sentence.first_token, sentence.end_token);
      std::vector<std::uint32_t> all(both.begin(), both.end());
      if (second) {
        const auto more = features.of_first_pass(t);
        all.insert(all.end(), more.begin(), more.end());
      }
      visit(t, all, t == sentence.first_token);
    }
}

detail::NameModel train_pass(const std::vector<const Example*>& examples, const detail::Lexicon& lexicon, bool second,
                            int epochs) {
  CrfTrainer trainer(kMinCount);
  for (const Example* example : examples)
    each_token(*example, lexicon, second, [&](std::uint32_t, std::span<const std::uint32_t> f, bool) { trainer.count(f); });
  trainer.freeze();
  std::vector<Sequence> data;
  for (const Example* example : examples)
    each_token(*example, lexicon, second, [&](std::uint32_t t, std::span<const std::uint32_t> f, bool first) {
      if (first) data.emplace_back();
      data.back().features.push_back(trainer.ids(f));
      data.back().labels.push_back(example->gold[t]);
    });
  trainer.train(data, epochs, kLambda);
  return trainer.model();
}

int train(const lang::Pack& pack, const fs::path& folder, const fs::path& articles, const fs::path& out) {
  const auto analyzer = syntax::Analyzer::load(pack);
  const auto lexicon = detail::Lexicon::load(pack);
  const auto documents = read_brat(folder);
  refuse_known_articles(documents, articles);
  std::vector<Example> examples;
  for (const BratDocument& document : documents) {
    Example example{analyse(document.text, document.path, pack, analyzer), {}, {}};
    example.gold = gold_labels(example.doc, document.entities);
    examples.push_back(std::move(example));
  }
  std::cerr << examples.size() << " documents\n";
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Example*> rest;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (i % kFolds != fold) rest.push_back(&examples[i]);
    const detail::NameTagger tagger({train_pass(rest, lexicon, false, kFoldEpochs), {}});
    for (std::size_t i = fold; i < examples.size(); i += kFolds)
      examples[i].first_pass = tagger.label_first(examples[i].doc, lexicon);
  }
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  detail::NameModels models;
  models.first = train_pass(all, lexicon, false, kEpochs);
  models.second = train_pass(all, lexicon, true, kEpochs);
  std::ofstream file(out, std::ios::binary);
  file << models.file();
  return file.flush() ? 0 : 1;
}

int tag(const lang::Pack& pack, const fs::path& model, const fs::path& in, const fs::path& out) {
  const auto analyzer = syntax::Analyzer::load(pack);
  const auto lexicon = detail::Lexicon::load(pack);
  const detail::NameTagger tagger(detail::NameModels::load(model));
  for (const BratDocument& document : read_brat(in)) {
    const auto doc = analyse(document.text, document.path, pack, analyzer);
    fs::path file = out / fs::relative(document.path, in);
    file.replace_extension(".ann");
    fs::create_directories(file.parent_path());
    std::ofstream ann(file);
    int id = 0;
    for (const NameMention& found : detail::names_of(doc, tagger.label(doc, lexicon)))
      ann << 'T' << ++id << '\t' << name(found.type) << ' ' << found.span.begin << ' ' << found.span.end << '\t'
          << doc.slice(found.span) << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace fabula::actors::train

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  try {
    if (argc == 6 && std::string_view(argv[1]) == "--tag")
      return fabula::actors::train::tag(fabula::lang::Pack::load(argv[2]), argv[3], argv[4], argv[5]);
    if (argc == 5) return fabula::actors::train::train(fabula::lang::Pack::load(argv[1]), argv[2], argv[3], argv[4]);
    std::cerr << "usage: fabula-train-names PACK_DIR TRAIN_DIR ARTICLES_DIR OUT\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "fabula-train-names: " << error.what() << '\n';
    return 1;
  }
}
