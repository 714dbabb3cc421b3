#include "events/orders.hpp"

namespace fabula::events {
namespace {

constexpr int kClimb = 6;

enum class Perfect { none, finite, other };

/// Whether a verb's auxiliary puts it before another time: "avait reçu" (finite), "ayant reçu", "avoir reçu" (other).
Perfect perfect_of(const Reading& r, WordId verb) {
  if (!verb || !r.is_participle(verb, "Past")) return Perfect::none;
  for (const WordId c : r.children(verb)) {
    const text::Word& word = r.word(c);
    if (r.relation(c) != "aux" || word.deprel == "aux:pass") continue;
    const auto form = text::feat(word, "VerbForm"), tense = text::feat(word, "Tense");
    if (form == "Inf" || form == "Ger" || (form == "Part" && tense == "Pres")) return Perfect::other;
    if (form == "Fin" && text::feat(word, "Mood") == "Ind" && (tense == "Imp" || tense == "Past")) return Perfect::finite;
  }
  return Perfect::none;
}

class OrderFinder {
 public:
  OrderFinder(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index, const std::vector<Content>& contents)
      : r_(r), triggers_(triggers), index_(index), contents_(contents) {}

  std::vector<std::pair<std::size_t, std::size_t>> find(std::span<const ConnectiveMatch> connectives) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    const auto add = [&](std::size_t earlier, std::size_t later) {
      if (earlier != kNoTrigger && later != kNoTrigger && earlier != later) found.emplace_back(earlier, later);
    };
    for (std::size_t i = 0; i < triggers_.size(); ++i) {
      const Perfect perfect = perfect_of(r_, triggers_[i].verb);
      if (perfect != Perfect::none) add(i, reference_of(i, perfect));
    }
    for (const ConnectiveMatch& m : connectives)
      if (m.connective->kind == Connective::Kind::then) {
        const std::size_t later = above(m.governor ? m.governor : m.first);
        if (later != kNoTrigger) add(told_before(later), later);
      }
    return found;
  }

 private:
  std::size_t above(WordId at) const {
    for (int steps = 0; at && steps < kClimb; ++steps, at = r_.head(at))
      if (const auto& here = index_.at(at); !here.empty()) return here.front();
    return kNoTrigger;
  }

  /// What the verb's time is before: the event above it unless that tells it; for a main clause what was told before.
  std::size_t reference_of(std::size_t i, Perfect perfect) const {
    const std::size_t over = above(r_.head(triggers_[i].verb));
    if (over != kNoTrigger) return contents_[i].statement == over || r_.relation(triggers_[i].verb) == "conj" ? kNoTrigger : over;
    return perfect == Perfect::finite && contents_[i].statement == kNoTrigger ? told_before(i) : kNoTrigger;
  }

  bool is_main(std::size_t i) const {
    const Trigger& t = triggers_[i];
    return t.verb && r_.is_finite(t.verb) && contents_[i].statement == kNoTrigger && perfect_of(r_, t.verb) == Perfect::none &&
           above(r_.head(t.verb)) == kNoTrigger;
  }

  /// The last main clause before, in this sentence or the one before in the same paragraph.
  std::size_t told_before(std::size_t i) const {
    const SentenceId here = r_.doc().sentence_of(triggers_[i].word);
    for (std::size_t j = i; j-- > 0;) {
      const SentenceId there = r_.doc().sentence_of(triggers_[j].word);
      if (here.value - there.value > 1 ||
          r_.doc().sentences[here.value].paragraph != r_.doc().sentences[there.value].paragraph)
        break;
      if (is_main(j)) return j;
    }
    return kNoTrigger;
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  const TriggerIndex& index_;
  const std::vector<Content>& contents_;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> find_orders(const Reading& reading, const std::vector<Trigger>& triggers,
                                                             const TriggerIndex& index, const std::vector<Content>& contents,
                                                             std::span<const ConnectiveMatch> connectives) {
  return OrderFinder(reading, triggers, index, contents).find(connectives);
}

}  // namespace fabula::events
