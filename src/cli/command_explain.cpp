#include "cli/command_explain.hpp"

#include <charconv>
#include <map>
#include <memory>

#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "cli/terminal.hpp"
#include "fabula/output/explanation.hpp"
#include "fabula/pipeline/read_again.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula explain out/story.json e12         where an event was read, by which rule, why it is dated so\n"
    "  fabula explain out/story.json \"Étienne Maurel\"\n"
    "  fabula explain out/story.json p3 --format json";

struct ExplainOptions {
  StoryOptions story;
  std::string id, format = "text";
  std::size_t most = 5;
};

output::SentenceTree tree_of(const text::Doc& doc, const text::Sentence& sentence) {
  output::SentenceTree tree{sentence.span, {}};
  for (std::uint32_t w = sentence.first_word; w < sentence.end_word; ++w) {
    const text::Word& word = doc.words[w];
    tree.words.push_back({word.span, word.form, word.lemma, std::string(name(word.upos)), word.deprel,
                          word.head ? std::optional<std::size_t>(word.head.value - sentence.first_word) : std::nullopt});
  }
  return tree;
}

/// The articles of a story read again, each when it is first asked for, and the tables they were read with.
class Sources {
 public:
  Sources(const graph::StoryGraph& story, const pipeline::Languages& languages) : story_(story), languages_(languages) {}

  std::optional<output::SentenceTree> sentence(ArticleId id, Span span) {
    const auto it = docs_.find(id);
    const text::Doc& doc = it != docs_.end() ? it->second : docs_[id] = pipeline::read_again(story_.article(id), languages_);
    for (const text::Sentence& s : doc.sentences)
      if (s.span.overlaps(span)) return tree_of(doc, s);
    return std::nullopt;
  }

  std::optional<output::LexiconRow> row(ArticleId id, std::string_view place) const {
    const std::string& language = story_.article(id).language;
    if (!languages_.has(language)) return std::nullopt;
    const std::size_t dot = place.find(".tsv:");
    const lang::Pack& pack = languages_.get(language).pack();
    if (dot == std::string_view::npos || !pack.has_table(place.substr(0, dot))) return std::nullopt;
    std::uint32_t line = 0;
    std::from_chars(place.data() + dot + 5, place.data() + place.size(), line);
    const lang::Table& table = pack.table(place.substr(0, dot));
    for (const lang::Row& r : table.rows)
      if (r.line == line) return row_of(table, r, std::string(place));
    return std::nullopt;
  }

 private:
  static output::LexiconRow row_of(const lang::Table& table, const lang::Row& row, std::string place) {
    output::LexiconRow out{std::move(place), {}};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (!table.cell(row, i).empty()) out.cells.emplace_back(table.columns[i], table.cell(row, i));
    return out;
  }

  const graph::StoryGraph& story_;
  const pipeline::Languages& languages_;
  std::map<ArticleId, text::Doc> docs_;
};

std::optional<EventId> event_of(const graph::StoryGraph& story, const std::string& id) {
  for (std::size_t i = 0; i < story.event_count(); ++i)
    if (graph::export_id(EventId(i)) == id) return EventId(i);
  return std::nullopt;
}

/// "e1 to e225".
template <class IdType>
std::string ids(std::size_t count) {
  return count == 0 ? "none" : graph::export_id(IdType(0)) + " to " + graph::export_id(IdType(count - 1));
}

ActorId actor_of(const graph::StoryGraph& story, const std::string& id) {
  const auto found = graph::actors_named(story, id);
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    std::string which;
    for (const ActorId a : found) which += (which.empty() ? "" : ", ") + graph::export_id(a) + " (" + story.actor(a).name + ")";
    throw UsageError("FAB-USE-051", "'" + id + "' may be any of " + which + "; give the id");
  }
  const std::string near = nearest_actor(story, id);
  throw UsageError("FAB-USE-050", "the story has no event or actor '" + id + "'" +
                                      (near.empty() ? "" : "; did you mean '" + near + "'?") + "; its events are " +
                                      ids<EventId>(story.event_count()) + " (see fabula timeline), its actors " +
                                      ids<ActorId>(story.actor_count()) + " (see fabula actors)");
}

int run_explain(const ExplainOptions& options) {
  const graph::StoryGraph story = read_story(options.story);
  if (options.id.empty()) throw UsageError("FAB-USE-052", "give the id of an event (e12) or the id or name of an actor");
  const pipeline::Languages languages(lang::packs_folder());
  Sources sources(story, languages);
  const output::ExplanationSources from = {[&](ArticleId id, Span span) { return sources.sentence(id, span); },
                                           [&](ArticleId id, std::string_view place) { return sources.row(id, place); }};
  const auto event = event_of(story, options.id);
  const output::Explanation explanation = event ? explain(story, *event, from) : explain(story, actor_of(story, options.id), from);
  write_stdout(options.format == "json" ? write_explanation_json(explanation)
                                        : write_explanation_text(explanation, {terminal_width(), wants_colors(), options.most}));
  return kDone;
}

}  // namespace

void add_explain(Commands& commands) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App& command = commands.add("explain", "Why a story holds an event or an actor as it does: sentences, trees, rules", kExamples,
                                   [options](const Common&) { return run_explain(*options); });
  command.add_option("story", options->story.path, "A story.json made by fabula build, or - for standard input")->type_name("STORY");
  command.add_option("id", options->id, "An event's id, or an actor's id, name or alias")->type_name("ID");
  command.add_option("--format", options->format, "text or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_option("--most", options->most, "Text: how many places to show; 0 for all")->type_name("N")->capture_default_str();
}

}  // namespace fabula::cli
