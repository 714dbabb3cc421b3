#include "events/content.hpp"

#include <algorithm>

namespace fabula::events {
namespace {

using text::Upos;

constexpr int kClimb = 64;

bool appraises(const Trigger& t) {
  if (!t.entry || !t.entry->act) return false;
  const Act a = *t.entry->act;
  return a == Act::condemn || a == Act::support || a == Act::concern;
}

/// Whether a dependent of a verb of speech tells what is said, rather than who says it, when or why.
bool is_content(const Reading& r, WordId child, WordId verb) {
  const auto rel = r.relation(child);
  if (rel == "ccomp" || rel == "xcomp" || rel == "parataxis") return true;
  if (rel == "obj") return true;
  if (rel == "nsubj") return r.is_passive(verb);
  if (rel == "csubj") return true;
  if (rel == "advcl" || rel == "obl" || rel == "nmod" || rel == "acl") {
    const std::string p = r.preposition(child);
    const Lexicon& lex = r.lexicon();
    if (r.is_infinitive(child)) return lex.is(Case::linking, p) || (lex.is(Case::purpose, p) && r.relation(child) != "obl");
    if (rel == "nmod") return lex.is(Case::topic, p);
    return rel == "obl" && r.word(child).deprel != "obl:agent" && lex.is(Case::topic, p);
  }
  return false;
}

class ContentFinder {
 public:
  ContentFinder(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                const std::vector<Quotation>& quotations)
      : r_(r), triggers_(triggers), index_(index), quotations_(quotations), owner_(quotations.size(), kNoTrigger) {
    for (std::size_t i = 0; i < triggers.size(); ++i) {
      for (const std::size_t q : triggers[i].quotes) owner_[q] = i;
      const Trigger& t = triggers[i];
      if (t.source && t.clause) vouched_[t.clause].push_back(i);
      if (t.is_statement() && t.verb == t.word && t.word && r.relation(t.word) == "parataxis" && r.head(t.word) &&
          r.head(t.word) < t.word)
        vouched_[r.head(t.word)].push_back(i);
    }
  }

  std::vector<Content> find() const {
    std::vector<Content> found;
    for (std::size_t i = 0; i < triggers_.size(); ++i) found.push_back(of(i));
    return found;
  }

 private:
  Content of(std::size_t i) const {
    const Trigger& t = triggers_[i];
    Content c;
    if (t.source) return c;
    WordId at = t.word;
    for (int steps = 0; at && steps < kClimb; ++steps) {
      if (const std::size_t s = voucher(at, i); s != kNoTrigger) return {s, c.depth, c.aside, false};
      const WordId above = r_.head(at);
      if (!above) break;
      for (const std::size_t s : index_.at(above)) {
        if (s == i || !triggers_[s].is_statement() || triggers_[s].source) continue;
        if (above == t.verb && t.light) continue;
        if (is_content(r_, at, above)) {
          const bool nominal = !r_.is_infinitive(at) && r_.word(at).upos != Upos::VERB && r_.relation(at) != "ccomp";
          return {s, c.depth, c.aside, nominal && appraises(triggers_[s])};
        }
      }
      c.aside |= r_.relation(at) == "acl" && !r_.is_infinitive(at);
      if (!index_.at(above).empty() && !(above == t.verb && t.light) && r_.relation(at) != "conj") ++c.depth;
      at = above;
    }
    return quoted(i);
  }

  /// A source ("selon X") or a verb put beside ("…, affirme X") that vouches for the clause a word heads.
  std::size_t voucher(WordId word, std::size_t self) const {
    const auto it = vouched_.find(word);
    if (it == vouched_.end()) return kNoTrigger;
    for (const std::size_t s : it->second) {
      const Trigger& t = triggers_[s];
      if (s == self || (t.speaker && r_.within(triggers_[self].word, t.speaker))) continue;
      if (!t.source && r_.within(triggers_[self].word, t.word)) continue;
      return s;
    }
    return kNoTrigger;
  }

  Content quoted(std::size_t i) const {
    const Span span = r_.word(triggers_[i].word).span;
    auto it = std::upper_bound(quotations_.begin(), quotations_.end(), span.begin,
                               [](std::uint32_t at, const Quotation& q) { return at < q.span.begin; });
    if (it == quotations_.begin()) return {};
    --it;
    const std::size_t owner = owner_[static_cast<std::size_t>(it - quotations_.begin())];
    if (!it->span.contains(span) || owner == i) return {};
    Content c;
    c.statement = owner;
    return c;
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  const TriggerIndex& index_;
  const std::vector<Quotation>& quotations_;
  std::vector<std::size_t> owner_;
  std::unordered_map<WordId, std::vector<std::size_t>> vouched_;
};

}  // namespace

TriggerIndex::TriggerIndex(const std::vector<Trigger>& triggers) {
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    at_[triggers[i].word].push_back(i);
    if (triggers[i].light && triggers[i].verb != triggers[i].word) at_[triggers[i].verb].push_back(i);
  }
}

const std::vector<std::size_t>& TriggerIndex::at(WordId word) const {
  static const std::vector<std::size_t> none;
  const auto it = at_.find(word);
  return it == at_.end() ? none : it->second;
}

std::size_t TriggerIndex::event_of(const Reading& r, WordId word, int depth) const {
  if (!word) return kNoTrigger;
  if (const auto& here = at(word); !here.empty()) return here.front();
  if (depth == 0) return kNoTrigger;
  for (const WordId c : r.children(word)) {
    const auto rel = r.relation(c);
    if (rel == "acl" || rel == "advcl" || rel == "parataxis") continue;
    if (const std::size_t found = event_of(r, c, depth - 1); found != kNoTrigger) return found;
  }
  return kNoTrigger;
}

std::vector<Content> find_contents(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                                   const std::vector<Quotation>& quotations) {
  return ContentFinder(r, triggers, index, quotations).find();
}

}  // namespace fabula::events
