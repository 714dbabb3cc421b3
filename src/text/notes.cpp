#include "text/notes.hpp"

#include <algorithm>
#include <array>

#include "fabula/base/unicode.hpp"
#include "text/dateline.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

// Bounds in code points; above them a line is prose whatever it begins with.
constexpr std::size_t kLongestLabel = 200;
constexpr std::size_t kLongestNote = 150;
constexpr std::size_t kShortNote = 60;     // even with a full stop
constexpr std::size_t kLongestCaption = 120;
constexpr std::size_t kNamesWords = 9;
constexpr std::size_t kLongLabelWords = 12;

/// A rule, a full stop alone, a time, a figure.
bool has_no_word(std::u32string_view text) {
  constexpr std::size_t kLongestFigure = 24;
  const bool letters = std::any_of(text.begin(), text.end(), is_letter);
  return !letters && (text.size() <= kLongestFigure || std::none_of(text.begin(), text.end(), is_digit));
}

bool has_letter_or_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return is_letter(c) || is_digit(c); });
}

/// The line folded, with runs of white space made one blank.
std::string squeezed(std::u32string_view line) {
  std::u32string out;
  for (const char32_t c : line) {
    const bool blank = is_space(c);
    if (blank && (out.empty() || out.back() == U' ')) continue;
    out += blank ? U' ' : c;
  }
  return fold(to_utf8(out));
}

/// Without the counts, commas and arrows around a button: "Commentaires (12) ›".
std::string_view bare(std::string_view folded) {
  const auto is_word = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z'); };
  while (!folded.empty() && !is_word(folded.front())) folded.remove_prefix(1);
  while (!folded.empty() && !is_word(folded.back())) folded.remove_suffix(1);
  return folded;
}

/// Position behind the phrase where it stands at the start and ends at a word boundary; npos otherwise.
std::size_t behind(std::string_view folded, const std::string& phrase) {
  if (!folded.starts_with(phrase)) return std::string_view::npos;
  if (folded.size() == phrase.size()) return phrase.size();
  const char next = folded[phrase.size()];
  const bool inside_word = (next >= 'a' && next <= 'z') || static_cast<unsigned char>(next) >= 0xC3 || next == '-';
  const char last = phrase.back();
  const bool open_end = !((last >= 'a' && last <= 'z') || static_cast<unsigned char>(last) >= 0x80);
  return inside_word && !open_end ? std::string_view::npos : phrase.size();
}

bool is_label(std::string_view folded, std::size_t end, std::u32string_view line) {
  while (end < folded.size() && folded[end] == ' ') ++end;
  if (folded.substr(end).starts_with("\u00A0")) end += 2;
  if (end >= folded.size() || folded[end] != ':' || line.size() > kLongestLabel) return false;
  return count_words(line) <= kLongLabelWords || !ends_sentence(line);
}

