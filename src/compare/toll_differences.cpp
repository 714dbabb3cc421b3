#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "fabula/base/unicode.hpp"
#include "findings.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr double kSameEvent = 0.7;
constexpr double kSameName = 0.55;
constexpr std::chrono::days kSlack{3};   // between the days of one disaster as articles tell them
constexpr double kMostRatio = 5;
constexpr std::size_t kCommon = 40;      // tolls that a name may stand beside
constexpr std::size_t kLead = 3;         // events that an article begins with
constexpr std::chrono::days kNews{30};   // a toll without a day befell people in the days before the article came out

bool is_real(events::Factuality f) {
  return f == events::Factuality::asserted || f == events::Factuality::claimed || f == events::Factuality::alleged;
}

/// Words of a text that begin with a capital, without accents, each as often as it stands there.
std::map<std::string, int> capitalised(std::u32string_view text) {
  std::map<std::string, int> count;
  std::u32string word;
  const auto flush = [&] {
    if (word.size() > 2 && is_upper(word.front())) ++count[fold_accents(to_utf8(word))];
    word.clear();
  };
  for (const char32_t c : text) {
    if (is_letter(c)) word += c;
    else flush();
  }
  flush();
  return count;
}

std::u32string_view after_first_word(std::u32string_view text) {
  const std::size_t begin = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_letter) - text.begin());
  const std::size_t end = static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_letter) - text.begin());
  return text.substr(end);
}

/// The words that name states, which name too much.
std::set<std::string> state_words(const graph::StoryGraph& story) {
  std::set<std::string> words;
  const auto add = [&](const std::string& text) {
    for (const auto& [word, n] : capitalised(to_utf32(text))) words.insert(word);
  };
  for (std::size_t i = 0; i < story.actor_count(); ++i) {
    const actors::Actor& actor = story.actor(ActorId(i));
    if (actor.kind != actors::ActorKind::state) continue;
    add(actor.name);
    for (const std::string& alias : actor.aliases) add(alias);
  }
  return words;
}

/// How many people a thing befell, as one place in an article tells it.
struct Toll {
  std::size_t group = 0;
  EventId event;
  const graph::Mention* mention = nullptr;
  const Quantity* quantity = nullptr;
  DayRange when;
};

/// What tolls can be told to be of one disaster by: an event that several tell, or a name that the article comes back to.
struct Anchor {
  EventId event;
  std::string name;
  auto operator<=>(const Anchor&) const = default;
};

class Tolls {
 public:
  Tolls(const StoryIndex& index, SentenceNumbers& numbers)
      : index_(index), numbers_(numbers), states_(state_words(index.story())), told_(index.story().article_count()) {
    for (const EventId event : index.events()) {
      if (index.story().event(event).type != events::EventType::action) continue;
      for (const graph::Mention& m : index.story().event(event).mentions)
        if (!index.groups_of(m.article).empty()) told_[m.article.value].push_back({&m, event});
    }
    for (auto& article : told_) std::sort(article.begin(), article.end(), [](const auto& a, const auto& b) { return a.first->span < b.first->span; });
  }

  /// By anchor and measure.
  std::map<std::pair<Anchor, std::string>, std::vector<Toll>> run() {
    for (const auto& article : told_)
      for (std::size_t i = 0; i < article.size(); ++i) add(article, i);
    return std::move(tolls_);
  }

 private:
  using Told = std::pair<const graph::Mention*, EventId>;
  using Article = std::vector<Told>;  // in the order of the text

  void add(const Article& article, std::size_t i) {
    const graph::Mention& m = *article[i].first;
    if (!is_real(m.factuality)) return;
    std::vector<std::pair<std::string, const Quantity*>> found;
    for (const auto& [measure, q] : numbers_.near(m))
      if (numbers_.is_toll(measure) && is_nearest(article, i, q->span)) found.push_back({measure, q});
    if (found.empty()) return;
    for (const Anchor& anchor : anchors(article, i))
      for (const auto& [measure, q] : found)
        for (const std::size_t group : index_.groups_of(m.article))
          tolls_[{anchor, measure}].push_back({group, article[i].second, &m, q, days(m)});
  }

