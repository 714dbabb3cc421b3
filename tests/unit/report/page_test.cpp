// The page as a whole: what it holds, and what can never get into it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fabula/report/report.hpp"
#include "support/sample_story.hpp"

namespace fabula::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const graph::StoryGraph& story, const graph::Wording& words = {}) {
  const compare::Comparison comparison = compare::compare(story, {{"all", compare::all_articles(story)}});
  return write_report(story, comparison, {"fr", words});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

/// What the program wrote itself: the page without scripts and styles.
std::string markup_of(std::string page) {
  for (const char* tag : {"script", "style"})
    for (std::size_t at = page.find(std::string("<") + tag); at != std::string::npos; at = page.find(std::string("<") + tag, at))
      page.erase(at, page.find(std::string("</") + tag + ">", at) - at + 1);
  return page;
}

nlohmann::json data_of(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const std::size_t at = page.find(begin) + begin.size();
  return nlohmann::json::parse(page.substr(at, page.find("</script>", at) - at));
}

class Page : public ::testing::Test {
 protected:
  const graph::StoryGraph story_ = test::sample_story().build();
  const std::string page_ = page_of(story_);
  const std::string markup_ = markup_of(page_);
};

TEST_F(Page, BeginsWithItsPolicyBeforeAnyScriptOrStyle) {
  const std::size_t policy = page_.find("Content-Security-Policy");
  EXPECT_LT(policy, page_.find("<style"));
  EXPECT_LT(policy, page_.find("<script"));
  EXPECT_THAT(page_, Not(HasSubstr("unsafe-inline")));
}

TEST_F(Page, HasNoInlineHandlersOrStyleAttributes) {
  EXPECT_THAT(markup_, Not(HasSubstr(" style=")));
  EXPECT_THAT(markup_, Not(::testing::ContainsRegex("<[^>]* on[a-z]+=")));
}

TEST_F(Page, LoadsNothing) {
  for (const char* attribute : {" src=", "@import", "<link", "<iframe", "<object", "<img"}) EXPECT_THAT(markup_, Not(HasSubstr(attribute)));
}

TEST_F(Page, SaysWhereItHasNoWidgets) { EXPECT_EQ(count(markup_, "no_widgets"), report_has_widgets() ? 0U : 1U); }

TEST_F(Page, NamesAndTextsStayText) {
  EXPECT_THAT(markup_, Not(HasSubstr("<b>")));
  EXPECT_THAT(markup_, HasSubstr("Sudanie &amp; Cie &lt;b&gt;"));
  EXPECT_THAT(markup_, HasSubstr("un &quot;deux&quot;.txt"));
}

TEST_F(Page, EveryEventActorAndArticleHasOnePlace) {
  for (std::size_t i = 0; i < story_.event_count(); ++i) EXPECT_EQ(count(markup_, " id=\"" + graph::export_id(EventId(i)) + "\""), 1U);
  for (std::size_t i = 0; i < story_.actor_count(); ++i) EXPECT_EQ(count(markup_, " id=\"" + graph::export_id(ActorId(i)) + "\""), 1U);
  EXPECT_EQ(count(markup_, " id=\"a1\""), 1U);
}

TEST_F(Page, EveryLinkWithinThePageLeadsSomewhere) {
  for (std::size_t at = markup_.find("href=\"#"); at != std::string::npos; at = markup_.find("href=\"#", at + 1)) {
    const std::string id = markup_.substr(at + 7, markup_.find('"', at + 7) - at - 7);
    EXPECT_EQ(count(markup_, " id=\"" + id + "\""), 1U) << id;
  }
}

TEST_F(Page, TheScriptsDataHasEveryEventAndThePlacesOfActors) {
  const nlohmann::json data = data_of(page_);
  EXPECT_EQ(data["events"].size(), story_.event_count());
  EXPECT_FALSE(data["nodes"].empty());
  EXPECT_FALSE(data["edges"].empty());
  for (const auto& node : data["nodes"]) EXPECT_TRUE(node["x"].is_number() && node["y"].is_number());
}

TEST_F(Page, EvidenceMarksTheTriggerInItsSentence) {
  EXPECT_THAT(markup_, HasSubstr("<mark class=\"in-sentence in-actor in-trigger\">deny</mark>"));
}

TEST_F(Page, SameStorySameBytes) { EXPECT_EQ(page_of(test::sample_story().build()), page_); }

TEST(PageOfAStory, WithoutEventsIsAPage) {
  test::StoryBuilder make;
  make.article("empty.txt", "2024-01");
  EXPECT_THAT(page_of(make.build()), HasSubstr("</html>"));
}

TEST(PageOfAStory, WithoutTextsNamesThePlaces) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-01");
  make.statement(events::Act::say, make.actor(actors::ActorKind::person, "Ana"));
  make.articles().front().article.text.clear();
  EXPECT_THAT(page_of(make.build()), HasSubstr("no_text begin=0 end=3"));
}

TEST(PageOfAStory, AddressesThatAreNotWebAddressesAreNoLinks) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-01");
  make.articles().front().article.url = "javascript:alert(1)";
  EXPECT_THAT(page_of(make.build()), Not(HasSubstr("javascript:alert")));
}

TEST(PageOfAComparison, HasTheGroupsAndWhatOnlyOneTells) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-01");
  const ActorId ana = make.actor(actors::ActorKind::person, "Ana");
  make.statement(events::Act::say, ana, "2024-01-02");
  make.article("b.txt", "2024-02");
  make.statement(events::Act::warn, ana, "2024-02-02");
  const graph::StoryGraph story = make.build();
  const auto groups = compare::make_groups(story, compare::GroupBy::article, compare::all_articles(story));
  const std::string markup = markup_of(write_report(story, compare::compare(story, groups), {"fr", {}}));
  EXPECT_THAT(markup, HasSubstr("id=\"comparison\""));
  EXPECT_EQ(count(markup, "told_only.one n=1"), 2U);
}

}  // namespace
}  // namespace fabula::report
