#include "cli/articles.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <thread>

#include "cli/files.hpp"
#include "cli/streams.hpp"
#include "fabula/pipeline/parallel.hpp"
#include "fabula/text/reader.hpp"

namespace fabula::cli {
namespace {

const std::map<std::string, pipeline::Format> kFormats = {{"auto", pipeline::Format::automatic},
                                                         {"text", pipeline::Format::text},
                                                         {"html", pipeline::Format::html},
                                                         {"jsonl", pipeline::Format::jsonl}};

std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

/// The files that a path names: itself, or what lies below it.
std::vector<std::string> files_of(const std::string& path) {
  std::error_code ignored;
  if (path != "-" && std::filesystem::is_directory(path, ignored)) return files_below(path);
  return {path};
}

pipeline::Input input_of(const std::string& file) { return {file, file == "-" ? read_stdin() : read_file(file)}; }

std::optional<TimeValue> date_in_any_language(const std::string& typed, const pipeline::Languages& languages) {
  for (const std::string& code : languages.codes())
    if (auto date = text::read_date(typed, languages.get(code).pack())) return date;
  return std::nullopt;
}

}  // namespace

void add_article_options(CLI::App& command, ArticleOptions& options, const std::vector<std::string>& formats) {
  std::vector<std::string> known = {"auto", "text", "html", "jsonl"};
  known.insert(known.end(), formats.begin(), formats.end());
  command.add_option("article", options.paths, "Files, folders (with all below them) or - for standard input")
      ->type_name("ARTICLE...");
  command.add_option("--from", options.from, "What the input is")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(known))
      ->capture_default_str();
  command.add_option("--lang", options.language, "Language of the articles, or auto")->type_name("CODE")->capture_default_str();
  command.add_option("--published", options.published, "Publication date of the articles: 2022-10-25, 2022-10, 2022")
      ->type_name("DATE");
  command.add_option("-j,--jobs", options.jobs, "Articles worked on at the same time")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U).description(""))
      ->default_val(std::max(1U, std::thread::hardware_concurrency()));
}

std::vector<pipeline::Input> read_inputs(const std::vector<std::string>& paths, bool& failed) {
  if (paths.empty() && stdin_is_terminal())
    throw UsageError("FAB-USE-010", "give articles: files, folders, or - for standard input");
  const std::vector<std::string> named = paths.empty() ? std::vector<std::string>{"-"} : paths;
  std::vector<pipeline::Input> inputs;
  for (const std::string& path : named) {
    try {
      for (const std::string& file : files_of(path)) inputs.push_back(input_of(file));
    } catch (const InputError& error) {
      print_error(error.what());
      failed = true;
    }
  }
  return inputs;
}

pipeline::ReadOptions read_options(const ArticleOptions& options, const pipeline::Languages& languages) {
  pipeline::ReadOptions read;
  if (const auto format = kFormats.find(options.from); format != kFormats.end()) read.format = format->second;
  if (options.language != "auto") {
    if (!languages.has(options.language))
      throw UsageError("FAB-USE-011", "--lang: there is no language '" + options.language + "'; there are auto, " +
                                          joined(languages.codes()));
    read.language = options.language;
  }
  if (!options.published.empty()) {
    read.published = date_in_any_language(options.published, languages);
    if (!read.published)
      throw UsageError("FAB-USE-012", "--published: '" + options.published + "' is no date; give 2022-10-25, 2022-10 or 2022");
  }
  return read;
}

bool print_diagnostics(const Common& common, const std::vector<Diagnostic>& errors, const std::vector<Diagnostic>& warnings) {
  for (const Diagnostic& warning : warnings) print_warning(common, warning);
  for (const Diagnostic& error : errors) print_error(error.message);
  return !errors.empty();
}

int print_for_each_article(const ArticleOptions& options, const Common& common,
                           const std::function<std::string(const text::Article&, const pipeline::Language&)>& result_of) {
  const pipeline::Languages languages(lang::packs_folder());
  const pipeline::ReadOptions read = read_options(options, languages);
  bool failed = false;
  pipeline::ReadArticles found;
  for (const pipeline::Input& input : read_inputs(options.paths, failed)) pipeline::read_input(input, languages, read, found);
  std::vector<std::string> results(found.articles.size());
  std::vector<std::vector<Diagnostic>> errors(found.articles.size());
  pipeline::for_each_index(found.articles.size(), options.jobs, [&](std::size_t i) {
    const text::Article& article = found.articles[i];
    try {
      results[i] = result_of(article, languages.get(article.language));
    } catch (const Error& error) {
      errors[i].push_back(pipeline::diagnostic_of(error, article.file));
    }
  });
  failed |= print_diagnostics(common, found.errors, found.warnings);
  for (std::size_t i = 0; i < results.size(); ++i) {
    failed |= print_diagnostics(common, errors[i], {});
    write_stdout(results[i]);
  }
  return failed ? kFailed : kDone;
}

}  // namespace fabula::cli
