#include "fabula/actors/find_actors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "actors/name_repair.hpp"
#include "support/doc_builder.hpp"

namespace fabula::actors {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Finder& finder() {
  static const Finder kFinder = Finder::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  return kFinder;
}

/// Names of the actors that a word refers to.
std::vector<std::string> at(const ArticleActors& actors, std::size_t word) {
  std::vector<std::string> names;
  for (const ActorId id : actors.actors_at(WordId(word))) names.push_back(actors.actors[id.value].name);
  return names;
}

std::vector<std::string> mentioned(const ArticleActors& actors) {
  std::vector<std::string> names;
  for (const Actor& actor : actors.actors)
    if (!actor.mentions.empty()) names.push_back(actor.name);
  return names;
}

NameMention name_of(const text::Doc& doc, std::uint32_t first, std::uint32_t end, NameType type) {
  return {{doc.tokens[first].span.begin, doc.tokens[end - 1].span.end}, first, end, type};
}

TEST(Finder, ASentenceWithoutEndKeepsItsNames) {
  std::string lines;
  for (int i = 0; i < 30'000; ++i)
    lines += "Paul Paul PROPN _ 3 nsubj\nDurand Durand PROPN _ 1 flat:name\nnie nier VERB Mood=Ind 0 root\nque que SCONJ _ 3 mark\n";
  const auto names = finder().names(testing::doc_of(lines));
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.back().first_token, 4u * 29'999);
  EXPECT_EQ(names.back().type, NameType::person);
}

TEST(Finder, ANounBeforeANameSaysWhatItNames) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def|Gender=Masc 2 det
    groupe groupe NOUN Gender=Masc|Number=Sing 4 nsubj
    Tarvolia Tarvolia PROPN _ 2 appos
    accuse accuser VERB Mood=Ind 0 root
    l' le DET Definite=Def 6 det
    association association NOUN Gender=Fem|Number=Sing 4 obj
    Verdure Verdure PROPN _ 6 appos

    Un un DET _ 2 det
    porte-parole porte-parole NOUN Number=Sing 7 nsubj
    de de ADP _ 5 case
    le le DET Definite=Def|Gender=Masc 5 det
    groupe groupe NOUN Gender=Masc|Number=Sing 2 nmod
    Tarvolia Tarvolia PROPN _ 5 appos
    nie nier VERB Mood=Ind 0 root

    Tarvolia Tarvolia PROPN _ 2 nsubj
    reconnaît reconnaître VERB Mood=Ind 0 root
  )");
  const std::vector<NameMention> names = {name_of(doc, 1, 3, NameType::organization), name_of(doc, 6, 7, NameType::organization),
                                          name_of(doc, 12, 13, NameType::location)};
  const auto actors = finder().find(doc, names);
  EXPECT_THAT(mentioned(actors), UnorderedElementsAre("Tarvolia", "Verdure", HasSubstr("porte-parole")));
  EXPECT_THAT(at(actors, 8), ElementsAre(HasSubstr("groupe Tarvolia")));
  EXPECT_THAT(at(actors, 1), ElementsAre("Tarvolia"));
  EXPECT_THAT(at(actors, 5), ElementsAre("Verdure")) << "not the group named before";
  EXPECT_THAT(at(actors, 14), ElementsAre("Tarvolia")) << "no name was seen there";
}

TEST(Finder, TheLetterOfAGroupIsNoName) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def|Gender=Masc 2 det
    groupe groupe NOUN Gender=Masc|Number=Sing 4 nsubj
    A. A. PROPN _ 2 appos
    joue jouer VERB Mood=Ind 0 root
  )");
  EXPECT_THAT(mentioned(finder().find(doc, {})), IsEmpty());
}

TEST(Finder, ANameBehindItsNounNeedsNoOtherSign) {
  const auto doc = testing::doc_of(R"(
    La le DET Definite=Def|Gender=Fem 2 det
    revue revue NOUN Gender=Fem|Number=Sing 5 nsubj
    Cimes cime PROPN _ 2 appos
    Claires clair PROPN _ 3 flat:name
    paraît paraître VERB Mood=Ind 0 root
  )");
  const auto actors = finder().find(doc, {});
  ASSERT_THAT(mentioned(actors), ElementsAre("Cimes Claires"));
  EXPECT_EQ(actors.actors[0].kind, ActorKind::media);
}

