#include "events/label.hpp"

#include <algorithm>

#include "events/roles.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::size_t kLongest = 80;      // code points
constexpr std::size_t kLongestPhrase = 8;  // words of one complement

/// The words of a phrase as they stand: contiguous from its first to its last dependent, clauses left out.
std::string phrase_text(const Reading& r, WordId head) {
  std::uint32_t first = head.value, last = head.value;
  std::vector<WordId> stack = {head};
  while (!stack.empty()) {
    const WordId w = stack.back();
    stack.pop_back();
    first = std::min(first, w.value);
    last = std::max(last, w.value);
    for (const WordId c : r.children(w)) {
      const auto rel = r.relation(c);
      if (rel == "acl" || rel == "advcl" || rel == "punct" || rel == "parataxis" || rel == "appos" || rel == "ccomp") continue;
      stack.push_back(c);
    }
  }
  last = std::min<std::uint32_t>(last, first + kLongestPhrase);
  if (head.value > last) last = head.value;
  const Span span{r.word(WordId(first)).span.begin, r.word(WordId(last)).span.end};
  return std::string(r.doc().slice(span));
}

/// Auxiliaries, clitics and negation with the verb: "n'a pas signé".
std::string verb_text(const Reading& r, WordId verb) {
  std::uint32_t first = verb.value;
  for (const WordId c : r.children(verb)) {
    if (c > verb) break;
    const auto rel = r.relation(c);
    const bool clitic = r.word(c).upos == Upos::PRON && c.value + 4 > verb.value && rel != "nsubj";
    if (r.is_auxiliary(c) || clitic || (rel == "advmod" && r.lexicon().is(Cue::negation, r.word(c).lemma)))
      first = std::min(first, c.value);
  }
  std::string text;
  for (std::uint32_t w = first; w <= verb.value; ++w) {
    const text::Word& word = r.word(WordId(w));
    if (word.upos == Upos::PUNCT || r.relation(WordId(w)) == "nsubj" || r.relation(WordId(w)) == "advmod") {
      if (!r.lexicon().is(Cue::negation, word.lemma)) continue;
    }
    if (!text.empty() && !text.ends_with('\'') && !text.ends_with("’")) text += ' ';
    text += word.form;
  }
  return text;
}

void append(std::string& label, const std::string& part) {
  if (part.empty()) return;
  if (!label.empty()) label += ' ';
  label += part;
}

std::string names(const Reading& r, const EventMention& m, ParticipantRole role) {
  std::string text;
  for (const Participant& p : m.participants) {
    if (p.role != role) continue;
    if (!text.empty()) text += ", ";
    text += r.actors().actors[p.actor.value].name;
  }
  return text;
}

std::string cut(std::string label) {
  std::replace(label.begin(), label.end(), '\n', ' ');
  if (code_points(label) <= kLongest) return label;
  std::u32string text = to_utf32(label);
  std::size_t end = kLongest - 1;
  while (end > kLongest / 2 && text[end] != U' ') --end;
  text.resize(end);
  return to_utf8(text) + "…";
}

}  // namespace

std::string label_of(const Reading& r, const Trigger& t, const EventMention& m) {
  const std::string who = names(r, m, ParticipantRole::agent);
  std::string label;
  if (t.verb && t.verb == t.word) {
    append(label, r.is_passive(t.verb) ? std::string{} : who);
    if (r.is_passive(t.verb)) {
      const auto subjects = r.subjects(t.verb);
      if (!subjects.empty()) append(label, phrase_text(r, subjects.front()));
    }
    append(label, verb_text(r, t.verb));
  } else if (!t.source && r.word(t.word).upos == Upos::NOUN) {
    append(label, who.empty() ? who : who + " :");
    return cut(label + (label.empty() ? "" : " ") + phrase_text(r, t.word));
  } else {
    append(label, r.word(t.word).form);
    append(label, who);
    return cut(label);
  }
  for (const WordId c : r.children(t.verb)) {
    const auto rel = r.relation(c);
    if (c < t.verb) continue;
    if ((rel == "obj" || rel == "obl" || rel == "xcomp") && r.word(c).upos != Upos::VERB) append(label, phrase_text(r, c));
  }
  return cut(label);
}

}  // namespace fabula::events
