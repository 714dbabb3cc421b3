#include "fabula/pipeline/read_again.hpp"

#include "fabula/text/reader.hpp"

namespace fabula::pipeline {

text::Doc read_again(const graph::Article& article, const Languages& languages) {
  if (article.text.empty() || !languages.has(article.language)) return {};
  const Language& language = languages.get(article.language);
  text::Decoded decoded;
  decoded.file = article.file;
  decoded.utf8 = article.text;
  decoded.sha256 = article.sha256;
  decoded.metadata.title = article.title;
  return language.analyzer().analyze(text::layout(std::move(decoded), language.pack()));
}

}  // namespace fabula::pipeline
