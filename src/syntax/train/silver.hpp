#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fabula/lang/pack.hpp"
#include "syntax/models.hpp"
#include "syntax/train/network_trainer.hpp"

namespace fabula::syntax {

/// Sentences of raw text with the analysis that several networks agree on, and how sure they are of it.
struct Silver {
  text::Doc doc;
  std::vector<LabelShares> tags;  ///< labels that the teachers give each word, by their mean probability
  std::vector<float> tree_trust;  ///< the mean probability of each word's head
};

/// Networks that label raw text together: their probabilities are averaged, and the best tags and trees of the means taken.
///
/// @source Buciluǎ, Caruana & Niculescu-Mizil 2006 (one model learns what several say of unlabelled data)
class Teachers {
 public:
  /// @throws InputError FAB-IN-002 a model has other classes than the first
  void add(Models models, const std::string& path);
  bool empty() const { return teachers_.empty(); }

  /// Labels the text files below a folder, in the order of their paths. Sentences longer than `kLongest` words, which are
  /// mostly lists, are left out.
  Silver label(const std::filesystem::path& folder, const lang::Pack& pack) const;

 private:
  static constexpr std::uint32_t kLeast = 3, kLongest = 100;
  struct Teacher {
    Models models;
    Network network;
  };
  void label(Silver& silver, const text::Sentence& sentence) const;

  std::vector<std::unique_ptr<Teacher>> teachers_;
};

}  // namespace fabula::syntax
