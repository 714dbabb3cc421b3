#include <algorithm>
#include <optional>
#include <unordered_map>

#include "actors/cast.hpp"
#include "actors/memory.hpp"
#include "actors/phrase.hpp"
#include "actors/quotation.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

bool subset(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

/// Whether a description may be another wording of one that was read before: a shorter one, or the same with more said of it;
/// what was said of nobody in particular does not become somebody's.
bool compatible(const std::vector<std::string>& later, const std::vector<std::string>& earlier) {
  return subset(later, earlier) || (!earlier.empty() && subset(earlier, later));
}

/// Whether a pronoun is a part of its clause: not an expletive, nor in a fixed expression of time ("il y a deux jours").
bool refers(const text::Word& pronoun) {
  const std::string_view rel = text::universal(pronoun.deprel);
  return rel != "expl" && rel != "case" && rel != "advmod" && rel != "fixed" && rel != "mark";
}

class Reader {
 public:
  explicit Reader(Cast& cast) : cast_(cast), quotations_(cast.doc), memory_(cast, quotations_) {}

  void run() {
    mentions_at_.resize(cast_.doc.words.size());
    for (std::uint32_t i = 0; i < cast_.mentions.size(); ++i) mentions_at_[cast_.mentions[i].head.value].push_back(i);
    index_phrases();
    for (std::uint32_t w = 0; w < cast_.doc.words.size(); ++w) {
      for (const std::uint32_t m : mentions_at_[w]) read_mention(m);
      if (mentions_at_[w].empty()) read_word(w);
    }
    link_titles_of();
    index_heads();
    link_relatives();
    link_first_persons();
    add_pronoun_mentions();
    link_conjuncts();
  }

 private:
  const text::Word& word(std::uint32_t at) const { return cast_.doc.words[at]; }

  /// Of the phrases that a word stands in, the outermost.
  void index_phrases() {
    phrase_of_.assign(cast_.doc.words.size(), kNoEntity);
    for (std::uint32_t i = 0; i < cast_.mentions.size(); ++i)  // the longer of two that begin together comes first
      for (std::uint32_t w = cast_.mentions[i].first_word; w < cast_.mentions[i].end_word; ++w)
        if (phrase_of_[w] == kNoEntity) phrase_of_[w] = i;
  }

  void read_mention(std::uint32_t index) {
    Mention& m = cast_.mentions[index];
    if (m.place) return;
    if (m.entity == kNoEntity) {
      if (m.form == MentionForm::adjective) return cast_.join(cast_.entity_of_known(m.known), index);
      if (m.form != MentionForm::description) return;
      resolve_description(index);
    }
    if (m.form != MentionForm::adjective && cast_.mentions[index].entity != kNoEntity)
      memory_.add(m.head.value, cast_.mentions[index].entity);
  }

  /// A description by its noun alone ("le pays").
  bool bare(const Mention& m) const { return cast_.modifiers(m).empty(); }

  void resolve_description(std::uint32_t index) {
    const Mention& m = cast_.mentions[index];
    const bool plural = m.number == 'p';
    if (const auto same = apposed(m)) return cast_.join(*same, index);
    if (const auto same = named_behind(m)) return cast_.join(*same, index);
    if (plural && (m.classes & kGroup) != 0) return resolve_body(index, m.acting);
    if ((m.classes & kTitle) != 0 && !plural) return resolve_title(index);
    if ((m.classes & kCountry) != 0) {
      if (!plural && m.definite && bare(m)) join_if(index, last(ActorKind::state));
      return;
    }
    if ((m.classes & kMedium) != 0 && !plural && m.definite && bare(m)) {
      const auto medium = last(ActorKind::media);
      if (medium) return cast_.join(*medium, index);
    }
    if ((m.classes & (kInstitution | kGroup)) != 0) {
      const bool enough = (m.acting && !m.bare) || ((m.classes & kInstitution) != 0 && m.definite && !bare(m));
      return resolve_body(index, enough);
    }
    if ((m.classes & kOrganization) != 0 && !plural && m.definite) return resolve_organization(index);
    if ((m.classes & kPerson) != 0 && !plural && m.definite && bare(m))
      return join_if(index, memory_.only_one(m.head.value, ActorKind::person, m.gender));
  }

  /// "le Front, une coalition de partis": whom an apposition without a name describes.
  std::optional<std::uint32_t> apposed(const Mention& m) const {
    const text::Word& head = cast_.doc.word(m.head);
    if (text::universal(head.deprel) != "appos" || !head.head || m.classes == 0) return std::nullopt;
    const std::uint32_t entity = entity_at(head.head.value);
    if (entity == kNoEntity || !cast_.entities[entity].named) return std::nullopt;
    const bool person = cast_.entities[entity].kind == ActorKind::person;
    const bool fits = person ? m.number == 's' && (m.classes & (kTitle | kPerson)) != 0 : (m.classes & (kInstitution | kOrganization | kMedium)) != 0;
    return fits && cast_.entities[entity].kind != ActorKind::state ? std::optional(entity) : std::nullopt;
  }

  /// "le groupe X", "le groupe chimique X": the body that the name behind such a noun names.
  std::optional<std::uint32_t> named_behind(const Mention& m) const {
    if ((m.classes & kNamer) == 0 || m.number == 'p') return std::nullopt;
    const std::uint32_t stop = std::min(m.end_word + 1, cast_.doc.sentences[m.sentence.value].end_word);
    std::uint32_t at = static_cast<std::uint32_t>(m.head.value) + 1;
    while (at < stop && word(at).upos == Upos::ADJ) ++at;
    const std::uint32_t entity = at < stop ? entity_at(at) : kNoEntity;
    if (entity == kNoEntity || !cast_.entities[entity].named) return std::nullopt;
    const ActorKind kind = cast_.entities[entity].kind;
    return kind == ActorKind::organization || kind == ActorKind::media ? std::optional(entity) : std::nullopt;
  }

  /// "le ministre": who bears the title; a bare title of nobody else is the one person at hand; someone without a name
  /// where he acts and is more than his title.
  void resolve_title(std::uint32_t index) {
    const Mention& m = cast_.mentions[index];
    auto found = titled(m);
    if (!found && m.definite && (bare(m) || is_epithet(m))) found = memory_.only_one(m.head.value, ActorKind::person, m.gender);
    if (found) return cast_.join(*found, index);
    if (m.acting && !m.bare && !bare(m) && text::universal(cast_.doc.word(m.head).deprel) != "obj") cast_.make(index);
  }

  /// "L'ancien banquier d'affaires a démissionné": a subject that says what someone is, and of nobody and nothing in
  /// particular.
  bool is_epithet(const Mention& m) const {
    if (text::universal(cast_.doc.word(m.head).deprel) != "nsubj") return false;
    for (std::uint32_t w = m.first_word; w < m.end_word; ++w)
      if (w != m.head.value && word(w).upos != Upos::NOUN && word(w).upos != Upos::ADP) return false;
    return true;
  }

  /// Institutions and groups: the last one of the same noun whose modifiers agree, else a new one where it may be.
  void resolve_body(std::uint32_t index, bool may_make) {
    const auto found = same_body(cast_.mentions[index]);
    if (found) cast_.join(*found, index);
    else if (may_make) cast_.make(index);
  }

  /// "l'entreprise": the one organization named in the last sentences, never one that is itself only described.
  void resolve_organization(std::uint32_t index) {
    const Mention& m = cast_.mentions[index];
    const auto only = memory_.only_one(m.head.value, ActorKind::organization, '?');
    if (only && (m.classes & kNamer) != 0 && cast_.entities[*only].named && bare(m)) return cast_.join(*only, index);
    join_if(index, same_body(m));
  }

  void join_if(std::uint32_t index, std::optional<std::uint32_t> entity) {
    if (entity) cast_.join(*entity, index);
  }

  std::optional<std::uint32_t> same_body(const Mention& m) const {
    const auto modifiers = cast_.modifiers(m);
    const std::string noun = fold_accents(m.noun), wording = fold_accents(m.text);
    return memory_.last([&](const Entity& entity, std::uint32_t) {
      for (std::size_t i = 0; i < entity.nouns.size(); ++i) {
        if (entity.nouns[i] != m.noun) continue;
        if (modifiers == entity.modifiers[i] || (m.definite && subset(modifiers, entity.modifiers[i]))) return true;
        if (!entity.modifiers[i].empty() && subset(entity.modifiers[i], modifiers)) return true;
      }
      if (entity.named && entity.kind != ActorKind::person && fold_accents(entity.name) == wording) return true;
      return m.definite && modifiers.empty() && entity.kind == ActorKind::organization && !entity.words.empty() &&
             entity.words.front() == noun;
    });
  }

  std::optional<std::uint32_t> titled(const Mention& m) const {
    const auto modifiers = cast_.modifiers(m);
    return memory_.last([&](const Entity& entity, std::uint32_t) {
      if (entity.kind != ActorKind::person) return false;
      if (m.gender != '?' && entity.gender != '?' && m.gender != entity.gender) return false;
      for (std::size_t i = 0; i < entity.nouns.size(); ++i)
        if (entity.nouns[i] == m.noun && compatible(modifiers, entity.modifiers[i])) return true;
      return false;
    });
  }

  std::optional<std::uint32_t> last(ActorKind kind) const {
    return memory_.last([&](const Entity& entity, std::uint32_t) { return entity.kind == kind; });
  }

  void read_word(std::uint32_t w) {
    const text::Word& here = word(w);
    const Lexicon& lexicon = cast_.lexicon;
    if (here.upos == Upos::PRON && refers(here)) {
      for (const WordClass cls : {WordClass::subject, WordClass::object})
        if (const SmallWord* small = lexicon.small_word(here.form, cls)) return refer(w, {small->gender, small->number});
      if (const SmallWord* small = lexicon.small_word(here.form, WordClass::demonstrative)) point_back(w, {small->gender, small->number});
    } else if (here.upos == Upos::DET) {
      if (const SmallWord* owner = lexicon.small_word(here.form, WordClass::possessive))
        cast_.at[w] = memory_.antecedents(w, {'?', owner->number}, speaker_at(w));
    } else if (const SmallWord* small = lexicon.small_word(here.form, WordClass::last)) {
      const WordId det = determiner(cast_.doc, cast_.children, WordId(std::size_t{w}));
      if (det && text::feat(cast_.doc.word(det), "PronType") == "Dem") point_back(w, {small->gender, small->number});
    }
  }

  void refer(std::uint32_t w, Agreement agreement) {
    const std::vector<std::uint32_t> found = memory_.antecedents(w, agreement, speaker_at(w));
    if (found.size() == 1 && has_rival(w, agreement, found.front())) return;
    for (const std::uint32_t entity : found) {
      add_pronoun(w, entity);
      memory_.add(w, entity);
    }
  }

  /// Gender and number of a noun do not speak against a reference to it.
  bool agrees(const text::Word& noun, Agreement agreement) const {
    const std::string_view gender = text::feat(noun, "Gender"), number = text::feat(noun, "Number");
    if (agreement.gender != '?' && !gender.empty() && (gender == "Fem") != (agreement.gender == 'f')) return false;
    return agreement.number == '?' || number.empty() || (number == "Plur") == (agreement.number == 'p');
  }

  /// Whether a subject that is nobody known was named after an actor: then "elle" may be that thing. A person's rivals are
  /// those that act too ("le groupe").
  bool has_rival(std::uint32_t w, Agreement agreement, std::uint32_t entity) const {
    const std::uint32_t from = memory_.last_place(entity);
    const bool person = cast_.entities[entity].kind == ActorKind::person;
    for (std::uint32_t i = w; i-- > from + 1;) {
      if (word(i).upos != Upos::NOUN || text::universal(word(i).deprel) != "nsubj" || !agrees(word(i), agreement)) continue;
      if (!determiner(cast_.doc, cast_.children, WordId(std::size_t{i}))) continue;
      if (entity_at(i) == kNoEntity && (!person || cast_.lexicon.noun(word(i)))) return true;
    }
    return false;
  }

  /// "celle-ci" is the last thing named that agrees; nobody, where that is no actor.
  void point_back(std::uint32_t w, Agreement agreement) {
    const std::uint32_t sentence = cast_.doc.sentence_of(WordId(std::size_t{w})).value;
    const std::uint32_t start = cast_.doc.sentences[sentence > 0 ? sentence - 1 : 0].first_word;
    for (std::uint32_t i = w; i-- > start;) {
      std::uint32_t noun = i;
      if (phrase_of_[i] != kNoEntity && cast_.mentions[phrase_of_[i]].entity != kNoEntity) {  // one step over the phrase
        noun = cast_.mentions[phrase_of_[i]].head.value;
        i = std::min(i, cast_.mentions[phrase_of_[i]].first_word);
      }
      const std::string_view rel = text::universal(word(noun).deprel);
      if ((word(noun).upos != Upos::NOUN && word(noun).upos != Upos::PROPN) || rel == "flat" || rel == "fixed" || rel == "compound") continue;
      if (!agrees(word(noun), agreement)) continue;
      const std::uint32_t entity = entity_at(noun);
      if (entity == kNoEntity || !memory_.agrees(cast_.entities[entity], agreement)) return;
      add_pronoun(w, entity);
      return memory_.add(w, entity);
    }
  }

  /// The actor whose name or description a word heads.
  std::uint32_t entity_at(std::uint32_t w) const {
    for (const std::uint32_t index : mentions_at_[w]) {
      const Mention& m = cast_.mentions[index];
      if (m.entity != kNoEntity && !m.place && m.form != MentionForm::adjective) return m.entity;
    }
    return kNoEntity;
  }

  void add_pronoun(std::uint32_t w, std::uint32_t entity) {
    pronouns_.push_back({w, entity});
    referred_.emplace(w, entity);
  }

  std::uint32_t speaker_at(std::uint32_t w) const {
    return quotations_.at[w] == kNoQuotation ? kNoEntity : speaker_of(quotations_.all[quotations_.at[w]]);
  }

  /// Who says a quotation: the subject nearest after it in its sentence, else the last one before it.
  std::uint32_t speaker_of(const Quotation& q) const {
    const text::Doc& doc = cast_.doc;
    if (q.end_word == q.first_word) return kNoEntity;
    const auto& last_sentence = doc.sentences[doc.sentence_of(WordId(std::size_t{q.end_word - 1})).value];
    const auto& first_sentence = doc.sentences[doc.sentence_of(WordId(std::size_t{q.first_word})).value];
    for (std::uint32_t w = q.end_word; w < last_sentence.end_word; ++w)
      if (const std::uint32_t entity = subject_at(w); entity != kNoEntity) return entity;
    for (std::uint32_t w = q.first_word; w-- > first_sentence.first_word;)
      if (const std::uint32_t entity = subject_at(w); entity != kNoEntity) return entity;
    return kNoEntity;
  }

  std::uint32_t subject_at(std::uint32_t w) const {
    if (quotations_.at[w] != kNoQuotation || text::universal(word(w).deprel) != "nsubj") return kNoEntity;
    if (const auto pronoun = referred_.find(w); pronoun != referred_.end()) return pronoun->second;
    return entity_at(w);
  }

  /// What a title is of: the first body or state named inside its phrase.
  void link_titles_of() {
    for (Entity& entity : cast_.entities) {
      for (TitleFound& title : entity.titles) {
        auto m = std::lower_bound(cast_.mentions.begin(), cast_.mentions.end(), title.span.begin,
                                  [](const Mention& other, std::uint32_t at) { return other.span.begin < at; });
        for (; m != cast_.mentions.end() && m->span.begin < title.span.end; ++m) {
          if (!title.span.contains(m->span) || m->span == title.span || m->entity == kNoEntity) continue;
          if (cast_.entities[m->entity].kind == ActorKind::person) continue;
          title.of = m->entity;
          break;
        }
      }
    }
  }

  void index_heads() {
    heads_.resize(cast_.doc.words.size());
    for (const Mention& m : cast_.mentions)
      if (m.entity != kNoEntity && !m.place && m.form != MentionForm::adjective) heads_[m.head.value].push_back(m.entity);
  }

  /// "qui" stands for what its clause modifies.
  void link_relatives() {
    for (std::uint32_t w = 0; w < cast_.doc.words.size(); ++w) {
      if (!cast_.lexicon.small_word(word(w).form, WordClass::relative) || !word(w).head) continue;
      const text::Word& verb = cast_.doc.word(word(w).head);
      if (text::universal(verb.deprel) != "acl" || !verb.head) continue;
      for (const std::uint32_t entity : heads_[verb.head.value]) add_pronoun(w, entity);
    }
  }

  /// "nous" in a quotation is the speaker's own side: the state or body that he speaks for.
  void link_first_persons() {
    for (std::uint32_t w = 0; w < cast_.doc.words.size(); ++w) {
      if (quotations_.at[w] == kNoQuotation || !cast_.lexicon.small_word(word(w).form, WordClass::first)) continue;
      const std::uint32_t speaker = speaker_at(w);
      if (speaker == kNoEntity) continue;
      const std::uint32_t side = side_of(speaker);
      if (side == kNoEntity) continue;
      if (word(w).upos == Upos::DET) cast_.at[w].push_back(side);
      else add_pronoun(w, side);
    }
  }

  std::uint32_t side_of(std::uint32_t speaker) const {
    const Entity& entity = cast_.entities[speaker];
    if (entity.kind != ActorKind::person) return speaker;
    for (const TitleFound& title : entity.titles) {
      if (title.of == kNoEntity) continue;
      const Entity& body = cast_.entities[title.of];
      if (body.known == kNoKnown || cast_.lexicon.known[body.known].of.empty()) return title.of;
      const auto state = cast_.lexicon.find_key(cast_.lexicon.known[body.known].of);
      for (std::uint32_t e = 0; state && e < cast_.entities.size(); ++e)
        if (cast_.entities[e].known == *state) return e;
      return title.of;
    }
    return kNoEntity;
  }

  void add_pronoun_mentions() {
    std::sort(pronouns_.begin(), pronouns_.end());
    pronouns_.erase(std::unique(pronouns_.begin(), pronouns_.end()), pronouns_.end());
    for (const auto& [w, entity] : pronouns_) {
      Mention m;
      m.first_word = w;
      m.end_word = w + 1;
      m.span = word(w).span;
      m.head = WordId(std::size_t{w});
      m.sentence = cast_.doc.sentence_of(m.head);
      m.form = MentionForm::pronoun;
      m.entity = entity;
      m.weak = true;
      heads_[w].push_back(entity);
      cast_.mentions.push_back(std::move(m));
    }
    std::stable_sort(cast_.mentions.begin(), cast_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
  }

  /// The first of coordinated heads stands for all of them.
  void link_conjuncts() {
    for (const Mention& m : cast_.mentions) {
      if (m.entity == kNoEntity || m.place || m.form == MentionForm::adjective) continue;
      const text::Word& head = cast_.doc.word(m.head);
      if (text::universal(head.deprel) != "conj" || !head.head) continue;
      if (!heads_[head.head.value].empty()) cast_.at[head.head.value].push_back(m.entity);
    }
  }

  Cast& cast_;
  Quotations quotations_;
  Memory memory_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pronouns_;  // word, entity
  std::unordered_map<std::uint32_t, std::uint32_t> referred_;      // word of a pronoun → the first entity it was read as
  std::vector<std::vector<std::uint32_t>> mentions_at_;            // word → the mentions it heads, while reading
  std::vector<std::uint32_t> phrase_of_;                           // word → the outermost mention over it
  std::vector<std::vector<std::uint32_t>> heads_;                  // word → entities of the mentions it heads
};

}  // namespace

void link_references(Cast& cast) { Reader(cast).run(); }

}  // namespace fabula::actors::detail
