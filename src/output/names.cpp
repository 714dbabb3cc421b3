#include "names.hpp"

namespace fabula::output {

std::string_view name(actors::MentionForm form) {
  switch (form) {
    case actors::MentionForm::name: return "name";
    case actors::MentionForm::description: return "description";
    case actors::MentionForm::adjective: return "adjective";
    case actors::MentionForm::pronoun: return "pronoun";
  }
  return "name";
}

std::optional<actors::MentionForm> mention_form_of(std::string_view text) {
  using actors::MentionForm;
  for (const MentionForm form : {MentionForm::name, MentionForm::description, MentionForm::adjective, MentionForm::pronoun})
    if (name(form) == text) return form;
  return std::nullopt;
}

std::optional<events::EventType> event_type_of(std::string_view text) {
  using events::EventType;
  for (const EventType type : {EventType::statement, EventType::action})
    if (events::name(type) == text) return type;
  return std::nullopt;
}

}  // namespace fabula::output
