#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/actors/actor.hpp"
#include "fabula/actors/overrules.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// An actor that the language pack knows by name.
struct KnownActor {
  std::string key;
  std::string name;
  ActorKind kind = ActorKind::organization;
  char gender = '?', number = '?';
  std::string of;  ///< key of the state it belongs to; may be empty
  bool any_kind = false;  ///< an analyst's list names it without a kind: it is what the text says
};

/// Where a run of tokens names a known actor.
struct KnownMatch {
  std::uint32_t tokens = 0;  ///< length in tokens; 0 for none
  std::uint32_t known = 0;   ///< position in Lexicon::known
  bool seat = false;         ///< named by its capital
  bool listed = false;       ///< named by an analyst's list, whatever else the words may be
};

/// Classes of actor_nouns.tsv; a noun may be in several.
enum NounClass : std::uint16_t {
  kTitle = 1, kHonorific = 2, kInstitution = 4, kGroup = 8, kCountry = 16, kCapital = 32, kMedium = 64, kOrganization = 128, kPerson = 256, kPortfolio = 512, kNamer = 1024
};
struct Noun {
  std::uint16_t classes = 0;
  char gender = '?';      ///< of this form; '?' where masculine and feminine are the same
  bool plural = false;
  std::string singular;   ///< masculine singular, as in the table
  bool is(NounClass c) const { return (classes & c) != 0; }
};

/// Classes of actor_words.tsv.
enum class WordClass : std::uint8_t {
  place, dative, of, acting, subject, object, possessive, demonstrative, relative, first, particle, last, rank
};
struct SmallWord {
  WordClass cls;
  char gender = '?', number = '?';
};

enum class ProperNameKind : std::uint8_t { none, given, surname, other };
struct ProperName {
  ProperNameKind kind = ProperNameKind::none;
  char gender = '?';
};

/// The tables of one language that actors are found with, indexed. Immutable once loaded.
class Lexicon {
 public:
  /// @throws PackError a table lacks a column or holds a value that is not in its list: file and line
  static Lexicon load(const lang::Pack& pack);

  /// The same lexicon with an analyst's list put over it: its names are known, and known actors that it makes one are one.
  Lexicon overruled(const Overrules& overrules) const;

  std::vector<KnownActor> known;

  /// The longest run of tokens from `first` (and before `end`) that names a known actor.
  KnownMatch match(const text::Doc& doc, std::uint32_t first, std::uint32_t end) const;
  /// Position in `known` of the state whose adjective, demonym or inhabitant a word is.
  std::optional<std::uint32_t> state_of_adjective(std::string_view form) const;
  std::optional<std::uint32_t> find_key(std::string_view key) const;
  /// Nothing for a word that is no actor noun. Looks at the form first, then at the lemma.
  const Noun* noun(const text::Word& word) const;
  /// Nothing for a word that is not in actor_words.tsv in that class.
  const SmallWord* small_word(std::string_view form, WordClass cls) const;
  ProperName proper_name(std::string_view form) const;

 private:
  void add_states(const lang::Table& table);
  void add_organizations(const lang::Table& table);
  void add_media(const lang::Table& table);
  void add_nouns(const lang::Table& table);
  void add_small_words(const lang::Table& table);
  void add_proper_names(const lang::Table& table);
  void add_name(std::string_view name, std::uint32_t known, bool seat);
  void add_listed(const Overrules& overrules, std::size_t listed);
  std::vector<std::uint32_t> known_of(const Overrules& overrules, std::size_t listed) const;
  void redirect(std::uint32_t from, std::uint32_t to);
  void index_beginnings();

  std::unordered_map<std::string, KnownMatch> names_;  // by name_key(); tokens unused
  std::vector<std::string> beginnings_;                // the keys of names_, sorted
  std::unordered_map<std::string, std::uint32_t> adjectives_, keys_;
  std::unordered_map<std::string, Noun> nouns_;
  std::unordered_map<std::string, std::vector<SmallWord>> small_words_;
  std::unordered_map<std::string, ProperName> proper_names_;
};

/// The form names are compared in: blanks, hyphens, apostrophes, full stops and accents left out, so that spellings of one
/// name are equal; lower case but for the first letter of each word. A word in capitals keeps them all.
std::string name_key(std::string_view text);

/// "Le Monde" → "le Monde".
std::string with_small_first_letter(std::string name);

}  // namespace fabula::actors::detail
