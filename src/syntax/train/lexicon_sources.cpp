#include "syntax/train/lexicon_sources.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "syntax/train/files.hpp"
#include "syntax/word_input.hpp"

namespace fabula::syntax {
namespace {

constexpr std::uint8_t kTreebank = 0, kTreebankLexicon = 1, kDictionary = 2;
constexpr std::uint32_t kTreebankWeight = 3;  // a token of the treebank against one form of a dictionary

std::string number_and_gender(std::string_view code) {
  std::string out;
  if (code.size() >= 1 && code[0] == 'm') out += "Gender=Masc|";
  if (code.size() >= 1 && code[0] == 'f') out += "Gender=Fem|";
  if (code.size() >= 3 && code[2] == 'G') out += "NameType=Giv|";
  if (code.size() >= 3 && code[2] == 'S') out += "NameType=Sur|";
  if (code.size() >= 2 && code[1] == 's') out += "Number=Sing|";
  if (code.size() >= 2 && code[1] == 'p') out += "Number=Plur|";
  if (!out.empty()) out.pop_back();
  return out;
}

std::string verb_feats(std::string_view code) {
  static const std::map<std::string_view, std::pair<std::string_view, std::string_view>> kTenses = {
      {"ip", {"Ind", "Pres"}}, {"ii", {"Ind", "Imp"}},  {"is", {"Ind", "Past"}}, {"if", {"Ind", "Fut"}},
      {"cp", {"Cnd", "Pres"}}, {"sp", {"Sub", "Pres"}}, {"si", {"Sub", "Imp"}},  {"mp", {"Imp", "Pres"}}};
  if (code == "inf") return "VerbForm=Inf";
  if (code == "pr") return "Tense=Pres|VerbForm=Part";
  if (code.starts_with("pp")) {
    const std::string agreement = number_and_gender(code.substr(2));
    return agreement + (agreement.empty() ? "" : "|") + "Tense=Past|VerbForm=Part";
  }
  const auto tense = kTenses.find(code.substr(0, 2));
  if (tense == kTenses.end() || code.size() != 4) return "";
  std::string out = "Mood=" + std::string(tense->second.first);
  out += code[3] == 's' ? "|Number=Sing" : "|Number=Plur";
  out += std::string("|Person=") + code[2];
  return out + "|Tense=" + std::string(tense->second.second) + "|VerbForm=Fin";
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text)
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  return parts;
}

// Since 1990 "connaitre" stands beside "connaître"; news and treebanks write the latter.
void drop_reformed_spellings(std::vector<LexiconEntry>& entries) {
  std::map<std::tuple<std::string, text::Upos, std::string, std::string>, std::string> best;
  const auto key = [](const LexiconEntry& e) { return std::tuple(e.form, e.upos, e.feats, fold_accents(e.lemma)); };
  for (const LexiconEntry& e : entries) {
    std::string& kept = best[key(e)];
    if (e.lemma.size() > kept.size()) kept = e.lemma;  // an accent is one more byte
  }
  std::erase_if(entries, [&](const LexiconEntry& e) { return best[key(e)].size() > e.lemma.size(); });
}

// The dictionary gives a participle used as adjective its verb as lemma; treebanks give the masculine singular.
void lemmatize_participles(std::vector<LexiconEntry>& entries) {
  std::map<std::string, std::string> participle;
  for (const LexiconEntry& e : entries)
    if (e.upos == text::Upos::VERB && e.feats == "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
      participle[e.lemma] = e.form;
  for (LexiconEntry& e : entries)
    if (e.upos == text::Upos::ADJ && e.form != e.lemma)
      if (const auto found = participle.find(e.lemma); found != participle.end()) e.lemma = found->second;
}

}  // namespace

std::vector<LexiconEntry> read_treebank_lexicon(const std::string& path) {
  std::vector<LexiconEntry> entries;
  for (const auto& row : read_table(path)) {
    if (row.size() < 5) throw InputError("FAB-IN-002", "expected form, lemma, UPOS, Feats and count", path);
    if (row[0] == "form") continue;
    entries.push_back({row[0], row[1], text::upos_of(row[2]), row[3] == "_" ? "" : row[3],
                       static_cast<std::uint32_t>(std::stoul(row[4]))});
  }
  return entries;
}

std::vector<LexiconEntry> read_dictionary(const std::string& path) {
  std::vector<LexiconEntry> entries;
  for (const auto& row : read_table(path)) {
    if (row.size() < 4) throw InputError("FAB-IN-002", "expected form, lemma, UPOS and codes", path);
    const text::Upos upos = text::upos_of(row[2]);
    const bool verb = upos == text::Upos::VERB || upos == text::Upos::AUX;
    for (const std::string& code : split(row[3], ','))
      entries.push_back({row[0], row[1], upos, verb ? verb_feats(code) : number_and_gender(code), 1});
  }
  drop_reformed_spellings(entries);
  lemmatize_participles(entries);
  return entries;
}

std::vector<LexiconEntry> without(const std::vector<LexiconEntry>& entries, const FormCounts& seen) {
  FormCounts total;
  for (const LexiconEntry& e : entries) total[{fold(e.form), e.upos}] += e.count;
  std::vector<LexiconEntry> out;
  for (const LexiconEntry& e : entries) {
    const std::pair key{fold(e.form), e.upos};
    const auto found = seen.find(key);
    const std::uint64_t all = total[key], hidden = found == seen.end() ? 0 : found->second;
    if (all <= hidden) continue;
    out.push_back(e);
    out.back().count = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(e.count * (all - hidden) / all));
  }
  return out;
}

