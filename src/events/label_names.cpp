#include "events/label_names.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using actors::ActorKind;
using actors::MentionForm;
using text::Upos;

constexpr std::size_t kMostActors = 3;

/// Whether nothing but blanks stands between a word and a span.
bool is_before(const Reading& r, WordId word, Span span) {
  const Span own = r.word(word).span;
  if (own.end > span.begin) return false;
  const std::string_view between = r.doc().slice({own.end, span.begin});
  return between.find_first_not_of(" \n\r\t") == std::string_view::npos;
}

/// Whether a determiner goes before a name ("l'Iran") or a description ("un homme", "cet homme").
bool introduces(const text::Word& word, MentionForm form) {
  if (word.upos != Upos::DET) return false;
  if (text::feat(word, "Definite") == "Def") return true;
  const auto type = text::feat(word, "PronType");
  return form == MentionForm::description && (type == "Art" || type == "Dem");
}

/// The determiner that stands before an actor's name or description in the text, with its blank: "l'" + "Iran", "un " +
/// "homme". Not one before another name of it ("le groupe X", "la République").
std::string article_of(const Reading& r, const actors::Actor& actor) {
  const std::string name = fold(actor.name);
  for (const actors::ActorMention& m : actor.mentions) {
    if ((m.form != MentionForm::name && m.form != MentionForm::description) || !m.head) continue;
    const std::string text = fold(r.doc().slice(m.span));
    const bool with_article = text.ends_with(" " + name) || text.ends_with("'" + name);
    if (text != name && !with_article) continue;
    for (const WordId c : r.children(m.head)) {
      const text::Word& w = r.word(c);
      if (c > m.head || !introduces(w, m.form)) continue;
      if (with_article ? w.span.begin != m.span.begin : !is_before(r, c, m.span)) continue;
      const std::string form = lower(w.form);
      return form.ends_with('\'') || form.ends_with("’") ? form : form + " ";
    }
  }
  return {};
}

/// What stands before a description from its determiner or number on, adjectives included: "de nombreux " + "médias",
/// "trois mille " + "personnes".
std::string words_before(const Reading& r, const actors::Actor& actor) {
  constexpr std::uint32_t kReach = 3;
  for (const actors::ActorMention& m : actor.mentions) {
    if (m.form != MentionForm::description || !m.head || fold(r.doc().slice(m.span)) != fold(actor.name)) continue;
    for (const WordId c : r.children(m.head)) {
      const text::Word& w = r.word(c);
      const text::Token& token = r.doc().tokens[w.token];
      if ((w.upos != Upos::DET && r.relation(c) != "nummod") || c > m.head || c.value + kReach < m.head.value || w.span.end > m.span.begin) continue;
      if (token.end_word - token.first_word != 1 || r.is_negation(c)) continue;
      WordId first = c;  // "trois mille": the first number hangs on the second
      while (first.value > 0 && w.upos == Upos::NUM && r.head(WordId(first.value - 1)) == first) --first.value;
      const text::Word& begin = r.word(first);
      std::string text(r.doc().slice({begin.span.begin, m.span.begin}));
      return lower(begin.form) + text.substr(begin.form.size());
    }
  }
  return {};
}

bool has_name(const actors::Actor& actor) {
  return std::any_of(actor.mentions.begin(), actor.mentions.end(), [](const auto& m) { return m.form == MentionForm::name; });
}

std::string named(const Reading& r, const LabelWords& words, ActorId id) {
  const actors::Actor& actor = r.actors().actors[id.value];
  if (actor.kind == ActorKind::person && has_name(actor)) return actor.name;
  const std::string article = article_of(r, actor);
  if (!article.empty()) return article + actor.name;
  if (actor.kind != ActorKind::state) return words_before(r, actor) + actor.name;
  return words.article(actor.gender, actor.number, actor.name) + actor.name;
}

}  // namespace

std::string names(const Reading& r, const LabelWords& words, const std::vector<ActorId>& ids) {
  std::string text;
  const std::size_t n = std::min(ids.size(), kMostActors);
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) text += i + 1 == ids.size() ? words.word("and") : ", ";
    text += named(r, words, ids[i]);
  }
  return ids.size() > n ? text + "…" : text;
}

bool is_plural(const Reading& r, const std::vector<ActorId>& ids) {
  return ids.size() > 1 || (ids.size() == 1 && r.actors().actors[ids.front().value].number == 'p');
}

}  // namespace fabula::events
