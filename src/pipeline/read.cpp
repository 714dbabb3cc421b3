#include "fabula/pipeline/read.hpp"

#include <utility>

#include "fabula/text/decode.hpp"
#include "fabula/text/language.hpp"
#include "fabula/text/reader.hpp"

namespace fabula::pipeline {
namespace {

void add_article(text::Decoded decoded, const Languages& languages, const ReadOptions& options, ReadArticles& result) {
  for (Diagnostic& warning : decoded.diagnostics) result.warnings.push_back(std::move(warning));
  const std::string code =
      options.language ? *options.language : text::language_of(decoded, languages.codes(), kFallbackLanguage);
  text::Article article = text::layout(std::move(decoded), languages.get(code).pack(), {options.published});
  article.language = code;
  result.articles.push_back(std::move(article));
}

}  // namespace

void read_input(const Input& input, const Languages& languages, const ReadOptions& options, ReadArticles& result) {
  try {
    add_article(text::decode(input.bytes, input.file), languages, options, result);
  } catch (const Error& error) {
    result.errors.push_back(diagnostic_of(error, input.file));
  }
}

Diagnostic diagnostic_of(const Error& error, const std::string& file) {
  std::string message = error.what();
  if (error.file().empty()) message = file + ": " + message;
  return {error.code(), std::move(message), error.file().empty() ? file : error.file(), error.line()};
}

}  // namespace fabula::pipeline
