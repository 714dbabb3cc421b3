#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/lexicon.hpp"
#include "actors/mention.hpp"
#include "fabula/actors/find_actors.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// A function that the text gives to someone.
struct TitleFound {
  std::string noun;   ///< masculine singular of the title's head
  std::string title;  ///< as written, complements left out: "sous-secrétaire d'État adjointe"
  std::uint32_t of = kNoEntity;  ///< set at the end, when it is known who there is
  Span span;
  std::uint32_t mention = 0;
};

/// Someone of the article while it is being read.
struct Entity {
  ActorKind kind = ActorKind::organization;
  std::string name;
  std::uint32_t known = kNoKnown;
  char gender = '?', number = '?';
  std::vector<TitleFound> titles;
  std::vector<std::string> nouns;                   ///< head nouns it was described with, each description once
  std::vector<std::vector<std::string>> modifiers;  ///< of each description
  std::vector<std::string> words;                   ///< folded words of its longest name
  std::vector<std::string> because;                 ///< why names were joined
  bool named = false;                               ///< has a name, not descriptions only
};

/// The reading of one article: its mentions and whom they refer to so far.
struct Cast {
  const text::Doc& doc;
  const text::Children& children;
  const Lexicon& lexicon;
  std::vector<Mention> mentions;  ///< in text order
  std::vector<Entity> entities;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> at;  ///< word → entities, for words that are no mention

  /// The first mention that begins at a word or after it.
  std::vector<Mention>::const_iterator first_mention_from(std::uint32_t word) const;
  /// Content words after the head of a description, folded and sorted; a state is its key, be it named by its adjective,
  /// its name or its capital.
  std::vector<std::string> modifiers(const Mention& m) const;
  std::uint32_t make(std::uint32_t mention);
  void join(std::uint32_t entity, std::uint32_t mention);
  /// The entity of a state or known organization, made without a mention where the article has none.
  std::uint32_t entity_of_known(std::uint32_t known);
};

/// Joins names: known ones by key, persons by full and short name, others by spelling and abbreviation.
void link_names(Cast& cast);

/// Joins titles with the names beside them ("le ministre X", "X, ministre de Y") and notes the functions.
void link_titles(Cast& cast);

/// Reads the article from left to right and resolves descriptions, adjectives and pronouns.
void link_references(Cast& cast);

/// Entities, mentions and the word index in their public form.
ArticleActors finish_cast(Cast&& cast);

}  // namespace fabula::actors::detail
