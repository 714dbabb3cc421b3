#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "fabula/pipeline/language.hpp"
#include "fabula/pipeline/read.hpp"

namespace fabula::cli {

/// The options of every command that reads articles.
struct ArticleOptions {
  std::vector<std::string> paths;  ///< files, folders, "-"
  std::string language = "auto";
  std::string published;           ///< as typed; empty if not given
  std::string from = "auto";       ///< "auto", "text", "html", "jsonl"
  unsigned jobs = 1;
};

/// Adds them to a command.
/// @param formats  values of `--from` that only this command knows
void add_article_options(CLI::App& command, ArticleOptions& options, const std::vector<std::string>& formats = {});

/// The bytes of the inputs that were named: files, the files of folders (recursively, sorted, hidden ones left out), and
/// standard input for "-" or where it is a pipe and nothing is named.
/// @param failed  set where an input cannot be read; the error is printed
/// @throws UsageError FAB-USE-010 nothing is named and standard input is a terminal
std::vector<pipeline::Input> read_inputs(const std::vector<std::string>& paths, bool& failed);

/// `--from`, `--lang` and `--published` as values.
/// @throws UsageError FAB-USE-011 no such language, FAB-USE-012 not a date
pipeline::ReadOptions read_options(const ArticleOptions& options, const pipeline::Languages& languages);

/// Prints errors and warnings; whether there was an error.
bool print_diagnostics(const Common& common, const std::vector<Diagnostic>& errors, const std::vector<Diagnostic>& warnings);

/// Reads the articles and prints what `result_of` says of each, in the order they were named, computed on `--jobs`
/// threads. An article that fails is told on standard error and stops no other.
/// @return the exit status
int print_for_each_article(const ArticleOptions& options, const Common& common,
                           const std::function<std::string(const text::Article&, const pipeline::Language&)>& result_of);

}  // namespace fabula::cli
