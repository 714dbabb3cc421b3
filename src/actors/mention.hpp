#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "actors/lexicon.hpp"
#include "fabula/actors/actor.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

inline constexpr std::uint32_t kNoKnown = 0xFFFFFFFFu;
inline constexpr std::uint32_t kNoEntity = 0xFFFFFFFFu;

/// A phrase that may refer to an actor, before it is known to whom.
struct Mention {
  Span span;
  WordId head;
  std::uint32_t first_word = 0, end_word = 0;
  SentenceId sentence;
  MentionForm form = MentionForm::name;
  ActorKind kind = ActorKind::organization;
  std::string text;                    ///< surface form with plain blanks and apostrophes, article left out
  std::uint32_t known = kNoKnown;      ///< position in Lexicon::known
  char gender = '?', number = '?';
  std::string noun;                    ///< descriptions: masculine singular of the head noun
  std::uint16_t classes = 0;           ///< descriptions: NounClass bits
  bool definite = false;               ///< with a definite article or a possessive
  bool bare = false;                   ///< descriptions: a singular without a determiner, which names nobody in particular
  bool acting = false;                 ///< stands where someone acts or is acted upon
  bool weak = false;                   ///< alone it makes nobody an actor: an adjective, a state that merely owns something
  bool seat = false;                   ///< a capital for its state
  bool place = false;                  ///< a place where something happens, no actor
  std::uint32_t entity = kNoEntity;    ///< position in the list of entities
};

}  // namespace fabula::actors::detail
