#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "fabula/actors/actor.hpp"
#include "fabula/actors/names.hpp"
#include "fabula/actors/overrules.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors {

/// A place that is no actor where it stands: where something happens.
struct PlaceMention {
  Span span;
  WordId head;
  std::string name;
};

/// The actors of one article and which word refers to whom.
struct ArticleActors {
  std::vector<Actor> actors;  ///< ActorId is the position
  std::vector<PlaceMention> places;
  std::unordered_map<WordId, std::vector<ActorId>> at;  ///< head word of a mention → actors it refers to

  /// Actors that the phrase headed by a word refers to, pronouns and descriptions resolved; empty if none.
  const std::vector<ActorId>& actors_at(WordId head) const;
};

/// Finds actors with the lexicons and the name model of one language. Loaded once; `find` may be called from several
/// threads.
class Finder {
 public:
  /// @throws PackError a table is malformed (file and line), or names.model is missing or damaged (FAB-PACK-010)
  static Finder load(const lang::Pack& pack);
  Finder(Finder&&) noexcept;
  Finder& operator=(Finder&&) noexcept;
  ~Finder();

  /// A finder of the same language that heeds an analyst's list. Shares the models; names are found as without it.
  Finder overruled(const Overrules& overrules) const;

  /// The proper names of an article, with their types, in text order and not overlapping.
  /// @param doc  needs tags
  std::vector<NameMention> names(const text::Doc& doc) const;

  /// Names, descriptions, adjectives and pronouns of one article, joined into actors.
  /// @param doc  needs tags and trees
  ArticleActors find(const text::Doc& doc) const { return find(doc, names(doc)); }
  /// The same with names that were found in another way.
  /// @param names  in text order, not overlapping
  ArticleActors find(const text::Doc& doc, const std::vector<NameMention>& names) const;

 private:
  struct Impl;
  explicit Finder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fabula::actors