TEST(RepairNames, CapitalsTellNoNamesWhereAllIsInCapitals) {
  const auto repaired = [](std::string_view lines, std::uint32_t first, NameType type) {
    const text::Doc doc = testing::doc_of(lines);
    std::vector<NameMention> names = {name_of(doc, first, first + 1, type)};
    detail::repair_names(doc, names);
    return names.size();
  };
  constexpr std::string_view kShouted = R"(
    VALDOR Valdor PROPN _ 4 obl
    LES le DET _ 3 det
    MAIRES maire NOUN _ 4 nsubj
    PROTESTENT protester VERB Mood=Ind 0 root
  )";
  EXPECT_EQ(repaired(kShouted, 0, NameType::location), 1u);
  EXPECT_EQ(repaired(kShouted, 2, NameType::organization), 0u);
  constexpr std::string_view kWritten = R"(
    Les le DET _ 2 det
    MAIRES maire NOUN _ 4 nsubj
    se soi PRON _ 4 expl:pv
    réunissent réunir VERB Mood=Ind 0 root
  )";
  EXPECT_EQ(repaired(kWritten, 1, NameType::organization), 1u) << "an abbreviation, perhaps";
}

TEST(Finder, ACapitalThatActsIsItsState) {
  const auto doc = testing::doc_of(R"(
    Lisbonne Lisbonne PROPN _ 2 nsubj
    accuse accuser VERB Mood=Ind 0 root
    la le DET Definite=Def|Gender=Fem 4 det
    Norvège Norvège PROPN _ 2 obj
    . . PUNCT _ 2 punct
  )");
  const auto actors = finder().find(doc);
  EXPECT_THAT(at(actors, 0), ElementsAre("Portugal"));
  EXPECT_THAT(at(actors, 3), ElementsAre("Norvège"));
}

TEST(Finder, ACapitalWhereSomethingHappensIsAPlace) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def 2 det
    sommet sommet NOUN Number=Sing 3 nsubj
    commence commencer VERB Mood=Ind 0 root
    à à ADP _ 5 case
    Oslo Oslo PROPN _ 3 obl
    . . PUNCT _ 3 punct
  )");
  const auto actors = finder().find(doc);
  EXPECT_THAT(at(actors, 4), IsEmpty());
  ASSERT_EQ(actors.places.size(), 1u);
  EXPECT_EQ(actors.places[0].name, "Oslo");
}

TEST(Finder, ATitleBesideANameIsARoleOfThatPerson) {
  const auto doc = testing::doc_of(R"(
    La le DET Definite=Def|Gender=Fem 2 det
    ministre ministre NOUN Number=Sing 7 nsubj
    finlandaise finlandais ADJ Gender=Fem 2 amod
    , , PUNCT _ 5 punct
    Paula Paula PROPN _ 2 appos
    Virtanen Virtanen PROPN _ 5 flat:name
    démissionne démissionner VERB Mood=Ind 0 root
    . . PUNCT _ 7 punct

    Elle lui PRON Gender=Fem|Number=Sing|Person=3 2 nsubj
    part partir VERB Mood=Ind 0 root
    . . PUNCT _ 2 punct
  )");
  const auto actors = finder().find(doc, {name_of(doc, 4, 6, NameType::person)});
  EXPECT_THAT(mentioned(actors), ElementsAre("Paula Virtanen"));
  EXPECT_THAT(at(actors, 1), ElementsAre("Paula Virtanen"));
  EXPECT_THAT(at(actors, 8), ElementsAre("Paula Virtanen"));
  const ActorId id = actors.actors_at(WordId(std::size_t{1})).front();
  ASSERT_EQ(actors.actors[id.value].roles.size(), 1u);
  const ActorRole& role = actors.actors[id.value].roles[0];
  EXPECT_EQ(role.title, "ministre");
  ASSERT_TRUE(role.of.valid());
  EXPECT_EQ(actors.actors[role.of.value].name, "Finlande");
}