FormCounts count_forms(const std::string& conllu, const std::string& prefix) {
  FormCounts counts;
  if (prefix.empty()) return counts;
  std::istringstream in(conllu);
  bool counted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# sent_id = ")) counted = line.compare(12, prefix.size(), prefix) == 0;
    if (!counted || line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() == 10 && cells[0].find_first_of("-.") == std::string::npos)
      ++counts[{fold(cells[1]), text::upos_of(cells[3])}];
  }
  return counts;
}

Lexicon build_lexicon(const LexiconSources& sources) {
  LexiconBuilder builder;
  const auto add = [&](const std::string& form, bool name, text::Upos upos, std::uint8_t source, const std::string& feats,
                       const std::string& lemma, std::uint32_t count) {
    builder.add(InputTables::normalized(form), name && begins_with_capital(form), upos, source, feats,
                EditRule::between(form, lemma), count);
  };
  // In a treebank any word may stand first in its sentence; lists write in capitals what always has them.
  for (const text::Word& w : sources.treebank)
    add(w.form, w.upos == text::Upos::PROPN, w.upos, kTreebank, w.feats, w.lemma, 1);
  for (const LexiconEntry& e : sources.treebank_lexicon)
    add(e.form, true, e.upos, kTreebankLexicon, e.feats, e.lemma, e.count);
  for (const LexiconEntry& e : sources.dictionary) add(e.form, true, e.upos, kDictionary, e.feats, e.lemma, 1);
  return builder.build();
}

Lemmatizer build_lemmatizer(const LexiconSources& sources) {
  LemmatizerBuilder builder;
  for (const text::Word& w : sources.treebank)
    builder.add(w.form, w.upos, w.feats, EditRule::between(w.form, w.lemma), kTreebankWeight);
  for (const LexiconEntry& e : sources.treebank_lexicon)
    builder.add(e.form, e.upos, e.feats, EditRule::between(e.form, e.lemma), kTreebankWeight);
  for (const LexiconEntry& e : sources.dictionary)
    builder.add(e.form, e.upos, e.feats, EditRule::between(e.form, e.lemma), 1);
  return builder.build();
}

}  // namespace fabula::syntax
