#include "fabula/base/unicode.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/exports.hpp"
#include "fabula/output/words.hpp"
#include "group_names.hpp"
#include "json_values.hpp"
#include "legal_text.hpp"
#include "text_metrics.hpp"
#include "time_order.hpp"

namespace fabula::output {
namespace {

using graph::StoryGraph;

constexpr std::size_t kMostEvidence = 5;       // sentences a slide shows
constexpr std::size_t kMostHeadline = 200;     // characters; TimelineJS sets headlines large

/// Text as HTML shows it literally. TimelineJS takes HTML in every text field.
std::string html(std::string_view text) {
  std::string out;
  for (const char32_t c : unreordered(text)) {
    if (c == U'<') out += "&lt;";
    else if (c == U'>') out += "&gt;";
    else if (c == U'&') out += "&amp;";
    else if (c == U'"') out += "&quot;";
    else out += is_control(c) ? std::string(" ") : to_utf8(c);
  }
  return out;
}

/// A headline that is never empty: TimelineJS makes an event's name of it.
std::string headline(std::string_view text, const std::string& otherwise) {
  const std::string shown = html(shorten(text, kMostHeadline));
  return shown.find_first_not_of(' ') == std::string::npos ? otherwise : shown;
}

Json date_json(Day day) {
  const std::chrono::year_month_day ymd(day);
  return {{"year", static_cast<int>(ymd.year())},
          {"month", static_cast<unsigned>(ymd.month())},
          {"day", static_cast<unsigned>(ymd.day())}};
}

class Slides {
 public:
  Slides(const StoryGraph& story, const graph::Wording& words) : story_(story), words_(words), texts_(story) {}

  /// @pre the event has a bound
  Json slide(EventId id) const {
    const graph::Event& event = story_.event(id);
    const DayRange& when = event.time.range;
    Json json = {{"unique_id", graph::export_id(id)}, {"start_date", date_json(when.earliest ? *when.earliest : *when.latest)}};
    if (when.earliest && when.latest && when.earliest != when.latest) json["end_date"] = date_json(*when.latest);
    json["display_date"] = html(date_in_words(words_, event.time));
    json["text"] = {{"headline", headline(event_title(event), graph::export_id(id))}, {"text", body(event)}};
    json["group"] = html(type_word(event.type));
    json["autolink"] = false;
    return json;
  }

  Json title(const TimelineJs& counts) const {
    std::string title;
    for (std::size_t i = 0; i < story_.article_count() && title.empty(); ++i) title = story_.article(ArticleId(i)).title.value_or("");
    const std::map<std::string, std::string, std::less<>> values = {{"events", std::to_string(counts.events)},
                                                                    {"undated", std::to_string(counts.undated)},
                                                                    {"articles", std::to_string(story_.article_count())}};
    const char* summary_key = "timeline.summary";
    const std::string summary = words_.contains(summary_key)
                                    ? graph::tell(words_, summary_key, values)
                                    : values.at("events") + " dated events, " + values.at("undated") + " without a date left out";
    return {{"unique_id", "title"}, {"text", {{"headline", headline(title, word(words_, "timeline", "Timeline"))}, {"text", "<p>" + html(summary) + "</p>"}}}};
  }

 private:
  std::string type_word(events::EventType type) const {
    return word(words_, "type." + std::string(events::name(type)), events::name(type));
  }

  /// How certain it is, then where it is told.
  std::string body(const graph::Event& event) const {
    std::string out = "<p>" + html(word(words_, "factuality." + event.factuality, event.factuality)) + "</p>";
    for (std::size_t i = 0; i < event.mentions.size() && i < kMostEvidence; ++i) {
      const graph::Mention& mention = event.mentions[i];
      const graph::Article& article = story_.article(mention.article);
      const std::string sentence = texts_.slice(mention.article, mention.sentence);
      out += "<p>" + (sentence.empty() ? "" : "<q>" + html(sentence) + "</q> ") + "<cite>" + html(article.source.value_or(article.file)) +
             (article.published.edtf.empty() ? "" : ", " + html(date_in_words(words_, article.published))) + "</cite></p>";
    }
    return out;
  }

  const StoryGraph& story_;
  const graph::Wording& words_;
  graph::ArticleTexts texts_;
};

}  // namespace

TimelineJs write_timelinejs(const StoryGraph& story, const graph::Filter& filter, const graph::Wording& words) {
  const Slides slides(story, words);
  TimelineJs out;
  Json events = Json::array();
  for (const EventId id : in_time_order(story, graph::select_events(story, filter))) {
    if (story.event(id).time.range.open()) {
      ++out.undated;
      continue;
    }
    events.push_back(slides.slide(id));
    ++out.events;
  }
  const Json json = {{"title", slides.title(out)}, {"events", std::move(events)}, {"scale", "human"}};
  out.json = dump(json);
  return out;
}

}  // namespace fabula::output
