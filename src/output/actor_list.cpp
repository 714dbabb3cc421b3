#include "fabula/output/actor_list.hpp"

#include <algorithm>
#include <numeric>

#include "actor_roles.hpp"
#include "csv.hpp"
#include "fabula/base/unicode.hpp"
#include "json_values.hpp"
#include "readable_date.hpp"

namespace fabula::output {
namespace {

using graph::StoryGraph;

/// One line of the list.
struct Line {
  ActorId id;
  std::size_t events = 0;
  DayRange when;
};

Line line_of(const StoryGraph& story, ActorId id) {
  Line line{id, 0, {}};
  for (const EventId event : story.events_of(id)) {
    ++line.events;
    const DayRange& range = story.event(event).time.range;
    const auto first = range.earliest ? range.earliest : range.latest;
    const auto last = range.latest ? range.latest : range.earliest;
    if (first && (!line.when.earliest || *first < *line.when.earliest)) line.when.earliest = first;
    if (last && (!line.when.latest || *last > *line.when.latest)) line.when.latest = last;
  }
  return line;
}

std::vector<Line> lines_of(const StoryGraph& story) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < story.actor_count(); ++i) lines.push_back(line_of(story, ActorId(i)));
  std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
    return story.actor(a.id).mentions.size() > story.actor(b.id).mentions.size();
  });
  return lines;
}

std::string csv(const StoryGraph& story) {
  std::string out = "id,kind,name,aliases,roles,mentions,events,first,last\n";
  for (const Line& line : lines_of(story)) {
    const actors::Actor& actor = story.actor(line.id);
    const std::string cells[] = {graph::export_id(line.id), std::string(actors::name(actor.kind)), actor.name, joined(actor.aliases),
                                 joined(roles_of(story, actor)), std::to_string(actor.mentions.size()),
                                 std::to_string(line.events), day_text(line.when.earliest), day_text(line.when.latest)};
    out += csv_row(cells);
  }
  return out;
}

std::string json(const StoryGraph& story) {
  Json list = Json::array();
  for (const Line& line : lines_of(story)) {
    const actors::Actor& actor = story.actor(line.id);
    list.push_back({{"id", graph::export_id(line.id)},
                    {"kind", actors::name(actor.kind)},
                    {"name", actor.name},
                    {"aliases", actor.aliases},
                    {"roles", roles_of(story, actor)},
                    {"mentions", actor.mentions.size()},
                    {"events", line.events},
                    {"first", day_json(line.when.earliest)},
                    {"last", day_json(line.when.latest)},
                    {"merged_because", actor.merged_because}});
  }
  return dump(list);
}

/// For a line that people read: what would break it or turn its direction becomes a blank.
std::string in_one_line(const std::string& text) {
  std::u32string out;
  for (const char32_t c : to_utf32(text)) {
    const bool breaks = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    out += breaks ? U' ' : c;
  }
  return to_utf8(out);
}

std::string text(const StoryGraph& story) {
  std::string out;
  for (const Line& line : lines_of(story)) {
    const actors::Actor& actor = story.actor(line.id);
    out += in_one_line(actor.name) + " (" + std::string(actors::name(actor.kind)) + ")  " + std::to_string(actor.mentions.size()) +
           " mentions, " + std::to_string(line.events) + " events";
    if (!line.when.open()) out += "  " + day_text(line.when.earliest) + " .. " + day_text(line.when.latest);
    out += "\n";
    if (!actor.aliases.empty()) out += "    = " + in_one_line(joined(actor.aliases)) + "\n";
    if (const auto roles = roles_of(story, actor); !roles.empty()) out += "    " + in_one_line(joined(roles)) + "\n";
  }
  return out;
}

}  // namespace

std::string write_actor_list(const StoryGraph& story, ListFormat format) {
  if (format == ListFormat::csv) return csv(story);
  return format == ListFormat::json ? json(story) : text(story);
}

}  // namespace fabula::output
