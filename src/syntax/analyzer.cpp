#include "fabula/syntax/analyzer.hpp"

#include "syntax/annotator.hpp"
#include "syntax/courtesy_titles.hpp"
#include "syntax/expletives.hpp"
#include "syntax/incises.hpp"
#include "syntax/interrupted_verbs.hpp"

namespace fabula::syntax {

struct Analyzer::Impl {
  Annotator annotator;
  Expletives expletives;
  CourtesyTitles courtesy_titles;

  void mend(text::Doc& doc) const {
    expletives.mend(doc);
    mend_interrupted_verbs(doc);
    mend_incises(doc);
    courtesy_titles.mend(doc);
  }
};

Analyzer::Analyzer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Analyzer Analyzer::load(const lang::Pack& pack) {
  return Analyzer(std::make_unique<Impl>(Impl{Annotator(Models::load(pack)), Expletives(pack), CourtesyTitles(pack)}));
}

text::Doc Analyzer::analyze(text::Article article) const {
  text::Doc doc;
  doc.article = std::move(article);
  segment(doc);
  annotate(doc);
  return doc;
}

void Analyzer::segment(text::Doc& doc) const { impl_->annotator.segment(doc); }
void Analyzer::annotate(text::Doc& doc) const {
  impl_->annotator.run(doc, Annotator::kBoth);
  impl_->mend(doc);
}
void Analyzer::tag(text::Doc& doc) const { impl_->annotator.run(doc, Annotator::kTag); }
void Analyzer::parse(text::Doc& doc) const {
  impl_->annotator.run(doc, Annotator::kParse);
  impl_->mend(doc);
}

}  // namespace fabula::syntax