TEST(Finder, AnAdjectiveLendsItsStateToThePhraseButMakesNoActorAlone) {
  const auto doc = testing::doc_of(R"(
    Les le DET Definite=Def|Number=Plur 2 det
    livraisons livraison NOUN Number=Plur 4 nsubj
    suédoises suédois ADJ Number=Plur 2 amod
    continuent continuer VERB Mood=Ind 0 root
  )");
  const auto actors = finder().find(doc);
  EXPECT_THAT(at(actors, 2), ElementsAre("Suède"));
  EXPECT_THAT(mentioned(actors), IsEmpty());
}

TEST(Finder, AnInstitutionIsOneActorByAdjectiveAndByCapital) {
  const auto doc = testing::doc_of(R"(
    L' le DET Definite=Def 2 det
    armée armée NOUN Gender=Fem|Number=Sing 4 nsubj
    danoise danois ADJ _ 2 amod
    avance avancer VERB Mood=Ind 0 root
    . . PUNCT _ 4 punct

    L' le DET Definite=Def 2 det
    armée armée NOUN Gender=Fem|Number=Sing 5 nsubj
    de de ADP _ 4 case
    Copenhague Copenhague PROPN _ 2 nmod
    recule reculer VERB Mood=Ind 0 root
  )");
  const auto actors = finder().find(doc);
  EXPECT_EQ(at(actors, 1), at(actors, 6));
  EXPECT_THAT(at(actors, 1), ElementsAre("armée de Copenhague"));
}

TEST(Finder, CoordinatedHeadsAllAnswerAtTheFirst) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def 2 det
    Canada Canada PROPN _ 6 nsubj
    et et CCONJ _ 5 cc
    le le DET Definite=Def 5 det
    Mexique Mexique PROPN _ 2 conj
    protestent protester VERB Mood=Ind 0 root
  )");
  EXPECT_THAT(at(finder().find(doc), 1), UnorderedElementsAre("Canada", "Mexique"));
}

TEST(Finder, ARelativePronounIsWhatItsClauseModifies) {
  const auto doc = testing::doc_of(R"(
    Les le DET Definite=Def|Number=Plur 2 det
    rebelles rebelle NOUN Number=Plur 5 nsubj
    qui qui PRON PronType=Rel 4 nsubj
    avançaient avancer VERB Mood=Ind 2 acl:relcl
    reculent reculer VERB Mood=Ind 0 root
  )");
  EXPECT_THAT(at(finder().find(doc), 2), ElementsAre("rebelles"));
}

TEST(Finder, ASurnameOfTheDocumentIsThatPersonEverywhere) {
  const auto doc = testing::doc_of(R"(
    Nora Nora PROPN _ 3 nsubj
    Tchelidze Tchelidze PROPN _ 1 flat:name
    refuse refuser VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct

    Tchelidze Tchelidze PROPN _ 2 nsubj
    part partir VERB Mood=Ind 0 root
  )");
  const auto actors = finder().find(doc);
  EXPECT_THAT(at(actors, 4), ElementsAre("Nora Tchelidze"));
}

TEST(Finder, ABareSurnameIsOfTheOneNamedFirstNotOfARelative) {
  const auto doc = testing::doc_of(R"(
    Nora Nora PROPN _ 3 nsubj
    Tchelidze Tchelidze PROPN _ 1 flat:name
    accompagne accompagner VERB Mood=Ind 0 root
    Petre Petre PROPN _ 3 obj
    Tchelidze Tchelidze PROPN _ 4 flat:name

    Tchelidze Tchelidze PROPN _ 2 nsubj
    part partir VERB Mood=Ind 0 root
  )");
  const auto actors = finder().find(doc);
  EXPECT_THAT(at(actors, 5), ElementsAre("Nora Tchelidze"));
}

