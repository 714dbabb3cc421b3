#include "events/scene.hpp"

#include "events/time_values.hpp"

namespace fabula::events {
namespace {

using std::chrono::days;

constexpr auto kSceneOfSpeech = days{2};
constexpr auto kStory = days{7};

}  // namespace

Scene::Scene(const text::Doc& doc) : doc_(doc), published_(doc.article.published) {
  published_.basis = is_bounded(published_) ? TimeBasis::published : TimeBasis::unknown;
}

void Scene::enter(SentenceId sentence) {
  const std::uint32_t paragraph = sentence ? doc_.sentences[sentence.value].paragraph : 0;
  if (paragraph_ && *paragraph_ == paragraph) return;
  paragraph_ = paragraph;
  narrative_.reset();
  behind_.reset();
  historic_ = away_ = false;
  given_by_ = story_by_;
  const auto& all = doc_.article.paragraphs;
  if (all.empty() || all[paragraph].kind == text::ParagraphKind::prose) ++prose_;
}

bool Scene::is_story(const TimeValue& when) const {
  if (prose_ != 1 || !is_within(published_, days{0}) || !is_within(when, days{1})) return false;
  return *when.range.latest <= *published_.range.latest && *published_.range.latest - *when.range.earliest <= kStory;
}

void Scene::tell(const EventMention& m, ClauseTense tense) {
  const bool narrative = is_narrative(m.time);
  if (tense == ClauseTense::before_past) {
    if (narrative) behind_ = m.time;
    return;
  }
  if (story_ && m.time.range.latest && *m.time.range.latest < *story_->range.earliest) away_ = true;
  if (!narrative) return;
  narrative_ = m.time;
  given_by_ = m.type;
  historic_ = tense == ClauseTense::present && published_.range.earliest && *m.time.range.latest < *published_.range.earliest;
  if (story_ || !is_story(m.time)) return;
  story_ = m.time;
  story_by_ = m.type;
}

void Scene::note(const TimeValue& when) {
  if (prose_ != 1 || !story_ || !is_story(when)) return;
  moved_on_ = moved_on_ || *when.range.earliest > *story_->range.latest;
}

TimeValue Scene::now() const { return given() ? carried(*given()) : published_; }

std::optional<TimeValue> Scene::here() const {
  return narrative_ ? std::optional(carried(*narrative_)) : std::nullopt;
}

std::optional<TimeValue> Scene::behind() const {
  return behind_ ? std::optional(carried(*behind_)) : std::nullopt;
}

bool Scene::dates(EventType type) const {
  if (!given()) return false;
  if (!narrative_) return story_by_ == type;
  return type == EventType::action || is_within(*narrative_, kSceneOfSpeech);
}

}  // namespace fabula::events
