#include <algorithm>
#include <optional>

#include "actors/cast.hpp"
#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

constexpr std::uint32_t kReach = 2;  // sentences back in which a pronoun finds what it stands for

/// A reference that has been resolved, as the reader remembers it.
struct Remembered {
  std::uint32_t word = 0;
  std::uint32_t entity = 0;
  std::uint32_t sentence = 0;
  bool subject = false;
};

bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

class Reader {
 public:
  explicit Reader(Cast& cast) : cast_(cast) {}

  void run() {
    std::vector<std::vector<std::uint32_t>> starting(cast_.doc.words.size());
    for (std::uint32_t i = 0; i < cast_.mentions.size(); ++i) starting[cast_.mentions[i].head.value].push_back(i);
    for (std::uint32_t w = 0; w < cast_.doc.words.size(); ++w) {
      for (const std::uint32_t m : starting[w]) read_mention(m);
      if (starting[w].empty()) read_word(w);
    }
    link_relatives();
    link_conjuncts();
    link_titles_of();
  }

 private:
  const text::Word& word(std::uint32_t at) const { return cast_.doc.words[at]; }
  std::uint32_t sentence_of(std::uint32_t w) const { return cast_.doc.sentence_of(WordId(static_cast<std::size_t>(w))).value; }

  void remember(std::uint32_t w, std::uint32_t entity) {
    const std::string_view rel = text::universal(word(chain_head(cast_.doc, WordId(static_cast<std::size_t>(w))).value).deprel);
    memory_.push_back({w, entity, sentence_of(w), rel == "nsubj"});
  }

  void read_mention(std::uint32_t index) {
    Mention& m = cast_.mentions[index];
    if (m.place) return;
    if (m.entity == kNoEntity) {
      if (m.form == MentionForm::adjective) return cast_.join(cast_.entity_of_known(m.known), index);
      if (m.form != MentionForm::description) return;
      resolve_description(index);
    }
    if (cast_.mentions[index].entity != kNoEntity) remember(m.head.value, cast_.mentions[index].entity);
  }

  /// A description by its noun alone ("le pays").
  bool bare(const Mention& m) const { return cast_.modifiers(m).empty(); }

  void resolve_description(std::uint32_t index) {
    const Mention& m = cast_.mentions[index];
    const bool plural = m.number == 'p';
    std::optional<std::uint32_t> found;
    if (plural && (m.classes & kGroup) != 0) return resolve_body(index, m.acting);
    if ((m.classes & kTitle) != 0 && !plural) {
      found = titled(m);
      if (!found && !m.acting) return;
      return settle(index, found);
    }
    if ((m.classes & kCountry) != 0) {
      if (plural || !m.definite || !bare(m)) return;
      return join_if(index, last(ActorKind::state));
    }
    if ((m.classes & kMedium) != 0 && !plural && m.definite && bare(m)) {
      found = last(ActorKind::media);
      if (found) return settle(index, found);
    }
    if ((m.classes & (kInstitution | kGroup)) != 0) {
      const bool enough = m.acting || ((m.classes & kInstitution) != 0 && m.definite && !bare(m));
      return resolve_body(index, enough);
    }
    if ((m.classes & kOrganization) != 0 && !plural && m.definite && bare(m))
      return join_if(index, last(ActorKind::organization));
    if ((m.classes & kPerson) != 0 && !plural && m.definite && bare(m))
      return join_if(index, last_person(m.gender));
  }

  /// Institutions and groups: the last one of the same noun whose modifiers agree, else a new one where it may be.
  void resolve_body(std::uint32_t index, bool may_make) {
    const Mention& m = cast_.mentions[index];
    const auto found = same_body(m);
    if (found || may_make) settle(index, found);
  }

  void settle(std::uint32_t index, std::optional<std::uint32_t> entity) {
    if (entity) cast_.join(*entity, index);
    else cast_.make(index);
  }
  void join_if(std::uint32_t index, std::optional<std::uint32_t> entity) {
    if (entity) cast_.join(*entity, index);
  }

