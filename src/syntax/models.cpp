#include "syntax/models.hpp"

namespace fabula::syntax {
namespace {

constexpr std::uint32_t kMostBoundaryNetworks = 8;

void write_tags(ModelWriter& out, const std::vector<TagLabel>& tags) {
  out.value(static_cast<std::uint32_t>(tags.size()));
  for (const TagLabel& tag : tags) {
    out.value(static_cast<std::uint8_t>(tag.upos));
    out.text(tag.feats);
  }
}

std::vector<TagLabel> read_tags(ModelReader& in) {
  std::vector<TagLabel> tags;
  const auto n = in.value<std::uint32_t>();
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto upos = in.value<std::uint8_t>();
    in.expect(upos < 17, "the model is damaged: an unknown tag");
    tags.push_back({static_cast<text::Upos>(upos), in.text()});
  }
  return tags;
}

}  // namespace

Models Models::load(const lang::Pack& pack) { return load(pack.file("syntax.model"), SegmentRules::load(pack)); }

Models Models::load(const std::filesystem::path& file, SegmentRules rules) {
  ModelReader in(file);
  Segmenter segmenter = Segmenter::read(in, std::move(rules));
  Lexicon lexicon = Lexicon::read(in);
  Lemmatizer lemmatizer = Lemmatizer::read(in);
  InputTables inputs = InputTables::read(in);
  std::vector<std::string> atoms = in.texts();
  std::vector<TagLabel> tags = read_tags(in);
  std::vector<std::string> relations = in.texts();
  Weights weights = Weights::read(in);
  const NetworkSizes& s = weights.sizes();
  in.expect(s.tags == tags.size() && s.relations == relations.size() && s.words == inputs.words() &&
                s.affixes == inputs.affix_rows() && s.atoms == atoms.size() + 1 && s.shapes == InputTables::kShapes,
            "the model is damaged: its tables do not fit the network");
  std::vector<Weights> boundary_weights;
  const auto networks = in.value<std::uint32_t>();
  in.expect(networks <= kMostBoundaryNetworks, "the model is damaged: too many networks");
  for (std::uint32_t i = 0; i < networks; ++i) {
    boundary_weights.push_back(Weights::read(in));
    const NetworkSizes& b = boundary_weights.back().sizes();
    in.expect(b.tags == BoundaryNetwork::kLabels && b.words == s.words && b.affixes == s.affixes && b.atoms == s.atoms &&
                  b.shapes == s.shapes,
              "the model is damaged: the segmenter's networks do not fit the tables");
  }
  return {std::move(segmenter), std::move(lexicon),   std::move(lemmatizer), std::move(inputs),
          std::move(atoms),     std::move(tags),      std::move(relations),  std::move(weights),
          std::move(boundary_weights)};
}

std::string Models::file() const {
  ModelWriter out;
  segmenter.write(out);
  lexicon.write(out);
  lemmatizer.write(out);
  inputs.write(out);
  out.texts(atoms);
  write_tags(out, tags);
  out.texts(relations);
  weights.write(out);
  out.value(static_cast<std::uint32_t>(boundary_weights.size()));
  for (const Weights& network : boundary_weights) network.write(out);
  return out.file();
}

}  // namespace fabula::syntax
