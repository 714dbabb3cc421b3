#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/vocabulary.hpp"

namespace fabula::text {

/// Place, day and agency before the first sentence.
struct Dateline {
  std::uint32_t end = 0;              ///< code points of the line that belong to it, white space behind it included
  std::optional<DateParts> date;      ///< the year may be missing
  std::optional<std::string> agency;  ///< "AFP"
  bool updated = false;               ///< the date is that of a change
};

/// Recognises a dateline at the start of a line:
///   `12 octobre 2017 . –`, `29 juillet 2016, Auschwitz, Pologne . –`, `Publié le 12 octobre 2017 à 14h05` (the whole line)
///   `PARIS, 9 décembre (AFP) –`, `Moscou, 9 déc. /TASS/.`, `(AFP) –`, `PARIS –`
/// Prose may follow on the same line behind a dash or a closing `/`.
std::optional<Dateline> match_dateline(std::u32string_view line, const Vocabulary& vocabulary);

/// `Publié le 12 octobre 2017 à 14h05, mis à jour à 15h`: the whole line, running text excepted. It can also end an article.
std::optional<Dateline> match_published_line(std::u32string_view line, const Vocabulary& vocabulary);

/// A line of a medium, author or place and a date that ends it: `La Gazette, 12 octobre 2017`. A headline may look the same,
/// so that only lines below one should be asked about.
std::optional<Dateline> match_medium_line(std::u32string_view line, const Vocabulary& vocabulary);

/// The first exact date with a year anywhere in a short line (a by-line: `Par Anne Petit, le 12 octobre 2017`).
std::optional<DateParts> date_within(std::u32string_view line, const Vocabulary& vocabulary);

}  // namespace fabula::text
