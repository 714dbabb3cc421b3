#pragma once

#include <string>
#include <vector>

#include "fabula/output/diagram.hpp"

namespace fabula::output {

/// What one box of the story diagram stands for: an event, or several of one period folded together.
struct Item {
  std::vector<EventId> events;  ///< ascending; one unless folded
  events::EventType type = events::EventType::action;
  std::string code, factuality, text;
  TimeValue time;
  ActorId lane;                 ///< who acts or speaks first
};

struct ItemLink {
  std::size_t from = 0, to = 0;
  events::LinkType type = events::LinkType::about;
  std::size_t count = 1;
};

struct Items {
  std::vector<Item> items;      ///< in time order, the undated last
  std::vector<ItemLink> links;  ///< each pair and type once; never from an item to itself
};

/// What is drawn of a story under given options.
Items story_items(const graph::StoryGraph& story, const StoryDiagramOptions& options);

}  // namespace fabula::output
