#include "fabula/base/unicode.hpp"

#include <gtest/gtest.h>

namespace fabula {
namespace {

TEST(Unicode, FoldMakesTypographicVariantsEqual) {
  EXPECT_EQ(fold("L’Été"), fold("l'e\u0301te\u0301"));
  EXPECT_EQ(fold("Dup\u200bont"), "dupont");
  EXPECT_EQ(fold_accents("États‑Unis"), "etats-unis");
}

TEST(Unicode, Utf32RoundTrips) { EXPECT_EQ(to_utf8(to_utf32("a«é漢😀")), "a«é漢😀"); }

}  // namespace
}  // namespace fabula
