#include "actors/collect.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "actors/described_names.hpp"
#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

constexpr std::uint32_t kLongestDescription = 12;  // words after its noun

char gender_of(const text::Word& word) {
  const std::string_view gender = text::feat(word, "Gender");
  return gender == "Fem" ? 'f' : gender == "Masc" ? 'm' : '?';
}

bool is_nominal(const text::Word& word) {
  return word.upos == Upos::ADJ || word.upos == Upos::NOUN || word.upos == Upos::PROPN || word.upos == Upos::ADP ||
         word.upos == Upos::DET || word.upos == Upos::NUM || word.upos == Upos::CCONJ;
}

class Collector {
 public:
  Collector(const text::Doc& doc, const text::Children& children, const Lexicon& lexicon, const std::vector<NameMention>& names)
      : doc_(doc), children_(children), lexicon_(lexicon), described_(describe_names(doc, lexicon, names)), taken_(doc.words.size(), false) {
    for (const NameMention& name : described_.names) by_token_[name.first_token] = &name;
  }

  std::vector<Mention> run() {
    for (std::size_t s = 0; s < doc_.sentences.size(); ++s) {
      sentence_ = SentenceId(s);
      collect_names(doc_.sentences[s]);
      collect_words(doc_.sentences[s]);
    }
    std::sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return std::tie(a.first_word, b.end_word) < std::tie(b.first_word, a.end_word);
    });
    return std::move(mentions_);
  }

 private:
  void collect_names(const text::Sentence& sentence) {
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token;) {
      const auto it = by_token_.find(i);
      const NameMention* name = it == by_token_.end() ? nullptr : it->second;
      const KnownMatch known = known_name(i, sentence.end_token);
      const std::uint32_t name_tokens = name ? name->end_token - name->first_token : 0;
      if (known.tokens > 0 && known.tokens >= name_tokens && (known.listed || !(name && name->type == NameType::person))) {
        add_name(i, i + known.tokens, known, name);
        i += known.tokens;
      } else if (name && is_description(*name)) {
        body_end_[doc_.tokens[i].first_word] = doc_.tokens[name->end_token - 1].end_word;
        ++i;
      } else if (name) {
        add_name(i, name->end_token, {}, name);
        i = name->end_token;
      } else {
        ++i;
      }
    }
  }

  /// "armée de ...", "ministère de ...": a body named by what it is, or a title, read as a description so that its other
  /// wordings are found to be the same.
  bool is_description(const NameMention& name) const {
    const text::Token& first = doc_.tokens[name.first_token];
    if (capitalised(first.form)) return false;
    const Noun* noun = lexicon_.noun(doc_.words[first.first_word]);
    return noun && ((name.type == NameType::organization && noun->is(kInstitution)) || noun->is(kTitle));
  }

  /// A known name at a token; one word that is also a common word must be tagged as a name.
  KnownMatch known_name(std::uint32_t token, std::uint32_t end) const {
    const KnownMatch match = lexicon_.match(doc_, token, end);
    if (match.listed) return match;
    if (match.tokens > 1 && is_longer_name(token, match)) return {};
    if (match.seat && is_numbered(token + match.tokens, end)) return {};
    if (match.tokens != 1) return match;
    const Upos upos = doc_.words[doc_.tokens[token].first_word].upos;
    const bool name_like = upos == Upos::PROPN || upos == Upos::X || (upos == Upos::NOUN && capitalised(doc_.tokens[token].form));
    return name_like ? match : KnownMatch{};
  }

  /// "Minsk II" is an agreement.
  bool is_numbered(std::uint32_t token, std::uint32_t end) const {
    if (token >= end) return false;
    const std::string& form = doc_.tokens[token].form;
    return form.find_first_not_of("IVX") == std::string::npos || form.find_first_not_of("0123456789") == std::string::npos;
  }

  /// A body whose name goes on with an adjective is another one: "Conseil de sécurité" and "Conseil de sécurité nationale".
  bool is_longer_name(std::uint32_t token, const KnownMatch& match) const {
    const std::uint32_t word = doc_.tokens[token].first_word;
    const std::uint32_t next = doc_.tokens[token + match.tokens - 1].end_word;
    if (lexicon_.known[match.known].kind != ActorKind::organization || !lexicon_.noun(doc_.words[word])) return false;
    return next < doc_.words.size() && doc_.words[next].upos == Upos::ADJ && !lexicon_.state_of_adjective(doc_.words[next].form);
  }

  void add_name(std::uint32_t first_token, std::uint32_t end_token, const KnownMatch& known, const NameMention* name) {
    Mention m;
    m.first_word = doc_.tokens[first_token].first_word;
    m.end_word = doc_.tokens[end_token - 1].end_word;
    m.span = {doc_.tokens[first_token].span.begin, doc_.tokens[end_token - 1].span.end};
    m.form = MentionForm::name;
    m.definite = true;
    if (known.tokens > 0) {
      m.known = known.known;
      m.seat = known.seat;
      const KnownActor& actor = lexicon_.known[known.known];
      m.kind = actor.any_kind ? kind_in_text(first_token, name) : actor.kind;
      m.gender = actor.gender;
      m.number = actor.number;
    } else if (const auto described = described_.kinds.find(clean_text(doc_, name->span)); described != described_.kinds.end()) {
      m.kind = described->second;
    } else if (name->type == NameType::person) {
      m.kind = ActorKind::person;
      m.gender = lexicon_.proper_name(doc_.tokens[first_token].form).gender;
      m.number = 's';
    } else if (name->type == NameType::organization) {
      m.kind = ActorKind::organization;
    } else if (name->type == NameType::location) {
      m.place = true;
    } else {
      return;
    }
    finish(m);
    if (m.known == kNoKnown && m.kind != ActorKind::person && is_portfolio(m)) return;
    if (m.kind == ActorKind::state && m.known != kNoKnown) {
      m.place = m.seat ? !m.acting && !of_actor_noun(m) : standing_ == Standing::place;
      m.weak = standing_ == Standing::other && !of_actor_noun(m);
    }
    mentions_.push_back(std::move(m));
  }

  /// What a name of which the list does not say what it names stands for.
  ActorKind kind_in_text(std::uint32_t token, const NameMention* name) const {
    if (name) return name->type == NameType::person ? ActorKind::person : ActorKind::organization;
    const bool given = lexicon_.proper_name(doc_.tokens[token].form).kind == ProperNameKind::given;
    return given ? ActorKind::person : ActorKind::organization;
  }

  /// The field of a ministry or minister ("ministre de l'Outre-mer").
  bool is_portfolio(const Mention& m) const {
    const text::Word& head = doc_.word(m.head);
    if (text::universal(head.deprel) != "nmod" || !head.head) return false;
    const Noun* noun = lexicon_.noun(doc_.word(head.head));
    return noun && noun->is(kPortfolio);
  }

  /// "l'armée de ...", "le président de ...": what such a noun is of is someone.
  bool of_actor_noun(const Mention& m) const {
    const WordId governor = doc_.word(chain_head(doc_, m.head)).head;
    if (!governor) return false;
    const Noun* noun = lexicon_.noun(doc_.word(governor));
    return noun && (noun->classes & (kTitle | kInstitution | kGroup)) != 0;
  }

  /// What every mention has: head, standing, text, the words it takes.
  void finish(Mention& m) {
    m.head = phrase_head(doc_, m.first_word, m.end_word);
    m.sentence = sentence_;
    m.text = clean_text(doc_, m.span);
    standing_ = standing(doc_, children_, lexicon_, m.head);
    m.acting = standing_ == Standing::acting;
    if (m.number == '?' && text::feat(doc_.word(m.head), "Number") == "Plur") m.number = 'p';
    if (m.number == '?' && text::feat(doc_.word(m.head), "Number") == "Sing") m.number = 's';
    if (m.gender == '?' && m.kind != ActorKind::person) m.gender = gender_of(doc_.word(m.head));
    for (std::uint32_t w = m.first_word; w < m.end_word; ++w) taken_[w] = true;
  }

  void collect_words(const text::Sentence& sentence) {
    for (std::uint32_t w = sentence.first_word; w < sentence.end_word; ++w) {
      if (taken_[w]) continue;
      const text::Word& word = doc_.words[w];
      if (word.upos == Upos::ADJ) add_adjective(w);
      else if (word.upos == Upos::NOUN || word.upos == Upos::PROPN) add_noun(w);
    }
  }

  void add_adjective(std::uint32_t w) {
    const auto known = lexicon_.state_of_adjective(doc_.words[w].form);
    if (!known) return;
    Mention m = word_mention(w);
    m.form = MentionForm::adjective;
    m.weak = true;
    m.known = *known;
    m.kind = ActorKind::state;
    m.text = doc_.words[w].form;
    mentions_.push_back(std::move(m));
  }

  Mention word_mention(std::uint32_t w) const {
    Mention m;
    m.first_word = w;
    m.end_word = w + 1;
    m.span = doc_.words[w].span;
    m.head = WordId(static_cast<std::size_t>(w));
    m.sentence = sentence_;
    return m;
  }

  void add_noun(std::uint32_t w) {
    const text::Word& word = doc_.words[w];
    if (capitalised(word.form) && lexicon_.state_of_adjective(word.form)) return add_inhabitants(w);
    const Noun* noun = lexicon_.noun(word);
    if (!noun || noun->classes == kHonorific) return;
    Mention m = word_mention(w);
    m.form = MentionForm::description;
    m.classes = noun->classes;
    m.noun = noun->singular;
    m.gender = noun->gender;
    m.number = text::feat(word, "Number") == "Plur" || noun->plural ? 'p' : 's';
    const WordId det = determiner(doc_, children_, m.head);
    m.definite = det.valid() && is_definite(doc_.word(det));
    m.bare = m.number == 's' && !has_determiner(m.head);
    if (m.gender == '?' && det.valid()) m.gender = gender_of(doc_.word(det));
    for (const WordId child : children_.of(m.head))
      if (m.gender == '?' && doc_.word(child).upos == Upos::ADJ) m.gender = gender_of(doc_.word(child));
    if (m.gender == '?' && !noun->is(kTitle)) m.gender = gender_of(word);  // titles are used of men and women
    const std::uint32_t start = doc_.sentences[sentence_.value].first_word;
    while (m.first_word > start && noun->is(kTitle) && lexicon_.small_word(doc_.words[m.first_word - 1].form, WordClass::rank)) --m.first_word;
    m.span.begin = doc_.words[m.first_word].span.begin;
    m.end_word = description_end(w);
    if (const auto it = body_end_.find(w); it != body_end_.end()) m.end_word = std::max(m.end_word, it->second);
    m.span.end = doc_.words[m.end_word - 1].span.end;
    m.kind = kind_of(*noun, m);
    finish_description(m);
  }

  /// A determiner or number of its own or, in a coordination, of the first word.
  bool has_determiner(WordId noun) const {
    for (const WordId head : {noun, chain_head(doc_, noun)})
      for (const WordId child : children_.of(head))
        if (child < head && (doc_.word(child).upos == Upos::DET || doc_.word(child).upos == Upos::NUM)) return true;
    return false;
  }

  ActorKind kind_of(const Noun& noun, const Mention& m) const {
    if (m.number == 'p' && noun.is(kGroup)) return ActorKind::group;
    if (noun.is(kTitle) && m.number == 's') return ActorKind::person;
    if (noun.is(kInstitution) || noun.is(kOrganization)) return ActorKind::organization;
    if (noun.is(kCountry) || noun.is(kCapital)) return ActorKind::state;
    if (noun.is(kMedium)) return ActorKind::media;
    return noun.is(kPerson) && m.number == 's' ? ActorKind::person : ActorKind::group;
  }

  void finish_description(Mention& m) {
    const WordId head = m.head;
    const std::uint32_t end = m.end_word;
    m.text = clean_text(doc_, m.span);
    if (m.kind == ActorKind::person && capitalised(doc_.words[m.first_word].form) && m.first_word + 1 < m.end_word)
      m.text = with_small_first_letter(m.text);
    m.acting = standing(doc_, children_, lexicon_, head) == Standing::acting;
    taken_[head.value] = true;
    // the words of an institution's name are part of it, but a state or a name among them is still one
    for (std::uint32_t i = head.value + 1; i < end; ++i)
      if (m.kind == ActorKind::organization && doc_.words[i].upos == Upos::NOUN) taken_[i] = true;
    mentions_.push_back(std::move(m));
  }

  void add_inhabitants(std::uint32_t w) {
    Mention m = word_mention(w);
    m.form = MentionForm::description;
    m.kind = text::feat(doc_.words[w], "Number") == "Plur" ? ActorKind::group : ActorKind::person;
    m.classes = m.kind == ActorKind::person ? kPerson : kGroup;
    m.noun = fold(doc_.words[w].form);
    m.number = m.kind == ActorKind::person ? 's' : 'p';
    m.definite = true;
    finish_description(m);
  }

  /// Past the last word that belongs to the description: adjectives and complements that follow without a break.
  std::uint32_t description_end(std::uint32_t noun) const {
    const std::uint32_t stop = std::min({doc_.sentences[sentence_.value].end_word, noun + 1 + kLongestDescription});
    std::uint32_t end = noun + 1;
    for (std::uint32_t i = noun + 1; i < stop; ++i) {
      const text::Word& word = doc_.words[i];
      if (!belongs(i, noun) || word.upos == Upos::NUM || is_other_person(i)) break;
      if (word.upos != Upos::ADP && word.upos != Upos::DET && word.upos != Upos::CCONJ) end = i + 1;
    }
    return end;
  }

  /// "les candidats X et Y": a person's name right behind the words of a description is no part of it.
  bool is_other_person(std::uint32_t word) const {
    const NameMention* name = name_at(word);
    const Upos before = doc_.words[word - 1].upos;
    return name && name->type == NameType::person && !names_body(*name) && before != Upos::ADP && before != Upos::DET;
  }

  const NameMention* name_at(std::uint32_t word) const {
    const auto it = by_token_.find(doc_.words[word].token);
    return it == by_token_.end() ? nullptr : it->second;
  }

  bool names_body(const NameMention& name) const {
    return name.type == NameType::organization || described_.kinds.contains(clean_text(doc_, name.span));
  }

  /// "du groupe X": the name is part of what is said.
  bool is_apposed_body(std::uint32_t at) const {
    const text::Word& word = doc_.words[at];
    const NameMention* name = name_at(at);
    return text::universal(word.deprel) == "appos" && at > 0 && word.head == WordId(std::size_t{at} - 1) && name && names_body(*name);
  }

  /// A complement needs a preposition: "l'administration un patrimoine" are two phrases.
  bool is_joined(const text::Word& word, std::uint32_t at) const {
    if (text::universal(word.deprel) != "nmod" || word.upos != Upos::NOUN) return true;
    for (const WordId child : children_.of(WordId(std::size_t{at})))
      if (text::universal(doc_.word(child).deprel) == "case") return true;
    return false;
  }

  /// Whether the way up from a word to the noun passes over adjectives and complements only.
  bool belongs(std::uint32_t at, std::uint32_t noun) const {
    for (std::uint32_t step = 0; step < kLongestDescription && at != noun; ++step) {
      const text::Word& word = doc_.words[at];
      const std::string_view rel = text::universal(word.deprel);
      const bool inside = is_apposed_body(at) || rel == "amod" || rel == "nmod" || rel == "case" || rel == "det" || rel == "flat" || rel == "fixed" ||
                          ((rel == "conj" || rel == "cc") && word.head != WordId(static_cast<std::size_t>(noun)));
      if (!inside || !is_joined(word, at) || !word.head || word.head.value > at + kLongestDescription || !is_nominal(word)) return false;
      if (word.upos == Upos::ADP && !lexicon_.small_word(word.form, WordClass::of)) return false;
      at = word.head.value;
    }
    return at == noun;
  }

  const text::Doc& doc_;
  const text::Children& children_;
  const Lexicon& lexicon_;
  DescribedNames described_;
  std::vector<bool> taken_;
  std::map<std::uint32_t, const NameMention*> by_token_;       // names by first token
  std::unordered_map<std::uint32_t, std::uint32_t> body_end_;  // noun → past the last word of the body's name
  std::vector<Mention> mentions_;
  SentenceId sentence_;
  Standing standing_ = Standing::other;
};

}  // namespace

std::vector<Mention> collect_mentions(const text::Doc& doc, const text::Children& children, const Lexicon& lexicon,
                                      const std::vector<NameMention>& names) {
  return Collector(doc, children, lexicon, names).run();
}

}  // namespace fabula::actors::detail
