#include <gmock/gmock.h>

#include "unit/events/events_fixture.hpp"

namespace fabula::events {
namespace {

using testing::Extraction;
using testing::in_role;
using testing::linked;
using testing::on;
using ::testing::ElementsAre;
using ::testing::NotNull;

TEST(Statements, IndirectSpeechHasSpeakerActAndContent) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 3 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 3 aux:tense
    annoncé annoncer VERB VerbForm=Part|Tense=Past 0 root
    que que SCONJ _ 7 mark
    Ostrie Ostrie PROPN _ 7 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 7 aux:tense
    capitulé capituler VERB VerbForm=Part|Tense=Past 3 ccomp
    . . PUNCT _ 3 punct
  )");
  const ActorId speaker = e.actor(0, actors::ActorKind::person), state = e.actor(4);
  const ArticleEvents events = e.find();
  const EventMention* said = on(e, events, "annoncé");
  ASSERT_THAT(said, NotNull());
  EXPECT_EQ(said->type, EventType::statement);
  EXPECT_EQ(said->act, Act::announce);
  EXPECT_THAT(in_role(*said, ParticipantRole::agent), ElementsAre(speaker));
  const EventMention* done = on(e, events, "capitulé");
  ASSERT_THAT(done, NotNull());
  EXPECT_THAT(in_role(*done, ParticipantRole::agent), ElementsAre(state));
  EXPECT_EQ(done->factuality, Factuality::claimed);
  EXPECT_EQ(done->claimed_by, speaker);
  EXPECT_TRUE(linked(e, events, "annoncé", LinkType::about, "capitulé"));
}

TEST(Statements, AccusedIsTheUnderstoodSubjectOfTheInfinitive) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 2 nsubj
    accuse accuser VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    Ostrie Ostrie PROPN _ 2 obj
    de de ADP _ 6 mark
    avoir avoir AUX VerbForm=Inf 6 aux:tense
    attaqué attaquer VERB VerbForm=Part|Tense=Past 2 xcomp
    Malvie Malvie PROPN _ 6 obj
    . . PUNCT _ 2 punct
  )");
  const ActorId accuser = e.actor(0), accused = e.actor(2), victim = e.actor(6);
  const ArticleEvents events = e.find();
  const EventMention* accuses = on(e, events, "accuse");
  const EventMention* attack = on(e, events, "attaqué");
  ASSERT_THAT(accuses, NotNull());
  ASSERT_THAT(attack, NotNull());
  EXPECT_EQ(accuses->code, "ACCUSE");
  EXPECT_THAT(in_role(*accuses, ParticipantRole::patient), ElementsAre(accused));
  EXPECT_THAT(in_role(*attack, ParticipantRole::agent), ElementsAre(accused));
  EXPECT_THAT(in_role(*attack, ParticipantRole::patient), ElementsAre(victim));
  EXPECT_EQ(attack->claimed_by, accuser);
}

TEST(Statements, SourcePhraseVouchesForItsClause) {
  Extraction e(R"(
    Selon selon ADP _ 2 case
    Velmont Velmont PROPN _ 6 obl:mod
    , , PUNCT _ 2 punct
    Ostrie Ostrie PROPN _ 6 nsubj
    a avoir AUX VerbForm=Fin|Mood=Ind|Tense=Pres 6 aux:tense
    capitulé capituler VERB VerbForm=Part|Tense=Past 0 root
    . . PUNCT _ 6 punct
  )");
  const ActorId speaker = e.actor(1, actors::ActorKind::person);
  e.actor(3);
  const ArticleEvents events = e.find();
  const EventMention* said = on(e, events, "Selon");
  ASSERT_THAT(said, NotNull());
  EXPECT_THAT(in_role(*said, ParticipantRole::agent), ElementsAre(speaker));
  EXPECT_EQ(on(e, events, "capitulé")->factuality, Factuality::claimed);
}

TEST(Statements, DenialDeniesWhatItsNounTellsOf) {
  Extraction e(R"(
    Velmont Velmont PROPN _ 2 nsubj
    nie nier VERB VerbForm=Fin|Mood=Ind|Tense=Pres 0 root
    toute tout DET _ 4 det
    livraison livraison NOUN _ 2 obj
    à à ADP _ 6 case
    Ostrie Ostrie PROPN _ 4 nmod
    . . PUNCT _ 2 punct
  )");
  e.actor(0);
  const ActorId recipient = e.actor(5);
  const ArticleEvents events = e.find();
  const EventMention* supply = on(e, events, "livraison");
  ASSERT_THAT(supply, NotNull());
  EXPECT_EQ(supply->factuality, Factuality::denied);
  EXPECT_THAT(in_role(*supply, ParticipantRole::recipient), ElementsAre(recipient));
  EXPECT_TRUE(linked(e, events, "nie", LinkType::denies, "livraison"));
}

}  // namespace
}  // namespace fabula::events
