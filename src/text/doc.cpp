#include "fabula/text/doc.hpp"

#include <algorithm>
#include <array>

namespace fabula::text {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET",
                                                         "INTJ", "NOUN", "NUM",   "PART",  "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB",  "X"};

}  // namespace

std::string_view name(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

Upos upos_of(std::string_view name) {
  const auto it = std::find(kUposNames.begin(), kUposNames.end(), name);
  return it == kUposNames.end() ? Upos::X : static_cast<Upos>(it - kUposNames.begin());
}

SentenceId Doc::sentence_of(WordId id) const {
  const auto it = std::upper_bound(sentences.begin(), sentences.end(), id.value,
                                   [](std::uint32_t at, const Sentence& s) { return at < s.end_word; });
  return it == sentences.end() ? SentenceId{} : SentenceId(static_cast<std::size_t>(it - sentences.begin()));
}

std::string_view feat(const Word& word, std::string_view key) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const auto bar = rest.find('|');
    const std::string_view pair = rest.substr(0, bar);
    if (pair.size() > key.size() && pair.substr(0, key.size()) == key && pair[key.size()] == '=')
      return pair.substr(key.size() + 1);
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 1);
  }
  return {};
}

std::string_view universal(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

Children::Children(const Doc& doc) : children_(doc.words.size()) {
  for (std::size_t i = 0; i < doc.words.size(); ++i)
    if (doc.words[i].head) children_[doc.words[i].head.value].push_back(WordId(i));
}

}  // namespace fabula::text
