#include "events/refutations.hpp"

#include <algorithm>

namespace fabula::events {
namespace {

constexpr int kClimb = 6;

class RefutationFinder {
 public:
  RefutationFinder(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index, const std::vector<Content>& contents)
      : r_(r), triggers_(triggers), index_(index), contents_(contents) {}

  std::vector<Refutation> find() const {
    std::vector<Refutation> found;
    for (std::uint32_t w = 0; w < r_.doc().words.size(); ++w)
      if (has_kind(WordId(w), LinkWord::falsity)) add(WordId(w), found);
    return found;
  }

 private:
  bool has_kind(WordId w, LinkWord kind) const {
    const auto& entries = r_.lexicon().links(r_.word(w).lemma);
    return std::any_of(entries.begin(), entries.end(), [&](const LinkEntry& e) { return e.kind == kind; });
  }

  void add(WordId falsity, std::vector<Refutation>& found) const {
    const WordId predicate = predicate_of(falsity);
    if (!predicate || r_.is_negated(predicate)) return;
    const WordId cop = r_.child(predicate, "cop");
    Refutation out;
    out.noun = cop ? said_before(predicate, cop) : judged(predicate);
    if (!out.noun) return;
    out.statement = statement_of(out.noun, predicate);
    if (out.statement == kNoTrigger) return;
    out.told = told_in(out.noun, cop ? cop : predicate);
    found.push_back(std::move(out));
  }

  /// The word with the copula ("une vague de désinformation" is one by its complement), or the falsity itself beside a
  /// verb of judging.
  WordId predicate_of(WordId falsity) const {
    WordId at = falsity;
    for (int steps = 0; steps < 2; ++steps) {
      if (r_.child(at, "cop")) return at;
      if (r_.relation(at) != "nmod" || !r_.head(at)) break;
      at = r_.head(at);
    }
    const auto relation = r_.relation(falsity);
    return relation == "xcomp" || relation == "obl" || relation == "obj" ? falsity : WordId();
  }

  bool is_said(WordId w) const {
    if (r_.word(w).upos == text::Upos::PRON) return text::feat(r_.word(w), "PronType") == "Dem";
    if (!r_.is_nominal(w)) return false;
    const auto& here = index_.at(w);
    return has_kind(w, LinkWord::anaphor) || (!here.empty() && triggers_[here.front()].is_statement());
  }

  /// The subject of the copula; where the tree gives none, the nearest noun for something said before it.
  WordId said_before(WordId predicate, WordId cop) const {
    for (const WordId s : r_.subjects(predicate))
      if (is_said(s)) return s;
    if (r_.child(predicate, "nsubj")) return {};
    const std::uint32_t begin = r_.doc().sentences[r_.doc().sentence_of(cop).value].first_word;
    for (std::uint32_t w = cop.value; w-- > begin;)
      if (is_said(WordId(w))) return WordId(w);
    return {};
  }

  /// "a qualifié ces accusations de mensonges": the object of a verb of speech.
  WordId judged(WordId falsity) const {
    const WordId verb = r_.head(falsity);
    if (!verb || index_.at(verb).empty() || !triggers_[index_.at(verb).front()].is_statement()) return {};
    for (const WordId o : r_.objects(verb))
      if (o != falsity && is_said(o)) return o;
    return {};
  }

  /// Who says so: the quotation or clause that the noun stands in, else the statement above the predicate.
  std::size_t statement_of(WordId noun, WordId predicate) const {
    if (const auto& here = index_.at(noun); !here.empty() && contents_[here.front()].statement != kNoTrigger)
      return contents_[here.front()].statement;
    WordId at = r_.head(predicate);
    for (int steps = 0; at && steps < kClimb; ++steps, at = r_.head(at))
      for (const std::size_t t : index_.at(at))
        if (triggers_[t].is_statement() && triggers_[t].word != noun) return t;
    return kNoTrigger;
  }

  /// The noun's own statement and the happenings of its phrase; what a finite verb tells there is said beside.
  std::vector<std::size_t> told_in(WordId noun, WordId end) const {
    std::vector<std::size_t> told;
    for (std::uint32_t w = noun.value; w < end.value; ++w)
      for (const std::size_t t : index_.at(WordId(w)))
        if (WordId(w) == noun || !triggers_[t].verb || !r_.is_finite(WordId(w))) told.push_back(t);
    return told;
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  const TriggerIndex& index_;
  const std::vector<Content>& contents_;
};

}  // namespace

std::vector<Refutation> find_refutations(const Reading& reading, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                                         const std::vector<Content>& contents) {
  return RefutationFinder(reading, triggers, index, contents).find();
}

}  // namespace fabula::events
