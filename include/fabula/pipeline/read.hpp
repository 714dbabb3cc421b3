#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/pipeline/language.hpp"
#include "fabula/text/article.hpp"

namespace fabula::pipeline {

/// The language that an article is read in where nothing says which: the one fabula knows best.
inline constexpr const char* kFallbackLanguage = "fr";

/// What an input is: a plain text, a web page, or articles as JSON lines.
enum class Format { automatic, text, html, jsonl };

/// The format of an input where none is given: by its name (.html, .htm, .xhtml, .jsonl, .ndjson), else a web page where
/// it begins like one, else text.
Format format_of(std::string_view file, std::string_view bytes);

/// One input as it was found: a file's bytes, or standard input.
struct Input {
  std::string file;  ///< as named by the user; "-" for standard input
  std::string bytes;
};

struct ReadOptions {
  Format format = Format::automatic;
  std::optional<std::string> language;   ///< for all articles; else found for each. Must have a pack.
  std::optional<TimeValue> published;    ///< for all articles; else found for each
};

/// The articles of some inputs, and what went wrong with others: one bad input stops no other.
struct ReadArticles {
  std::vector<text::Article> articles;  ///< in the order of the inputs
  std::vector<Diagnostic> errors;       ///< inputs that could not be read
  std::vector<Diagnostic> warnings;
};

/// Decodes an input, finds the language of each of its articles and lays their texts out, and adds the results.
void read_input(const Input& input, const Languages& languages, const ReadOptions& options, ReadArticles& result);

/// An error as a value, to be told later.
Diagnostic diagnostic_of(const Error& error, const std::string& file);

}  // namespace fabula::pipeline
