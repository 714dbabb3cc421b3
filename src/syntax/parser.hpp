#pragma once

#include <string>

#include "syntax/linear_model.hpp"
#include "syntax/transitions.hpp"

namespace fabula::syntax {

/// Hashes of what the parser sees of a configuration.
class ParseFeatures {
 public:
  explicit ParseFeatures(std::span<const text::Word> words);
  std::span<const std::uint64_t> moves(const ArcHybrid& state);
  std::span<const std::uint64_t> labels(const ArcHybrid& state, ArcHybrid::Move move);

 private:
  struct View {
    std::uint64_t form = 0, tag = 0, feats = 0;
  };
  const View& view(std::int32_t w) const;
  std::vector<View> views_;
  std::vector<std::uint64_t> features_;
};

/// Two linear models: which transition, and which relation once an arc is drawn.
struct ParserModel {
  LinearModel moves, labels;
  std::vector<std::string> relations;

  void parse(std::span<text::Word> words, std::uint32_t first) const;
  void write(ModelWriter& out) const;
  static ParserModel read(ModelReader& in);
};

}  // namespace fabula::syntax
