#include "fabula/actors/find_actors.hpp"

#include <utility>

#include "actors/cast.hpp"
#include "actors/collect.hpp"
#include "actors/name_model.hpp"
#include "actors/name_repair.hpp"

namespace fabula::actors {

struct Finder::Impl {
  detail::Lexicon lexicon;
  detail::NameModels models;
};

const std::vector<ActorId>& ArticleActors::actors_at(WordId head) const {
  static const std::vector<ActorId> none;
  const auto it = at.find(head);
  return it == at.end() ? none : it->second;
}

Finder::Finder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;
Finder::~Finder() = default;

Finder Finder::load(const lang::Pack& pack) {
  return Finder(std::make_unique<Impl>(Impl{detail::Lexicon::load(pack), detail::NameModels::load(pack.file("names.model"))}));
}

std::vector<NameMention> Finder::names(const text::Doc& doc) const {
  auto found = detail::names_of(doc, impl_->models.label(doc, impl_->lexicon));
  detail::repair_names(doc, found);
  return found;
}

ArticleActors Finder::find(const text::Doc& doc, const std::vector<NameMention>& names) const {
  const text::Children children(doc);
  detail::Cast cast{doc, children, impl_->lexicon, {}, {}, {}};
  cast.mentions = detail::collect_mentions(doc, children, impl_->lexicon, names);
  detail::link_names(cast);
  detail::link_titles(cast);
  detail::link_references(cast);
  return detail::finish_cast(std::move(cast));
}

}  // namespace fabula::actors
