#include "syntax/weights.hpp"

#include <algorithm>
#include <cmath>

#include "syntax/int_matrix.hpp"

namespace fabula::syntax {
namespace {

constexpr std::array kSizeFields = {
    &NetworkSizes::words,       &NetworkSizes::affixes,   &NetworkSizes::atoms,     &NetworkSizes::shapes,
    &NetworkSizes::tags,        &NetworkSizes::relations, &NetworkSizes::word_width, &NetworkSizes::affix_width,
    &NetworkSizes::atom_width,  &NetworkSizes::shape_width, &NetworkSizes::units,   &NetworkSizes::tag_hidden,
    &NetworkSizes::tag_width,   &NetworkSizes::arc_width, &NetworkSizes::relation_width};

bool is_table(Part part) { return part <= Part::shape; }

float largest(std::span<const float> values) {
  float top = 0;
  for (const float v : values) top = std::max(top, std::abs(v));
  return top;
}

template <class T>
std::vector<T> quantized(std::span<const float> values, float step) {
  std::vector<T> out;
  out.reserve(values.size());
  for (const float v : values) out.push_back(static_cast<T>(step == 0 ? 0 : std::lround(v / step)));
  return out;
}

template <class T>
void write_part(ModelWriter& out, std::span<const float> values, float limit) {
  const float step = largest(values) / limit;
  out.value(step);
  out.array(quantized<T>(values, step));
}

template <class T>
void read_part(ModelReader& in, std::span<float> values) {
  const auto step = in.value<float>();
  const auto items = in.array<T>();
  in.expect(items.size() == values.size() && std::isfinite(step), "the model is damaged: a matrix has the wrong size");
  for (std::size_t i = 0; i < items.size(); ++i) values[i] = static_cast<float>(items[i]) * step;
}

}  // namespace

bool NetworkSizes::plausible() const {
  for (const auto field : kSizeFields)
    if (this->*field < 1 || this->*field > 1u << 18) return false;
  for (const std::uint32_t width : {word_width, affix_width, atom_width, shape_width, units, tag_hidden, tag_width,
                                    arc_width, relation_width})
    if (width % 16 != 0 || width > IntRows::kLongest) return false;
  if (input() > IntRows::kLongest || input2() > IntRows::kLongest) return false;
  return tags <= 4096 && relations <= 1024;
}

Weights::Weights(const NetworkSizes& s) : sizes_(s) {
  std::size_t begin = 0;
  const auto add = [&](Part part, std::size_t rows, std::size_t cols) {
    slices_[static_cast<std::size_t>(part)] = {begin, rows, cols};
    begin += rows * cols;
  };
  const auto layer = [&](Part wx, std::size_t input) {
    for (const int direction : {0, 3}) {
      const int first = static_cast<int>(wx) + direction;
      add(static_cast<Part>(first), input, 4 * s.units);
      add(static_cast<Part>(first + 1), s.units, 4 * s.units);
      add(static_cast<Part>(first + 2), 1, 4 * s.units);
    }
  };
  add(Part::word, s.words, s.word_width);
  add(Part::affix, s.affixes, s.affix_width);
  add(Part::atom, s.atoms, s.atom_width);
  add(Part::shape, s.shapes, s.shape_width);
  layer(Part::l1f_wx, s.input());
  add(Part::tag_w1, s.layer(), s.tag_hidden);
  add(Part::tag_b1, 1, s.tag_hidden);
  add(Part::tag_w2, s.tag_hidden, s.tags);
  add(Part::tag_b2, 1, s.tags);
  add(Part::tag_embedding, s.tags, s.tag_width);
  layer(Part::l2f_wx, s.input2());
  add(Part::heads_w, s.layer(), s.heads());
  add(Part::heads_b, 1, s.heads());
  add(Part::arc_u, s.arc_width, s.arc_width);
  add(Part::arc_b, 1, s.arc_width);
  add(Part::arc_root, 1, s.arc_width);
  add(Part::relation_root, 1, s.relation_width);
  add(Part::relation_w, s.relation_width, s.relations);
  add(Part::relation_b, 1, s.relations);
  add(Part::upos_w, s.layer(), s.upos);
  add(Part::upos_b, 1, s.upos);
  values_.resize(begin);
}

void Weights::write(ModelWriter& out) const {
  for (const auto field : kSizeFields) out.value(sizes_.*field);
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    if (is_table(part)) {
      write_part<std::int8_t>(out, of(part), 127);
    } else {
      write_part<std::int16_t>(out, of(part), 32767);
    }
  }
}

Weights Weights::read(ModelReader& in) {
  NetworkSizes sizes;
  for (const auto field : kSizeFields) sizes.*field = in.value<std::uint32_t>();
  in.expect(sizes.plausible(), "the model is damaged: impossible sizes");
  Weights out(sizes);
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    if (is_table(part)) {
      read_part<std::int8_t>(in, out.of(part));
    } else {
      read_part<std::int16_t>(in, out.of(part));
    }
  }
  return out;
}

}  // namespace fabula::syntax
