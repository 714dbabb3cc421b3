#include "events/anchor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/base/edtf.hpp"
#include "support/doc_builder.hpp"

namespace fabula::events {
namespace {

/// An article by hand: events and times are named by the index of their word.
class Story {
 public:
  explicit Story(std::string_view lines, const std::string& published) : doc_(testing::doc_of(lines)) {
    doc_.article.published.edtf = published;
    doc_.article.published.range = *edtf_range(published);
  }
  Story& event(std::size_t word, EventType type) {
    EventMention m;
    m.type = type;
    m.trigger = WordId(word);
    m.span = doc_.words[word].span;
    m.predicate = doc_.words[word].lemma;
    m.nominal = doc_.words[word].upos == text::Upos::NOUN;
    events_.mentions.push_back(std::move(m));
    return *this;
  }
  Story& statement(std::size_t word) { return event(word, EventType::statement); }
  Story& action(std::size_t word) { return event(word, EventType::action); }
  Story& claimed_in(std::size_t statement) {
    events_.mentions.back().factuality = Factuality::claimed;
    events_.mentions.back().claim_event = MentionId(statement);
    return *this;
  }
  Story& time(std::size_t first, std::size_t last, const std::string& edtf) {
    temporal::TimeMention t;
    t.first = WordId(first);
    t.last = WordId(last);
    t.span = cover(doc_.words[first].span, doc_.words[last].span);
    t.value = edtf;
    t.when = {edtf, *edtf_range(edtf), TimeBasis::explicit_};
    times_.push_back(std::move(t));
    return *this;
  }
  Story& compared(std::size_t word) {
    hints_.compared.insert(WordId(word));
    return *this;
  }
  Story& anaphor(std::size_t word) {
    hints_.anaphors.insert(WordId(word));
    return *this;
  }
  /// "edtf basis" of each event.
  std::vector<std::string> times() {
    anchor_times(doc_, times_, hints_, events_);
    std::vector<std::string> all;
    for (const EventMention& m : events_.mentions) all.push_back(m.time.edtf + " " + std::string(name(m.time.basis)));
    return all;
  }

 private:
  text::Doc doc_;
  std::vector<temporal::TimeMention> times_;
  TimeHints hints_;
  ArticleEvents events_;
};

using ::testing::ElementsAre;

constexpr auto kReportOfArrival = R"(
  Le le DET _ 2 det
  journal journal NOUN _ 4 nsubj
  a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense
  écrit écrire VERB Tense=Past|VerbForm=Part 0 root
  que que SCONJ _ 9 mark
  des un DET _ 7 det
  camions camion NOUN _ 9 nsubj
  sont être AUX Mood=Ind|Tense=Pres|VerbForm=Fin 9 aux:tense
  partis partir VERB Tense=Past|VerbForm=Part 4 ccomp
  le le DET _ 11 det
  3 3 NUM _ 9 obl:mod
  mai mai NOUN _ 11 nmod
  . . PUNCT _ 4 punct
)";

TEST(AnchorTimes, GivesADateToTheEventItHangsOn) {
  EXPECT_THAT(Story(kReportOfArrival, "2016-05-20").statement(3).action(8).claimed_in(0).time(10, 11, "2016-05-03").times(),
              ElementsAre("2016-05-20 published", "2016-05-03 explicit"));
}

TEST(AnchorTimes, DoesNotDateWhatIsSaidByTheSaying) {
  EXPECT_THAT(Story(kReportOfArrival, "2016-05-20").statement(3).action(8).claimed_in(0).times(),
              ElementsAre("2016-05-20 published", "../2016-05-20 inferred"));
}

TEST(AnchorTimes, HasNothingToDateInAnArticleWithoutSentences) {
  EXPECT_THAT(Story("", "2016-05-20").times(), ElementsAre());
}

TEST(AnchorTimes, KeepsTheMonthWhereNoMoreIsKnown) {
  EXPECT_THAT(Story(kReportOfArrival, "2016-05").statement(3).times(), ElementsAre("2016-05 published"));
}

constexpr auto kTwoParagraphs = R"(
    Lundi lundi NOUN _ 4 obl:mod
    elle elle PRON _ 4 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:tense
    démissionné démissionner VERB Tense=Past|VerbForm=Part 0 root

    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    quitté quitter VERB Tense=Past|VerbForm=Part 0 root
    Rome Rome PROPN _ 3 obj
    #prose
    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    écrit écrire VERB Tense=Past|VerbForm=Part 0 root
)";

TEST(AnchorTimes, CarriesADateThroughItsParagraph) {
  EXPECT_THAT(Story(kTwoParagraphs, "2016-09-20").action(3).action(6).action(10).time(0, 0, "2016-05-16").times(),
              ElementsAre("2016-05-16 explicit", "2016-05-16 context", "2016-09-20 published"));
}

TEST(AnchorTimes, CarriesTheDayOfARecentLeadThroughTheArticle) {
  EXPECT_THAT(Story(kTwoParagraphs, "2016-05-20").action(3).action(6).action(10).time(0, 0, "2016-05-16").times(),
              ElementsAre("2016-05-16 explicit", "2016-05-16 context", "2016-05-16 context"));
}

