#pragma once

#include <memory>
#include <span>

#include "fabula/actors/find_actors.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Finds statements and actions with the lexicons of one language. Loaded once; `find` may be called from several threads.
class Extractor {
 public:
  /// @throws PackError a lexicon table is malformed: file and line
  static Extractor load(const lang::Pack& pack);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// Mentions with act or code, participants, quotes, factuality, claim, time and label, and the links among them.
  /// @param doc    needs tags and trees
  ArticleEvents find(const text::Doc& doc, const actors::ArticleActors& actors,
                     std::span<const temporal::TimeMention> times) const;

 private:
  struct Impl;
  explicit Extractor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fabula::events
