#include "fabula/graph/article_texts.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {

ArticleTexts::ArticleTexts(const StoryGraph& story) {
  for (std::size_t i = 0; i < story.article_count(); ++i) texts_.push_back(to_utf32(story.article(ArticleId(i)).text));
}

std::u32string_view ArticleTexts::view(ArticleId article, Span span) const {
  const std::u32string_view text = texts_[article.value];
  const std::size_t end = std::min<std::size_t>(span.end, text.size());
  return span.begin < end ? text.substr(span.begin, end - span.begin) : std::u32string_view();
}

std::string ArticleTexts::slice(ArticleId article, Span span) const {
  std::u32string out;
  for (const char32_t c : view(article, span)) {
    const bool blank = is_space(c) && c != U'\u00A0' && c != U'\u202F';
    if (!blank) out.push_back(c);
    else if (!out.empty() && out.back() != U' ') out.push_back(U' ');
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

}  // namespace fabula::graph
