#include "events/themes.hpp"

#include <set>

namespace fabula::events {
namespace {

bool is_theme(const Reading& r, WordId id) {
  return r.word(id).upos == text::Upos::NOUN && r.actors_of(id).empty() && !r.place_at(id);
}

/// Common nouns that complement a noun: "livraison de drones", "lot de drones".
void add_complements(const Reading& r, WordId noun, std::set<std::string>& out) {
  for (const WordId child : r.children(noun))
    if (r.relation(child) == "nmod" && is_theme(r, child)) out.insert(r.word(child).lemma);
}

/// Complements that the parser hung one noun too high: of "des rumeurs de livraison de blé", the wheat.
void add_later_siblings(const Reading& r, WordId noun, std::set<std::string>& out) {
  const WordId head = r.head(noun);
  if (!head || r.relation(noun) != "nmod") return;
  for (const WordId sibling : r.children(head))
    if (noun < sibling && r.relation(sibling) == "nmod" && is_theme(r, sibling)) out.insert(r.word(sibling).lemma);
}

void add_phrase(const Reading& r, WordId head, const Trigger& t, std::set<std::string>& out) {
  if (head == t.word || !is_theme(r, head)) return;
  out.insert(r.word(head).lemma);
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
