// Laws that hold for any input, on hostile and on generated ones.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "fabula/base/unicode.hpp"
#include "fabula/text/html.hpp"
#include "fabula/text/jsonl.hpp"
#include "fabula/text/language.hpp"
#include "support.hpp"

namespace fabula::text {
namespace {

using namespace std::string_view_literals;

/// Paragraphs are in order, do not overlap, lie within the text, begin and end with visible characters, and leave out
/// nothing but what is invisible.
void expect_lawful(const Article& a) {
  const std::u32string text = to_utf32(a.text.utf8());
  ASSERT_EQ(text.size(), a.text.size());
  std::uint32_t at = 0;
  const auto expect_gap = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) EXPECT_FALSE(is_letter(text[i]) || is_digit(text[i])) << "lost text at " << i;
  };
  for (const Paragraph& p : a.paragraphs) {
    ASSERT_LE(at, p.span.begin);
    ASSERT_LT(p.span.begin, p.span.end);
    ASSERT_LE(p.span.end, text.size());
    EXPECT_FALSE(is_space(text[p.span.begin]) || is_space(text[p.span.end - 1]));
    EXPECT_EQ(to_utf32(a.text.slice(p.span)), text.substr(p.span.begin, p.span.size()));
    expect_gap(at, p.span.begin);
    at = p.span.end;
  }
  expect_gap(at, a.text.size());
}

TEST(TextLaws, HoldForHostileTexts) {
  for (const std::string_view text :
       {"a"sv, "\xE2\x80\xAE\xE2\x80\x8B texte \xE2\x80\x8F\n\nsuite\xE2\x80\x8B.\n"sv, "---\n---\n---"sv, "---\ntitle: a"sv, ":\n:\n:"sv, "date 2022"sv,
        " date 2022-10 "sv, "(\n(AFP"sv, "12"sv, "1 mars"sv, "–"sv, "– – –\n—"sv, "Photo :"sv, "Source :"sv, "Source : .\n\na."sv, "PARIS (AFP) –"sv,
        "PARIS,,,,,, –"sv, "/TASS/"sv, "\v\f\xC2\x85 a\xE2\x80\xA8q"sv, "\r\r\r\na\r\rb"sv, "Par \n\nPar"sv, "www. a@b @"sv, "«»"sv})
    expect_lawful(read(text));
}

TEST(TextLaws, HoldForGeneratedLayouts) {
  constexpr std::array<std::string_view, 32> kParts = {
      "\n",      "\n\n",          "\r\n",   " ",          "Le port a rouvert.", "Photo : ",  "12 mars 2020", " – ",     "PARIS",  "(AFP)",  "date 2022-10",
      "---\n",   "title: Port\n", "Source :", "Lire aussi", "https://g.example", "Par Anne", "« Oui »",      "\u00A0",  "\u200B", "\u202E", ",",
      "Un titre", "la suite en minuscules", "1er", "é", "😀", "\t", "Facebook ,", "9 décembre", "MOSCOU, 9 déc. /TASS/.", "Sur le même sujet"};
  std::mt19937 random(20240501);
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (int n = static_cast<int>(random() % 14); n > 0; --n) text += kParts[random() % kParts.size()];
    SCOPED_TRACE(text);
    expect_lawful(read(text));
    if (HasFailure()) return;
  }
}

TEST(TextLaws, RandomBytesAreReadOrRefused) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const bool mostly_text = round % 2 == 0;
    for (int n = static_cast<int>(random() % 200); n > 0; --n)
      bytes += static_cast<char>(mostly_text && random() % 8 != 0 ? 32 + random() % 95 : random() % 256);
    try {
      expect_lawful(read(bytes));
    } catch (const InputError&) {
    }
    try {
      expect_lawful(layout(decode_html("<p>" + bytes + "</p><div>" + bytes, "x"), french()));
    } catch (const InputError&) {
    }
    for (const Decoded& decoded : decode_jsonl(bytes, "x").articles) expect_lawful(layout(decoded, french()));
    if (HasFailure()) return;
  }
}

TEST(TextLaws, RandomMarkupIsReadOrRefused) {
  constexpr std::array<std::string_view, 28> kParts = {
      "<p>",  "</p>", "<div class='comments'>", "</div>", "<h1>",   "</h1>", "<h2>",   "<article>", "</article>", "<a href=x>", "</a>",   "<br><br>", "<ul><li>", "<table><tr><td>",
      "<b>",  "<script>", "</script>", "<!--", "-->", "&eacute;", "&#0;", "&#x202E;", "<time datetime=2020-01-02>", "<meta charset=latin1>", "Le port a rouvert lundi matin, dit-on.",
      "<nav>", "</nav>", "<html lang=fr>"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string html;
    for (int n = static_cast<int>(random() % 40); n > 0; --n) html += kParts[random() % kParts.size()];
    SCOPED_TRACE(html);
    try {
      expect_lawful(layout(decode_html(html, "x"), french()));
    } catch (const InputError&) {
    }
    if (HasFailure()) return;
  }
}


TEST(TextLaws, LongInputsAreReadInLinearTime) {
  std::string line, words, lines, short_lines;
  while (line.size() < 5'000'000) line += "Le port a rouvert lundi, dit-on à Brest. ";
  while (words.size() < 500'000) words += "le port a rouvert lundi ";
  while (lines.size() < 500'000) lines += "Photo : le port\nBREST, le port rouvre\n\n";
  while (short_lines.size() < 200'000) short_lines += "a\n";
  const std::string colons(1'000'000, ':'), dashes = "BREST, " + std::string(1'000'000, '-'), letter(1'000'000, 'A');
  for (const std::string* text : std::initializer_list<const std::string*>{&line, &words, &lines, &short_lines, &colons, &dashes, &letter})
    EXPECT_LT(seconds([&] { expect_lawful(read(*text)); }), 10.0) << text->substr(0, 10);
  EXPECT_LT(seconds([&] { detect_language(line, {"en", "fr"}, "fr"); }), 2.0);
}

}  // namespace
}  // namespace fabula::text
