#include "fabula/graph/build_story.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "coreference.hpp"
#include "event_summary.hpp"
#include "fabula/base/unicode.hpp"
#include "findings.hpp"
#include "positions.hpp"
#include "story_input.hpp"
#include "story_times.hpp"

namespace fabula::graph {
namespace {

using events::LinkType;

Mention story_mention(const InputMention& in) {
  const events::EventMention& m = in.mention;
  Mention out;
  out.article = in.article;
  out.span = m.span;
  out.sentence = m.sentence;
  out.quotes = m.quotes;
  out.predicate = m.predicate;
  out.label = m.label;
  out.participants = m.participants;
  out.location = m.location;
  out.time = m.time;
  out.dated_because = m.dated_because;
  out.factuality = m.factuality;
  out.claimed_by = m.claimed_by;
  out.rule = m.rule;
  return out;
}

/// Whether a label is told in capitals alone, as headlines shout.
bool shouts(const std::string& label) {
  const std::u32string text = to_utf32(label);
  const auto is_small = [](char32_t c) { return is_letter(c) && !is_upper(c); };
  return std::none_of(text.begin(), text.end(), is_small);
}

/// The best mention's; one in capitals only where no other mention has another.
std::string label_of(const StoryInput& input, const std::vector<std::size_t>& group, const std::string& best) {
  if (!shouts(best)) return best;
  for (const std::size_t i : group)
    if (const std::string& label = input.mentions[i].mention.label; !shouts(label)) return label;
  return best;
}

/// The event of one group of mentions, ascending positions in the input.
Event make_event(const StoryInput& input, const std::vector<std::size_t>& group) {
  Event event;
  for (const std::size_t i : group) event.mentions.push_back(story_mention(input.mentions[i]));
  const events::EventMention& best = input.mentions[group[best_grounded(event.mentions)]].mention;
  event.type = best.type;
  event.act = best.act;
  event.predicate = best.predicate;
  event.predicate_class = best.predicate_class;
  event.code = best.code;
  event.label = label_of(input, group, best.label);
  event.location = best.location;
  event.factuality = event_factuality(event.mentions);
  for (const std::size_t i : group) {
    if (event.code.empty()) event.code = input.mentions[i].mention.code;
    if (event.location.empty()) event.location = input.mentions[i].mention.location;
  }
  return event;
}

/// Denial outweighs confirmation, and either outweighs mere aboutness (story-format, "Links").
int strength(LinkType type) { return type == LinkType::denies ? 2 : type == LinkType::confirms ? 1 : 0; }

bool is_content(LinkType type) {
  return type == LinkType::about || type == LinkType::denies || type == LinkType::confirms;
}

/// Links between events, each pair and kind once with its first evidence; of the content links of a pair the strongest.
class LinkSet {
 public:
  void insert(EventId from, EventId to, const Link& link) {
    if (from == to) return;
    const int slot = is_content(link.type) ? -1 : static_cast<int>(link.type);
    const auto [it, added] = links_.try_emplace({from, to, slot}, link);
    if (!added && strength(link.type) > strength(it->second.type)) it->second = link;
  }
  void move_into(StoryGraph& story) const {
    for (const auto& [key, link] : links_) story.add(std::get<0>(key), std::get<1>(key), link);
  }

 private:
  std::map<std::tuple<EventId, EventId, int>, Link> links_;
};

/// @return the event of each mention of the input
std::vector<EventId> add_events(StoryGraph& story, const StoryInput& input, const Coreference& coreference) {
  std::vector<EventId> event_of(input.mentions.size());
  for (std::size_t g = 0; g < coreference.groups.size(); ++g) {
    Event event = make_event(input, coreference.groups[g]);
    event.merged_because = coreference.because[g];
    const EventId id = story.add(std::move(event));
    for (const std::size_t i : coreference.groups[g]) event_of[i] = id;
  }
  return event_of;
}

void add_links(StoryGraph& story, const StoryInput& input, const std::vector<EventId>& event_of) {
  LinkSet set;
  for (std::size_t a = 0; a < input.articles.size(); ++a) {
    const auto& at = input.at[a];
    for (const events::EventLink& link : input.articles[a]->events.links)
      set.insert(event_of[at[link.from.value]], event_of[at[link.to.value]], {link.type, ArticleId(a), link.span});
  }
  set.move_into(story);
}

/// Fills in which statement makes each claim, now that mentions belong to events.
void set_claims(StoryGraph& story, const StoryInput& input, const std::vector<EventId>& event_of) {
  std::map<EventId, std::size_t> next;
  for (std::size_t i = 0; i < input.mentions.size(); ++i) {
    const EventId event = event_of[i];
    Mention& mention = story.event(event).mentions[next[event]++];
    const MentionId claim = input.mentions[i].mention.claim_event;
    if (claim) mention.claim_event = event_of[input.at[input.mentions[i].article.value][claim.value]];
  }
}

/// What merging needs of an article; the ids of its words mean nothing without its Doc.
Extraction extraction_of(const ArticleExtraction& article) {
  Extraction out{article.actors, article.events};
  for (actors::Actor& actor : out.actors)
    for (actors::ActorMention& m : actor.mentions) m.head = WordId();
  for (events::EventMention& m : out.events.mentions) m.trigger = WordId();
  return out;
}

}  // namespace

StoryGraph build_story(std::span<const ArticleExtraction> articles, const actors::StoryActors& actors,
                       const BuildOptions& options) {
  const StoryInput input = order_input(articles, actors);
  const Principals principals(input.actors);
  StoryGraph story;
  for (const ArticleExtraction* a : input.articles) {
    story.add(a->article);
    story.extractions.push_back(extraction_of(*a));
  }
  for (const actors::Actor& actor : input.actors) story.add(actor);
  story.add_affiliations_of_roles();
  const std::vector<EventId> event_of = add_events(story, input, find_coreference(input, principals, options.coreference));
  add_links(story, input, event_of);
  set_claims(story, input, event_of);
  const TimeNetwork network = time_network_of(story, options.coreference.general);
  const std::vector<TimeConflict> conflicts = network.conflicts();
  set_times(story, network, conflicts);
  story.positions = find_positions(story, principals);
  story.findings = find_findings(story, network, conflicts, options.wording);
  return story;
}

}  // namespace fabula::graph