TEST(Finder, APronounMeansTheSubjectOfTheMainClauseBefore) {
  const auto doc = testing::doc_of(R"(
    Nora Nora PROPN _ 3 nsubj
    Tchelidze Tchelidze PROPN _ 1 flat:name
    partira partir VERB Mood=Ind 0 root
    si si SCONJ _ 7 mark
    Lia Lia PROPN _ 7 nsubj
    Varin Varin PROPN _ 5 flat:name
    renonce renoncer VERB Mood=Ind 3 advcl

    Elle lui PRON Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj
    hésite hésiter VERB Mood=Ind 0 root
  )");
  EXPECT_THAT(at(finder().find(doc), 7), ElementsAre("Nora Tchelidze"));
}

TEST(Finder, NousInAQuotationIsTheSideOfItsSpeaker) {
  const auto doc = testing::doc_of(R"(
    « « PUNCT _ 3 punct
    Nous moi PRON Number=Plur|Person=1 3 nsubj
    répondrons répondre VERB Mood=Ind|Tense=Fut 6 ccomp
    » » PUNCT _ 3 punct
    , , PUNCT _ 3 punct
    dit dire VERB Mood=Ind 0 root
    Nora Nora PROPN _ 6 nsubj
    Tchelidze Tchelidze PROPN _ 7 flat:name
    , , PUNCT _ 10 punct
    ministre ministre NOUN Number=Sing 7 appos
    [du 2]
    de de ADP _ 13 case
    le le DET Definite=Def 13 det
    Canada Canada PROPN _ 10 nmod
  )");
  const auto actors = finder().find(doc, {name_of(doc, 6, 8, NameType::person)});
  EXPECT_THAT(at(actors, 1), ElementsAre("Canada"));
}

TEST(Finder, AnUnresolvedPronounIsNobody) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def 2 det
    Canada Canada PROPN _ 3 nsubj
    proteste protester VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct

    Elle lui PRON Gender=Fem|Number=Sing|Person=3 2 nsubj
    part partir VERB Mood=Ind 0 root
  )");
  EXPECT_THAT(at(finder().find(doc), 4), IsEmpty());
}

TEST(Finder, TheMinisterIsNotThePrimeMinister) {
  const auto doc = testing::doc_of(R"(
    Le le DET Definite=Def|Gender=Masc 3 det
    premier premier ADJ Gender=Masc 3 amod
    ministre ministre NOUN Number=Sing 6 nsubj
    Jonas Jonas PROPN _ 3 appos
    Ekström Ekström PROPN _ 4 flat:name
    arrive arriver VERB Mood=Ind 0 root
    . . PUNCT _ 6 punct

    Le le DET Definite=Def|Gender=Masc 2 det
    ministre ministre NOUN Number=Sing 6 nsubj
    de de ADP _ 5 case
    la le DET Definite=Def 5 det
    Justice justice NOUN _ 2 nmod
    part partir VERB Mood=Ind 0 root
    . . PUNCT _ 6 punct

    Le le DET Definite=Def|Gender=Masc 3 det
    premier premier ADJ Gender=Masc 3 amod
    ministre ministre NOUN Number=Sing 4 nsubj
    reste rester VERB Mood=Ind 0 root
    . . PUNCT _ 4 punct
  )");
  const auto actors = finder().find(doc, {name_of(doc, 3, 5, NameType::person)});
  EXPECT_THAT(at(actors, 8), ElementsAre("ministre de la Justice"));
  EXPECT_THAT(at(actors, 16), ElementsAre("Jonas Ekström"));
  ASSERT_EQ(actors.actors[actors.actors_at(WordId(16)).at(0).value].roles.size(), 1u);
  EXPECT_EQ(actors.actors[actors.actors_at(WordId(16)).at(0).value].roles[0].title, "premier ministre");
}

