#include "fabula/text/article.hpp"

#include <utility>

namespace fabula::text {
namespace {

constexpr std::uint32_t kStride = 64;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

Text::Text(std::string utf8) : utf8_(std::move(utf8)) {
  for (std::size_t i = 0; i < utf8_.size(); ++i) {
    if (!starts_code_point(utf8_[i])) continue;
    if (size_ % kStride == 0) every_64th_.push_back(static_cast<std::uint32_t>(i));
    ++size_;
  }
}

std::size_t Text::byte_of(std::uint32_t code_point) const {
  if (code_point >= size_) return utf8_.size();
  std::size_t at = every_64th_[code_point / kStride];
  for (std::uint32_t left = code_point % kStride; left > 0; --left) {
    ++at;
    while (at < utf8_.size() && !starts_code_point(utf8_[at])) ++at;
  }
  return at;
}

std::string_view Text::slice(Span span) const {
  const std::size_t begin = byte_of(span.begin);
  return std::string_view(utf8_).substr(begin, byte_of(span.end) - begin);
}

std::string_view name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::title: return "title";
    case ParagraphKind::heading: return "heading";
    case ParagraphKind::prose: return "prose";
    case ParagraphKind::head: return "head";
    case ParagraphKind::dateline: return "dateline";
    case ParagraphKind::credit: return "credit";
    case ParagraphKind::crumb: break;
  }
  return "crumb";
}

std::string_view name(PublishedBasis basis) {
  switch (basis) {
    case PublishedBasis::option: return "option";
    case PublishedBasis::front_matter: return "front_matter";
    case PublishedBasis::metadata: return "metadata";
    case PublishedBasis::head: return "head";
    case PublishedBasis::dateline: return "dateline";
    case PublishedBasis::file_name: return "file_name";
    case PublishedBasis::unknown: break;
  }
  return "unknown";
}

}  // namespace fabula::text
