#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "actors/name_features.hpp"

namespace fabula::actors::train {

/// One text-bound line of a brat file.
struct Entity {
  Span span;
  NameType type = NameType::person;
};

/// A text and its entities.
struct BratDocument {
  std::filesystem::path path;  ///< of the .txt
  std::string text;
  std::vector<Entity> entities;  ///< outermost only, in text order; types that are not recognised left out
};

/// Reads every .txt with its .ann below a folder, sorted by path.
std::vector<BratDocument> read_brat(const std::filesystem::path& folder);

/// Labels of a Doc's tokens; an entity whose edges fall inside tokens is put on all the tokens it touches.
std::vector<detail::Label> gold_labels(const text::Doc& doc, const std::vector<Entity>& entities);

/// Throws InputError where a document has the name or the text of an article of `folder` (what is tested on is not
/// trained on).
void refuse_known_articles(const std::vector<BratDocument>& documents, const std::filesystem::path& folder);

}  // namespace fabula::actors::train
