#include "syntax/parser.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::syntax {

ParseFeatures::ParseFeatures(std::span<const text::Word> words) {
  for (const text::Word& word : words)
    views_.push_back({hash_text(fold(word.form)), static_cast<std::uint64_t>(word.upos) + 1, hash_text(word.feats)});
  views_.push_back({1, 18, 0});  // the root
}

const ParseFeatures::View& ParseFeatures::view(std::int32_t w) const {
  static const View kOutside{};
  return w < 0 ? kOutside : views_[static_cast<std::size_t>(w)];
}

std::span<const std::uint64_t> ParseFeatures::moves(const ArcHybrid& s) {
  const auto kid = [&](std::int32_t w, auto get) { return w < 0 ? ArcHybrid::kNone : (s.*get)(w); };
  const std::int32_t a = s.stack(0), b = s.stack(1), c = s.stack(2), d = s.buffer(0), e = s.buffer(1), f = s.buffer(2);
  const View &s0 = view(a), &s1 = view(b), &s2 = view(c), &b0 = view(d), &b1 = view(e), &b2 = view(f);
  const std::int32_t l0 = kid(a, &ArcHybrid::left), l02 = kid(a, &ArcHybrid::left2), r0 = kid(a, &ArcHybrid::right),
                     r02 = kid(a, &ArcHybrid::right2), l1 = kid(b, &ArcHybrid::left), r1 = kid(b, &ArcHybrid::right),
                     lb = kid(d, &ArcHybrid::left), lb2 = kid(d, &ArcHybrid::left2);
  const auto label = [&](std::int32_t w) { return w < 0 ? 0u : s.label(w) + 1u; };
  const auto distance = [](std::int32_t x, std::int32_t y) {
    const int n = x < 0 || y < 0 ? 0 : y - x;
    return n > 10 ? 6 : n > 4 ? 5 : n;
  };
  const int d01 = distance(a, d), d10 = distance(b, a);
  const int v0l = a < 0 ? 0 : s.left_count(a), v0r = a < 0 ? 0 : s.right_count(a), v1r = b < 0 ? 0 : s.right_count(b),
            vbl = d < 0 ? 0 : s.left_count(d);
  features_.clear();
  std::uint64_t id = 200;
  const auto add = [&](auto... parts) { features_.push_back(mix(++id, static_cast<std::uint64_t>(parts)...)); };
  for (const View* v : {&s0, &s1, &s2, &b0, &b1, &b2}) {
    add(v->form);
    add(v->tag);
    add(v->form, v->tag);
    add(v->tag, v->feats);
  }
  add(s0.form, s0.tag, b0.form, b0.tag);
  add(s0.form, s0.tag, b0.tag);
  add(s0.tag, b0.form, b0.tag);
  add(s0.form, b0.form);
  add(s0.tag, b0.tag);
  add(s0.tag, s0.feats, b0.tag, b0.feats);
  add(s0.tag, b0.tag, b1.tag);
  add(s0.tag, b0.tag, b1.tag, b2.tag);
  add(b0.tag, b1.tag);
  add(s1.form, s1.tag, s0.form, s0.tag);
  add(s1.form, s0.tag);
  add(s1.tag, s0.form);
  add(s1.form, s0.form);
  add(s1.tag, s0.tag);
  add(s1.tag, s1.feats, s0.tag, s0.feats);
  add(s1.tag, s0.tag, b0.tag);
  add(s2.tag, s1.tag, s0.tag);
  add(s2.tag, s1.tag, s0.tag, b0.tag);
  add(s1.tag, s0.tag, b0.tag, b1.tag);
  add(s1.form, s0.tag, b0.tag);
  add(s1.tag, s0.form, b0.tag);
  add(s1.tag, s0.tag, b0.form);
  add(s1.form, b0.tag);
  add(s1.tag, b0.form);
  add(s0.tag, view(l0).tag, b0.tag);
  add(s0.tag, view(r0).tag, b0.tag);
  add(s0.tag, b0.tag, view(lb).tag);
  add(s1.tag, view(r1).tag, s0.tag);
  add(s1.tag, view(l1).tag, s0.tag);
  add(s1.tag, s0.tag, view(l0).tag);
  add(s1.tag, s0.tag, view(r0).tag);
  for (const std::int32_t w : {l0, l02, r0, r02, l1, r1, lb, lb2}) {
    add(view(w).form);
    add(view(w).tag);
    add(label(w));
  }
  add(s0.tag, label(l0), label(l02));
  add(s0.tag, label(r0), label(r02));
  add(s1.tag, label(r1));
  add(b0.tag, label(lb), label(lb2));
  add(s0.tag, b0.tag, label(l0), label(r0));
  add(s0.form, d01);
  add(s0.tag, b0.tag, d01);
  add(b0.form, d01);
  add(s1.tag, s0.tag, d10);
  add(s1.form, d10);
  add(s0.form, v0l);
  add(s0.tag, v0l, v0r);
  add(s0.form, v0r);
  add(s1.tag, v1r);
  add(s1.form, v1r);
  add(b0.form, vbl);
  add(b0.tag, vbl, s0.tag);
  return features_;
}

