#pragma once

#include <span>
#include <vector>

#include "events/content.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// The rule of links that rest on tenses and adverbs of sequence alone: stated dates overrule them.
inline constexpr const char* kTenseRule = "tense or adverb of sequence";

/// The links within one article, each with the text that supports it: statements to their content (through anaphors too),
/// answers, causes, and orders in time that a connective states. Needs participants and factuality.
/// @return sorted by from, to; a pair has one of about, denies, confirms
std::vector<EventLink> find_links(const Reading& reading, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                                  const std::vector<Content>& contents, std::span<const ConnectiveMatch> connectives,
                                  const std::vector<EventMention>& mentions);

}  // namespace fabula::events
