#include "cli/command_names.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "cli/articles.hpp"
#include "cli/files.hpp"
#include "cli/streams.hpp"
#include "fabula/base/error.hpp"
#include "fabula/output/name_list.hpp"

namespace fabula::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExamples =
    "  fabula names article.txt                  names with their types, one a line\n"
    "  fabula names samples/fr --format brat -o out   one .ann file for each article";

struct NamesOptions {
  ArticleOptions articles;
  std::string format = "text";
  std::string folder;
};

/// Every paragraph is looked at, captions and credits too: this lists names, it does not tell a story.
text::Doc tagged(const text::Article& article, const syntax::Analyzer& analyzer) {
  text::Doc doc;
  doc.article = article;
  for (text::Paragraph& paragraph : doc.article.paragraphs)
    if (!text::is_analysed(paragraph.kind)) paragraph.kind = text::ParagraphKind::prose;
  analyzer.segment(doc);
  analyzer.tag(doc);
  return doc;
}

std::string names_text(const NamesOptions& options, const text::Article& article, const pipeline::Language& language) {
  const auto names = language.actor_finder().names(tagged(article, language.analyzer()));
  const output::NamedText named{article.file, article.text.utf8()};
  if (options.format == "brat") return output::write_names_brat(named, names);
  return options.format == "json" ? output::write_names_json(named, names) : output::write_names_text(named, names);
}

/// Where the result of a file goes below the output folder: as the file lies below the folder that was named.
fs::path place_of(const NamesOptions& options, const std::string& file) {
  fs::path place = file == "-" ? fs::path("stdin") : fs::path(file).filename();
  std::error_code ignored;
  for (const std::string& path : options.articles.paths) {
    if (!fs::is_directory(path, ignored)) continue;
    const fs::path below = fs::path(file).lexically_relative(path);
    if (!below.empty() && *below.begin() != "..") place = below;
  }
  return place.replace_extension(options.format == "brat" ? ".ann" : options.format == "json" ? ".json" : ".tsv");
}

/// The places that articles of this run have taken; articles are read side by side.
class Places {
 public:
  /// @throws OutputError FAB-OUT-003 an article before has taken it
  void take(const fs::path& place, const std::string& file) {
    const std::lock_guard lock(mutex_);
    const auto [it, is_new] = taken_.try_emplace(place.string(), file);
    if (!is_new)
      throw OutputError("FAB-OUT-003", "its names would replace those of " + it->second + " in " + place.string() + "; name one of them otherwise, or use another folder", file);
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> taken_;
};

void write_file(const NamesOptions& options, Places& places, const std::string& file, const std::string& content) {
  const fs::path place = place_of(options, file);
  places.take(place, file);
  FileSet files(fs::path(options.folder) / place.parent_path());
  files.write(place.filename().string(), content);
  files.commit();
}

int run_names(const NamesOptions& options, const Common& common) {
  if (options.format == "brat" && options.folder.empty())
    throw UsageError("FAB-USE-020", "brat files are one for each article; give the folder to write to: -o DIR");
  Places places;
  return print_for_each_article(options.articles, common,
                                [&options, &places](const text::Article& article, const pipeline::Language& language) {
                                  const std::string content = names_text(options, article, language);
                                  if (options.folder.empty()) return content;
                                  write_file(options, places, article.file, content);
                                  return std::string();
                                });
}

}  // namespace

void add_names(Commands& commands) {
  const auto options = std::make_shared<NamesOptions>();
  CLI::App& command = commands.add("names", "The proper names of articles: persons, organizations, places, dates", kExamples,
                                   [options](const Common& common) { return run_names(*options, common); });
  add_article_options(command, options->articles);
  command.add_option("--format", options->format, "text, json or brat")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "brat"}))
      ->capture_default_str();
  command.add_option("-o,--output", options->folder, "Folder to write one file for each article to")->type_name("DIR");
}

}  // namespace fabula::cli
