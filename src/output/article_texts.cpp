#include "article_texts.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::output {

ArticleTexts::ArticleTexts(const graph::StoryGraph& story) {
  for (std::size_t i = 0; i < story.article_count(); ++i) texts_.push_back(to_utf32(story.article(ArticleId(i)).text));
}

std::string ArticleTexts::slice(ArticleId article, Span span) const {
  const std::u32string& text = texts_[article.value];
  std::u32string out;
  const std::size_t end = std::min<std::size_t>(span.end, text.size());
  for (std::size_t i = span.begin; i < end; ++i) {
    const bool blank = is_space(text[i]) && text[i] != U'\u00A0' && text[i] != U'\u202F';
    if (!blank) out.push_back(text[i]);
    else if (!out.empty() && out.back() != U' ') out.push_back(U' ');
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

}  // namespace fabula::output
