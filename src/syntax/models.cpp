#include "syntax/models.hpp"

namespace fabula::syntax {

Models Models::load(const lang::Pack& pack) {
  ModelReader in(pack.file("syntax.model"));
  Segmenter segmenter = Segmenter::read(in, SegmentRules::load(pack));
  LinearModel tagger = LinearModel::read(in);
  in.expect(tagger.classes() == 17, "the model is damaged: the tagger has not 17 classes");
  Morphology morphology = Morphology::read(in);
  return {std::move(segmenter), std::move(tagger), std::move(morphology), ParserModel::read(in)};
}

std::string Models::file() const {
  ModelWriter out;
  segmenter.write(out);
  tagger.write(out);
  morphology.write(out);
  parser.write(out);
  return out.file();
}

}  // namespace fabula::syntax