TEST(Finder, ANounBeforeANameSaysWhatItNamesEverywhere) {
  const auto doc = testing::doc_of(R"(
    L' le DET Definite=Def 2 det
    entreprise entreprise NOUN Number=Sing 4 nsubj
    Marco Marco PROPN _ 2 appos
    ferme fermer VERB Mood=Ind 0 root
    . . PUNCT _ 4 punct

    Marco Marco PROPN _ 2 nsubj
    paie payer VERB Mood=Ind 0 root
    . . PUNCT _ 2 punct
  )");
  const auto actors = finder().find(doc, {name_of(doc, 2, 3, NameType::person), name_of(doc, 5, 6, NameType::person)});
  ASSERT_EQ(actors.actors_at(WordId(5)).size(), 1u);
  EXPECT_EQ(actors.actors[actors.actors_at(WordId(5))[0].value].kind, ActorKind::organization);
}

TEST(Finder, ABareNounNamesNobody) {
  const auto doc = testing::doc_of(R"(
    Personne personne NOUN Number=Sing 3 nsubj
    ne ne ADV _ 3 advmod
    répond répondre VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct
  )");
  EXPECT_THAT(mentioned(finder().find(doc, {})), IsEmpty());
}

TEST(Finder, ThePortfolioOfAMinisterIsNoActor) {
  const auto doc = testing::doc_of(R"(
    La le DET Definite=Def|Gender=Fem 2 det
    ministre ministre NOUN Number=Sing 6 nsubj
    de de ADP _ 5 case
    l' le DET Definite=Def 5 det
    Énergie énergie PROPN _ 2 nmod
    part partir VERB Mood=Ind 0 root
    . . PUNCT _ 6 punct
  )");
  EXPECT_THAT(mentioned(finder().find(doc, {name_of(doc, 4, 5, NameType::organization)})), ElementsAre("ministre de l'Énergie"));
}

TEST(Finder, CelleCiIsTheLastThingNamedOrNobody) {
  const auto doc = testing::doc_of(R"(
    La le DET Definite=Def|Gender=Fem 2 det
    Norvège Norvège PROPN Gender=Fem|Number=Sing 3 nsubj
    prépare préparer VERB Mood=Ind 0 root
    une un DET Definite=Ind|Gender=Fem 5 det
    réunion réunion NOUN Gender=Fem|Number=Sing 3 obj
    . . PUNCT _ 3 punct

    Celle-ci celui-ci PRON Gender=Fem|Number=Sing 2 nsubj
    commence commencer VERB Mood=Ind 0 root
    . . PUNCT _ 2 punct
  )");
  EXPECT_THAT(at(finder().find(doc, {}), 6), IsEmpty());
}

TEST(Finder, AThingNamedAsSubjectSinceIsARivalOfAState) {
  const auto doc = testing::doc_of(R"(
    La le DET Definite=Def|Gender=Fem 2 det
    Norvège Norvège PROPN Gender=Fem|Number=Sing 3 nsubj
    attend attendre VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct

    La le DET Definite=Def|Gender=Fem 2 det
    réunion réunion NOUN Gender=Fem|Number=Sing 3 nsubj
    approche approcher VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct

    Elle lui PRON Gender=Fem|Number=Sing|Person=3 2 nsubj
    commence commencer VERB Mood=Ind 0 root
    . . PUNCT _ 2 punct
  )");
  EXPECT_THAT(at(finder().find(doc, {}), 8), IsEmpty());
}

TEST(Finder, IlYADeuxJoursIsNobody) {
  const auto doc = testing::doc_of(R"(
    Jonas Jonas PROPN _ 3 nsubj
    Ekström Ekström PROPN _ 1 flat:name
    part partir VERB Mood=Ind 0 root
    il lui PRON Gender=Masc|Number=Sing|Person=3 8 case
    y y PRON Person=3 4 fixed
    a avoir VERB Mood=Ind 4 fixed
    deux deux NUM _ 8 nummod
    jours jour NOUN Gender=Masc|Number=Plur 3 obl
    . . PUNCT _ 3 punct
  )");
  EXPECT_THAT(at(finder().find(doc, {name_of(doc, 0, 2, NameType::person)}), 3), IsEmpty());
}

TEST(Finder, AnEmptyArticleHasNoActors) { EXPECT_TRUE(finder().find(testing::doc_of("")).actors.empty()); }

}  // namespace
}  // namespace fabula::actors
