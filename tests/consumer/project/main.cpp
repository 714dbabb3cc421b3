#include <fabula/output/story_json.hpp>
#include <fabula/pipeline/build.hpp>
#include <iostream>

int main() {
  const fabula::pipeline::Languages languages(LANG_DIR);
  const auto built = fabula::pipeline::build({{"a.txt", "Paris, 3 mai 2024. – La ministre a nié mardi avoir signé l'accord."}}, languages);
  std::cout << fabula::output::write_story_json(built.story);
  return built.story.event_count() > 0 ? 0 : 1;
}
