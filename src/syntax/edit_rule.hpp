#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// Makes a lemma of a form: how many code points to drop at the end, and what to put there.
struct EditRule {
  std::uint32_t drop = 0;
  std::string add;
  bool lower = true;  ///< the form is made lower case first
  auto operator<=>(const EditRule&) const = default;

  /// The shorter of the two rules (lower case first or not) that makes `lemma` of `form`.
  static EditRule between(std::string_view form, std::string_view lemma);
  std::string apply(std::string_view form) const;
};

void write_rules(ModelWriter& out, const std::vector<EditRule>& rules);
std::vector<EditRule> read_rules(ModelReader& in);

}  // namespace fabula::syntax
