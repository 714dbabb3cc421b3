#include "fabula/pipeline/language.hpp"

#include <algorithm>
#include <mutex>
#include <optional>

#include "fabula/base/error.hpp"

namespace fabula::pipeline {
namespace {

/// A value that is made when first asked for. A failed attempt throws and is made again at the next call.
template <class T>
class Lazy {
 public:
  template <class Make>
  const T& get(Make make) {
    std::call_once(once_, [&] { value_.emplace(make()); });
    return *value_;
  }

 private:
  std::once_flag once_;
  std::optional<T> value_;
};

}  // namespace

struct Language::Stages {
  lang::Pack pack;
  Lazy<syntax::Analyzer> analyzer;
  Lazy<temporal::Finder> time_finder;
  Lazy<actors::Finder> actor_finder;
  Lazy<events::Extractor> event_extractor;
};

Language::Language(const std::filesystem::path& folder) : stages_(std::make_unique<Stages>()) {
  stages_->pack = lang::Pack::load(folder);
}
Language::~Language() = default;

const lang::Pack& Language::pack() const { return stages_->pack; }

const syntax::Analyzer& Language::analyzer() const {
  return stages_->analyzer.get([&] { return syntax::Analyzer::load(pack()); });
}

const temporal::Finder& Language::time_finder() const {
  return stages_->time_finder.get([&] { return temporal::Finder::load(pack()); });
}

const actors::Finder& Language::actor_finder() const {
  return stages_->actor_finder.get([&] { return actors::Finder::load(pack()); });
}

const events::Extractor& Language::event_extractor() const {
  return stages_->event_extractor.get([&] { return events::Extractor::load(pack()); });
}

struct Languages::Loaded {
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<Language>, std::less<>> by_code;
};

Languages::Languages(const std::filesystem::path& folder)
    : folder_(folder), codes_(lang::languages(folder)), loaded_(std::make_unique<Loaded>()) {
  if (codes_.empty()) throw PackError("FAB-PACK-001", "there is no language pack in this folder", folder.string());
}
Languages::~Languages() = default;

bool Languages::has(std::string_view code) const { return std::binary_search(codes_.begin(), codes_.end(), code); }

const Language& Languages::get(std::string_view code) const {
  if (!has(code)) throw PackError("FAB-PACK-006", "there is no language pack '" + std::string(code) + "'", folder_.string());
  const std::scoped_lock lock(loaded_->mutex);
  auto& language = loaded_->by_code[std::string(code)];
  if (!language) language = std::make_unique<Language>(folder_ / code);
  return *language;
}

}  // namespace fabula::pipeline
