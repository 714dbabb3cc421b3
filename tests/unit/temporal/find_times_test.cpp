#include <gtest/gtest.h>

#include "fabula/base/edtf.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace fabula::temporal {
namespace {

const Finder& french() {
  static const Finder finder = Finder::load(lang::Pack::load(std::string(FABULA_LANG_DIR) + "/fr"));
  return finder;
}

TimeValue published(std::string edtf) {
  TimeValue value;
  if (const auto range = edtf_range(edtf)) value.range = *range;
  value.edtf = std::move(edtf);
  return value;
}

/// "expression = edtf; …" of a text without words or trees.
std::string found(std::string text, const std::string& day) {
  text::Doc doc;
  doc.article.text = text::Text(std::move(text));
  std::string out;
  for (const TimeMention& m : french().find(doc, published(day)))
    out += (out.empty() ? "" : "; ") + std::string(doc.slice(m.span)) + " = " + (m.when.edtf.empty() ? m.value : m.when.edtf);
  return out;
}

TEST(FindTimes, CountsFromThePublicationDay) {
  EXPECT_EQ(found("Le préfet est parti hier.", "2016-03-20"), "hier = 2016-03-19");
  EXPECT_EQ(found("Le pont a rouvert dimanche dernier.", "2016-03-23"), "dimanche dernier = 2016-03-20");
}

TEST(FindTimes, AWeekdayUnderAMonthIsASetOfDays) {
  const auto times = found("Les barrages ont été levés dimanche.", "2022-12");
  EXPECT_EQ(times, "dimanche = [2022-12-04,2022-12-11,2022-12-18,2022-12-25]");
}

TEST(FindTimes, WithoutPublicationOnlyFullDatesHaveBounds) {
  EXPECT_EQ(found("Né le 3 mai 1950, il partit hier.", ""), "3 mai 1950 = 1950-05-03; hier = ");
}

TEST(FindTimes, TheDayBeforeCountsFromTheDateOfTheText) {
  EXPECT_EQ(found("Le train a déraillé le 4 mai 2014. La veille, un rail avait été changé.", "2016-03-20"),
            "4 mai 2014 = 2014-05-04; veille = 2014-05-03");
}

}  // namespace
}  // namespace fabula::temporal
