#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"

namespace fabula::compare {

/// What a word does in telling a number.
enum class NumberKind {
  number,      ///< "deux", "vingt": adds up
  scale,       ///< "cent", "mille", "millions": multiplies what stands before it
  collective,  ///< "dizaine": about that many
  many,        ///< "dizaines": several times that many
  article,     ///< "un": a number only where people or what befell them are counted
  join,        ///< "et" within a number or a range
  to,          ///< "à" within a range
  of,          ///< "de" between a number and what it counts
  between,     ///< "entre": a range follows
  at_least, at_most, about,  ///< qualifies the number that follows; may be several words
  part,        ///< "dont": the number is not that of the whole
  decimal, group,            ///< marks within figures
  plural       ///< an ending that a counted noun may lose
};

/// What a word that can be counted says.
enum class UnitKind {
  unit,    ///< what is counted: "morts", "euros"
  people,  ///< people, of whom a `state` word nearby says what befell them
  state,   ///< what befell them: "tuées", "blessant"; may also be counted itself, as "morts"
  ignored  ///< a date, an age, a share: nothing to compare events by
};

std::optional<NumberKind> number_kind_of(std::string_view name);
std::optional<UnitKind> unit_kind_of(std::string_view name);

/// The words of one language by which numbers are told: the pack's tables `numbers` and `quantity_units`. Keys are folded
/// (see fabula::fold).
struct QuantityWords {
  struct Number {
    NumberKind kind = NumberKind::number;
    double value = 0;
  };
  struct Unit {
    UnitKind kind = UnitKind::unit;
    std::string measure;  ///< "deaths", "EUR"
  };
  std::map<std::string, Number, std::less<>> numbers;
  std::map<std::string, Unit, std::less<>> units;
};

/// How many of what: a number as a text tells it.
struct Quantity {
  std::string measure;  ///< a measure of QuantityWords, else the folded noun that is counted ("drone")
  bool known = false;   ///< the measure is one of QuantityWords
  double low = 0;       ///< bounds of what the text says, inclusive
  double high = std::numeric_limits<double>::infinity();
  Span span;            ///< number, qualifier and counted word
  bool compatible(const Quantity& other) const { return low <= other.high && other.low <= high; }
};

/// Reads the numbers of a text that count something: "au moins douze morts", "une centaine de civils ont été tués",
/// "2,5 millions d'euros".
///
/// Years, dates, ages and shares are left out, and parts of a whole ("dont trois enfants"). A round number of thousands
/// is taken to be rounded to its second significant figure.
///
/// @param text   code points; spans in the result count from its start
/// @return by span; empty where the language has no words
/// @cost   linear in the text
std::vector<Quantity> read_quantities(std::u32string_view text, const QuantityWords& words);

}  // namespace fabula::compare
