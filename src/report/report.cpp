#include "fabula/report/report.hpp"

#include "assets.hpp"
#include "fabula/output/comparison.hpp"
#include "fabula/output/diagram.hpp"
#include "policy.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

constexpr std::size_t kMostDrawn = 150;  // events of the story's picture: beyond, it is a mat and takes long

/// The page's scripts and styles, in the order in which they stand there.
struct Code {
  std::vector<std::string_view> scripts, styles;
};

Code page_code() {
  Code code;
  if (report_has_widgets()) {
    code.scripts = {asset("cytoscape.min.js"), asset("no_styles.js"), asset("vis-timeline-graph2d.min.js")};
    code.styles = {asset("vis-timeline-graph2d.min.css")};
  }
  code.scripts.push_back(asset("report.js"));
  code.styles.push_back(asset("report.css"));
  return code;
}

std::string relations_picture(const Context& context) {
  output::RelationsDiagramOptions options;
  options.words = context.words.wording();
  return output::relations_dot(context.story, options);
}

class Page {
 public:
  Page(const Context& context) : context_(context), words_(context.words), code_(page_code()), relations_dot_(relations_picture(context)) {}

  std::string write() {
    html_.markup("<!DOCTYPE html>\n");
    html_.open("html", {{"lang", words_.language()}});
    write_head();
    html_.open("body");
    html_.element("a", {{"href", "#main"}, {"class", "skip"}}, words_("skip"));
    write_header();
    html_.open("main", {{"id", "main"}});
    write_findings(html_, context_);
    write_comparison(html_, context_);
    write_filters(html_, context_);
    write_timeline(html_, context_, timeline_picture());
    write_relations(html_, context_, {output::render(relations_dot_, "svg"), ""});
    write_events(html_, context_);
    write_actors(html_, context_);
    write_articles(html_, context_);
    html_.close();
    write_panel();
    write_footer();
    write_scripts();
    html_.close().close();
    return html_.take() + "\n";
  }

 private:
  void write_head() {
    html_.open("head").empty("meta", {{"charset", "utf-8"}});
    html_.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_security_policy(code_.scripts, code_.styles)}});
    html_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html_.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html_.empty("meta", {{"name", "generator"}, {"content", "fabula " FABULA_VERSION}});
    html_.element("title", {}, title() + " — fabula");
    // cytoscape adds a style of its own unless there is an element of this name; the policy would not let it
    const char* id = "__________cytoscape_stylesheet";
    for (const std::string_view style : code_.styles) {
      html_.open("style", id ? Attributes{{"id", id}} : Attributes{}).markup(style).close();
      id = nullptr;
    }
    html_.close();
  }

  std::string title() const {
    const auto& articles = context_.articles();
    if (articles.size() == 1) return context_.title(articles.front());
    return words_(context_.compares() ? "title_comparison" : "title_story", {{"n", std::to_string(articles.size())}});
  }

  /// From the first to the last known day of the events.
  std::string period() const {
    DayRange all;
    for (const EventId id : context_.events()) {
      const DayRange& when = context_.story.event(id).time.range;
      if (!when.earliest || !when.latest) continue;
      all.earliest = all.earliest ? std::min(*all.earliest, *when.earliest) : *when.earliest;
      all.latest = all.latest ? std::max(*all.latest, *when.latest) : *when.latest;
    }
    if (all.open()) return words_("date.unknown");
    return words_("period", {{"from", words_.day(*all.earliest)}, {"to", words_.day(*all.latest)}});
  }

  std::string summary() const {
    std::size_t statements = 0, dated = 0;
    for (const EventId id : context_.events()) {
      statements += context_.story.event(id).type == events::EventType::statement;
      dated += !context_.story.event(id).time.range.open();
    }
    const std::size_t all = context_.events().size();
    return words_.counted("count_articles", context_.articles().size()) + " · " + words_.counted("count_actors", context_.actors().size()) + " · " +
           words_.counted("count_statements", statements) + " · " + words_.counted("count_actions", all - statements) + " · " +
           words_("count_dated", {{"n", std::to_string(dated)}, {"total", std::to_string(all)}});
  }

  void write_header() {
    html_.open("header").element("h1", {}, title()).element("p", {{"class", "period"}}, period()).element("p", {}, summary());
    html_.open("nav", {{"aria-label", words_("contents")}}).open("ul");
    for (const auto& [id, key] : {std::pair{"findings", "findings"}, {"comparison", "comparison"}, {"timeline-section", "timeline"},
                                  {"relations-section", "relations"}, {"events", "events"}, {"actors", "actors"}, {"articles", "articles"}}) {
      if (std::string_view(id) == "comparison" && !context_.compares()) continue;
      html_.open("li").element("a", {{"href", "#" + std::string(id)}}, words_(key)).close();
    }
    html_.close().close();
    if (!report_has_widgets()) html_.element("p", {{"class", "note"}}, words_("no_widgets"));
    html_.open("noscript").element("p", {{"class", "note"}}, words_("no_script")).close().close();
  }

  Picture timeline_picture() const {
    if (context_.compares()) return {output::render(output::comparison_dot(context_.story, context_.comparison), "svg"), ""};
    output::StoryDiagramOptions options;
    options.words = words_.wording();
    std::string note;
    if (context_.story.event_count() > kMostDrawn) {
      options.filter.top = kMostDrawn;
      note = words_("picture_of_most", {{"n", std::to_string(kMostDrawn)}});
    }
    return {output::render(output::story_dot(context_.story, options), "svg"), note};
  }

  /// Where the script shows what was chosen in a widget.
  void write_panel() {
    html_.open("aside", {{"id", "panel"}, {"aria-label", words_("chosen")}, {"tabindex", "-1"}, {"hidden", ""}});
    html_.element("button", {{"type", "button"}, {"id", "panel-close"}, {"aria-label", words_("close")}, {"title", words_("close")}}, "×");
    html_.open("div", {{"id", "panel-content"}}).close().close();
  }

  void write_footer() {
    html_.open("footer").element("p", {}, words_("made_by", {{"version", FABULA_VERSION}}));
    if (report_has_widgets()) {
      html_.open("details").element("summary", {}, words_("licences"));
      for (const auto& [library, licence] : {std::pair{"cytoscape", "cytoscape.LICENSE"}, {"vis-timeline", "vis-timeline.LICENSE"}})
        html_.element("h2", {}, library).element("pre", {}, asset(licence));
      html_.close();
    }
    html_.close();
  }

  void write_scripts() {
    html_.open("script", {{"type", "application/json"}, {"id", "data"}}).markup(script_safe(data_json(context_, relations_dot_))).close();
    for (const std::string_view script : code_.scripts) html_.open("script").markup(script).close();
  }

  const Context& context_;
  const Words& words_;
  const Code code_;
  const std::string relations_dot_;
  Html html_;
};

}  // namespace

std::string write_report(const graph::StoryGraph& story, const compare::Comparison& comparison, const Interface& interface) {
  const Words words(interface);
  const Context context(story, comparison, words);
  return Page(context).write();
}

bool report_has_widgets() { return !asset("cytoscape.min.js").empty() && !asset("vis-timeline-graph2d.min.js").empty(); }

}  // namespace fabula::report
