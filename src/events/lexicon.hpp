#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/lang/pack.hpp"

namespace fabula::events {

/// One slot of a frame (frames.tsv): the dependent that takes a role.
struct Slot {
  enum class Kind { subject, object, adjective, possessive, theme, preposition };
  Kind kind = Kind::subject;
  bool owner = false;       ///< look into the noun for whoever does or owns it ("+")
  std::string preposition;  ///< where kind is preposition
  ParticipantRole role = ParticipantRole::agent;
};

/// Which dependent of a word takes which part.
struct Frame {
  std::string name;
  std::vector<Slot> slots;
  std::optional<Slot> infinitive_subject;  ///< who the understood subject of an infinitive is
};

/// What a word must have around it to be told.
enum class Needs { any, content, infinitive, speech_object, topic, appeal, quote, actor, argument, weak };

/// A row of say_verbs, event_verbs, event_nouns or verb_phrases.
struct Entry {
  std::string lemma;
  std::string preposition, word;  ///< verb phrases: the second word and the preposition before it
  std::optional<Act> act;         ///< statements only
  std::string predicate_class, code;
  const Frame* frame = nullptr;
  Needs needs = Needs::any;
  std::string source;  ///< "say_verbs.tsv:12"
};

/// A row of light_verbs.
struct LightVerb {
  std::string lemma, slot;
  Frame frame;
  std::string source;  ///< "say_verbs.tsv:12"
};

enum class Cue { aspect, modal, intent, avoid, stative, generic, negation, hearsay, possible, future, speaker, impersonal,
                 particle, echo, restriction, passive, anyone, money, unaccusative, subjectless, means,
                 already, meanwhile, at_once };

/// What a preposition does whatever verb or noun it stands by (event_prepositions).
enum class Case { genitive, dative, agent, linking, topic, purpose };

/// A word sequence of event_connectives, or of the conjunctions in event_cues.
struct Connective {
  enum class Kind { source, cause, response, turn, before, after, during, purpose, condition, question, without, comparison, then, idiom };
  Kind kind = Kind::source;
  std::vector<std::string> words;
  std::optional<Act> act;
  std::string source;  ///< "say_verbs.tsv:12"
};

enum class LinkWord { causes, caused_by, responds, anaphor, anaphor_event, saying, falsity };

/// A row of event_links.
struct LinkEntry {
  LinkWord kind = LinkWord::causes;
  std::string preposition;
  std::string source;  ///< "say_verbs.tsv:12"
};

template <class Value>
using ByLemma = std::unordered_map<std::string, std::vector<Value>>;

/// The tables of one language that the events layer reads, keyed for look-up by lemma. Keeps nothing of the Pack.
///
/// Reflexive verbs are keyed with the reflexive pronoun before the infinitive ("se rendre"); which word that is says the
/// pack's setting `reflexive`.
class Lexicon {
 public:
  /// @param faults  where given, faulty rows are told there and left out, instead of thrown
  /// @throws PackError FAB-PACK-006 a cell that means nothing, FAB-PACK-007 a duplicate; file and line
  explicit Lexicon(const lang::Pack& pack, std::vector<Diagnostic>* faults = nullptr);

  const std::vector<Entry>& say_verbs(const std::string& lemma) const { return find(say_verbs_, lemma); }
  const std::vector<Entry>& event_verbs(const std::string& lemma) const { return find(event_verbs_, lemma); }
  const std::vector<Entry>& event_nouns(const std::string& lemma) const { return find(event_nouns_, lemma); }
  const std::vector<Entry>& verb_phrases(const std::string& lemma) const { return find(verb_phrases_, lemma); }
  const std::vector<LightVerb>& light_verbs(const std::string& lemma) const { return find(light_verbs_, lemma); }
  const std::vector<LinkEntry>& links(const std::string& lemma) const { return find(links_, lemma); }
  bool is(Cue cue, const std::string& lemma) const { return has_bit(cues_, lemma, static_cast<unsigned>(cue)); }
  bool is(Case use, const std::string& preposition) const { return has_bit(cases_, preposition, static_cast<unsigned>(use)); }
  /// Connectives that begin with a word (as it stands or its lemma), longest first.
  const std::vector<Connective>& connectives(const std::string& first) const { return find(connectives_, first); }
  /// The verb of say_verbs or event_verbs that a word form belongs to by verb_endings; null if none. The form is folded.
  const std::string* verb_of_form(const std::string& form) const;
  /// The same for the forms of past participles alone.
  const std::string* verb_of_participle(const std::string& form) const;
  /// Whether any table knows a verb, reflexive or not.
  bool knows_verb(const std::string& lemma) const { return known_verbs_.count(lemma) != 0; }
  /// @throws PackError FAB-PACK-006 if there is none of that name
  const Frame& frame(std::string_view name) const;
  /// The word that makes a lemma reflexive, and a blank: "se "; empty in a language without reflexive verbs.
  const std::string& reflexive_prefix() const { return reflexive_prefix_; }
  /// Lemma of the auxiliary that makes a passive, the pack's setting `passive_auxiliary`.
  const std::string& passive_auxiliary() const { return passive_auxiliary_; }

 private:
  friend class LexiconReader;
  template <class Value>
  static const std::vector<Value>& find(const ByLemma<Value>& map, const std::string& key) {
    static const std::vector<Value> none;
    const auto it = map.find(key);
    return it == map.end() ? none : it->second;
  }

  std::unordered_map<std::string, Frame> frames_;
  ByLemma<Entry> say_verbs_, event_verbs_, event_nouns_, verb_phrases_;
  ByLemma<LightVerb> light_verbs_;
  ByLemma<LinkEntry> links_;
  ByLemma<Connective> connectives_;
  static bool has_bit(const std::unordered_map<std::string, std::uint32_t>& map, const std::string& key, unsigned bit) {
    const auto it = map.find(key);
    return it != map.end() && (it->second >> bit & 1u) != 0;
  }

  std::unordered_map<std::string, std::uint32_t> cues_, cases_;  // bit per Cue, per Case
  std::unordered_map<std::string, std::string> verb_forms_, participles_;
  std::unordered_set<std::string> known_verbs_;
  std::string reflexive_prefix_, passive_auxiliary_;
};

}  // namespace fabula::events
