// The table of states against two authorities: the members of the United Nations, and CLDR's names of territories (in ICU).

#include <gtest/gtest.h>
#include <unicode/locid.h>

#include <map>
#include <set>
#include <sstream>

#include "actors/lexicon.hpp"

namespace fabula::actors {
namespace {

// ISO 3166-1 codes of the 193 members, un.org/en/about-us/member-states
constexpr const char* kMembers =
    "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ "
    "DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW "
    "KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH "
    "PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB "
    "US UY UZ VU VE VN YE ZM ZW";
// Their capital bears the state's own name, or a name that mostly means someone else (Victoria).
const std::set<std::string> kWithoutSeat = {"DJ", "MC", "SM", "SG", "SC"};
// The name alone mostly is a man's given name.
const std::set<std::string> kOtherName = {"MU"};
// Both Congos are called so; the table's order says which is meant.
const std::set<std::string> kShared = {"congolais", "congolaise", "congolaises"};

struct State {
  std::string name, gender, number, aliases, seats, adjectives;
};

std::map<std::string, State> states() {
  const auto pack = lang::Pack::load(FABULA_LANG_DIR "/fr");
  const lang::Table& table = pack.table("states");
  const auto cell = [&](const lang::Row& row, const char* column) { return table.cell(row, table.column(column)); };
  std::map<std::string, State> found;
  for (const lang::Row& row : table.rows)
    found[cell(row, "key")] = {cell(row, "name"), cell(row, "gender"), cell(row, "number"), cell(row, "aliases"), cell(row, "seats"), cell(row, "adjectives")};
  return found;
}

std::vector<std::string> members() {
  std::istringstream in(kMembers);
  return {std::istream_iterator<std::string>(in), {}};
}

/// "Myanmar (Birmanie)" gives both.
std::vector<std::string> cldr_names(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale("fr"), name);
  std::string utf8;
  name.toUTF8String(utf8);
  const std::size_t bracket = utf8.find(" (");
  if (bracket == std::string::npos) return {utf8};
  return {utf8.substr(0, bracket), utf8.substr(bracket + 2, utf8.size() - bracket - 3)};
}

TEST(States, EveryMemberOfTheUnitedNationsHasGenderDemonymAndCapital) {
  const auto all = states();
  ASSERT_EQ(members().size(), 193u);
  for (const std::string& code : members()) {
    const auto it = all.find("state:" + code);
    ASSERT_NE(it, all.end()) << code;
    EXPECT_TRUE(it->second.gender == "m" || it->second.gender == "f") << code;
    EXPECT_TRUE(it->second.number == "s" || it->second.number == "p") << code;
    EXPECT_FALSE(it->second.adjectives.empty()) << code;
    EXPECT_EQ(it->second.seats.empty(), kWithoutSeat.contains(code)) << code;
  }
}

TEST(States, TheNamesOfCldrAreKnown) {
  const auto all = states();
  for (const std::string& code : members()) {
    if (kOtherName.contains(code)) continue;
    const State& state = all.at("state:" + code);
    std::set<std::string> known = {detail::name_key(state.name)};
    for (const std::string& alias : lang::split_cell(state.aliases)) known.insert(detail::name_key(alias));
    for (const std::string& name : cldr_names(code)) EXPECT_TRUE(known.contains(detail::name_key(name))) << code << " " << name;
  }
}

TEST(States, NoSeatOrDemonymBelongsToTwoMembers) {
  const auto all = states();
  std::map<std::string, std::string> owner;
  for (const std::string& code : members()) {
    const State& state = all.at("state:" + code);
    for (const std::string& seat : lang::split_cell(state.seats)) EXPECT_TRUE(owner.emplace("seat " + seat, code).second) << seat << " " << code;
    for (const std::string& form : lang::split_cell(state.adjectives)) {
      const bool shared = kShared.contains(form);
      EXPECT_TRUE(shared || owner.emplace(form, code).second) << form << " " << code;
    }
  }
}

}  // namespace
}  // namespace fabula::actors
