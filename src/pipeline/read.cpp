#include "fabula/pipeline/read.hpp"

#include <utility>

#include "fabula/base/unicode.hpp"
#include "fabula/text/decode.hpp"
#include "fabula/text/html.hpp"
#include "fabula/text/jsonl.hpp"
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

/// The same, with an error kept beside.
void try_article(text::Decoded decoded, const Languages& languages, const ReadOptions& options, ReadArticles& result) {
  const std::string file = decoded.file;
  try {
    add_article(std::move(decoded), languages, options, result);
  } catch (const Error& error) {
    result.errors.push_back(diagnostic_of(error, file));
  }
}

bool begins_like_a_page(std::string_view bytes) {
  const auto begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const std::string start = begin == std::string_view::npos ? "" : lower(bytes.substr(begin, 14));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

}  // namespace

Format format_of(std::string_view file, std::string_view bytes) {
  const std::string name = lower(file);
  for (const std::string_view end : {".html", ".htm", ".xhtml"})
    if (name.ends_with(end)) return Format::html;
  for (const std::string_view end : {".jsonl", ".ndjson"})
    if (name.ends_with(end)) return Format::jsonl;
  return begins_like_a_page(bytes) ? Format::html : Format::text;
}

void read_input(const Input& input, const Languages& languages, const ReadOptions& options, ReadArticles& result) {
  const Format format = options.format == Format::automatic ? format_of(input.file, input.bytes) : options.format;
  try {
    if (format == Format::jsonl) {
      text::JsonLines lines = text::decode_jsonl(input.bytes, input.file);
      for (const InputError& error : lines.errors) result.errors.push_back(diagnostic_of(error, input.file));
      for (text::Decoded& decoded : lines.articles) try_article(std::move(decoded), languages, options, result);
    } else {
      try_article(format == Format::html ? text::decode_html(input.bytes, input.file) : text::decode(input.bytes, input.file),
                  languages, options, result);
    }
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
