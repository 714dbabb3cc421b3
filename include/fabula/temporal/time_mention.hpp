#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::temporal {

enum class TimexType { date, time, duration, set };

/// TIMEX3's own spelling: "DATE", "TIME", …
std::string_view name(TimexType type);

/// A time expression of the text (TIMEX3) and what it means on the calendar.
struct TimeMention {
  Span span;           ///< of the expression, prepositions and articles left out
  SentenceId sentence;
  WordId first, last;  ///< its words, both inclusive
  bool genitive = false;  ///< joined to the word before by "de", "of": it tells which one before it tells when
  std::optional<int> days_from;  ///< whole days from the event that the words behind it name: 3 of "trois jours après que"
  bool from_publication = false;  ///< counts days from publication, or from when it is said: "hier", "ce matin"
  std::optional<TimeValue> ahead;  ///< the coming day or month of what `when` takes for the last: "lundi" of what is planned
  TimexType type = TimexType::date;
  std::string value;   ///< TIMEX3 value: 2022-10-25, 2022-W43, P3D, PAST_REF
  TimeValue when;      ///< bounds and EDTF; open for durations and sets without an anchor; basis explicit_ or relative
};

/// Finds time expressions with the rules of one language (tables `time_*.tsv`). Loaded once; `find` may be called from
/// several threads.
class Finder {
 public:
  /// @throws PackError FAB-PACK-020 a rule is malformed: file and line
  static Finder load(const lang::Pack& pack);
  Finder(Finder&&) noexcept;
  Finder& operator=(Finder&&) noexcept;
  ~Finder();

  /// Finds the time expressions of an article and gives each a calendar value. The longest match wins.
  ///
  /// Works on the characters alone; where the words have trees, the tense of the verb above an expression decides
  /// between the past and the coming Sunday.
  /// @param published  anchors "hier", "dimanche"; may be a month or a year only: then a weekday is a set of days.
  ///                   Unknown (open): what counts from it has no bounds
  /// @return in text order, not overlapping; `sentence`, `first` and `last` are none where the Doc has no words
  /// @cost   linear in the characters for a fixed pack
  std::vector<TimeMention> find(const text::Doc& doc, const TimeValue& published) const;

 private:
  struct Impl;
  explicit Finder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Finder::load(pack).find(doc, published).
std::vector<TimeMention> find_times(const text::Doc& doc, const lang::Pack& pack, const TimeValue& published);

}  // namespace fabula::temporal
