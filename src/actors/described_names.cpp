#include "actors/described_names.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "actors/phrase.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::actors::detail {
namespace {

using text::Upos;

class Describer {
 public:
  Describer(const text::Doc& doc, const Lexicon& lexicon, std::vector<NameMention> names)
      : doc_(doc), lexicon_(lexicon), found_{std::move(names), {}} {}

  DescribedNames run() {
    for (NameMention& name : found_.names)
      if (begins_with_namer(name)) name.span.begin = doc_.tokens[++name.first_token].span.begin;
    add_names_behind_namers();
    find_kinds();
    add_names_alone();
    return std::move(found_);
  }

 private:
  /// "groupe X" taken for a name.
  bool begins_with_namer(const NameMention& name) const {
    return name.type == NameType::organization && name.end_token > name.first_token + 1 &&
           capitalised(doc_.tokens[name.first_token + 1].form) && is_namer(word_of(name.first_token));
  }

  /// "le groupe X" has a name though X looks like none.
  void add_names_behind_namers() {
    const std::vector<bool> named = named_tokens();
    for (std::uint32_t t = 1; t < doc_.tokens.size(); ++t) {
      const WordId noun = word_of(t).head;
      if (named[t] || !looks_like_name(t) || !noun || doc_.word(noun).token != t - 1 || !is_namer(doc_.word(noun))) continue;
      const WordId first(std::size_t{doc_.tokens[t].first_word});
      std::uint32_t end = t + 1;
      while (end < doc_.tokens.size() && !named[end] && looks_like_name(end) && word_of(end).head == first) ++end;
      add_organization(t, end);
    }
  }

  void find_kinds() {
    std::set<std::string> surnames;
    for (const NameMention& name : found_.names)
      if (name.type == NameType::person && name.end_token > name.first_token + 1) surnames.insert(doc_.tokens[name.end_token - 1].form);
    for (const NameMention& name : found_.names) {
      const auto kind = kind_before(name);
      if (kind && !surnames.contains(doc_.tokens[name.first_token].form)) found_.kinds.emplace(clean_text(doc_, name.span), *kind);
    }
  }

  /// What the noun before a name says that it is. "Le chef de l'organisation Jean X" is still a person.
  std::optional<ActorKind> kind_before(const NameMention& name) const {
    const std::uint32_t word = doc_.tokens[name.first_token].first_word;
    const bool may_be_body = name.type == NameType::person || name.type == NameType::location || name.type == NameType::organization;
    if (word == 0 || !may_be_body || !is_namer(doc_.words[word - 1])) return std::nullopt;
    const text::Word& before = doc_.words[word - 1];
    if (name.type == NameType::person) {
      const Noun* governor = before.head ? lexicon_.noun(doc_.word(before.head)) : nullptr;
      if (governor && governor->is(kTitle)) return std::nullopt;
      if (lexicon_.proper_name(doc_.words[word].form).kind == ProperNameKind::given && name.end_token > name.first_token + 1) return std::nullopt;
    }
    return lexicon_.noun(before)->is(kOrganization) ? ActorKind::organization : ActorKind::media;
  }

  /// A described name of one word is one wherever it stands, though nothing there shows it.
  void add_names_alone() {
    const std::vector<bool> named = named_tokens();
    for (std::uint32_t t = 0; t < doc_.tokens.size(); ++t)
      if (!named[t] && looks_like_name(t) && found_.kinds.contains(doc_.tokens[t].form)) add_organization(t, t + 1);
  }

  void add_organization(std::uint32_t first, std::uint32_t end) {
    found_.names.push_back({{doc_.tokens[first].span.begin, doc_.tokens[end - 1].span.end}, first, end, NameType::organization});
  }

  std::vector<bool> named_tokens() const {
    std::vector<bool> named(doc_.tokens.size(), false);
    for (const NameMention& name : found_.names) std::fill(named.begin() + name.first_token, named.begin() + name.end_token, true);
    return named;
  }

  const text::Word& word_of(std::uint32_t token) const { return doc_.words[doc_.tokens[token].first_word]; }
  /// Not the letter of "groupe A".
  bool looks_like_name(std::uint32_t token) const {
    const std::u32string form = to_utf32(doc_.tokens[token].form);
    return word_of(token).upos == Upos::PROPN && form.size() > 1 && is_upper(form[0]) && is_letter(form[1]);
  }
  /// A noun in small letters that says what the name behind it names.
  bool is_namer(const text::Word& word) const {
    const Noun* noun = word.upos == Upos::NOUN && !capitalised(word.form) ? lexicon_.noun(word) : nullptr;
    return noun && !noun->plural && noun->is(kNamer);
  }

  const text::Doc& doc_;
  const Lexicon& lexicon_;
  DescribedNames found_;
};

}  // namespace

DescribedNames describe_names(const text::Doc& doc, const Lexicon& lexicon, std::vector<NameMention> names) {
  return Describer(doc, lexicon, std::move(names)).run();
}

}  // namespace fabula::actors::detail
