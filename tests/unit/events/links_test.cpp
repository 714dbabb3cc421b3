#include <gmock/gmock.h>

#include "unit/events/events_fixture.hpp"

namespace fabula::events {
namespace {

using testing::Extraction;
using testing::linked;
using testing::on;
using ::testing::ElementsAre;
using ::testing::NotNull;

TEST(Links, CallingAccusationsLiesDeniesThemAndWhatTheyTell) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 3 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 3 aux:tense
    déclaré déclarer VERB VerbForm=Part|Tense=Past 0 root
    que que SCONJ _ 12 mark
    ces ce DET PronType=Dem 6 det
    accusations accusation NOUN Number=Plur 12 nsubj
    de de ADP _ 8 case
    livraison livraison NOUN _ 6 nmod
    sont être AUX VerbForm=Fin|Mood=Ind|Tense=Pres 12 cop
    un un DET _ 12 det
    pur pur ADJ _ 12 amod
    mensonge mensonge NOUN _ 3 ccomp
    . . PUNCT _ 3 punct
  )");
  e.actor(0, actors::ActorKind::person);
  const ArticleEvents events = e.find();
  EXPECT_TRUE(linked(e, events, "déclaré", LinkType::denies, "livraison"));
}

TEST(Links, APluperfectIsBeforeWhatTheSentenceBeforeTold) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 3 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 3 aux:tense
    capitulé capituler VERB VerbForm=Part|Tense=Past 0 root
    . . PUNCT _ 3 punct

    Malvie Malvie PROPN _ 3 nsubj
    avait avoir AUX VerbForm=Fin|Mood=Ind|Tense=Imp 3 aux:tense
    attaqué attaquer VERB VerbForm=Part|Tense=Past 0 root
    Ostrie Ostrie PROPN _ 3 obj
    . . PUNCT _ 3 punct
  )");
  e.actor(0);
  e.actor(4);
  const ArticleEvents events = e.find();
  EXPECT_TRUE(linked(e, events, "attaqué", LinkType::before, "capitulé"));
}

TEST(Links, WhatComesThenIsAfterWhatWasTold) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 3 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 3 aux:tense
    attaqué attaquer VERB VerbForm=Part|Tense=Past 0 root
    Malvie Malvie PROPN _ 3 obj
    . . PUNCT _ 3 punct

    Malvie Malvie PROPN _ 4 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 4 aux:tense
    ensuite ensuite ADV _ 4 advmod
    capitulé capituler VERB VerbForm=Part|Tense=Past 0 root
    . . PUNCT _ 4 punct
  )");
  e.actor(0);
  e.actor(3);
  const ArticleEvents events = e.find();
  EXPECT_TRUE(linked(e, events, "attaqué", LinkType::before, "capitulé"));
}

TEST(Themes, SumsOfMoneyAreToldApart) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 3 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 3 aux:tense
    versé verser VERB VerbForm=Part|Tense=Past 0 root
    deux deux NUM _ 5 nummod
    millions million NOUN _ 3 obj
    de de ADP _ 7 case
    euros euro NOUN _ 5 nmod
    . . PUNCT _ 3 punct
  )");
  e.actor(0);
  const ArticleEvents events = e.find();
  const EventMention* paid = on(e, events, "versé");
  ASSERT_THAT(paid, NotNull());
  EXPECT_THAT(paid->themes, ElementsAre("deux million euro"));
}

}  // namespace
}  // namespace fabula::events
