#include "fabula/actors/find_actors.hpp"

#include <optional>
#include <utility>

#include "actors/cast.hpp"
#include "actors/collect.hpp"
#include "actors/name_repair.hpp"
#include "actors/name_tagger.hpp"

namespace fabula::actors {

struct Finder::Impl {
  /// What a language has, shared by all finders of it.
  struct Language {
    detail::Lexicon lexicon;
    detail::NameTagger tagger;
  };
  std::shared_ptr<const Language> language;
  std::optional<detail::Lexicon> overruled;  ///< the lexicon under `overrules`
  Overrules overrules;
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
  Impl::Language language{detail::Lexicon::load(pack), detail::NameTagger(detail::NameModels::load(pack.file("names.model")))};
  return Finder(std::make_unique<Impl>(Impl{std::make_shared<const Impl::Language>(std::move(language)), {}, {}}));
}

Finder Finder::overruled(const Overrules& overrules) const {
  return Finder(std::make_unique<Impl>(Impl{impl_->language, impl_->language->lexicon.overruled(overrules), overrules}));
}

std::vector<NameMention> Finder::names(const text::Doc& doc) const {
  const Impl::Language& language = *impl_->language;
  auto found = detail::names_of(doc, language.tagger.label(doc, language.lexicon));
  detail::repair_names(doc, found);
  return found;
}

ArticleActors Finder::find(const text::Doc& doc, const std::vector<NameMention>& names) const {
  const text::Children children(doc);
  const detail::Lexicon& lexicon = impl_->overruled ? *impl_->overruled : impl_->language->lexicon;
  detail::Cast cast{doc, children, lexicon, {}, {}, {}};
  cast.mentions = detail::collect_mentions(doc, children, lexicon, names);
  detail::link_names(cast);
  detail::link_titles(cast);
  detail::link_references(cast);
  ArticleActors found = detail::finish_cast(std::move(cast));
  for (Actor& actor : found.actors) impl_->overrules.apply(actor);
  return found;
}

}  // namespace fabula::actors
