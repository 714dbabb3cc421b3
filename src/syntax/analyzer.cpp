#include "fabula/syntax/analyzer.hpp"

#include "syntax/models.hpp"

namespace fabula::syntax {

struct Analyzer::Impl {
  Models models;
};

Analyzer::Analyzer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Analyzer Analyzer::load(const lang::Pack& pack) {
  return Analyzer(std::make_unique<Impl>(Impl{Models::load(pack)}));
}

text::Doc Analyzer::analyze(text::Article article) const {
  text::Doc doc;
  doc.article = std::move(article);
  segment(doc);
  tag(doc);
  parse(doc);
  return doc;
}

void Analyzer::segment(text::Doc& doc) const { impl_->models.segmenter.segment(doc); }

void Analyzer::tag(text::Doc& doc) const {
  for (const text::Sentence& s : doc.sentences) {
    const std::span words = std::span(doc.words).subspan(s.first_word, s.end_word - s.first_word);
    tag_sentence(impl_->models.tagger, words);
    for (text::Word& word : words) impl_->models.morphology.fill(word);
  }
}

void Analyzer::parse(text::Doc& doc) const {
  for (const text::Sentence& s : doc.sentences)
    impl_->models.parser.parse(std::span(doc.words).subspan(s.first_word, s.end_word - s.first_word), s.first_word);
}

}  // namespace fabula::syntax