/// "AFP", "(Reuters)", "AFP/VNA": nothing but agencies.
bool is_signature(std::string_view folded, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongest = 40;
  if (folded.size() > kLongest) return false;
  bool any = false;
  while (!folded.empty()) {
    const auto end = std::min(folded.find_first_of("/,()"), folded.size());
    const std::string_view part = bare(folded.substr(0, end));
    if (!part.empty() && std::find(vocabulary.agencies.begin(), vocabulary.agencies.end(), part) == vocabulary.agencies.end()) return false;
    any = any || !part.empty();
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return any;
}

bool matches(const NotePhrase& note, std::string_view folded, std::u32string_view line) {
  if (note.match == NoteMatch::line) return bare(folded) == note.phrase;
  if (note.match == NoteMatch::end) return line.size() <= kShortNote && bare(folded).ends_with(" " + note.phrase);
  const std::size_t end = behind(folded, note.phrase);
  if (end == std::string_view::npos) return false;
  switch (note.match) {
    case NoteMatch::label: return is_label(folded, end, line);
    case NoteMatch::begin: return line.size() <= kShortNote || (line.size() <= kLongestNote && line.back() != U'.');
    case NoteMatch::names: {
      const auto words = count_words(to_utf32(note.phrase));
      std::size_t at = 0;
      for (std::size_t i = 0; i < words; ++i) {
        while (at < line.size() && !is_space(line[at])) ++at;
        while (at < line.size() && is_space(line[at])) ++at;
      }
      return are_names(line.substr(at));
    }
    case NoteMatch::end:
    case NoteMatch::line: break;
  }
  return false;
}

const NotePhrase* find(const std::vector<NotePhrase>& phrases, std::string_view folded, std::u32string_view line) {
  const auto it = std::find_if(phrases.begin(), phrases.end(), [&](const NotePhrase& p) { return matches(p, folded, line); });
  return it == phrases.end() ? nullptr : &*it;
}

void set_source(std::u32string_view line, Note& note) {
  const auto colon = line.find(U':');
  if (colon == std::u32string_view::npos) return;
  const Span span = trim(line, {static_cast<std::uint32_t>(colon) + 1, static_cast<std::uint32_t>(line.size())});
  std::u32string_view value = slice(line, span);
  while (!value.empty() && (value.back() == U'.' || is_invisible(value.back()))) value.remove_suffix(1);
  if (value.empty()) return;
  (is_url(value) ? note.url : note.source) = to_utf8(value);
}

std::u32string_view inside_brackets(std::u32string_view line) {
  return line.size() > 2 && line.front() == U'(' && line.back() == U')' ? line.substr(1, line.size() - 2) : line;
}

bool is_address(std::u32string_view word) {
  if (is_url(word)) return true;
  const auto at = word.find(U'@');
  return at != std::u32string_view::npos && word.size() > 2;
}

/// Nothing but addresses and user names.
bool only_addresses(std::u32string_view line) {
  std::size_t i = 0;
  bool any = false;
  while (i < line.size()) {
    while (i < line.size() && is_invisible(line[i])) ++i;
    std::size_t end = i;
    while (end < line.size() && !is_invisible(line[end])) ++end;
    const std::u32string_view word = line.substr(i, end - i);
    if (word.empty()) break;
    if (has_letter_or_digit(word) && !is_address(word)) return false;
    any = any || is_address(word);
    i = end;
  }
  return any;
}

bool is_file_name(std::string_view folded) {
  constexpr std::array<std::string_view, 10> kEndings = {".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".tif", ".mp4", ".ogg", ".webm"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view e) { return folded.ends_with(e); });
}

/// "— Anna Petit , présidente du conseil"
bool is_caption(std::u32string_view line) {
  if (line.size() < 4 || line.size() > kLongestCaption || (line[0] != 0x2014 && line[0] != 0x2013)) return false;
  std::size_t i = 1;
  while (i < line.size() && is_invisible(line[i])) ++i;
  return i < line.size() && i > 1 && is_upper(line[i]) && !ends_sentence(line) && line.back() != U':' && line.back() != U',';
}

/// "Accueil > Monde > Europe"
bool is_path(std::u32string_view line) {
  if (ends_sentence(line)) return false;
  for (std::size_t i = 1; i + 1 < line.size(); ++i)
    if ((line[i] == U'>' || line[i] == 0x203A) && is_space(line[i - 1]) && is_space(line[i + 1])) return true;
  return false;
}

/// "jm/abc/def": the initials of those who wrote a dispatch.
bool is_initials(std::u32string_view line) {
  constexpr std::size_t kLongest = 30;
  return line.size() <= kLongest && line.find(U'/') != std::u32string_view::npos && std::none_of(line.begin(), line.end(), is_invisible);
}

}  // namespace

bool is_url(std::u32string_view text) {
  const bool address = text.starts_with(U"http://") || text.starts_with(U"https://") || text.starts_with(U"www.");
  return address && std::none_of(text.begin(), text.end(), is_invisible);
}

bool are_names(std::u32string_view rest) {
  constexpr std::size_t kShortWord = 4;  // "et", "avec", "and", "with"
  if (count_words(rest) > kNamesWords || ends_sentence(rest)) return false;
  rest = rest.substr(0, rest.find_first_of(U",(|0123456789"));
  bool any = false;
  for (std::size_t i = 0; i < rest.size();) {
    if (!is_letter(rest[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < rest.size() && is_letter(rest[end])) ++end;
    if (!is_upper(rest[i]) && end - i > kShortWord) return false;
    any = any || is_upper(rest[i]);
    i = end;
  }
  return any;
}

std::optional<Note> note_of(std::u32string_view line, const Vocabulary& vocabulary) {
  if (has_no_word(line) && !date_within(line, vocabulary)) return Note{};
  if (only_addresses(line) || is_caption(line)) return Note{};
  if (line.size() > kLongestLabel) return std::nullopt;
  const std::string folded = squeezed(line);
  if (is_file_name(folded) || is_path(line) || is_initials(line)) return Note{};
  if (is_signature(folded, vocabulary)) return Note{ParagraphKind::credit, to_utf8(inside_brackets(line)), {}, false};
  if (const NotePhrase* phrase = find(vocabulary.credits, folded, line)) {
    Note note{ParagraphKind::credit, {}, {}, phrase->opens_list};
    if (phrase->gives_source) set_source(line, note);
    return note;
  }
  if (const NotePhrase* phrase = find(vocabulary.crumbs, folded, line)) return Note{ParagraphKind::crumb, {}, {}, phrase->opens_list};
  return std::nullopt;
}

std::optional<std::uint32_t> trailing_note(std::u32string_view line, const Vocabulary& vocabulary) {
  constexpr std::size_t kLookBack = 100, kMostWords = 10;
  const std::size_t first = line.size() > kLookBack ? line.size() - kLookBack : 1;
  for (std::size_t i = first; i + 1 < line.size(); ++i) {
    if (!is_space(line[i - 1]) || !is_upper(line[i])) continue;
    const std::u32string_view rest = line.substr(i);
    if (count_words(rest) > kMostWords) continue;
    const std::string folded = squeezed(rest);
    const auto is_label = [&](const NotePhrase& p) { return p.match == NoteMatch::label && matches(p, folded, rest); };
    if (std::any_of(vocabulary.credits.begin(), vocabulary.credits.end(), is_label)) return static_cast<std::uint32_t>(i);
    const bool apart = ends_sentence(line.substr(0, i)) && !ends_sentence(rest);
    if (apart && find(vocabulary.crumbs, folded, rest) != nullptr) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

}  // namespace fabula::text
