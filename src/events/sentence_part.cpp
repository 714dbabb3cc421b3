#include "events/sentence_part.hpp"

#include <string>

namespace fabula::events {
namespace {

// Where the part begins that a word is in, looking back to the sentence's first word.
std::uint32_t begin_of_part(const text::Doc& doc, std::uint32_t word, std::uint32_t first) {
  int depth = 0;
  for (std::uint32_t i = word; i-- > first;) {
    const std::string& form = doc.words[i].form;
    depth += form == ")" ? 1 : 0;
    if (depth == 0 && (form == ";" || form == "(")) return i + 1;
    depth -= form == "(" ? 1 : 0;
  }
  return first;
}

std::uint32_t end_of_part(const text::Doc& doc, std::uint32_t word, std::uint32_t end) {
  int depth = 0;
  for (std::uint32_t i = word; i < end; ++i) {
    const std::string& form = doc.words[i].form;
    depth += form == "(" ? 1 : 0;
    if (depth == 0 && (form == ";" || form == ")")) return i;
    depth -= form == ")" ? 1 : 0;
  }
  return end;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> part_of(const text::Doc& doc, WordId word) {
  const text::Sentence& sentence = doc.sentences[doc.sentence_of(word).value];
  return {begin_of_part(doc, word.value, sentence.first_word), end_of_part(doc, word.value, sentence.end_word)};
}

}  // namespace fabula::events
