#include "differences.hpp"

namespace fabula::compare {

Compared find_differences(const StoryIndex& index, SentenceNumbers& numbers) {
  Compared out;
  for (const EventId event : index.events()) {
    if (index.story().event(event).mentions.size() < 2 && index.tellers(event).size() < 2) continue;
    compare_dates(index, event, out);
    compare_numbers(index, event, numbers, out);
    if (index.tellers(event).size() < 2) continue;
    compare_participants(index, event, out);
    compare_places(index, event, out);
    compare_factuality(index, event, out);
    compare_wording(index, event, out);
    compare_quoted(index, event, out);
  }
  return out;
}

}  // namespace fabula::compare