  /// The events around the i-th that begin within a span; only neighbours are looked at, since articles can be long.
  static std::span<const Told> within(const Article& article, std::size_t i, Span span) {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && article[begin - 1].first->span.begin >= span.begin) --begin;
    while (end < article.size() && article[end].first->span.begin < span.end) ++end;
    return std::span(article).subspan(begin, end - begin);
  }

  /// No other event of the sentence stands nearer to the number.
  static bool is_nearest(const Article& article, std::size_t i, Span number) {
    const graph::Mention& m = *article[i].first;
    const auto sentence = within(article, i, m.sentence);
    return std::none_of(sentence.begin(), sentence.end(), [&](const Told& other) {
      return other.first->sentence == m.sentence && distance(other.first->span, number) < distance(m.span, number);
    });
  }

  /// What the sentence and the one before it tell and name: an article says first what happened and where. Where they
  /// name nothing, what the article begins with.
  std::set<Anchor> anchors(const Article& article, std::size_t i) {
    std::set<Anchor> out;
    const Span sentence = article[i].first->sentence;
    Span two = sentence;
    for (std::size_t k = i; k-- > 0 && two == sentence;) two.begin = article[k].first->sentence.begin;
    for (const auto& [mention, event] : within(article, i, two))
      if (two.contains(mention->span) && event != article[i].second && is_real(mention->factuality) && index_.tellers(event).size() > 1)
        out.insert({event, {}});
    const ArticleId id = article[i].first->article;
    auto names = names_in(id, two);
    if (names.empty()) names = names_in(id, {0, article[std::min<std::size_t>(kLead, article.size() - 1)].first->sentence.end});
    for (std::string& name : names) out.insert({{}, std::move(name)});
    return out;
  }

  /// Words with a capital within a span, not its first, that stand more than once in the article: what it is about.
  std::vector<std::string> names_in(ArticleId article, Span span) {
    const auto& often = words_of(article);
    std::vector<std::string> names;
    for (const auto& [word, n] : capitalised(after_first_word(index_.texts().view(article, span)))) {
      const auto found = often.find(word);  // a span that cuts a word makes one that the article does not have
      if (!states_.contains(word) && found != often.end() && found->second > 1) names.push_back(word);
    }
    return names;
  }

  /// Of a whole article; those of the last one asked for are kept, since its events are gone through together.
  const std::map<std::string, int>& words_of(ArticleId article) {
    if (words_article_ != article) {
      words_ = capitalised(index_.texts().view(article, {0, index_.story().article(article).characters}));
      words_article_ = article;
    }
    return words_;
  }

  DayRange days(const graph::Mention& m) const {
    if (is_stated(m.time) && m.time.range.earliest && m.time.range.latest) return m.time.range;
    const DayRange& published = index_.story().article(m.article).published.range;
    if (!published.earliest || !published.latest) return {};
    return {*published.earliest - kNews, *published.latest};
  }

  const StoryIndex& index_;
  SentenceNumbers& numbers_;
  std::set<std::string> states_;
  std::map<std::string, int> words_;
  ArticleId words_article_;
  std::vector<Article> told_;
  std::map<std::pair<Anchor, std::string>, std::vector<Toll>> tolls_;
};

/// One disaster's tolls do not differ beyond this; where no event that both tell holds them together, it must be one.
bool comparable(const Quantity& a, const Quantity& b) { return a.low <= b.low * kMostRatio && b.low <= a.low * kMostRatio; }

bool tells(const std::vector<Side>& sides, const Toll& toll) {
  const std::string value = value_text(*toll.quantity);
  return std::any_of(sides.begin(), sides.end(), [&](const Side& side) { return side.value == value; });
}

bool may_meet(const DayRange& a, const DayRange& b) {
  return !(a.latest && b.earliest && *a.latest + kSlack < *b.earliest) && !(b.latest && a.earliest && *b.latest + kSlack < *a.earliest);
}

}  // namespace

std::vector<TollDifference> toll_differences(const StoryIndex& index, SentenceNumbers& numbers) {
  std::vector<TollDifference> out;
  const std::size_t common = std::max(kCommon, index.story().article_count() / 10);
  for (const auto& [key, tolls] : Tolls(index, numbers).run()) {
    const auto& [anchor, measure] = key;
    if (!anchor.event && tolls.size() > common) continue;  // a name that stands beside many tolls is no one disaster's
    SideList list;
    std::vector<Toll> first;  // of each value
    for (const Toll& t : tolls) {
      if (list.position(value_text(*t.quantity)) == first.size()) first.push_back(t);
      list.add(value_text(*t.quantity), t.group, {t.mention->article, t.quantity->span, t.mention->sentence}, t.mention->claimed_by);
    }
    Conflicts split = conflicts(list.sides(), [&](std::size_t i, std::size_t j) {
      const Quantity &a = *first[i].quantity, &b = *first[j].quantity;
      return !a.compatible(b) && (anchor.event || comparable(a, b)) && may_meet(first[i].when, first[j].when);
    });
    if (split.across.empty()) continue;
    std::vector<EventId> events;
    if (anchor.event) events.push_back(anchor.event);
    for (const Toll& t : tolls)
      if (tells(split.across, t) && std::find(events.begin(), events.end(), t.event) == events.end()) events.push_back(t.event);
    out.push_back({{events.front(), Aspect::number, measure, true, anchor.event ? kSameEvent : kSameName, std::move(split.across)}, events});
  }
  return out;
}

}  // namespace fabula::compare
