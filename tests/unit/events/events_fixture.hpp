#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/events/find_events.hpp"
#include "support/doc_builder.hpp"

namespace fabula::events::testing {

/// The extractor with the French tables, over documents built by hand; actors are said by word.
class Extraction {
 public:
  explicit Extraction(std::string_view lines) : doc(fabula::testing::doc_of(lines)) {}

  /// Makes an actor of the word at a position and gives its id.
  ActorId actor(std::size_t word, actors::ActorKind kind = actors::ActorKind::state) {
    actors::Actor a;
    a.kind = kind;
    a.name = doc.words[word].form;
    a.mentions.push_back({ArticleId(), doc.words[word].span, WordId(word), actors::MentionForm::name});
    cast.actors.push_back(std::move(a));
    refers(word, ActorId(cast.actors.size() - 1));
    return ActorId(cast.actors.size() - 1);
  }
  void refers(std::size_t word, ActorId to) { cast.at[WordId(word)].push_back(to); }

  ArticleEvents find() const {
    static const Extractor extractor = Extractor::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
    return extractor.find(doc, cast, {});
  }

  text::Doc doc;
  actors::ArticleActors cast;
};

/// The mention on a word form; null if there is none.
inline const EventMention* on(const Extraction& e, const ArticleEvents& events, std::string_view form) {
  for (const EventMention& m : events.mentions)
    if (e.doc.word(m.trigger).form == form) return &m;
  return nullptr;
}

inline std::vector<ActorId> in_role(const EventMention& m, ParticipantRole role) {
  std::vector<ActorId> found;
  for (const Participant& p : m.participants)
    if (p.role == role) found.push_back(p.actor);
  return found;
}

inline bool linked(const Extraction& e, const ArticleEvents& events, std::string_view from, LinkType type, std::string_view to) {
  for (const EventLink& l : events.links)
    if (l.type == type && e.doc.word(events.mentions[l.from.value].trigger).form == from &&
        e.doc.word(events.mentions[l.to.value].trigger).form == to)
      return true;
  return false;
}

}  // namespace fabula::events::testing
