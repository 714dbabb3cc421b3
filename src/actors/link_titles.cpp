#include <algorithm>

#include "actors/cast.hpp"
#include "actors/phrase.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

constexpr std::uint32_t kLongestTitle = 16;  // words between a title and the name it belongs to

bool is_comma(const text::Word& word) { return word.form == ","; }

bool nominal(const text::Word& word) {
  return word.upos == Upos::NOUN || word.upos == Upos::ADJ || word.upos == Upos::ADP || word.upos == Upos::DET ||
         word.upos == Upos::PROPN || word.upos == Upos::NUM || word.upos == Upos::ADV || word.upos == Upos::X;
}

class TitleLinker {
 public:
  explicit TitleLinker(Cast& cast) : cast_(cast) {
    for (std::uint32_t i = 0; i < cast.mentions.size(); ++i) {
      const Mention& m = cast.mentions[i];
      if (m.form == MentionForm::description && (m.classes & kTitle) != 0) titles_[m.head.value] = i;
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < cast_.mentions.size(); ++i) {
      const Mention& m = cast_.mentions[i];
      if (m.form != MentionForm::name || m.kind != ActorKind::person || m.entity == kNoEntity) continue;
      link_before(i);
      link_after(i);
      link_copula(i);
    }
  }

 private:
  const text::Word& word(std::uint32_t at) const { return cast_.doc.words[at]; }

  /// "le ministre de la Justice X" (the nearest title), "le porte-parole du ministre, X" (the farthest).
  void link_before(std::uint32_t name) {
    const Mention& person = cast_.mentions[name];
    const std::uint32_t start = cast_.doc.sentences[person.sentence.value].first_word;
    std::uint32_t at = person.first_word;
    if (at == start) return;
    const bool comma = is_comma(word(at - 1));
    if (comma && !is_apposition(person)) return;
    if (comma) --at;
    if (at == start || word(at - 1).upos == Upos::ADP) return;
    std::uint32_t found = kNoEntity;
    for (std::uint32_t steps = 0; at > start && steps < kLongestTitle && nominal(word(at - 1)); ++steps) {
      --at;
      const auto it = titles_.find(at);
      if (it == titles_.end()) continue;
      if (!comma && word(at).upos == Upos::DET) break;
      found = it->second;
      if (!comma) break;
    }
    if (found != kNoEntity) link(found, name);
  }

  /// After a comma the name must be no part of the clause of its own, or be followed by a comma too.
  bool is_apposition(const Mention& person) const {
    const std::string_view rel = text::universal(cast_.doc.word(person.head).deprel);
    if (rel == "appos" || rel == "flat" || rel == "nmod" || rel == "dep") return true;
    return person.end_word < cast_.doc.words.size() && is_comma(word(person.end_word));
  }

  /// "X, ministre de Y": after the comma at most a determiner and an adjective.
  void link_after(std::uint32_t name) {
    const Mention& person = cast_.mentions[name];
    const std::uint32_t end = cast_.doc.sentences[person.sentence.value].end_word;
    std::uint32_t at = person.end_word;
    if (at >= end || !is_comma(word(at))) return;
    for (++at; at < end && at < person.end_word + 4; ++at) {
      if (const auto it = titles_.find(at); it != titles_.end()) return link(it->second, name);
      const Upos upos = word(at).upos;
      if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::ADV && upos != Upos::ADP) return;
    }
  }

  /// "X est le président de Y".
  void link_copula(std::uint32_t name) {
    const Mention& person = cast_.mentions[name];
    const text::Word& head = cast_.doc.word(person.head);
    if (text::universal(head.deprel) != "nsubj" || !head.head) return;
    if (const auto it = titles_.find(head.head.value); it != titles_.end()) link(it->second, name);
  }

  void link(std::uint32_t title, std::uint32_t name) {
    Mention& t = cast_.mentions[title];
    if (t.entity != kNoEntity || t.number == 'p') return;
    const Mention& person = cast_.mentions[name];
    if (t.first_word < person.first_word && t.end_word > person.first_word) trim(t, person.first_word);
    Entity& entity = cast_.entities[person.entity];
    cast_.join(person.entity, title);
    entity.titles.push_back({t.noun, title_text(t), kNoEntity, t.span, title});
  }

  void trim(Mention& t, std::uint32_t end) {
    while (end > t.head.value + 1 && !nominal(word(end - 1))) --end;
    while (end > t.head.value + 1 && (word(end - 1).upos == Upos::ADP || word(end - 1).upos == Upos::DET)) --end;
    t.end_word = end;
    t.span.end = word(end - 1).span.end;
    t.text = clean_text(cast_.doc, t.span);
  }

  /// The title without what it is of: adjectives and complements without an article stay ("secrétaire d'État adjoint").
  std::string title_text(const Mention& t) const {
    std::uint32_t end = t.head.value + 1;
    for (std::uint32_t i = end; i < t.end_word; ++i) {
      const Upos upos = word(i).upos;
      if (upos == Upos::ADJ && cast_.lexicon.state_of_adjective(word(i).form)) break;
      if (upos == Upos::ADP && (i + 1 >= t.end_word || word(i + 1).upos != Upos::NOUN || word(i + 1).token == word(i).token)) break;
      if (upos != Upos::ADJ && upos != Upos::ADP && upos != Upos::NOUN) break;
      end = i + 1;
    }
    return clean_text(cast_.doc, {word(t.first_word).span.begin, word(end - 1).span.end});
  }

  Cast& cast_;
  std::unordered_map<std::uint32_t, std::uint32_t> titles_;  // head word → mention
};

}  // namespace

void link_titles(Cast& cast) { TitleLinker(cast).run(); }

}  // namespace fabula::actors::detail