TEST(AnchorTimes, DoesNotDateActionsByADayOnWhichSomethingWasSaid) {
  EXPECT_THAT(Story(kTwoParagraphs, "2016-05-20").statement(3).action(6).action(10).time(0, 0, "2016-05-16").times(),
              ElementsAre("2016-05-16 explicit", "2016-05-16 context", "2016-05-20 published"));
}

TEST(AnchorTimes, DoesNotDateWhatIsSaidLaterByADayOnWhichSomethingWasDone) {
  EXPECT_THAT(Story(kTwoParagraphs, "2016-05-20").action(3).action(6).statement(10).time(0, 0, "2016-05-16").times(),
              ElementsAre("2016-05-16 explicit", "2016-05-16 context", "2016-05-20 published"));
}

TEST(AnchorTimes, LeavesTheStoryOpenWhereTheLeadGoesOnToALaterDay) {
  EXPECT_THAT(Story(kTwoParagraphs, "2016-05-20").action(3).action(6).action(10).time(0, 0, "2016-05-16")
                  .time(7, 7, "2016-05-18").times(),
              ElementsAre("2016-05-16 explicit", "2016-05-18 explicit", "2016-05-20 published"));
}

TEST(AnchorTimes, DatesAHappeningByTheParticipleThatTellsOfIt) {
  const std::string lines = R"(
    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    décrit décrire VERB Tense=Past|VerbForm=Part 0 root
    les le DET Definite=Def 5 det
    incendies incendie NOUN _ 3 obj
    ayant avoir AUX _ 7 aux
    ravagé ravager VERB Tense=Past|VerbForm=Part 5 acl
    Lyra Lyra PROPN _ 7 obj
    mardi mardi NOUN _ 7 obl:mod
  )";
  EXPECT_THAT(Story(lines, "2016-05-20").statement(2).action(4).action(6).time(8, 8, "2016-05-17").times(),
              ElementsAre("2016-05-20 published", "2016-05-17 context", "2016-05-17 explicit"));
}

TEST(AnchorTimes, KeepsTheDateOfAComparisonFromTheVerb) {
  const std::string lines = R"(
    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    envoyé envoyer VERB Tense=Past|VerbForm=Part 0 root
    un un DET Definite=Ind 5 det
    navire navire NOUN _ 3 obj
    comme comme ADP _ 7 case
    celui celui PRON _ 3 obl
    du de ADP _ 9 case
    3 3 NUM _ 7 nmod
    mai mai NOUN _ 9 nmod
  )";
  EXPECT_THAT(Story(lines, "2016-05-20").action(2).time(8, 9, "2016-05-03").compared(6).times(),
              ElementsAre("2016-05-20 published"));
}

TEST(AnchorTimes, DatesWhatWasToldByTheSentenceThatRefersToIt) {
  const std::string lines = R"(
    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    volé voler VERB Tense=Past|VerbForm=Part 0 root
    Lyra Lyra PROPN _ 3 obj

    Les le DET Definite=Def 2 det
    faits fait NOUN _ 3 nsubj
    remontent remonter VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
    à à ADP _ 5 case
    mardi mardi NOUN _ 3 obl
  )";
  EXPECT_THAT(Story(lines, "2016-05-20").action(2).time(8, 8, "2016-05-17").anaphor(5).times(),
              ElementsAre("2016-05-17 context"));
}

TEST(AnchorTimes, PutsAPluperfectBeforeTheScene) {
  const std::string lines = R"(
    Elle elle PRON _ 3 nsubj
    avait avoir AUX Mood=Ind|Tense=Imp|VerbForm=Fin 3 aux:tense
    refusé refuser VERB Tense=Past|VerbForm=Part 0 root
  )";
  EXPECT_THAT(Story(lines, "2016-05-20").action(2).times(), ElementsAre("../2016-05-20 inferred"));
}

TEST(AnchorTimes, DoesNotTakeACommonNounsYearForTheVerbs) {
  const std::string lines = R"(
    Elle elle PRON _ 3 nsubj
    a avoir AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux:tense
    lu lire VERB Tense=Past|VerbForm=Part 0 root
    le le DET _ 5 det
    budget budget NOUN _ 3 obj
    2014 2014 NUM _ 5 nmod
  )";
  EXPECT_THAT(Story(lines, "2016-05-20").action(2).time(5, 5, "2014").times(), ElementsAre("2016-05-20 published"));
}

constexpr auto kHeroOfAttacks = R"(
  Un un DET _ 2 det
  héros héros NOUN _ 10 nsubj
  des de ADP _ 4 case
  attentats attentat NOUN _ 2 nmod
  ayant avoir AUX Tense=Pres|VerbForm=Part 6 aux:tense
  frappé frapper VERB Tense=Past|VerbForm=Part 2 acl
  Lorme Lorme PROPN _ 6 obj
  lundi lundi NOUN _ 6 obl
  est être AUX Mood=Ind|Tense=Pres|VerbForm=Fin 10 aux:tense
  mort mourir VERB Tense=Past|VerbForm=Part 0 root
)";

TEST(AnchorTimes, DatesANounByTheParticipleBehindItThatTheTreeHangsOnANounBefore) {
  Story story(kHeroOfAttacks, "2019-03-20");
  story.action(3).action(5).time(7, 7, "2019-03-04");
  EXPECT_THAT(story.times(), ElementsAre("2019-03-04 context", "2019-03-04 explicit"));
}

}  // namespace
}  // namespace fabula::events
