#include "actors/memory.hpp"

#include <algorithm>
#include <iterator>

#include "actors/phrase.hpp"

namespace fabula::actors::detail {
namespace {

constexpr std::uint32_t kReach = 3;  // sentences back in which a pronoun finds what it stands for

// Weights of salience, in the spirit of Lappin & Leass 1994: recency first, then the subject, then persons.
constexpr int kNew = 24, kSentence = 6, kSubject = 6, kMain = 4, kHuman = 4, kSureGender = 2, kGroupPenalty = 3, kOtherSpeech = 8;

/// The first word of a coordination; other chains are not followed.
std::uint32_t coordination(const text::Doc& doc, std::uint32_t word) {
  for (std::size_t step = 0; step < doc.words.size(); ++step) {
    const text::Word& here = doc.words[word];
    if (text::universal(here.deprel) != "conj" || !here.head) return word;
    word = here.head.value;
  }
  return word;
}

/// Whether a verb's clause is told for itself, not within another.
bool is_main_clause(const text::Doc& doc, WordId verb) {
  for (int steps = 0; verb && steps < 20; ++steps, verb = doc.word(verb).head) {
    const auto relation = text::universal(doc.word(verb).deprel);
    if (relation == "root" || relation == "parataxis") return true;
    if (relation != "conj") return false;
  }
  return false;
}

}  // namespace

Memory::Memory(const Cast& cast, const Quotations& quotations) : cast_(cast), quotations_(quotations) {
  std::uint32_t told = 0;
  for (const text::Sentence& s : cast.doc.sentences) {
    const bool inside = s.first_word < s.end_word && quotations.at[s.first_word] != kNoQuotation;
    told_.push_back(inside ? told : ++told);
  }
}

std::uint32_t Memory::distance(const Item& item, std::uint32_t word) const {
  return told_[sentence_of(word)] - told_[item.sentence];
}

void Memory::add(std::uint32_t word, std::uint32_t entity) {
  const WordId top = chain_head(cast_.doc, WordId(std::size_t{word}));
  const bool subject = text::universal(cast_.doc.word(top).deprel) == "nsubj";
  const bool main = subject && is_main_clause(cast_.doc, cast_.doc.word(top).head);
  const auto named = std::find(recent_.rbegin(), recent_.rend(), entity);
  if (named != recent_.rend()) recent_.erase(std::next(named).base());
  recent_.push_back(entity);
  items_.push_back({word, entity, sentence_of(word), coordination(cast_.doc, word), quotations_.at[word], subject, main});
}

bool Memory::agrees(const Entity& entity, Agreement agreement) const {
  if (agreement.number != '?' && entity.number != '?' && entity.number != agreement.number) return false;
  return agreement.gender == '?' || entity.gender == '?' || entity.gender == agreement.gender;
}

int Memory::salience(const Item& item, std::uint32_t word, Agreement agreement) const {
  const Entity& entity = cast_.entities[item.entity];
  int score = kNew - kSentence * static_cast<int>(distance(item, word));
  if (item.subject) score += kSubject;
  if (item.main && item.sentence != sentence_of(word)) score += kMain;
  if (entity.kind == ActorKind::person && agreement.number != 'p') score += kHuman;
  if (entity.kind == ActorKind::group && agreement.number != 'p') score -= kGroupPenalty;
  if (agreement.gender != '?' && entity.gender == agreement.gender) score += kSureGender;
  const std::uint32_t here = quotations_.at[word];
  if (item.quotation != here && item.quotation != kNoQuotation) score -= kOtherSpeech;
  return score;
}

std::vector<std::uint32_t> Memory::members(const Item& item) const {
  std::vector<std::uint32_t> found;
  auto other = std::lower_bound(items_.begin(), items_.end(), item.sentence,
                                [](const Item& it, std::uint32_t sentence) { return it.sentence < sentence; });
  for (; other != items_.end() && other->sentence == item.sentence; ++other)
    if (other->chain == item.chain && std::find(found.begin(), found.end(), other->entity) == found.end())
      found.push_back(other->entity);
  return found;
}

std::vector<std::uint32_t> Memory::antecedents(std::uint32_t word, Agreement agreement, std::uint32_t speaker) const {
  std::vector<std::uint32_t> best;
  int best_score = 0;
  for (auto it = items_.rbegin(); it != items_.rend() && distance(*it, word) <= kReach; ++it) {
    if (it->entity == speaker) continue;
    const int score = salience(*it, word, agreement);
    if (score <= best_score) continue;
    if (agreement.number == 'p') {
      std::vector<std::uint32_t> several = members(*it);
      if (several.size() > 1) {
        best = std::move(several);
        best_score = score;
        continue;
      }
    }
    if (!agrees(cast_.entities[it->entity], agreement)) continue;
    best = {it->entity};
    best_score = score;
  }
  return best;
}

std::uint32_t Memory::last_place(std::uint32_t entity) const {
  for (auto it = items_.rbegin(); it != items_.rend(); ++it)
    if (it->entity == entity) return it->word;
  return 0;
}

std::optional<std::uint32_t> Memory::only_one(std::uint32_t word, ActorKind kind, char gender) const {
  std::optional<std::uint32_t> found;
  for (auto it = items_.rbegin(); it != items_.rend() && distance(*it, word) <= kReach; ++it) {
    const Entity& entity = cast_.entities[it->entity];
    if (entity.kind != kind || !agrees(entity, {gender, 's'})) continue;
    if (found && *found != it->entity) return std::nullopt;
    found = it->entity;
  }
  return found;
}

}  // namespace fabula::actors::detail
