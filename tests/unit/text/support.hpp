#pragma once

#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/lang/pack.hpp"
#include "fabula/text/reader.hpp"

namespace fabula::text {

inline const lang::Pack& french() {
  static const lang::Pack pack = lang::Pack::load(std::string(FABULA_LANG_DIR) + "/fr");
  return pack;
}
inline const lang::Pack& english() {
  static const lang::Pack pack = lang::Pack::load(std::string(FABULA_LANG_DIR) + "/en");
  return pack;
}

inline Article read(std::string_view text, std::string_view file = "x.txt") { return read_text(text, file, french()); }

/// "kind: text" of every paragraph, to compare whole layouts at once.
inline std::vector<std::string> shown(const Article& article) {
  std::vector<std::string> lines;
  for (const Paragraph& p : article.paragraphs)
    lines.push_back(std::string(name(p.kind)) + ": " + std::string(article.text.slice(p.span)));
  return lines;
}

/// "2016-03-20 dateline"
inline std::string dated(const Article& article) {
  return article.published.edtf + " " + std::string(name(article.published_basis));
}

/// The code of the InputError that `call` ends with; "" where it does not.
template <class Call>
std::string error_code(Call call) {
  try {
    call();
  } catch (const Error& e) {
    return e.code();
  }
  return "";
}

/// Seconds of processor time that `call` takes; the clock on the wall would count the other programs of a busy machine.
template <class Call>
double seconds(Call call) {
  const std::clock_t start = std::clock();
  call();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace fabula::text
