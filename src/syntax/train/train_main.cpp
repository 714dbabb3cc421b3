// fabula-train: makes the syntax model of one language from a treebank and lexicons.

#include <chrono>
#include <fstream>
#include <iostream>
#include <map>

#include "fabula/syntax/conllu.hpp"
#include "syntax/annotator.hpp"
#include "syntax/train/files.hpp"
#include "syntax/train/lexicon_sources.hpp"
#include "syntax/train/network_trainer.hpp"
#include "syntax/train/segmenter_trainer.hpp"
#include "syntax/train/silver.hpp"

namespace fabula::syntax {
namespace {

constexpr std::uint32_t kAffixRows = 12000;
constexpr std::uint32_t kLeastWordCount = 2;
constexpr float kSilverWeight = 0.6f;  // of an error in what the teachers are sure of, beside one in the treebank

struct Options {
  std::string pack, treebank, model;
  std::string dev, treebank_lexicon, dictionary, lexicon_sentences, network, texts;
  std::vector<std::string> teachers;
  TrainingOptions training;
  NetworkSizes sizes;
};

using Numbers = std::map<std::string, std::uint32_t>;

/// The lists that number classes and rows, taken from the training data.
struct Inventory {
  std::vector<std::string> words, relations, atoms;
  std::vector<std::uint32_t> word_counts;  // by row; row 0 stands for all unknown ones
  std::vector<TagLabel> tags;
  std::map<TagLabel, std::uint32_t> tag_numbers;
  Numbers relation_numbers;
};

Inventory take_inventory(const text::Doc& gold, const text::Doc& silver, const Lexicon& lexicon) {
  Inventory out;
  Numbers counts, relations, atoms;
  for (const text::Word& w : gold.words) {
    ++counts[InputTables::normalized(w.form)];
    relations[w.deprel] = 0;
    out.tag_numbers[{w.upos, w.feats}] = 0;
  }
  for (const text::Word& w : silver.words) ++counts[InputTables::normalized(w.form)];
  out.word_counts.push_back(1000000);
  for (const auto& [word, count] : counts)
    if (count >= kLeastWordCount) {
      out.words.push_back(word);
      out.word_counts.push_back(count);
    }
  for (auto& [label, number] : out.tag_numbers) {
    number = static_cast<std::uint32_t>(out.tags.size());
    out.tags.push_back(label);
  }
  for (const auto& [name, unused] : relations) {
    out.relation_numbers[name] = static_cast<std::uint32_t>(out.relations.size());
    out.relations.push_back(name);
  }
  for (std::uint32_t c = 0; c < lexicon.classes(); ++c)
    for (const std::string& atom : atoms_of(lexicon, c)) atoms[atom] = 0;
  for (const auto& [atom, unused] : atoms) out.atoms.push_back(atom);
  return out;
}

std::vector<Example> make_examples(const text::Doc& gold, const Inventory& inventory, const InputTables& inputs,
                                   const Lexicon& lexicon) {
  std::vector<Example> out;
  for (const text::Sentence& s : gold.sentences) {
    Example e;
    for (std::uint32_t w = s.first_word; w < s.end_word; ++w) {
      const text::Word& word = gold.words[w];
      e.inputs.push_back(inputs.input(word.form, w == s.first_word, lexicon));
      e.tags.push_back({{inventory.tag_numbers.at({word.upos, word.feats}), 1.0f}});
      e.relations.push_back(inventory.relation_numbers.at(word.deprel));
      e.heads.push_back(word.head ? static_cast<std::int32_t>(word.head.value - s.first_word) : -1);
    }
    out.push_back(std::move(e));
  }
  return out;
}

std::vector<Example> make_silver_examples(const Silver& silver, const Inventory& inventory, const InputTables& inputs,
                                          const Lexicon& lexicon) {
  std::vector<Example> out = make_examples(silver.doc, inventory, inputs, lexicon);
  std::size_t word = 0;
  for (Example& e : out)
    for (std::size_t w = 0; w < e.inputs.size(); ++w, ++word) {
      e.tags[w] = silver.tags[word];
      e.tag_weights.push_back(kSilverWeight);
      e.tree_weights.push_back(kSilverWeight * silver.tree_trust[word]);
    }
  return out;
}

Silver silver_of(const Options& options, const lang::Pack& pack) {
  Teachers teachers;
  for (const std::string& path : options.teachers) teachers.add(Models::load(path, SegmentRules::load(pack)), path);
  if (teachers.empty()) return {};
  Silver silver = teachers.label(options.texts, pack);
  std::cerr << "silver: " << silver.doc.sentences.size() << " sentences, " << silver.doc.words.size() << " words\n";
  return silver;
}

/// Rows of atoms of the classes, then of the classes without what the counts of the word list tell.
std::vector<std::vector<std::uint32_t>> atoms_twice(const Lexicon& lexicon, std::vector<std::string> atoms) {
  std::vector<std::vector<std::uint32_t>> out = atoms_of_classes(lexicon, atoms);
  for (std::string& atom : atoms)
    if (tells_counts(atom)) atom.clear();
  for (auto& rows : atoms_of_classes(lexicon, atoms)) out.push_back(std::move(rows));
  return out;
}

void report(const text::Doc& gold, const Models& models) {
  text::Doc guess = gold;
  Annotator(models).run(guess, Annotator::kBoth);
  std::size_t upos = 0, feats = 0, lemmas = 0, heads = 0, labelled = 0;
  for (std::size_t w = 0; w < gold.words.size(); ++w) {
    const text::Word &g = gold.words[w], &p = guess.words[w];
    upos += g.upos == p.upos;
    feats += g.feats == p.feats;
    lemmas += g.lemma == p.lemma;
    heads += g.head == p.head;
    labelled += g.head == p.head && text::universal(g.deprel) == text::universal(p.deprel);
  }
  const auto percent = [&](std::size_t n) { return 100.0 * static_cast<double>(n) / static_cast<double>(gold.words.size()); };
  std::cerr << "  dev: UPOS " << percent(upos) << " feats " << percent(feats) << " lemmas " << percent(lemmas) << " UAS "
            << percent(heads) << " LAS " << percent(labelled) << '\n';
}

int write_model(const std::string& path, const Models& models) {
  std::ofstream out(path, std::ios::binary);
  out << models.file();
  return out.flush() ? 0 : 1;
}

int train(const Options& options) {
  const lang::Pack pack = lang::Pack::load(options.pack);
  const std::string conllu = read_file(options.treebank);
  const text::Doc gold = read_conllu(conllu, options.treebank);
  LexiconSources sources;
  sources.treebank = gold.words;
  if (!options.treebank_lexicon.empty()) sources.treebank_lexicon = read_treebank_lexicon(options.treebank_lexicon);
  if (!options.dictionary.empty()) sources.dictionary = read_dictionary(options.dictionary);
  const Lexicon lexicon = build_lexicon(sources);
  std::cerr << "lexicon: " << lexicon.classes() << " classes\n";
  Lemmatizer lemmatizer = build_lemmatizer(sources);
  sources.treebank_lexicon = without(sources.treebank_lexicon, count_forms(conllu, options.lexicon_sentences));
  const Lexicon training_lexicon = build_lexicon(sources);
  const SegmentRules rules = SegmentRules::load(pack);
  const std::vector<JoinedText> raw = options.texts.empty() ? std::vector<JoinedText>() : read_paragraphs(options.texts, rules);
  const SegmenterData segmenter_data{gold, raw, rules, training_lexicon};
  Segmenter segmenter = train_segmenter(segmenter_data);
  if (!options.network.empty()) {
    // The rest is made anew around an earlier model's network and the lists that number its rows and classes.
    Models models = Models::load(options.network, SegmentRules());
    models.segmenter = std::move(segmenter);
    models.lexicon = lexicon;
    models.lemmatizer = std::move(lemmatizer);
    models.boundary_weights = train_boundary_networks(segmenter_data, models.inputs, models.atoms);
    return write_model(options.model, models);
  }

  const Silver silver = silver_of(options, pack);
  const Inventory inventory = take_inventory(gold, silver.doc, lexicon);
  InputTables inputs(inventory.words, kAffixRows);
  NetworkSizes sizes = options.sizes;
  sizes.words = inputs.words();
  sizes.affixes = kAffixRows;
  sizes.atoms = static_cast<std::uint32_t>(inventory.atoms.size()) + 1;
  sizes.shapes = InputTables::kShapes;
  sizes.tags = static_cast<std::uint32_t>(inventory.tags.size());
  sizes.relations = static_cast<std::uint32_t>(inventory.relations.size());
  std::cerr << "words " << sizes.words << ", tags " << sizes.tags << ", relations " << sizes.relations << ", atoms "
            << sizes.atoms << '\n';

  Models models{std::move(segmenter), lexicon,        std::move(lemmatizer), inputs,
                inventory.atoms,      inventory.tags, inventory.relations,   Weights(), {}};
  models.boundary_weights = train_boundary_networks(segmenter_data, inputs, models.atoms);
  std::vector<std::uint8_t> upos_of_tag;
  for (const TagLabel& tag : inventory.tags) upos_of_tag.push_back(static_cast<std::uint8_t>(tag.upos));
  NetworkTrainer trainer(sizes, atoms_twice(training_lexicon, inventory.atoms), inventory.word_counts, upos_of_tag,
                         options.training);
  const std::vector<Example> examples = make_examples(gold, inventory, inputs, training_lexicon);
  const std::vector<Example> silver_examples = make_silver_examples(silver, inventory, inputs, training_lexicon);
  text::Doc dev;
  if (!options.dev.empty()) dev = read_conllu(read_file(options.dev), options.dev);
  auto begin = std::chrono::steady_clock::now();
  trainer.train(examples, silver_examples, [&](std::uint32_t epoch, float loss) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    begin = std::chrono::steady_clock::now();
    std::cerr << "epoch " << epoch << " loss " << loss << " (" << took.count() << " s)\n";
    if (options.dev.empty() || (epoch % 4 != 0 && epoch != options.training.epochs)) return;
    models.weights = trainer.weights();
    report(dev, models);
  });
  models.weights = trainer.weights();
  return write_model(options.model, models);
}

int usage() {
  std::cerr << "usage: fabula-train PACK_DIR TRAIN.conllu MODEL [--dev FILE] [--treebank-lexicon FILE]\n"
               "       [--lexicon-sentences PREFIX] [--dictionary FILE] [--network MODEL]\n"
               "       [--teacher MODEL]... [--texts DIR] [--epochs N] [--seed N] [--rate X] [--units N]\n";
  return 2;
}

int run(int argc, char** argv) {
  if (argc < 4) return usage();
  Options o;
  o.pack = argv[1];
  o.treebank = argv[2];
  o.model = argv[3];
  for (int i = 4; i < argc; i += 2) {
    if (i + 1 == argc) return usage();
    const std::string key = argv[i], value = argv[i + 1];
    if (key == "--dev") o.dev = value;
    else if (key == "--treebank-lexicon") o.treebank_lexicon = value;
    else if (key == "--lexicon-sentences") o.lexicon_sentences = value;
    else if (key == "--dictionary") o.dictionary = value;
    else if (key == "--network") o.network = value;
    else if (key == "--teacher") o.teachers.push_back(value);
    else if (key == "--texts") o.texts = value;
    else if (key == "--epochs") o.training.epochs = static_cast<std::uint32_t>(std::stoul(value));
    else if (key == "--seed") o.training.seed = std::stoul(value);
    else if (key == "--rate") o.training.rate = std::stof(value);
    else if (key == "--units") o.sizes.units = static_cast<std::uint32_t>(std::stoul(value));
    else return usage();
  }
  return train(o);
}

}  // namespace
}  // namespace fabula::syntax

int main(int argc, char** argv) {
  try {
    return fabula::syntax::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "fabula-train: " << error.what() << '\n';
    return 1;
  }
}
