#pragma once

#include <optional>
#include <string>
#include <vector>

#include "story_input.hpp"

namespace fabula::graph {

/// What coreference looks at in a mention.
struct Features {
  ArticleId article;
  std::size_t position = 0;           ///< in StoryInput::mentions
  events::EventType type = events::EventType::action;
  std::string predicate;
  std::string sense;                  ///< the word that stands for all that tell the same; the predicate where the lexicon has none
  std::vector<std::string> classes;   ///< own class (the predicate where it has none) first, then related ones, sorted
  std::vector<events::Participant> participants;
  std::vector<std::string> themes;
  std::optional<DayRange> stated;     ///< its date, where the text states one
  std::optional<DayRange> known;      ///< its date by any means better than publication
  std::optional<DayRange> fresh;      ///< where the text leaves the date to publication: the days news is told in
  std::string place;                  ///< folded; empty where none is named
  bool nominal = false, general = false;
  bool once = false;                  ///< of a kind that befalls a person but once
  bool real = true;                   ///< not merely planned, hypothetical or negated
  bool planned = false, denied = false;
};

std::vector<Features> features_of(const StoryInput& input, const CoreferenceLexicon& lexicon);

/// The single day of a mention that the text tells; none where it is less sure.
std::optional<Day> only_day(const Features& f);
/// The ranges have a day in common, as far as their bounds tell.
bool overlap(const DayRange& a, const DayRange& b);
bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// The words are a verb and its noun as far as their beginnings tell ("exploser", "explosion"), or tell the same by the
/// lexicon: one article that uses two words for the same mostly tells two things, two articles mostly one.
bool same_word(const Features& a, const Features& b);
/// Of one class, or in two articles in words that tell the same.
bool same_kind(const Features& a, const Features& b);
/// Who fills a role.
std::vector<ActorId> filling(const Features& f, events::ParticipantRole role);

}  // namespace fabula::graph
