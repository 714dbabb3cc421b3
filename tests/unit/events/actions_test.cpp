#include <gmock/gmock.h>

#include "unit/events/events_fixture.hpp"

namespace fabula::events {
namespace {

using testing::Extraction;
using testing::in_role;
using testing::linked;
using testing::on;
using ::testing::ElementsAre;
using ::testing::IsNull;
using ::testing::NotNull;

TEST(Actions, PassiveTakesItsAgentFromTheByPhrase) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 4 nsubj:pass
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 4 aux:tense
    été être AUX VerbForm=Part 4 aux:pass
    arrêté arrêter VERB VerbForm=Part|Tense=Past 0 root
    par par ADP _ 6 case
    Ostrie Ostrie PROPN _ 4 obl:agent
    . . PUNCT _ 4 punct
  )");
  const ActorId arrested = e.actor(0, actors::ActorKind::person), state = e.actor(5);
  const ArticleEvents events = e.find();
  const EventMention* m = on(e, events, "arrêté");
  ASSERT_THAT(m, NotNull());
  EXPECT_EQ(m->code, "COERCE");
  EXPECT_THAT(in_role(*m, ParticipantRole::agent), ElementsAre(state));
  EXPECT_THAT(in_role(*m, ParticipantRole::patient), ElementsAre(arrested));
}

TEST(Actions, LightVerbLendsItsSubjectToTheNoun) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 2 nsubj
    mène mener VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    une un DET Definite=Ind|PronType=Art 4 det
    attaque attaque NOUN _ 2 obj
    contre contre ADP _ 6 case
    Malvie Malvie PROPN _ 2 obl
    . . PUNCT _ 2 punct
  )");
  const ActorId agent = e.actor(0), patient = e.actor(5);
  const ArticleEvents events = e.find();
  EXPECT_EQ(events.mentions.size(), 1u);
  const EventMention* m = on(e, events, "attaque");
  ASSERT_THAT(m, NotNull());
  EXPECT_THAT(in_role(*m, ParticipantRole::agent), ElementsAre(agent));
  EXPECT_THAT(in_role(*m, ParticipantRole::patient), ElementsAre(patient));
}

TEST(Actions, NounAndVerbOfOneMeaningShareAClass) {
  Extraction verb(R"(
    Ostrie Ostrie PROPN _ 2 nsubj
    livre livrer VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    des un DET _ 4 det
    canons canon NOUN _ 2 obj
    à à ADP _ 6 case
    Malvie Malvie PROPN _ 2 obl:arg
    . . PUNCT _ 2 punct
  )");
  const ActorId giver = verb.actor(0), receiver = verb.actor(5);
  const ArticleEvents by_verb = verb.find();
  Extraction noun(R"(
    Les le DET Definite=Def|PronType=Art 2 det
    livraisons livraison NOUN _ 7 nsubj
    de de ADP _ 4 case
    canons canon NOUN _ 2 nmod
    ostriens ostrien ADJ _ 4 amod
    ont avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 7 aux:tense
    cessé cesser VERB VerbForm=Part|Tense=Past 0 root
    . . PUNCT _ 7 punct
  )");
  const ActorId maker = noun.actor(4);
  const ArticleEvents by_noun = noun.find();
  ASSERT_THAT(on(verb, by_verb, "livre"), NotNull());
  ASSERT_THAT(on(noun, by_noun, "livraisons"), NotNull());
  EXPECT_EQ(on(verb, by_verb, "livre")->predicate_class, on(noun, by_noun, "livraisons")->predicate_class);
  EXPECT_THAT(in_role(*on(verb, by_verb, "livre"), ParticipantRole::agent), ElementsAre(giver));
  EXPECT_THAT(in_role(*on(verb, by_verb, "livre"), ParticipantRole::recipient), ElementsAre(receiver));
  EXPECT_THAT(in_role(*on(noun, by_noun, "livraisons"), ParticipantRole::agent), ElementsAre(maker));
}

TEST(Actions, StatesAndModalsAreNone) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 2 nsubj
    peut pouvoir VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    attaquer attaquer VERB VerbForm=Inf 2 xcomp
    . . PUNCT _ 2 punct
  )");
  const ActorId agent = e.actor(0);
  const ArticleEvents events = e.find();
  EXPECT_THAT(on(e, events, "peut"), IsNull());
  const EventMention* m = on(e, events, "attaquer");
  ASSERT_THAT(m, NotNull());
  EXPECT_EQ(m->factuality, Factuality::hypothetical);
  EXPECT_THAT(in_role(*m, ParticipantRole::agent), ElementsAre(agent));
}

TEST(Actions, SubjectIsFoundByTheOrderOfWordsWhereTheTreeHasNone) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 6 dep
    , , PUNCT _ 1 punct
    ministre ministre NOUN _ 1 appos
    , , PUNCT _ 1 punct
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 6 aux:tense
    démissionné démissionner VERB VerbForm=Part|Tense=Past 0 root
    . . PUNCT _ 6 punct
  )");
  const ActorId agent = e.actor(0, actors::ActorKind::person);
  const ArticleEvents events = e.find();
  ASSERT_THAT(on(e, events, "démissionné"), NotNull());
  EXPECT_THAT(in_role(*on(e, events, "démissionné"), ParticipantRole::agent), ElementsAre(agent));
}

TEST(Factuality, ConditionalOfReportIsHearsayAndFutureIsPlanned) {
  Extraction report(R"(
    Ostrie Ostrie PROPN _ 3 nsubj
    aurait avoir AUX VerbForm=Fin|Mood=Cnd|Tense=Pres 3 aux:tense
    attaqué attaquer VERB VerbForm=Part|Tense=Past 0 root
    Malvie Malvie PROPN _ 3 obj
    . . PUNCT _ 3 punct
  )");
  Extraction future(R"(
    Ostrie Ostrie PROPN _ 2 nsubj
    attaquera attaquer VERB VerbForm=Fin|Mood=Ind|Tense=Fut 0 root
    Malvie Malvie PROPN _ 2 obj
    . . PUNCT _ 2 punct
  )");
  report.actor(0);
  future.actor(0);
  EXPECT_EQ(report.find().mentions.at(0).factuality, Factuality::alleged);
  EXPECT_EQ(future.find().mentions.at(0).factuality, Factuality::planned);
}

TEST(Factuality, NegationOfTheArticleIsNegated) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 5 nsubj
    ne ne ADV _ 5 advmod
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 5 aux:tense
    pas pas ADV _ 5 advmod
    attaqué attaquer VERB VerbForm=Part|Tense=Past 0 root
    Malvie Malvie PROPN _ 5 obj
    . . PUNCT _ 5 punct
  )");
  e.actor(0);
  EXPECT_EQ(e.find().mentions.at(0).factuality, Factuality::negated);
}

TEST(Links, CauseConnectiveLinksWhatItTies) {
  Extraction e(R"(
    Ostrie Ostrie PROPN _ 2 nsubj
    évacue évacuer VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    Malvie Malvie PROPN _ 2 obj
    en en ADP _ 7 case
    raison raison NOUN _ 4 fixed
    de de ADP _ 4 fixed
    bombardements bombardement NOUN _ 2 obl:mod
    . . PUNCT _ 2 punct
  )");
  e.actor(0);
  const ArticleEvents events = e.find();
  EXPECT_TRUE(linked(e, events, "bombardements", LinkType::causes, "évacue"));
}

}  // namespace
}  // namespace fabula::events
