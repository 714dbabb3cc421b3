#include "fabula/text/decode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace fabula::text {
namespace {

using namespace std::string_view_literals;
using ::testing::HasSubstr;

std::string code_of(std::string_view bytes) {
  return error_code([&] { decode(bytes, "x.txt"); });
}

TEST(Decode, KeepsUtf8AsItIs) {
  const Decoded d = decode("Le préfet a cédé.\r\nFin.\r\n", "x.txt");
  EXPECT_EQ(d.utf8, "Le préfet a cédé.\r\nFin.\r\n");
  EXPECT_EQ(d.encoding, "UTF-8");
  EXPECT_TRUE(d.diagnostics.empty());
}

TEST(Decode, HashesTheInputBytes) {
  EXPECT_EQ(decode("abc", "x").sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_NE(decode("\xEF\xBB\xBF"
                   "abc",
                   "x")
                .sha256,
            decode("abc", "x").sha256);
}

TEST(Decode, LeavesOutByteOrderMarks) {
  EXPECT_EQ(decode("\xEF\xBB\xBFÉté."sv, "x").utf8, "Été.");
  EXPECT_EQ(decode("\xFF\xFE\xC9\0t\0\xE9\0.\0"sv, "x").utf8, "Été.");
  EXPECT_EQ(decode("\xFE\xFF\0\xC9\0t\0\xE9\0."sv, "x").utf8, "Été.");
  EXPECT_EQ(decode("\xFF\xFE\0\0\xC9\0\0\0.\0\0\0"sv, "x").utf8, "É.");
}

TEST(Decode, ReadsWindows1252AndSaysSo) {
  const Decoded d = decode("Le d\xE9put\xE9 a r\xE9pondu : \xAB l\x92\xE9t\xE9 sera chaud \xBB \x97 il co\xFBte 5 \x80.", "x.txt");
  EXPECT_EQ(d.utf8, "Le député a répondu : « l’été sera chaud » — il coûte 5 €.");
  EXPECT_EQ(d.encoding, "windows-1252");
  ASSERT_EQ(d.diagnostics.size(), 1u);
  EXPECT_EQ(d.diagnostics[0].code, "FAB-IN-101");
}

TEST(Decode, ReadsLatin9WhereItsLettersOccur) {
  EXPECT_EQ(decode("Le c\xBDur du d\xE9put\xE9 co\xFBte 5 \xA4.", "x").utf8, "Le cœur du député coûte 5 €.");
}

TEST(Decode, ReadsShortLatin1) {
  for (const auto& [bytes, text] : {std::pair{"caf\xE9", "café"}, {"\xC9t\xE9 \xE0 Qu\xE9" "bec.", "Été à Québec."}, {"d\xE9j\xE0", "déjà"}})
    EXPECT_EQ(decode(bytes, "x").utf8, text);
}

TEST(Decode, RefusesEmptyAndBlankInput) {
  for (const std::string_view bytes : {""sv, " \n\t\r\n "sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xC2\xA0\n"sv, "\xE2\x80\x8B"sv})
    EXPECT_EQ(code_of(bytes), "FAB-IN-001");
}

TEST(Decode, RefusesBinaryInput) {
  EXPECT_EQ(code_of("ab\0cd"sv), "FAB-IN-002");
  EXPECT_EQ(code_of("%PDF-1.7 whatever"), "FAB-IN-002");
  EXPECT_EQ(code_of("\x01\x02\x03\x04 ab"), "FAB-IN-002");
  EXPECT_EQ(code_of("\x7F" "ELF\x02\x01\x01\0\0"sv), "FAB-IN-002");
  EXPECT_EQ(code_of("\xFF\xFE\0\0a\0"sv), "FAB-IN-003");
}

TEST(Decode, KeepsAStrayControlCharacter) {
  const std::string text = "Une phrase assez longue pour que rien ne paraisse \x02 suspect ici.";
  EXPECT_EQ(decode(text, "x").utf8, text);
}

TEST(Decode, NamesThePlaceOfBrokenUtf8) {
  try {
    decode("Première ligne.\nLa députée é\xC3( coupée.", "dossier/x.txt");
    FAIL();
  } catch (const InputError& e) {
    EXPECT_EQ(e.code(), "FAB-IN-003");
    EXPECT_EQ(e.file(), "dossier/x.txt");
    EXPECT_EQ(e.line(), 2u);
    EXPECT_THAT(e.what(), HasSubstr("byte 32"));
  }
  EXPECT_EQ(code_of("\xEF\xBB\xBFok \xFF"), "FAB-IN-003");
  EXPECT_EQ(code_of("\xFF\xFE" "a"), "FAB-IN-003");
  EXPECT_EQ(code_of("\xFE\xFF\xD8\x00\x00" "a"sv), "FAB-IN-003");
  EXPECT_EQ(code_of("un octet sans sens \x81 ici"), "FAB-IN-003");
}

TEST(Decode, RefusesWhatIsTooLarge) { EXPECT_EQ(code_of(std::string(kMaxInputBytes + 1, 'a')), "FAB-IN-004"); }

}  // namespace
}  // namespace fabula::text
