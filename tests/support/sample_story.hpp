#pragma once

#include "support/story_builder.hpp"

namespace fabula::test {

/// A small affair with a denial, a claim, uncertain dates and names that try to break every format.
inline StoryBuilder sample_story() {
  using actors::ActorKind;
  using events::EventType;
  StoryBuilder make;
  make.article("un \"deux\".txt", "2024-03");
  const ActorId north = make.actor(ActorKind::state, "Nordanie");
  const ActorId south = make.actor(ActorKind::state, "Sudanie & Cie <b>\\");
  const ActorId envoy = make.actor(ActorKind::person, "Éва \"Morel\"\nعلي");
  const ActorId paper = make.actor(ActorKind::media, std::string(10000, 'x'));
  make.role(envoy, "envoyée", north);
  const MentionId report = make.statement(events::Act::report, paper, "2024-03-02");
  const MentionId supply = make.mention(EventType::action, "livrer", "supply", {agent(north), recipient(south)}, "2024-02");
  make.at(supply).code = "AID";
  make.at(supply).factuality = events::Factuality::claimed;
  make.at(supply).claimed_by = paper;
  make.at(supply).claim_event = report;
  make.at(supply).label = "trailing backslash \\ & \"quotes\" <b>\\";
  make.at(supply).quotes = {make.at(supply).span};
  make.at(supply).location = "Valdoria";
  const MentionId denial = make.statement(events::Act::deny, envoy, "[2024-03-03,2024-03-10]");
  const MentionId meeting = make.mention(EventType::action, "rencontrer", "meet", {agent(north), agent(south)}, "../2024-02-20");
  make.at(meeting).code = "CONSULT";
  const MentionId undated = make.mention(EventType::action, "détruire", "destroy", {patient(south)});
  make.at(undated).factuality = events::Factuality::denied;
  make.link(report, supply, events::LinkType::about);
  make.link(denial, supply, events::LinkType::denies);
  make.link(meeting, supply, events::LinkType::causes);
  return make;
}

}  // namespace fabula::test
