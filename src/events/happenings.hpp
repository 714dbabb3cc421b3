#pragma once

#include <map>
#include <optional>
#include <string>

#include "fabula/events/event_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// What an article has dated so far, so that a noun that refers back to it takes its date.
class Happenings {
 public:
  /// @param doc, children  must outlive this
  Happenings(const text::Doc& doc, const text::Children& children) : doc_(doc), children_(children) {}

  /// Keeps the date of a mention; a date that the text gives goes before one that is only supposed.
  void remember(const EventMention& mention);

  /// The last date of the same predicate, else, for a noun with a definite article or demonstrative, of another of its
  /// class or act ("ces livraisons" after "a livré"). None for verbs and for nouns that bring in another one ("un nouvel
  /// essai", "le troisième essai"): each tells of its own.
  std::optional<TimeValue> recall(const EventMention& mention) const;

  /// The last date of a predicate, whatever the form it is told again in.
  std::optional<TimeValue> told(const std::string& predicate) const;

 private:
  enum class Reference { none, loose, definite };
  Reference reference_of(const EventMention& mention) const;

  const text::Doc& doc_;
  const text::Children& children_;
  std::map<std::string, TimeValue> by_predicate_;
  std::map<std::string, TimeValue> by_class_;  ///< dates that the text gives
};

}  // namespace fabula::events
