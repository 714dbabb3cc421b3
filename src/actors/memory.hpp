#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "actors/cast.hpp"
#include "actors/quotation.hpp"

namespace fabula::actors::detail {

/// What a reference must agree with; '?' agrees with all.
struct Agreement {
  char gender = '?', number = '?';
};

/// What a reader remembers of the actors named so far, in the order of reading.
class Memory {
 public:
  Memory(const Cast& cast, const Quotations& quotations);

  void add(std::uint32_t word, std::uint32_t entity);

  /// Whom a pronoun at `word` means: the most salient actor of the last sentences that agrees, all members of a
  /// coordination for a plural; nobody where none agrees. Subjects before others, persons before others, near before far;
  /// what is said inside a quotation counts little outside it, and nobody means himself by "il" in his own quotation.
  std::vector<std::uint32_t> antecedents(std::uint32_t word, Agreement agreement, std::uint32_t speaker) const;

  /// The last entity for which `fits` holds.
  template <class Fits>
  std::optional<std::uint32_t> last(Fits fits) const {
    for (auto it = recent_.rbegin(); it != recent_.rend(); ++it)
      if (fits(cast_.entities[*it], *it)) return *it;
    return std::nullopt;
  }

  /// The last word that an entity was named by; the entity must have been added.
  std::uint32_t last_place(std::uint32_t entity) const;
  bool agrees(const Entity& entity, Agreement agreement) const;

  /// The one actor of a kind in the last sentences that agrees in gender; none where there are several.
  std::optional<std::uint32_t> only_one(std::uint32_t word, ActorKind kind, char gender) const;

 private:
  struct Item {
    std::uint32_t word, entity, sentence, chain, quotation;
    bool subject, main;  // main: of a clause that no other governs
  };
  std::uint32_t sentence_of(std::uint32_t word) const { return cast_.doc.sentence_of(WordId(std::size_t{word})).value; }
  /// Sentences between two words; those that begin inside a quotation are passed over, for what is told goes on behind it.
  std::uint32_t distance(const Item& item, std::uint32_t word) const;
  int salience(const Item& item, std::uint32_t word, Agreement agreement) const;
  std::vector<std::uint32_t> members(const Item& item) const;

  const Cast& cast_;
  const Quotations& quotations_;
  std::vector<Item> items_;             // in text order
  std::vector<std::uint32_t> recent_;  // entities, each once, the last named at the end
  std::vector<std::uint32_t> told_;  // sentence → sentences up to it that begin outside a quotation
};

}  // namespace fabula::actors::detail
