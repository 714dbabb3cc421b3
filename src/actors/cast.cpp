#include "actors/cast.hpp"

#include <algorithm>
#include <utility>

#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

std::vector<std::string> folded_words(const Cast& cast, const Mention& m) {
  std::vector<std::string> words;
  for (std::uint32_t w = m.first_word; w < m.end_word; ++w) {
    if (cast.doc.words[w].upos != text::Upos::PUNCT) words.push_back(fold_accents(cast.doc.words[w].form));
  }
  return words;
}

void add_content_words(const text::Doc& doc, std::uint32_t first, std::uint32_t end, std::vector<std::string>& words) {
  for (std::uint32_t i = first; i < end; ++i) {
    const text::Upos upos = doc.words[i].upos;
    if (upos == text::Upos::ADJ || upos == text::Upos::NOUN || upos == text::Upos::PROPN) words.push_back(fold(doc.words[i].form));
  }
}

/// Once: an actor may be described in the same words a thousand times.
void add_description(Entity& entity, const std::string& noun, std::vector<std::string> modifiers) {
  for (std::size_t i = 0; i < entity.nouns.size(); ++i)
    if (entity.nouns[i] == noun && entity.modifiers[i] == modifiers) return;
  entity.nouns.push_back(noun);
  entity.modifiers.push_back(std::move(modifiers));
}

}  // namespace

std::vector<Mention>::const_iterator Cast::first_mention_from(std::uint32_t word) const {
  return std::lower_bound(mentions.begin(), mentions.end(), word,
                          [](const Mention& m, std::uint32_t first) { return m.first_word < first; });
}

std::vector<std::string> Cast::modifiers(const Mention& m) const {
  std::vector<std::string> words;
  for (std::uint32_t rank = m.first_word; rank < m.head.value; ++rank) words.push_back(fold(doc.words[rank].lemma));
  std::uint32_t w = m.head.value + 1;
  for (auto inner = first_mention_from(w); inner != mentions.end() && inner->first_word < m.end_word; ++inner) {
    if (inner->known == kNoKnown || inner->first_word < w || inner->end_word > m.end_word) continue;
    add_content_words(doc, w, inner->first_word, words);
    words.push_back(lexicon.known[inner->known].key);
    w = inner->end_word;
  }
  add_content_words(doc, w, m.end_word, words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::uint32_t Cast::make(std::uint32_t mention) {
  const Mention& m = mentions[mention];
  Entity entity;
  entity.kind = m.kind;
  entity.known = m.known;
  entity.gender = m.gender;
  entity.number = m.number;
  entity.name = m.known == kNoKnown ? m.text : lexicon.known[m.known].name;
  entities.push_back(std::move(entity));
  join(static_cast<std::uint32_t>(entities.size() - 1), mention);
  return static_cast<std::uint32_t>(entities.size() - 1);
}

void Cast::join(std::uint32_t at_entity, std::uint32_t mention) {
  Mention& m = mentions[mention];
  Entity& entity = entities[at_entity];
  m.entity = at_entity;
  if (m.form == MentionForm::name) {
    entity.named = true;
    auto words = folded_words(*this, m);
    if (words.size() > entity.words.size()) entity.words = std::move(words);
    if (entity.gender == '?') entity.gender = m.gender;
    if (entity.number == '?') entity.number = m.number;
  } else if (m.form == MentionForm::description) {
    add_description(entity, m.noun, modifiers(m));
    // men's forms of titles are used of women too
    const bool telling = m.gender == 'f' && (m.classes & kTitle) != 0;
    if (entity.kind == ActorKind::person && (entity.gender == '?' || telling)) entity.gender = m.gender;
  }
}

std::uint32_t Cast::entity_of_known(std::uint32_t known) {
  for (std::uint32_t e = 0; e < entities.size(); ++e)
    if (entities[e].known == known) return e;
  const KnownActor& actor = lexicon.known[known];
  Entity entity;
  entity.kind = actor.kind;
  entity.known = known;
  entity.name = actor.name;
  entity.gender = actor.gender;
  entity.number = actor.number;
  entity.named = true;
  entities.push_back(std::move(entity));
  return static_cast<std::uint32_t>(entities.size() - 1);
}

namespace {

/// What the text calls an actor that the pack does not know: its longest name, else its longest description.
std::string best_name(const Entity& entity, const std::vector<const Mention*>& mentions) {
  const Mention* best = nullptr;
  for (const Mention* m : mentions) {
    if (m->form == MentionForm::adjective || m->form == MentionForm::pronoun) continue;
    if (!best || (m->form == MentionForm::name && best->form != MentionForm::name) ||
        (m->form == best->form && code_points(m->text) > code_points(best->text)))
      best = m;
  }
  return best ? best->text : entity.name;
}

Actor actor_of(const Cast& cast, const Entity& from, const std::vector<const Mention*>& mentions) {
  Actor actor;
  actor.kind = from.kind;
  actor.gender = from.gender;
  actor.number = from.number;
  actor.merged_because = from.because;
  actor.name = from.known == kNoKnown ? best_name(from, mentions) : cast.lexicon.known[from.known].name;
  if (from.known != kNoKnown) actor.key = cast.lexicon.known[from.known].key;
  for (const Mention* m : mentions) {
    actor.mentions.push_back({{}, m->span, m->head, m->form});
    if (m->form != MentionForm::adjective && m->form != MentionForm::pronoun && m->text != actor.name)
      actor.aliases.push_back(m->text);
  }
  std::sort(actor.aliases.begin(), actor.aliases.end());
  actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
  for (const TitleFound& title : from.titles) {
    ActorRole role;
    role.title = title.title;
    if (title.of != kNoEntity) role.of = ActorId(static_cast<std::size_t>(title.of));
    role.span = title.span;
    actor.roles.push_back(std::move(role));
  }
  return actor;
}

/// Weak mentions alone make nobody an actor of the article, whatever they lend to the phrase they stand in.
void drop_weak_alone(const std::vector<const Mention*>& mentions, Actor& actor) {
  for (const Mention* m : mentions)
    if (!m->weak) return;
  actor.mentions.clear();
}

void add_at(ArticleActors& result, WordId word, std::uint32_t entity) {
  auto& ids = result.at[word];
  const ActorId id{static_cast<std::size_t>(entity)};
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

}  // namespace

ArticleActors finish_cast(Cast&& cast) {
  ArticleActors result;
  std::vector<std::vector<const Mention*>> mentions_of(cast.entities.size());
  for (const Mention& m : cast.mentions)
    if (m.entity != kNoEntity) mentions_of[m.entity].push_back(&m);
  for (std::uint32_t e = 0; e < cast.entities.size(); ++e) {
    result.actors.push_back(actor_of(cast, cast.entities[e], mentions_of[e]));
    drop_weak_alone(mentions_of[e], result.actors.back());
  }
  for (const Mention& m : cast.mentions) {
    if (m.place) result.places.push_back({m.span, m.head, m.text});
    if (m.entity == kNoEntity) continue;
    if (!m.place) add_at(result, m.head, m.entity);
  }
  std::vector<std::uint32_t> words;
  for (const auto& [word, entities] : cast.at) words.push_back(word);
  std::sort(words.begin(), words.end());
  for (const std::uint32_t word : words)
    for (const std::uint32_t entity : cast.at.at(word)) add_at(result, WordId(static_cast<std::size_t>(word)), entity);
  return result;
}

}  // namespace fabula::actors::detail
