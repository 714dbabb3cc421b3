#include "fabula/events/event_mention.hpp"

#include <array>
#include <cstddef>

namespace fabula::events {
namespace {

constexpr std::array<std::string_view, 2> kTypes = {"statement", "action"};
constexpr std::array<std::string_view, 14> kActs = {"say",  "announce", "report", "confirm", "deny",    "accuse",  "condemn",
                                                    "warn", "promise",  "demand", "ask",     "propose", "support", "concern"};
constexpr std::array<std::string_view, 7> kFactualities = {"asserted", "claimed", "alleged", "denied",
                                                           "negated",  "planned", "hypothetical"};
constexpr std::array<std::string_view, 4> kRoles = {"agent", "patient", "recipient", "location"};
constexpr std::array<std::string_view, 7> kLinks = {"about", "denies", "confirms", "responds_to", "causes", "before", "during"};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name(EventType v) { return kTypes[static_cast<std::size_t>(v)]; }
std::string_view name(Act v) { return kActs[static_cast<std::size_t>(v)]; }
std::string_view name(Factuality v) { return kFactualities[static_cast<std::size_t>(v)]; }
std::string_view name(ParticipantRole v) { return kRoles[static_cast<std::size_t>(v)]; }
std::string_view name(LinkType v) { return kLinks[static_cast<std::size_t>(v)]; }
std::optional<Act> act_of(std::string_view name) { return find_name<Act>(kActs, name); }
std::optional<Factuality> factuality_of(std::string_view name) { return find_name<Factuality>(kFactualities, name); }
std::optional<ParticipantRole> participant_role_of(std::string_view name) { return find_name<ParticipantRole>(kRoles, name); }
std::optional<LinkType> link_type_of(std::string_view name) { return find_name<LinkType>(kLinks, name); }

}  // namespace fabula::events
