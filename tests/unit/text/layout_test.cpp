#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace fabula::text {
namespace {

using ::testing::ElementsAre;

TEST(Layout, ReadsAnAgencyArticle) {
  const Article a = read(
      "Le port de Brest rouvre après la tempête\n"
      "\n"
      "3 mars 2021 . –\n"
      "Le port a rouvert mercredi. Les pêcheurs sont sortis.\n"
      "\n"
      "Une longue attente\n"
      "\n"
      "« Nous étions prêts » , a dit un marin.\n"
      "\n"
      "Traduction : Anne Petit\n"
      "Source : La Gazette\n");
  EXPECT_THAT(shown(a), ElementsAre("title: Le port de Brest rouvre après la tempête", "dateline: 3 mars 2021 . –",
                                    "prose: Le port a rouvert mercredi. Les pêcheurs sont sortis.", "heading: Une longue attente",
                                    "prose: « Nous étions prêts » , a dit un marin.", "credit: Traduction : Anne Petit",
                                    "credit: Source : La Gazette"));
  EXPECT_EQ(a.title, "Le port de Brest rouvre après la tempête");
  EXPECT_EQ(a.source, "La Gazette");
  EXPECT_EQ(a.language, "fr");
}

TEST(Layout, SplitsTheScrapedHeadFromWhatFollows) {
  EXPECT_THAT(shown(read(" date 2022-10 Photo: Gazette / Jean Morel\n\nLe port a rouvert.")),
              ElementsAre("head: date 2022-10", "credit: Photo: Gazette / Jean Morel", "prose: Le port a rouvert."));
  EXPECT_THAT(shown(read(" date 2022-12 Le port a rouvert. Les marins sont là.\n\nLa mer est calme.")),
              ElementsAre("head: date 2022-12", "prose: Le port a rouvert. Les marins sont là.", "prose: La mer est calme."));
  EXPECT_THAT(shown(read(" date 2022-12 Le port rouvre\n\nLa mer est calme.")),
              ElementsAre("head: date 2022-12", "title: Le port rouvre", "prose: La mer est calme."));
}

TEST(Layout, SplitsADatelineFromProseOnTheSameLine) {
  EXPECT_THAT(shown(read("Le port\n\n1er mars 2017 . – Jean Morel est parti.")),
              ElementsAre("title: Le port", "dateline: 1er mars 2017 . –", "prose: Jean Morel est parti."));
  EXPECT_THAT(shown(read("BREST, 9 décembre (AFP) – Le maire a cédé.")),
              ElementsAre("dateline: BREST, 9 décembre (AFP) –", "prose: Le maire a cédé."));
  EXPECT_THAT(shown(read("MOSCOU, 9 décembre. /TASS/. Le maire a cédé.")),
              ElementsAre("dateline: MOSCOU, 9 décembre. /TASS/.", "prose: Le maire a cédé."));
  EXPECT_THAT(shown(read("(Reuters) - Le maire a cédé.")), ElementsAre("dateline: (Reuters) -", "prose: Le maire a cédé."));
  EXPECT_THAT(shown(read("BREST — Le maire a cédé.")), ElementsAre("dateline: BREST —", "prose: Le maire a cédé."));
}

TEST(Layout, TakesTheAgencyOfADatelineForTheSource) {
  EXPECT_EQ(read("BREST (AFP) – Le maire a cédé.").source, "AFP");
  EXPECT_EQ(read("BREST (AFP) – Le maire a cédé.\n\nSource : Gazette").source, "Gazette");
}

TEST(Layout, TakesTheLastNamedSource) {
  EXPECT_EQ(read("Le port a rouvert.\n\nSource : ministère de la Mer\n\nLa mer est calme.\n\nSource : Gazette").source, "Gazette");
  EXPECT_EQ(read("source: Courrier\n\nLe port a rouvert.\n\nSource : Gazette").source, "Courrier");
}

TEST(Layout, LeavesProseThatBeginsLikeADatelineAlone) {
  for (const char* text : {"Le 12 octobre 2017 a été un jour long – trop long.", "12 octobre 2017 fut un jour de fête – enfin.",
                           "Jean Morel (LR) – le maire – a cédé.", "Paris, capitale de la France, attend.",
                           "Brest a cédé – enfin – lundi soir.", "Jean-Marc est venu - tard - lundi."})
    EXPECT_THAT(shown(read(text)), ElementsAre(std::string("prose: ") + text));
}

TEST(Layout, ReadsFrontMatterWithAndWithoutFences) {
  const Article fenced = read("---\ntitle: \"Le port rouvre\"\nsource: Gazette\nurl: https://gazette.example/1\nfoo: bar\n---\nLe port a rouvert.");
  EXPECT_EQ(fenced.title, "Le port rouvre");
  EXPECT_EQ(fenced.source, "Gazette");
  EXPECT_EQ(fenced.url, "https://gazette.example/1");
  EXPECT_EQ(fenced.paragraphs.front().kind, ParagraphKind::head);
  EXPECT_EQ(shown(fenced).back(), "prose: Le port a rouvert.");

  EXPECT_THAT(shown(read("Titre : Le port rouvre\nSource : Gazette\n\nLe port rouvre\n\nIl a rouvert.")),
              ElementsAre("head: Titre : Le port rouvre", "head: Source : Gazette", "title: Le port rouvre", "prose: Il a rouvert."));
  EXPECT_THAT(shown(read("Le port rouvre\nDate : 3 mars 2020\nSource : Gazette\n\nIl a rouvert.")),
              ElementsAre("title: Le port rouvre", "head: Date : 3 mars 2020", "head: Source : Gazette", "prose: Il a rouvert."));
}

TEST(Layout, JoinsHardWrappedLines) {
  EXPECT_THAT(shown(read("Le port rouvre après la tempête\n"
                         "\n"
                         "Le port de Brest a rouvert mercredi matin, deux jours après la tempête.\n"
                         "Les pêcheurs, qui attendaient depuis lundi, sont sortis avant l'aube et\n"
                         "la criée a repris.\n"
                         "\n"
                         "La préfecture a levé l'alerte. Elle avait fermé le port dimanche, quand\n"
                         "le vent soufflait fort.\n")),
              ElementsAre("title: Le port rouvre après la tempête",
                          "prose: Le port de Brest a rouvert mercredi matin, deux jours après la tempête.\n"
                          "Les pêcheurs, qui attendaient depuis lundi, sont sortis avant l'aube et\n"
                          "la criée a repris.",
                          "prose: La préfecture a levé l'alerte. Elle avait fermé le port dimanche, quand\n"
                          "le vent soufflait fort."));
}

TEST(Layout, KeepsWholeLinesApart) {
  EXPECT_THAT(shown(read("Le port a rouvert lundi.\nLes bateaux sont revenus.\nLa mer est calme.")),
              ElementsAre("prose: Le port a rouvert lundi.", "prose: Les bateaux sont revenus.", "prose: La mer est calme."));
}

TEST(Layout, JoinsALineBrokenWithinASentence) {
  const std::string first = "Le port de Brest a rouvert mercredi matin, deux jours après la tempête qui avait balayé la côte et fait plusieurs blessés";
  EXPECT_THAT(shown(read(first + "\nparmi les pêcheurs.\nLa mer est calme.")),
              ElementsAre("prose: " + first + "\nparmi les pêcheurs.", "prose: La mer est calme."));
}

TEST(Layout, SetsCreditsAndCrumbsApart) {
  for (const char* line : {"Photo : AFP", "Crédit photo : J. Morel / Gazette", "Traduction : Anne Petit", "© Gazette 2020", "Par Jean Morel",
                           "Propos recueillis par Anne Petit", "Par La Gazette avec AFP", "Par Jean Morel, envoyé spécial à Kiev", "Source: Gazette",
                           "La Gazette — Reproduction interdite"})
    EXPECT_EQ(shown(read(std::string("Le port a rouvert.\n\n") + line)).back(), std::string("credit: ") + line);
  for (const char* line : {"https://gazette.example/a?b=c", "www.gazette.example", "Partager sur Facebook", "Facebook ,", "Lire aussi : Le port ferme",
                           "Commentaires (12)", "— Anne Petit , maire de Brest", "Fichier:Port de Brest.jpg", "***", ".", "@gazette",
                           "Abonnez-vous à notre lettre !", "contact@gazette.example", "Accueil > Monde > Europe", "jm/abc/def", "10:45"})
    EXPECT_EQ(shown(read(std::string("Le port a rouvert.\n\n") + line)).back(), std::string("crumb: ") + line);
}

TEST(Layout, LeavesSentencesThatBeginLikeCreditsAlone) {
  for (const char* line : {"Partager cette décision avec ses alliés serait une erreur.", "Source de conflits depuis vingt ans, le port divise.",
                           "Photo et vidéo sont interdites dans la salle, a précisé le juge.", "Par ailleurs, le port a rouvert.",
                           "Lire le dossier a pris trois jours aux avocats.", "— Je ne sais pas, a répondu le maire.",
                           "Par Brest passent les routes du nord."})
    EXPECT_EQ(shown(read(std::string("Le port a rouvert.\n\n") + line)).back(), std::string("prose: ") + line);
}

TEST(Layout, SplitsACreditOffTheEndOfALine) {
  EXPECT_THAT(shown(read("Le port a rouvert. Photo : J. Morel / AFP\n\nLa mer est calme.")),
              ElementsAre("prose: Le port a rouvert.", "credit: Photo : J. Morel / AFP", "prose: La mer est calme."));
}

TEST(Layout, LeavesOutListsOfLinks) {
  EXPECT_THAT(shown(read("Le port rouvre\n\nSur le même sujet\n\nLa tempête arrive\nLe port ferme\n\n3 mars 2021 . –\nLe port a rouvert.")),
              ElementsAre("title: Le port rouvre", "crumb: Sur le même sujet", "crumb: La tempête arrive", "crumb: Le port ferme",
                          "dateline: 3 mars 2021 . –", "prose: Le port a rouvert."));
}

TEST(Layout, HasNoTitleWhereTheFirstLineIsASentence) {
  EXPECT_EQ(read("Le port a rouvert.\n\nLa mer est calme.").title, std::nullopt);
  EXPECT_EQ(read("Le port rouvre").title, std::nullopt) << "one line alone is the article";
  EXPECT_EQ(read("Le port rouvre-t-il ?\n\nLa mer est calme.").title, "Le port rouvre-t-il ?");
}

TEST(Layout, KeepsOffsetsAcrossCrlf) {
  const Article a = read("Le port rouvre\r\n\r\nLa mer est calme.\r\n");
  EXPECT_EQ(a.text.size(), 37u);
  EXPECT_THAT(shown(a), ElementsAre("title: Le port rouvre", "prose: La mer est calme."));
  EXPECT_EQ(a.paragraphs[1].span, (Span{18, 35}));
}

TEST(Layout, ReadsDatelinesOfAgenciesAndMedia) {
  EXPECT_THAT(shown(read("BREST, 12 avril 2023 - RIA Novosti. Le port a rouvert.")),
              ElementsAre("dateline: BREST, 12 avril 2023 - RIA Novosti.", "prose: Le port a rouvert."));
  EXPECT_THAT(shown(read("Brest/Paris (Reuters) – Le port a rouvert.")), ElementsAre("dateline: Brest/Paris (Reuters) –", "prose: Le port a rouvert."));
  EXPECT_THAT(shown(read("Le port rouvre\n\ngazette.example, 12 avril 2023\n\nIl a rouvert.")),
              ElementsAre("title: Le port rouvre", "dateline: gazette.example, 12 avril 2023", "prose: Il a rouvert."));
  EXPECT_EQ(dated(read("12.04.2023 14:05\n\nIl a rouvert.")), "2023-04-12 dateline");
  EXPECT_EQ(read("Le drame de Brest, 12 avril 2023\n\nIl a rouvert.").title, "Le drame de Brest, 12 avril 2023");
  EXPECT_EQ(read("EXCLUSIF - Le port rouvre\n\nIl a rouvert.").title, "EXCLUSIF - Le port rouvre");
}

TEST(Layout, SplitsACrumbOffTheEndOfALine) {
  EXPECT_THAT(shown(read("Le port a rouvert lundi matin. Partager sur Facebook")),
              ElementsAre("prose: Le port a rouvert lundi matin.", "crumb: Partager sur Facebook"));
}

TEST(Layout, PassesOverASectionNameAboveTheTitle) {
  EXPECT_THAT(shown(read("MONDE\n\nLe port de Brest rouvre enfin\n\nIl a rouvert lundi.")),
              ElementsAre("crumb: MONDE", "title: Le port de Brest rouvre enfin", "prose: Il a rouvert lundi."));
}

TEST(Layout, ReadsMarkdownHeadings) {
  EXPECT_THAT(shown(read("# Le port rouvre\n\nIl a rouvert.\n\n## Pourquoi ?\n\nLa mer est calme.")),
              ElementsAre("title: Le port rouvre", "prose: Il a rouvert.", "heading: Pourquoi ?", "prose: La mer est calme."));
  EXPECT_EQ(read("# Le port rouvre\n\nIl a rouvert.").title, "Le port rouvre");
}

TEST(Layout, BeginsAParagraphAtAnIndentedLine) {
  EXPECT_THAT(shown(read("   Le port de Brest a rouvert mercredi matin, deux jours après la\n"
                         "tempête. Les pêcheurs sont sortis avant l'aube, et la criée a\n"
                         "repris.\n"
                         "   La préfecture a levé l'alerte qu'elle avait donnée dimanche, à la\n"
                         "demande du maire.\n")),
              ElementsAre("prose: Le port de Brest a rouvert mercredi matin, deux jours après la\n"
                          "tempête. Les pêcheurs sont sortis avant l'aube, et la criée a\n"
                          "repris.",
                          "prose: La préfecture a levé l'alerte qu'elle avait donnée dimanche, à la\n"
                          "demande du maire."));
}

TEST(Layout, ReadsSeveralDatelinesAndByLines) {
  const Article a = read(
      "Le port de Brest rouvre enfin\n\nPar Anne Petit\nMis à jour le 5 mars 2020 à 9h\nPublié le 4 mars 2020 à 18h\n\nBREST (AFP) – Le port a rouvert.");
  EXPECT_THAT(shown(a), ElementsAre("title: Le port de Brest rouvre enfin", "credit: Par Anne Petit", "dateline: Mis à jour le 5 mars 2020 à 9h",
                                    "dateline: Publié le 4 mars 2020 à 18h", "dateline: BREST (AFP) –", "prose: Le port a rouvert."));
  EXPECT_EQ(dated(a), "2020-03-04 dateline");
  EXPECT_EQ(a.source, "AFP");
  EXPECT_EQ(dated(read("Le port rouvre\n\nPar Anne Petit, le 4 mars 2020 à 18h\n\nIl a rouvert.")), "2020-03-04 dateline");
  EXPECT_EQ(dated(read("Le port rouvre\n\nMis à jour le 5 mars 2020\n\nIl a rouvert.")), "2020-03-05 dateline");
}

TEST(Layout, SetsSignaturesApart) {
  EXPECT_EQ(shown(read("Le port a rouvert.\n\nAnne Petit")).back(), "credit: Anne Petit");
  EXPECT_EQ(shown(read("Le port a rouvert.\n\nAFP")).back(), "credit: AFP");
  EXPECT_EQ(read("Le port a rouvert.\n\n(Reuters)").source, "Reuters");
  EXPECT_EQ(shown(read("Le port a rouvert.\n\nLa suite demain")).back(), "prose: La suite demain");
}

TEST(Layout, KeepsProseBehindADateWithAColon) {
  EXPECT_THAT(shown(read("date: 2022-10 Le port a rouvert lundi. La mer est calme.\n")),
              ElementsAre("head: date: 2022-10", "prose: Le port a rouvert lundi. La mer est calme."));
}

TEST(Layout, WorksInEnglishByTablesAlone) {
  const Article a = read_text("Port reopens\n\nBREST, March 3 (Reuters) - The port reopened.\n\nShare on Facebook\n\nReporting by Ann Small",
                              "2021-03-04.txt", english());
  EXPECT_THAT(shown(a), ElementsAre("title: Port reopens", "dateline: BREST, March 3 (Reuters) -", "prose: The port reopened.",
                                    "crumb: Share on Facebook", "credit: Reporting by Ann Small"));
  EXPECT_EQ(dated(a), "2021-03-03 dateline");
  EXPECT_EQ(a.source, "Reuters");
}

}  // namespace
}  // namespace fabula::text
