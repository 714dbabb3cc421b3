#include "syntax/edit_rule.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::syntax {

EditRule EditRule::between(std::string_view form, std::string_view lemma) {
  const std::u32string target = to_utf32(lemma);
  EditRule best;
  std::size_t cost = ~std::size_t{0};
  for (const bool low : {true, false}) {
    const std::u32string source = to_utf32(low ? fabula::lower(form) : std::string(form));
    std::size_t same = 0;
    while (same < source.size() && same < target.size() && source[same] == target[same]) ++same;
    const std::size_t here = source.size() + target.size() - 2 * same;
    if (here >= cost) continue;
    cost = here;
    best = {static_cast<std::uint32_t>(source.size() - same), to_utf8(std::u32string_view(target).substr(same)), low};
  }
  return best;
}

std::string EditRule::apply(std::string_view form) const {
  std::string out = lower ? fabula::lower(form) : std::string(form);
  for (std::uint32_t i = 0; i < drop && !out.empty(); ++i) {
    std::size_t at = out.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(out[at]) & 0xC0) == 0x80) --at;
    out.resize(at);
  }
  return out + add;
}

void write_rules(ModelWriter& out, const std::vector<EditRule>& rules) {
  out.value(static_cast<std::uint32_t>(rules.size()));
  for (const EditRule& rule : rules) {
    out.value(rule.drop);
    out.text(rule.add);
    out.value(static_cast<std::uint8_t>(rule.lower));
  }
}

std::vector<EditRule> read_rules(ModelReader& in) {
  std::vector<EditRule> rules;
  const auto n = in.value<std::uint32_t>();
  for (std::uint32_t i = 0; i < n; ++i) {
    EditRule rule;
    rule.drop = in.value<std::uint32_t>();
    rule.add = in.text();
    rule.lower = in.value<std::uint8_t>() != 0;
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace fabula::syntax
