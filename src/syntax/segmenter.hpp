#pragma once

#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"
#include "syntax/boundary_network.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/segment_rules.hpp"

namespace fabula::syntax {

/// Features of the gap after token `at`: is it the end of a sentence? Needs only tokens; `begin` is the first token of the
/// sentence so far, `end` the end of the paragraph.
class BoundaryFeatures {
 public:
  BoundaryFeatures(const std::vector<text::Token>& tokens, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon);
  /// Whether a sentence may end at the gap at all: not between two words where the second is in lower case, nor where no
  /// white space stands, unless a capital or an opening mark follows ("finie.Le", but not "rec.arts" or `."`).
  bool possible(std::uint32_t at) const;
  /// Whether the gap parts an initial from a capital that begins no name: "sous Louis X. Une version".
  bool parts_initial(std::uint32_t at) const;
  /// Hashes of the gap's features, valid until the next call.
  std::span<const std::uint64_t> of(std::uint32_t at, std::uint32_t sentence_begin);

 private:
  struct Cue {
    std::uint64_t form = 0;     // folded
    std::uint32_t classes = 0;  // what a lexicon says it may be
    std::uint8_t shape = 0;
    std::uint8_t kind = 0;      // the classes in short
    std::uint8_t ahead = 0;     // how far the next full stop is, and whether a finite verb comes before it
    std::uint8_t usual = 0;     // its most frequent reading
    std::uint8_t verbs = 0;     // finite verbs by that from here to the next full stop, at most 3
    std::uint8_t closes = 0;    // 1 if a quotation closes soon ahead that does not open there, and 2 likewise for brackets
    bool space_after = false;
    bool opens = false;         // where it has a capital it begins sentences, and no names as "Le Goff"
  };
  const Cue& cue(std::int64_t at) const;
  void look_ahead();
  void begin_sentence(std::uint32_t sentence_begin);
  void advance(std::uint32_t at, std::uint32_t sentence_begin);

  std::uint32_t begin_, end_;
  std::vector<Cue> cues_;
  std::vector<std::uint64_t> features_;
  // running state of the sentence that began at state_begin_
  std::uint32_t state_begin_ = 0, state_at_ = 0;
  int guillemets_ = 0, brackets_ = 0;
  std::uint64_t semicolons_ = 0, verbs_ = 0;
  std::uint64_t starts_ = 0, endings_ = 0;  // how the last two sentences began and ended, the later one in the lower bits
  bool in_quotes_ = false, has_verb_ = false, had_verb_ = false, after_colon_ = false;
};

/// Hashes of the features that tell whether an ambiguous token ("des") is several words.
void multiword_features(const std::vector<text::Token>& tokens, std::uint32_t at, std::uint32_t begin, std::uint32_t end,
                        const Lexicon& lexicon, std::vector<std::uint64_t>& features);

/// Cuts articles into sentences, tokens and words.
class Segmenter {
 public:
  Segmenter(SegmentRules rules, LinearModel boundary, LinearModel multiword);

  /// Lets a network have a say in where sentences end, the mean of all where there are several. Without one the linear model
  /// decides alone, which is quicker.
  void consult(BoundaryNetwork network) { networks_.push_back(std::move(network)); }

  /// Fills sentences, tokens and words (form and span only) of the analysed paragraphs; a paragraph ends a sentence,
  /// and so do 250 tokens.
  void segment(text::Doc& doc, const Lexicon& lexicon) const;

  const SegmentRules& rules() const { return rules_; }
  void write(ModelWriter& out) const;
  static Segmenter read(ModelReader& in, SegmentRules rules);

  /// Tokens of one paragraph, no words yet.
  static void add_tokens(text::Doc& doc, std::u32string_view text, std::uint32_t begin, const SegmentRules& rules);

 private:
  void segment_paragraph(text::Doc& doc, std::u32string_view text, std::uint32_t paragraph, const Lexicon& lexicon) const;
  bool is_end(const text::Token& token, std::uint32_t at, std::uint32_t sentence_begin, BoundaryFeatures& gaps,
              BoundaryOpinion& opinion) const;
  std::size_t ending_bytes(std::string_view form) const;
  void add_words(text::Doc& doc, std::uint32_t token, std::uint32_t begin, std::uint32_t end,
                 const Lexicon& lexicon) const;

  SegmentRules rules_;
  LinearModel boundary_, multiword_;
  std::vector<BoundaryNetwork> networks_;
};

/// The words of a multiword token in the letter case of its surface: "Du" gives "De", "le".
std::vector<std::string> cased_words(const Multiword& multiword, std::string_view surface);

}  // namespace fabula::syntax
