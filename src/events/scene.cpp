#include "events/scene.hpp"

#include "events/time_values.hpp"

namespace fabula::events {
namespace {

using std::chrono::days;

constexpr auto kSceneOfSpeech = days{2};
constexpr auto kStory = days{7};
constexpr auto kLife = days{366};
constexpr std::uint32_t kLead = 3;  // paragraphs

std::optional<TimeValue> as_context(const std::optional<TimeValue>& when) {
  return when ? std::optional(carried(*when)) : std::nullopt;
}

}  // namespace

Scene::Scene(const text::Doc& doc) : doc_(doc), published_(doc.article.published) {
  published_.basis = is_bounded(published_) ? TimeBasis::published : TimeBasis::unknown;
  const auto& all = doc.article.paragraphs;
  for (std::uint32_t p = 0; p < all.size() && first_prose_ == 0; ++p)
    if (all[p].kind == text::ParagraphKind::dateline) first_prose_ = p;
}

void Scene::enter(SentenceId sentence) {
  const bool known = sentence && sentence.value < doc_.sentences.size();  // an article may be all head and dateline
  const std::uint32_t paragraph = known ? doc_.sentences[sentence.value].paragraph : 0;
  if (paragraph_ && *paragraph_ == paragraph) return;
  paragraph_ = paragraph;
  narrative_.reset();
  acted_.reset();
  behind_.reset();
  period_.reset();
  historic_ = away_ = goes_on_ = false;
  const auto& all = doc_.article.paragraphs;
  if (all.empty() || (paragraph >= first_prose_ && all[paragraph].kind == text::ParagraphKind::prose)) ++prose_;
}

bool Scene::in_lead() const {
  return prose_ >= 1 && prose_ <= kLead && (undated_prose_ == 0 || undated_prose_ == prose_);
}

bool Scene::is_story(const TimeValue& when, EventType type) const {
  if (!in_lead() || (type == EventType::statement && prose_ != 1)) return false;
  if (!is_within(published_, days{0}) || !is_within(when, days{1})) return false;
  return *when.range.latest <= *published_.range.latest && *published_.range.latest - *when.range.earliest <= kStory;
}

void Scene::tell(const TimeValue& when, EventType type, ClauseTense tense) {
  const bool narrative = is_narrative(when);
  if (tense == ClauseTense::before_past) {
    if (narrative) behind_ = when;
    return;
  }
  if (when.range.earliest && published_.range.latest && *when.range.earliest > *published_.range.latest) return;  // told ahead
  if (story_ && when.range.latest && *when.range.latest < *story_->range.earliest) away_ = true;
  if (!narrative) {
    const bool told = tense == ClauseTense::present || tense == ClauseTense::past;
    if (told && is_bounded(when) && published_.range.earliest && *when.range.latest < *published_.range.earliest) go_back(when, tense);
    return;
  }
  period_.reset();
  narrative_ = when;
  if (type == EventType::action) acted_ = when;
  historic_ = tense == ClauseTense::present && published_.range.earliest && *when.range.latest < *published_.range.earliest;
  if (story_ || !is_story(when, type)) return;
  story_ = when;
  story_by_ = type;
  story_prose_ = prose_;
}

void Scene::tell_day(const TimeValue& when, ClauseTense tense) {
  if (!is_narrative(when) && tense != ClauseTense::present) return;  // "en 2014, le budget était de …" begins no story
  const auto told = narrative_;
  tell(when, EventType::action, tense);
  if (is_narrative(when)) narrative_ = told;
}

void Scene::go_back(const TimeValue& when, ClauseTense tense) {
  period_ = when;
  historic_ = tense == ClauseTense::present;
  if (!historic_) return;
  narrative_.reset();
  acted_.reset();
  goes_on_ = false;
}

void Scene::tell_birth(const TimeValue& when, EventType type, ClauseTense tense) {
  const bool news = !is_bounded(when) || !published_.range.earliest || *when.range.latest + kLife > *published_.range.earliest;
  if (news) return tell(when, type, tense);
  if (tense != ClauseTense::before_past) go_back(when, tense);
}

std::optional<TimeValue> Scene::since_then() const {
  const auto& from = period_ ? period_ : historic_ ? narrative_ : std::nullopt;
  return from ? std::optional(bounded(from->range.earliest, published_.range.latest)) : std::nullopt;
}

void Scene::note(const TimeValue& when, EventType type) {
  if (!story_ || prose_ != story_prose_ || !is_story(when, story_by_)) return;
  if (story_by_ == EventType::action && type == EventType::statement) return;
  moved_on_ = moved_on_ || *when.range.earliest > *story_->range.latest;
}

void Scene::tell_undated() {
  if (prose_ >= 1 && undated_prose_ == 0) undated_prose_ = prose_;
}

TimeValue Scene::now() const {
  if (narrative_) return carried(*narrative_);
  return is_at_story() ? carried(*story_) : published_;
}

std::optional<TimeValue> Scene::of(EventType type) const {
  if (type == EventType::action) {
    if (acted_) return as_context(acted_);
    return is_at_story() && story_by_ == type ? as_context(story_) : here();
  }
  if (narrative_) return is_within(*narrative_, kSceneOfSpeech) ? here() : std::nullopt;
  return is_at_story() && story_by_ == type ? as_context(story_) : std::nullopt;
}

std::optional<TimeValue> Scene::here() const { return as_context(narrative_); }

std::optional<TimeValue> Scene::behind() const {
  if (behind_) return as_context(behind_);
  const bool in_past = narrative_ && published_.range.earliest && *narrative_->range.latest + kStory < *published_.range.earliest;
  return away_ || in_past ? here() : std::nullopt;
}

}  // namespace fabula::events
