#pragma once

#include <map>
#include <string>
#include <vector>

#include "fabula/lang/pack.hpp"
#include "text/date_text.hpp"

namespace fabula::text {

/// What a front-matter key gives.
enum class Field { other, title, date, source, url };

/// How a phrase of credits.tsv or crumbs.tsv is found in a line (see the comments of these tables).
enum class NoteMatch { label, begin, end, names, line };

struct NotePhrase {
  std::string phrase;  ///< folded
  NoteMatch match = NoteMatch::line;
  bool gives_source = false;
  bool opens_list = false;
};

/// The words of one language that mark what is not prose.
struct Vocabulary {
  std::map<std::string, Field, std::less<>> keys;  ///< front matter, folded
  std::vector<NotePhrase> credits;
  std::vector<NotePhrase> crumbs;
  std::vector<std::string> agencies;  ///< folded without accents
  DateWords dates;
};

/// @throws PackError FAB-PACK-002 a column is missing, FAB-PACK-005 a table is missing, FAB-PACK-006 an unknown value
Vocabulary load_vocabulary(const lang::Pack& pack);

}  // namespace fabula::text
