#include "syntax/tagger.hpp"

#include <array>

#include "fabula/base/unicode.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::syntax {
namespace {

std::uint64_t shape_of(const std::string& form, bool first) {
  const std::u32string letters = to_utf32(form.substr(0, 64));
  std::uint64_t flags = first ? 1 : 0;
  if (is_upper(letters.front())) flags |= 2;
  if (letters.size() > 1 && is_upper(letters[1])) flags |= 4;
  for (const char32_t c : letters) {
    if (is_digit(c)) flags |= 8;
    if (c == U'-') flags |= 16;
    if (c == U'.') flags |= 32;
    if (is_letter(c)) flags |= 64;
  }
  return flags;
}

}  // namespace

TagFeatures::TagFeatures(std::span<const text::Word> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = fold(words[i].form);
    View v;
    v.form = hash_text(folded);
    v.shape = shape_of(words[i].form, i == 0);
    for (int n = 0; n < 5; ++n) v.suffix[n] = hash_text(utf8_suffix(folded, n + 1));
    for (int n = 0; n < 3; ++n) v.prefix[n] = hash_text(utf8_prefix(folded, n + 1));
    views_.push_back(v);
  }
}

const TagFeatures::View& TagFeatures::view(std::ptrdiff_t at) const {
  static const View kOutside{};
  return at < 0 || at >= static_cast<std::ptrdiff_t>(views_.size()) ? kOutside : views_[static_cast<std::size_t>(at)];
}

std::span<const std::uint64_t> TagFeatures::of(std::size_t at, std::uint32_t tag1, std::uint32_t tag2) {
  const auto i = static_cast<std::ptrdiff_t>(at);
  const View &w = view(i), &p = view(i - 1), &pp = view(i - 2), &n = view(i + 1), &nn = view(i + 2);
  features_.clear();
  std::uint64_t id = 0;
  const auto add = [&](auto... parts) { features_.push_back(mix(++id, static_cast<std::uint64_t>(parts)...)); };
  add(1);
  add(w.form);
  add(w.form, w.shape);
  add(w.shape);
  for (const auto s : w.suffix) add(s);
  for (const auto s : w.prefix) add(s);
  add(w.shape, w.suffix[2]);
  add(tag1);
  add(tag1, tag2);
  add(tag1, w.form);
  add(tag1, w.suffix[2]);
  add(tag1, w.shape, n.shape);
  add(p.form);
  add(p.form, w.form);
  add(pp.form);
  add(n.form);
  add(n.form, w.form);
  add(nn.form);
  add(p.suffix[2]);
  add(n.suffix[2]);
  add(n.suffix[1], tag1);
  add(nn.suffix[2]);
  add(n.shape, w.shape);
  add(p.shape, w.shape);
  add(p.form, n.form);
  add(tag1, tag2, n.form);
  return features_;
}

void tag_sentence(const LinearModel& model, std::span<text::Word> words) {
  TagFeatures features(words);
  std::array<std::int32_t, 17> scores{};
  std::uint32_t tag1 = 17, tag2 = 17;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t tag = model.best(features.of(i, tag1, tag2), scores);
    words[i].upos = static_cast<text::Upos>(tag);
    tag2 = tag1;
    tag1 = tag;
  }
}

}  // namespace fabula::syntax
