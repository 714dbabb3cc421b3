#include "fabula/text/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace fabula::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kBody = "<p>Le port a rouvert lundi matin, après trois jours de tempête.</p>";

Decoded page(const std::string& head, const std::string& body = std::string(kBody)) {
  return decode_html("<html><head>" + head + "</head><body>" + body + "</body></html>", "x.html");
}

std::string published(const std::string& head, const std::string& body = std::string(kBody)) {
  return page(head, body).metadata.published.value_or("none");
}

TEST(Html, TakesTheDateFromTheBestTag) {
  EXPECT_EQ(published("<meta property='article:published_time' content='2020-01-02'>"), "2020-01-02");
  EXPECT_EQ(published("<meta name='DC.date' content='2020-01-02'>"), "2020-01-02");
  EXPECT_EQ(published("", "<time datetime='2020-01-02'>hier</time>" + std::string(kBody)), "2020-01-02");
  EXPECT_EQ(published("", std::string(kBody) + "<span itemprop=datePublished>2 janvier 2020</span>"), "2 janvier 2020");
  EXPECT_EQ(published("<link rel=canonical href='https://g.example/2020/01/02/port.html'>"), "2020-01-02");
  EXPECT_EQ(published("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-01-02\"}</script>"
                      "<meta property='article:published_time' content='2021-01-02'>"),
            "2020-01-02");
  EXPECT_EQ(published("<link rel=canonical href='https://g.example/2020/01/02'>"), "none");
  EXPECT_EQ(published(""), "none");
}

TEST(Html, IgnoresBrokenAndDeepJsonLd) {
  EXPECT_EQ(published("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>"), "none");
  EXPECT_EQ(published("<script type='application/ld+json'>" + std::string(200'000, '[') + "</script>"), "none");
  EXPECT_EQ(published("<script type='application/ld+json'>{\"@type\":[\"NewsArticle\"],\"datePublished\":{\"a\":1}}</script>"), "none");
  EXPECT_EQ(published("<script type='application/ld+json'>{\"@type\":\"Event\",\"datePublished\":\"2020-01-02\"}</script>"), "none");
}

TEST(Html, StripsTheSiteFromTheTitle) {
  EXPECT_EQ(page("<title>Le port rouvre | La Gazette</title>").metadata.title, "Le port rouvre");
  EXPECT_EQ(page("<title>Brest - Le port rouvre</title>").metadata.title, "Brest - Le port rouvre");
  EXPECT_EQ(page("<meta property='og:site_name' content='Gazette'><meta property='og:title' content='Port : le choc - Gazette'>").metadata.title,
            "Port : le choc");
}

TEST(Html, DecodesByWhatThePageDeclares) {
  EXPECT_EQ(page("<meta charset='windows-1251'>", "<p>\xCF\xEE\xF0\xF2 \xEE\xF2\xEA\xF0\xFB\xEB\xF1\xFF \xE2 \xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA \xF3\xF2\xF0\xEE\xEC.</p>").utf8,
            "Порт открылся в понедельник утром.");
  EXPECT_EQ(page("<meta charset='iso-8859-1'>", "<p>Déjà, le port a rouvert lundi matin.</p>").utf8, "Déjà, le port a rouvert lundi matin.")
      << "valid UTF-8 is UTF-8 whatever it says";
}

TEST(Html, RepairsBytesWithoutMeaning) {
  const Decoded d = page("", "<p>L'été a été chaud à Brest\xFF, dit le maire réélu.</p>");
  EXPECT_EQ(d.utf8, "L'été a été chaud à Brest\uFFFD, dit le maire réélu.");
  ASSERT_EQ(d.diagnostics.size(), 1u);
  EXPECT_EQ(d.diagnostics[0].code, "FAB-IN-102");
}

TEST(Html, RefusesWhatHoldsNoArticle) {
  const auto code = [](std::string_view bytes) { return error_code([&] { decode_html(bytes, "x"); }); };
  EXPECT_EQ(code(""), "FAB-IN-001");
  EXPECT_EQ(code(" \n"), "FAB-IN-001");
  EXPECT_EQ(code("<html><body></body></html>"), "FAB-IN-006");
  EXPECT_EQ(code("<nav><a href=x>Accueil</a></nav>"), "FAB-IN-006");
  EXPECT_EQ(code(std::string_view("<p>a\0b</p>", 10)), "FAB-IN-002");
  EXPECT_EQ(code("%PDF-1.4"), "FAB-IN-002");
  EXPECT_EQ(code(std::string(kMaxHtmlBytes + 1, 'a')), "FAB-IN-004");
}

TEST(Html, KeepsTextBelowManyElements) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  Decoded d;
  EXPECT_LT(seconds([&] { d = page("", deep + std::string(kBody)); }), 2.0);
  EXPECT_THAT(d.utf8, HasSubstr("Le port a rouvert"));
}

TEST(Html, RefusesDeeperNestingThanItsLimit) {
  std::string deep;
  for (std::size_t i = 0; i < kMaxHtmlDepth + 10; ++i) deep += "<b>";
  EXPECT_EQ(error_code([&] { page("", deep + std::string(kBody)); }), "FAB-IN-005");
}

TEST(Html, ReadsManySiblingsInLinearTime) {
  std::string body;
  for (int i = 0; i < 50'000; ++i) body += "<div><p>Le port numéro " + std::to_string(i) + " a rouvert lundi matin.</p></div>";
  Decoded d;
  EXPECT_LT(seconds([&] { d = page("", body); }), 5.0);
  EXPECT_GT(d.utf8.size(), 1'000'000u);
}

TEST(Html, DoesNotReadOtherFiles) {
  EXPECT_THAT(decode_html("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>Le port a rouvert, dit &x; lundi matin.</p>", "x").utf8,
              ::testing::Not(HasSubstr("root:")));
}

TEST(Html, KeepsParagraphsInOrderWithinTheText) {
  const Article a = layout(page("", std::string(kBody) + "<h2>Après</h2><ul><li>La mer est calme, dit-on.</li></ul>"), french());
  EXPECT_THAT(shown(a), ElementsAre("prose: Le port a rouvert lundi matin, après trois jours de tempête.", "heading: Après",
                                    "prose: La mer est calme, dit-on."));
}

}  // namespace
}  // namespace fabula::text
