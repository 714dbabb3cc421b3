#include "events/themes.hpp"

#include <set>

#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

bool is_theme(const Reading& r, WordId id) {
  return r.word(id).upos == text::Upos::NOUN && r.actors_of(id).empty() && !r.place_at(id);
}

bool is_money(const Reading& r, WordId id) { return r.lexicon().is(Cue::money, r.word(id).lemma); }

/// The numbers before a noun, as they stand but for blanks: "200000".
std::string numbers_of(const Reading& r, WordId noun) {
  std::string out;
  for (const WordId child : r.children(noun)) {
    if (r.relation(child) != "nummod") continue;
    for (const char32_t c : to_utf32(r.word(child).form))
      if (!is_space(c)) out += to_utf8(std::u32string_view(&c, 1));
    out += ' ';
  }
  return out;
}

/// What a noun adds: its lemma, or the sum for money ("1,5 million euro"): two sums are two themes.
std::string theme_of(const Reading& r, WordId noun) {
  if (is_money(r, noun)) return numbers_of(r, noun) + r.word(noun).lemma;
  for (const WordId child : r.children(noun))
    if (r.relation(child) == "nmod" && is_money(r, child))
      if (const std::string numbers = numbers_of(r, noun); !numbers.empty()) return numbers + r.word(noun).lemma + " " + r.word(child).lemma;
  return r.word(noun).lemma;
}

/// Common nouns that complement a noun: "livraison de drones", "lot de drones"; of sums only the whole.
void add_complements(const Reading& r, WordId noun, std::set<std::string>& out) {
  if (theme_of(r, noun) != r.word(noun).lemma) return;
  for (const WordId child : r.children(noun))
    if (r.relation(child) == "nmod" && is_theme(r, child)) out.insert(theme_of(r, child));
}

/// Complements that the parser hung one noun too high: of "des rumeurs de livraison de blé", the wheat.
void add_later_siblings(const Reading& r, WordId noun, std::set<std::string>& out) {
  const WordId head = r.head(noun);
  if (!head || r.relation(noun) != "nmod") return;
  for (const WordId sibling : r.children(head))
    if (noun < sibling && r.relation(sibling) == "nmod" && is_theme(r, sibling)) out.insert(theme_of(r, sibling));
}

/// "le soutien que X a fourni": no thing, but the doing itself.
bool is_doing(const Reading& r, WordId noun, WordId verb) {
  return noun == r.head(verb) && !r.lexicon().event_nouns(r.word(noun).lemma).empty();
}

void add_phrase(const Reading& r, WordId head, const Trigger& t, std::set<std::string>& out) {
  if (head == t.word || !is_theme(r, head)) return;
  if (!is_doing(r, head, t.verb)) out.insert(theme_of(r, head));
  add_complements(r, head, out);
}

}  // namespace

std::vector<std::string> themes_of(const Reading& r, const Trigger& t) {
  std::set<std::string> out;
  if (r.is_nominal(t.word)) {
    add_complements(r, t.word, out);
    if (out.empty()) add_later_siblings(r, t.word, out);
  }
  if (t.verb && t.verb == t.word) {
    const auto objects = r.objects(t.verb);
    for (const WordId id : objects) add_phrase(r, id, t, out);
    if (objects.empty() && !r.is_infinitive(t.verb))  // what arrives or sinks; an infinitive's subject is only understood
      for (const WordId id : r.subjects(t.verb)) add_phrase(r, id, t, out);
  }
  return {out.begin(), out.end()};
}

}  // namespace fabula::events
