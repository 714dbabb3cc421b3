#include "fabula/base/edtf.hpp"

#include <gtest/gtest.h>

namespace fabula {
namespace {

std::string bounds(std::string_view edtf) {
  const auto range = edtf_range(edtf);
  if (!range) return "none";
  return (range->earliest ? to_iso(*range->earliest) : "..") + " " + (range->latest ? to_iso(*range->latest) : "..");
}

TEST(Edtf, ReadsEachFormWithItsBounds) {
  EXPECT_EQ(bounds("2022-10-25"), "2022-10-25 2022-10-25");
  EXPECT_EQ(bounds("2022-02"), "2022-02-01 2022-02-28");
  EXPECT_EQ(bounds("2020"), "2020-01-01 2020-12-31");
  EXPECT_EQ(bounds("199X"), "1990-01-01 1999-12-31");
  EXPECT_EQ(bounds("2022-12-XX"), "2022-12-01 2022-12-31");
  EXPECT_EQ(bounds("../2022-02-24"), ".. 2022-02-24");
  EXPECT_EQ(bounds("2015/2017-03"), "2015-01-01 2017-03-31");
  EXPECT_EQ(bounds("[2022-12-04,2022-12-11]"), "2022-12-04 2022-12-11");
  EXPECT_EQ(bounds("2021-22"), "2021-06-01 2021-08-31");
  EXPECT_EQ(bounds("2021-24"), "2021-12-01 2022-02-28");
  EXPECT_EQ(bounds("2016-03-20T10:15"), "2016-03-20 2016-03-20");
  EXPECT_EQ(bounds("2014~"), "2014-01-01 2014-12-31");
}

TEST(Edtf, RefusesWhatIsNoDate) {
  for (const char* bad : {"", "2022-13", "2022-02-30", "22-10-2022", "octobre", "2022-10-25/2022-10-01", "[", "[]", "2022-1"})
    EXPECT_EQ(bounds(bad), "none") << bad;
}

TEST(Edtf, WritesTheUnitThatBoundsFill) {
  for (const char* text : {"2022-10-25", "2022-02", "2020", "199X", "../2022-02-24", "2022-02-24/..", "2022-02-24/2022-03-01"})
    EXPECT_EQ(edtf_of(*edtf_range(text)), text);
  EXPECT_EQ(edtf_of({}), "");
}

}  // namespace
}  // namespace fabula
