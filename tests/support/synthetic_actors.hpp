#pragma once

#include <cstdint>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "fabula/actors/find_actors.hpp"

namespace fabula::testing {

/// Invents names that no one bears, from syllables.
class NameMaker {
 public:
  explicit NameMaker(std::uint32_t seed) : random_(seed) {}

  std::string word(int syllables) {
    static constexpr const char* kSyllables[] = {"bar", "ven", "lor", "tis", "mak", "ro", "sel", "dun", "pi", "gol",
                                                 "ner", "fa",  "zim", "cor", "hal", "te", "vis", "jor", "lam", "que"};
    std::string out;
    for (int i = 0; i < syllables; ++i) out += kSyllables[random_() % 20];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

 private:
  std::mt19937 random_;
};

/// Articles whose actors are drawn from one world of persons, organizations and states, under the names that texts give
/// them: full, with an initial, by surname, with other spelling. A surname stands alone only where one person bears it;
/// every tenth surname is shared by two persons, who are always named in full.
inline std::vector<actors::ArticleActors> synthetic_articles(std::uint32_t seed, std::size_t articles, std::size_t per_article) {
  NameMaker make(seed);
  struct Someone {
    std::string given, surname;
    bool shared = false;
  };
  const std::size_t size = std::max<std::size_t>(8, articles * per_article / 4);
  std::vector<Someone> persons;
  std::vector<std::string> bodies;
  for (std::size_t i = 0; i < size; ++i) {
    const bool shared = i % 10 == 1;
    persons.push_back({make.word(2), shared ? persons.back().surname : make.word(3 + static_cast<int>(make.below(3))), shared});
    if (shared) persons[i - 1].shared = true;
    bodies.push_back("Conseil " + make.word(3) + " de " + make.word(2));
  }
  std::vector<actors::ArticleActors> result(articles);
  for (actors::ArticleActors& article : result) {
    for (std::size_t i = 0; i < per_article; ++i) {
      actors::Actor actor;
      const std::uint32_t which = make.below(static_cast<std::uint32_t>(size));
      if (make.below(3) == 0) {
        actor.kind = actors::ActorKind::organization;
        actor.name = bodies[which];
        if (make.below(4) == 0) actor.name.replace(7, 1, "-");
      } else {
        const Someone& someone = persons[which];
        actor.kind = actors::ActorKind::person;
        const std::uint32_t form = someone.shared ? 0 : make.below(6);
        actor.name = form == 4   ? someone.surname
                     : form == 5 ? someone.given.substr(0, 1) + ". " + someone.surname
                                 : someone.given + " " + someone.surname;
      }
      actor.mentions.push_back({{}, {static_cast<std::uint32_t>(i) * 10, static_cast<std::uint32_t>(i) * 10 + 5}, WordId(i), {}});
      article.actors.push_back(std::move(actor));
    }
  }
  return result;
}

}  // namespace fabula::testing
