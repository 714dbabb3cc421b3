#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"

namespace fabula::text {

/// An article's text: valid UTF-8 that is addressed by code points. Byte offsets do not leave this class.
class Text {
 public:
  Text() = default;
  /// @param utf8  valid UTF-8
  explicit Text(std::string utf8);

  /// Length in code points.
  std::uint32_t size() const { return size_; }
  const std::string& utf8() const { return utf8_; }
  /// The characters of a span, valid as long as this Text is; a span past the end is cut.
  std::string_view slice(Span span) const;

 private:
  std::size_t byte_of(std::uint32_t code_point) const;

  std::string utf8_;
  std::vector<std::uint32_t> every_64th_;  // byte offset of each 64th code point
  std::uint32_t size_ = 0;
};

enum class ParagraphKind {
  title,     ///< the article's headline
  heading,   ///< a headline within it
  prose,     ///< what is analysed
  head,      ///< metadata before the article: front matter, ` date 2022-10 `
  dateline,  ///< place, day and agency before the first sentence
  credit,    ///< photo, translation and source credits
  crumb      ///< bare URLs, share buttons, captions without a sentence and other left-overs of a page
};

/// A stretch of text of one kind. Titles, headings and prose are analysed; the others are only kept.
struct Paragraph {
  Span span;
  ParagraphKind kind = ParagraphKind::prose;
};

inline bool is_analysed(ParagraphKind kind) {
  return kind == ParagraphKind::title || kind == ParagraphKind::heading || kind == ParagraphKind::prose;
}

/// How the publication date is known, in order of precedence; `metadata` is a page's tags or a JSON line's field.
enum class PublishedBasis { option, front_matter, metadata, head, dateline, file_name, unknown };

std::string_view name(ParagraphKind kind);
std::string_view name(PublishedBasis basis);

/// One input document as read: where it came from, its decoded text and how that falls into paragraphs.
struct Article {
  std::string file;                   ///< as named by the user; "-" for standard input
  std::optional<std::string> title;
  std::optional<std::string> source;  ///< the medium
  std::optional<std::string> url;
  std::string language;               ///< ISO 639-1
  TimeValue published;                ///< empty edtf if unknown
  PublishedBasis published_basis = PublishedBasis::unknown;
  std::string sha256;                 ///< of the input bytes, lower-case hexadecimal
  Text text;
  std::vector<Paragraph> paragraphs;  ///< in text order, not overlapping
};

}  // namespace fabula::text
