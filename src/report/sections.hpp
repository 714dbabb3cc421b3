#pragma once

#include <string>

#include "context.hpp"

namespace fabula::report {

/// The sections of the page, in its order. Each writes one `<section>` with an id of its own, or nothing where there is
/// nothing to tell.

void write_findings(Html& html, const Context& context);
/// How groups tell the same events: only for comparisons of several groups.
void write_comparison(Html& html, const Context& context);
/// The controls that choose events; hidden until the script shows them.
void write_filters(Html& html, const Context& context);
/// A picture that says without script what a widget shows.
struct Picture {
  std::string svg;   ///< as Graphviz writes it; may be empty
  std::string note;  ///< what was left out of it; may be empty
};
/// The places of the widgets, with their pictures.
void write_timeline(Html& html, const Context& context, const Picture& picture);
void write_relations(Html& html, const Context& context, const Picture& picture);
/// Every event with its evidence, in the order of time.
void write_events(Html& html, const Context& context);
void write_actors(Html& html, const Context& context);
void write_articles(Html& html, const Context& context);

/// What the script needs beside the page: times, participants and filters of events, places of actors, words.
/// @param relations_dot  the laid-out DOT text of the relations
std::string data_json(const Context& context, const std::string& relations_dot);

}  // namespace fabula::report
