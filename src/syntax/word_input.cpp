#include "syntax/word_input.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "fabula/base/unicode.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/text_hash.hpp"

namespace fabula::syntax {
namespace {

constexpr int kSuffixes = 5;
constexpr std::size_t kLongestShape = 64;  // bytes looked at

std::uint32_t shape_of(std::string_view form, bool first) {
  const std::u32string letters = to_utf32(utf8_prefix(form, kLongestShape));
  std::uint32_t flags = first ? 1 : 0;
  if (is_upper(letters.front())) flags |= 2;
  if (letters.size() > 1 && is_upper(letters.back())) flags |= 4;
  for (const char32_t c : letters) {
    if (is_digit(c)) flags |= 8;
    if (c == U'-') flags |= 16;
    if (c == U'.') flags |= 32;
    if (is_letter(c)) flags |= 64;
  }
  if (letters.size() == 1) flags |= 128;
  return flags;
}

}  // namespace

InputTables::InputTables(std::vector<std::string> words, std::uint32_t affix_rows)
    : words_(std::move(words)), affix_rows_(affix_rows) {
  for (std::size_t i = 0; i < words_.size(); ++i) rows_[hash_text(words_[i])] = static_cast<std::uint32_t>(i + 1);
}

std::string InputTables::normalized(std::string_view form) {
  std::string out = fold(form);
  for (char& c : out)
    if (c >= '0' && c <= '9') c = '0';
  return out;
}

WordInput InputTables::input(std::string_view form, bool first, const Lexicon& lexicon) const {
  // What is longer than any word of a language is looked up by its beginning alone, so that it costs no more.
  const std::string key = normalized(utf8_prefix(form, 200));
  WordInput out;
  const auto found = rows_.find(hash_text(key));
  if (found != rows_.end()) out.word = found->second;
  out.lexical_class = lexicon.find(key, begins_with_capital(form));
  out.shape = shape_of(form, first);
  for (std::size_t i = 0; i < WordInput::kAffixes; ++i) {
    const int n = static_cast<int>(i);
    const std::string_view part = n < kSuffixes ? utf8_suffix(key, n + 1) : utf8_prefix(key, n - kSuffixes + 1);
    out.affixes[i] = static_cast<std::uint32_t>(mix(i + 1, hash_text(part)) % affix_rows_);
  }
  return out;
}

void InputTables::write(ModelWriter& out) const {
  out.texts(words_);
  out.value(affix_rows_);
}

InputTables InputTables::read(ModelReader& in) {
  std::vector<std::string> words = in.texts();
  const auto affix_rows = in.value<std::uint32_t>();
  in.expect(affix_rows >= 1, "the model is damaged: no affixes");
  return InputTables(std::move(words), affix_rows);
}

std::vector<std::string> atoms_of(const Lexicon& lexicon, std::uint32_t lexical_class) {
  std::vector<std::string> atoms;
  bool first = true;
  for (const Reading& reading : lexicon.readings(lexical_class)) {
    if (reading.source == 0) continue;  // the network learns these words themselves
    const std::string tag(text::name(static_cast<text::Upos>(reading.upos)));
    if (reading.source != 1) {
      atoms.push_back(tag + " " + lexicon.feats(reading));
      continue;
    }
    atoms.push_back("+" + tag);
    atoms.push_back("%" + tag + " " + std::to_string(reading.share));
    if (std::exchange(first, false)) atoms.push_back("=" + tag + " " + lexicon.feats(reading));
  }
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  return atoms;
}

bool tells_counts(std::string_view atom) { return atom.starts_with('=') || atom.starts_with('%'); }

std::vector<std::vector<std::uint32_t>> atoms_of_classes(const Lexicon& lexicon, const std::vector<std::string>& atoms) {
  std::map<std::string, std::uint32_t> rows;
  for (std::size_t i = 0; i < atoms.size(); ++i) rows[atoms[i]] = static_cast<std::uint32_t>(i + 1);
  std::vector<std::vector<std::uint32_t>> out(lexicon.classes());
  for (std::uint32_t c = 0; c < lexicon.classes(); ++c) {
    for (const std::string& atom : atoms_of(lexicon, c)) {
      const auto found = rows.find(atom);
      if (found != rows.end()) out[c].push_back(found->second);
    }
    std::sort(out[c].begin(), out[c].end());
    if (out[c].empty()) out[c].push_back(0);
  }
  return out;
}

}  // namespace fabula::syntax