std::span<const std::uint64_t> ParseFeatures::labels(const ArcHybrid& s, ArcHybrid::Move move) {
  const auto kid = [&](std::int32_t w, auto get) { return w < 0 ? ArcHybrid::kNone : (s.*get)(w); };
  const std::int32_t x = s.stack(0), y = move == ArcHybrid::kLeft ? s.buffer(0) : s.stack(1);
  const View &m = view(x), &h = view(y), &next = view(x + 1 < s.root() ? x + 1 : -1), &before = view(x - 1);
  const std::int32_t ml = kid(x, &ArcHybrid::left), ml2 = kid(x, &ArcHybrid::left2), mr = kid(x, &ArcHybrid::right),
                     hl = kid(y, &ArcHybrid::left), hr = kid(y, &ArcHybrid::right);
  const auto label = [&](std::int32_t w) { return w < 0 ? 0u : s.label(w) + 1u; };
  const std::uint64_t way = move;
  const int gap = std::min(6, y > x ? y - x : x - y);
  features_.clear();
  std::uint64_t id = 400;
  const auto add = [&](auto... parts) { features_.push_back(mix(++id, way, static_cast<std::uint64_t>(parts)...)); };
  add(m.form);
  add(h.form);
  add(m.tag, h.tag);
  add(m.form, h.tag);
  add(m.tag, h.form);
  add(m.form, h.form);
  add(m.tag, m.feats, h.tag, h.feats);
  add(m.tag, h.tag, gap);
  add(m.tag, h.tag, view(ml).tag, view(ml2).tag);
  add(m.tag, h.tag, view(ml).form);
  add(h.form, view(ml).form);
  add(h.form, m.tag, view(ml).form);
  add(m.form, view(ml).form);
  add(m.tag, view(ml2).form);
  add(m.tag, h.tag, label(ml), label(ml2));
  add(m.tag, h.tag, label(mr));
  add(m.tag, h.tag, label(hl));
  add(m.tag, h.tag, label(hr));
  add(m.tag, h.form, label(hl));
  add(m.tag, h.form, label(hr));
  add(m.tag, h.tag, next.tag, before.tag);
  add(m.tag, next.form);
  add(m.tag, before.form);
  add(m.feats, h.feats, view(ml).form);
  add(m.tag, h.tag, y == s.root() ? 0 : s.left_count(y), s.left_count(x));
  add(m.tag, h.tag, view(mr).tag);
  return features_;
}

void ParserModel::parse(std::span<text::Word> words, std::uint32_t first) const {
  const auto n = static_cast<std::int32_t>(words.size());
  ArcHybrid state(n);
  ParseFeatures features(words);
  std::vector<std::int32_t> move_scores(3), label_scores(relations.size());
  while (!state.done()) {
    moves.score(features.moves(state), move_scores);
    int best = -1;
    for (int m = 0; m < 3; ++m)
      if (state.can(static_cast<ArcHybrid::Move>(m)) && (best < 0 || move_scores[m] > move_scores[best])) best = m;
    const auto move = static_cast<ArcHybrid::Move>(best);
    std::uint32_t label = 0;
    if (move != ArcHybrid::kShift) label = labels.best(features.labels(state, move), label_scores);
    state.apply(move, static_cast<std::uint16_t>(label));
  }
  for (std::int32_t w = 0; w < n; ++w) {
    const bool is_root = state.head(w) == n;
    words[w].head = is_root ? WordId{} : WordId(first + state.head(w));
    words[w].deprel = is_root ? "root" : relations[state.label(w)];
    if (!is_root && words[w].deprel == "root") words[w].deprel = "dep";
  }
}

void ParserModel::write(ModelWriter& out) const {
  moves.write(out);
  labels.write(out);
  out.texts(relations);
}

ParserModel ParserModel::read(ModelReader& in) {
  ParserModel model;
  model.moves = LinearModel::read(in);
  model.labels = LinearModel::read(in);
  model.relations = in.texts();
  in.expect(model.moves.classes() == 3 && model.labels.classes() == model.relations.size(),
            "the model is damaged: the parser's classes do not match its relations");
  return model;
}

}  // namespace fabula::syntax
