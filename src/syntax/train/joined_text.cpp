#include "syntax/train/joined_text.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "syntax/segmenter.hpp"
#include "syntax/train/files.hpp"

namespace fabula::syntax {
namespace {

using Gap = JoinedText::Gap;

/// Pieces of text one space apart, and the place where each ends.
struct Pieces {
  std::u32string text;
  std::vector<std::uint32_t> ends;

  void add(std::u32string_view piece) {
    if (!text.empty()) text += U' ';
    text += piece;
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
};

template <typename Elsewhere>
JoinedText cut(const Pieces& pieces, const SegmentRules& rules, Elsewhere elsewhere) {
  text::Doc doc;
  Segmenter::add_tokens(doc, pieces.text, 0, rules);
  JoinedText out{.tokens = std::move(doc.tokens), .gaps = {}};
  for (const text::Token& token : out.tokens)
    out.gaps.push_back(std::binary_search(pieces.ends.begin(), pieces.ends.end(), token.span.end) ? Gap::end
                                                                                                  : elsewhere(token));
  return out;
}

std::u32string_view without_margins(std::u32string_view line) {
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  return line;
}

}  // namespace

JoinedText join_sentences(const text::Doc& gold, const std::vector<std::size_t>& order, const SegmentRules& rules) {
  Pieces pieces;
  for (const std::size_t s : order) pieces.add(to_utf32(gold.slice(gold.sentences[s].span)));
  return cut(pieces, rules, [](const text::Token&) { return Gap::inside; });
}

JoinedText join_paragraphs(std::string_view text, const SegmentRules& rules) {
  Pieces pieces;
  const std::u32string all = to_utf32(text);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(U'\n', begin), all.size());
    const std::u32string_view line = without_margins(std::u32string_view(all).substr(begin, end - begin));
    if (!line.empty()) pieces.add(line);
    begin = end + 1;
  }
  return cut(pieces, rules, [](const text::Token& token) { return is_plain_word(token) ? Gap::inside : Gap::open; });
}

std::vector<JoinedText> read_paragraphs(const std::filesystem::path& folder, const SegmentRules& rules) {
  std::vector<JoinedText> out;
  for (const std::filesystem::path& path : texts_below(folder)) out.push_back(join_paragraphs(read_file(path.string()), rules));
  return out;
}

bool is_plain_word(const text::Token& token) {
  const std::u32string form = to_utf32(token.form);
  return (is_letter(form.front()) || is_digit(form.front())) && form.back() != U'.';
}

}  // namespace fabula::syntax
