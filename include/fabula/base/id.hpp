#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace fabula {

/// An index that cannot be mistaken for another kind of index. A default-made one is `none`.
///
/// Ids are positions in the vector that owns the things (words of a Doc, actors of an article, events of a story);
/// they stay valid as long as that vector is only appended to.
template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
  constexpr bool valid() const { return value != kNone; }
  constexpr explicit operator bool() const { return valid(); }
  auto operator<=>(const Id&) const = default;
};

using WordId = Id<struct WordTag>;          ///< a syntactic word of one Doc
using SentenceId = Id<struct SentenceTag>;  ///< a sentence of one Doc
using ActorId = Id<struct ActorTag>;        ///< an actor of one article, or of one story: the container says which
using MentionId = Id<struct MentionTag>;    ///< an event mention of one article
using EventId = Id<struct EventTag>;        ///< an event of one story
using ArticleId = Id<struct ArticleTag>;    ///< an article of one story

}  // namespace fabula

template <class Tag>
struct std::hash<fabula::Id<Tag>> {
  std::size_t operator()(fabula::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
