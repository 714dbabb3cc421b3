#include "group_names.hpp"

namespace fabula::output {

std::string group_letter(std::size_t group) {
  std::string letters;
  for (std::size_t n = group + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

std::string group_title(const graph::StoryGraph& story, const compare::Group& group) {
  std::string title = group.name.empty() ? "?" : group.name;
  if (group.articles.size() != 1) return title;
  const graph::Article& article = story.article(group.articles.front());
  if (article.source && *article.source != title) title += ", " + *article.source;
  if (!article.published.edtf.empty()) title += ", " + article.published.edtf;
  return title;
}

std::string event_title(const graph::Event& event) { return event.label.empty() ? event.predicate : event.label; }

}  // namespace fabula::output
