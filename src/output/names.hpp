#pragma once

#include <optional>
#include <string_view>

#include "fabula/actors/actor.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::output {

std::string_view name(actors::MentionForm form);
std::optional<actors::MentionForm> mention_form_of(std::string_view name);
std::optional<events::EventType> event_type_of(std::string_view name);

}  // namespace fabula::output
