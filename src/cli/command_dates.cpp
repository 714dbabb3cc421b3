#include "cli/command_dates.hpp"

#include <memory>
#include <vector>

#include "cli/articles.hpp"
#include "cli/files.hpp"
#include "cli/streams.hpp"
#include "fabula/output/times.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula dates article.txt                  span, type, value, EDTF, basis and words of each expression\n"
    "  fabula dates article.txt --published 2022-12 --format json\n"
    "  fabula dates --jsonl lines.jsonl          {\"id\",\"text\",\"reference\"} a line; writes what score_timex.py reads";

struct DatesOptions {
  ArticleOptions articles;
  std::string jsonl;
  std::string format = "text";
};

std::vector<output::QuotedTime> times_of(const text::Article& article, const pipeline::Language& language) {
  const text::Doc doc = language.analyzer().analyze(article);
  std::vector<output::QuotedTime> times;
  for (temporal::TimeMention& time : language.time_finder().find(doc, doc.article.published)) {
    const Span span = time.span;
    times.push_back({std::move(time), std::string(doc.slice(span))});
  }
  return times;
}

std::string list(const text::Article& article, const pipeline::Language& language, const std::string& format) {
  const auto times = times_of(article, language);
  return format == "json" ? output::write_times_json(article.file, article.published, times) : output::write_times_text(times);
}

text::Article article_of(const output::DatedText& line) {
  text::Article article;
  article.text = text::Text(line.text);
  article.paragraphs.push_back({{0, article.text.size()}, text::ParagraphKind::prose});
  article.published = line.reference;
  return article;
}

/// `--lang` wins over what a line says.
const pipeline::Language& language_for(const output::DatedText& line, const pipeline::Languages& languages,
                                       const pipeline::ReadOptions& read) {
  if (read.language) return languages.get(*read.language);
  return languages.get(languages.has(line.language) ? line.language : pipeline::kFallbackLanguage);
}

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return lines;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

int run_jsonl(const DatesOptions& options) {
  const pipeline::Languages languages(lang::packs_folder());
  const pipeline::ReadOptions read = read_options(options.articles, languages);
  const std::string bytes = options.jsonl == "-" ? read_stdin() : read_file(options.jsonl);
  bool failed = false;
  const auto lines = lines_of(bytes);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    try {
      const auto line = output::read_dated_text(lines[i], options.jsonl, static_cast<std::uint32_t>(i + 1));
      const auto times = times_of(article_of(line), language_for(line, languages, read));
      write_stdout(output::write_prediction_line(line.id, times));
    } catch (const InputError& error) {
      print_error(error.what());
      failed = true;
    }
  }
  return failed ? kFailed : kDone;
}

}  // namespace

void add_dates(Commands& commands) {
  const auto options = std::make_shared<DatesOptions>();
  CLI::App& command = commands.add("dates", "The time expressions of articles and what they mean", kExamples,
                                   [options](const Common& common) {
                                     if (!options->jsonl.empty()) return run_jsonl(*options);
                                     return print_for_each_article(
                                         options->articles, common,
                                         [&](const text::Article& article, const pipeline::Language& language) {
                                           return list(article, language, options->format);
                                         });
                                   });
  add_article_options(command, options->articles);
  command.add_option("--jsonl", options->jsonl, "Texts with a reference day, one JSON object a line, or -")->type_name("FILE");
  command.add_option("--format", options->format, "text or json (one object an article)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

}  // namespace fabula::cli