  std::optional<std::uint32_t> same_body(const Mention& m) const {
    const auto modifiers = cast_.modifiers(m);
    for (auto it = memory_.rbegin(); it != memory_.rend(); ++it) {
      const Entity& entity = cast_.entities[it->entity];
      for (std::size_t i = 0; i < entity.nouns.size(); ++i) {
        if (entity.nouns[i] != m.noun) continue;
        if (modifiers == entity.modifiers[i]) return it->entity;
        if (m.definite && subset(modifiers, entity.modifiers[i])) return it->entity;
        if (!entity.modifiers[i].empty() && subset(entity.modifiers[i], modifiers)) return it->entity;
      }
      if (m.definite && modifiers.empty() && entity.kind == ActorKind::organization && !entity.words.empty() &&
          entity.words.front() == fold_accents(m.noun))
        return it->entity;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> titled(const Mention& m) const {
    const auto modifiers = cast_.modifiers(m);
    for (auto it = memory_.rbegin(); it != memory_.rend(); ++it) {
      const Entity& entity = cast_.entities[it->entity];
      if (entity.kind != ActorKind::person) continue;
      if (m.gender != '?' && entity.gender != '?' && m.gender != entity.gender) continue;
      for (std::size_t i = 0; i < entity.nouns.size(); ++i)
        if (entity.nouns[i] == m.noun && (subset(modifiers, entity.modifiers[i]) || subset(entity.modifiers[i], modifiers)))
          return it->entity;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> last(ActorKind kind) const {
    for (auto it = memory_.rbegin(); it != memory_.rend(); ++it)
      if (cast_.entities[it->entity].kind == kind) return it->entity;
    return std::nullopt;
  }

  std::optional<std::uint32_t> last_person(char gender) const {
    for (auto it = memory_.rbegin(); it != memory_.rend(); ++it) {
      const Entity& entity = cast_.entities[it->entity];
      if (entity.kind == ActorKind::person && (gender == '?' || entity.gender == '?' || entity.gender == gender)) return it->entity;
    }
    return std::nullopt;
  }

  void read_word(std::uint32_t w) {
    const text::Word& here = word(w);
    if (here.upos == Upos::PRON) {
      if (text::universal(here.deprel) == "expl") return;
      const SmallWord* small = cast_.lexicon.small_word(here.form, WordClass::subject);
      if (!small && here.upos == Upos::PRON) small = cast_.lexicon.small_word(here.form, WordClass::object);
      if (small) refer(w, antecedent(w, small->gender, small->number));
      else if (const SmallWord* back = cast_.lexicon.small_word(here.form, WordClass::demonstrative))
        refer(w, antecedent(w, back->gender, back->number));
    } else if (here.upos == Upos::DET) {
      if (const SmallWord* owner = cast_.lexicon.small_word(here.form, WordClass::possessive)) possess(w, owner->number);
    }
  }

  void refer(std::uint32_t w, std::optional<std::uint32_t> entity) {
    if (!entity) return;
    add_pronoun(w, *entity);
    remember(w, *entity);
  }

  void possess(std::uint32_t w, char number) {
    if (const auto owner = antecedent(w, '?', number)) cast_.at[w].push_back(*owner);
  }

  void add_pronoun(std::uint32_t w, std::uint32_t entity) {
    cast_.at[w].push_back(entity);
    pronouns_.push_back({w, entity});
  }

  /// The most salient actor that agrees; nothing where none or more than one fits equally well.
  std::optional<std::uint32_t> antecedent(std::uint32_t w, char gender, char number) const {
    const std::uint32_t here = sentence_of(w);
    std::optional<std::uint32_t> best;
    int best_score = 0;
    for (auto it = memory_.rbegin(); it != memory_.rend() && it->sentence + kReach >= here; ++it) {
      const Entity& entity = cast_.entities[it->entity];
      if (number != '?' && entity.number != '?' && entity.number != number) continue;
      if (gender != '?' && entity.gender != '?' && entity.gender != gender) continue;
      int score = 20 - 6 * static_cast<int>(here - it->sentence);
      if (it->subject) score += 5;
      if (entity.kind == ActorKind::person) score += 4;
      if (gender != '?' && entity.gender == gender) score += 2;
      if (score > best_score) {
        best = it->entity;
        best_score = score;
      }
    }
    return best;
  }

  /// "qui" stands for what its clause modifies.
  void link_relatives() {
    for (std::uint32_t w = 0; w < cast_.doc.words.size(); ++w) {
      if (!cast_.lexicon.small_word(word(w).form, WordClass::relative) || !word(w).head) continue;
      const text::Word& verb = cast_.doc.word(word(w).head);
      if (text::universal(verb.deprel) != "acl" || !verb.head) continue;
      for (const std::uint32_t entity : entities_at(verb.head.value)) add_pronoun(w, entity);
    }
    std::sort(pronouns_.begin(), pronouns_.end());
    for (const auto& [w, entity] : pronouns_) {
      Mention m;
      m.first_word = w;
      m.end_word = w + 1;
      m.span = word(w).span;
      m.head = WordId(static_cast<std::size_t>(w));
      m.sentence = cast_.doc.sentence_of(m.head);
      m.form = MentionForm::pronoun;
      m.entity = entity;
      cast_.mentions.push_back(std::move(m));
    }
    std::stable_sort(cast_.mentions.begin(), cast_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  }

  std::vector<std::uint32_t> entities_at(std::uint32_t w) const {
    std::vector<std::uint32_t> found;
    for (const Mention& m : cast_.mentions)
      if (m.head.value == w && m.entity != kNoEntity && !m.place && m.form != MentionForm::adjective) found.push_back(m.entity);
    return found;
  }

  /// The first of coordinated heads stands for all of them.
  void link_conjuncts() {
    for (const Mention& m : cast_.mentions) {
      if (m.entity == kNoEntity || m.place || m.form == MentionForm::adjective) continue;
      const text::Word& head = cast_.doc.word(m.head);
      if (text::universal(head.deprel) != "conj" || !head.head) continue;
      if (!entities_at(head.head.value).empty()) cast_.at[head.head.value].push_back(m.entity);
    }
  }

  /// What a title is of: the first body or state named inside its phrase.
  void link_titles_of() {
    for (Entity& entity : cast_.entities) {
      for (TitleFound& title : entity.titles) {
        for (const Mention& m : cast_.mentions) {
          if (!title.span.contains(m.span) || m.span == title.span || m.entity == kNoEntity) continue;
          if (cast_.entities[m.entity].kind == ActorKind::person) continue;
          title.of = m.entity;
          break;
        }
      }
    }
  }

  Cast& cast_;
  std::vector<Remembered> memory_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pronouns_;
};

}  // namespace

void link_references(Cast& cast) { Reader(cast).run(); }

}  // namespace fabula::actors::detail
