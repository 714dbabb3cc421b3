#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/lexicon.hpp"
#include "fabula/actors/names.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// The part of a feature's hash that models keep.
constexpr std::uint32_t kept_hash(std::uint64_t feature) { return static_cast<std::uint32_t>(feature >> 32); }

/// What a token is in a name: outside, or first, inner, last or only token of a name of one type (BILOU).
using Label = std::uint8_t;
inline constexpr Label kOutside = 0;
inline constexpr std::size_t kNameTypes = 6;
inline constexpr std::size_t kLabels = 1 + 4 * kNameTypes;
enum class LabelPart : std::uint8_t { first, inner, last, only };
constexpr Label label_of(NameType type, LabelPart part) {
  return static_cast<Label>(1 + 4 * static_cast<std::size_t>(type) + static_cast<std::size_t>(part));
}
constexpr NameType type_of(Label label) { return static_cast<NameType>((label - 1) / 4); }
constexpr LabelPart part_of(Label label) { return static_cast<LabelPart>((label - 1) % 4); }
/// Whether `b` may follow `a` within a sentence.
constexpr bool may_follow(Label a, Label b) {
  const bool open = a != kOutside && (part_of(a) == LabelPart::first || part_of(a) == LabelPart::inner);
  const bool continues = b != kOutside && (part_of(b) == LabelPart::inner || part_of(b) == LabelPart::last);
  return open == continues && (!open || type_of(a) == type_of(b));
}

/// The features of every token of a tagged Doc, as hashes. Words, affixes, shapes, tags, gazetteers, and what the rest of
/// the document says about the same word (Ratinov & Roth 2009; the second pass after Krishnan & Manning 2006).
///
/// What depends on a word's form alone is worked out once for each form.
class NameFeatures {
 public:
  NameFeatures(const text::Doc& doc, const Lexicon& lexicon);

  /// Features of a token that both passes see; valid until the next call.
  std::span<const std::uint32_t> of(std::uint32_t token, std::uint32_t sentence_first, std::uint32_t sentence_end);

  /// Takes in the labels of a first pass.
  void set_first_pass(std::span<const Label> labels);

  /// The features that only the second pass sees: what this and the other places of the word were taken for.
  std::array<std::uint32_t, 3> of_first_pass(std::uint32_t token) const;

 private:
  /// What is known of a form wherever it stands.
  struct Form {
    std::uint64_t form = 0, folded = 0, shape = 0, prefix[4] = {}, suffix[4] = {}, lexical = 0;
    std::uint32_t elsewhere = 0;  // position in elsewhere_
    bool capital = false, place = false;
  };
  struct View : Form {
    std::uint64_t upos = 0, known = 0;
  };
  struct Elsewhere {
    std::uint32_t lower = 0, inside = 0, total = 0;        // of the folded form
    std::uint32_t title_before = 0, place_before = 0, given_before = 0;
    std::uint32_t types[kNameTypes + 1] = {};               // first pass
  };
  Form form_of(const std::string& form);
  void add_views();
  void add_known(const text::Sentence& sentence);
  void add_document(const text::Sentence& sentence);
  const View& view(std::int64_t at, std::uint32_t first, std::uint32_t end) const;

  const text::Doc& doc_;
  const Lexicon& lexicon_;
  std::vector<View> views_;
  std::unordered_map<std::uint64_t, std::uint32_t> position_of_;  // folded form → position in elsewhere_
  std::vector<Elsewhere> elsewhere_;
  std::vector<Label> first_pass_;
  std::vector<std::uint32_t> features_;
};

}  // namespace fabula::actors::detail
