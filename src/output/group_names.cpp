#include "group_names.hpp"

namespace fabula::output {

std::string group_letter(std::size_t group) {
  std::string letters;
  for (std::size_t n = group + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

std::string group_title(const graph::StoryGraph& story, const compare::Group& group) {
  if (group.articles.size() != 1) return group.name.empty() ? "?" : group.name;
  const graph::Article& article = story.article(group.articles.front());
  std::string title = article.title && !article.title->empty() ? *article.title : article.file.substr(article.file.rfind('/') + 1);
  if (article.source && *article.source != title) title += ", " + *article.source;
  if (!article.published.edtf.empty()) title += ", " + article.published.edtf;
  return title;
}

std::string event_title(const graph::Event& event) { return event.label.empty() ? event.predicate : event.label; }

}  // namespace fabula::output
