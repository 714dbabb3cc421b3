#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/actors/find_actors.hpp"
#include "fabula/events/find_events.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/syntax/analyzer.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace fabula::pipeline {

/// What fabula knows of one language: its pack, and each stage's models and lexicons, loaded when first asked for. Every
/// function may be called from several threads.
class Language {
 public:
  /// @throws PackError the pack cannot be read (lang::Pack::load)
  explicit Language(const std::filesystem::path& folder);
  ~Language();

  const lang::Pack& pack() const;
  /// @throws PackError the stage's data is missing or damaged; also at later calls
  const syntax::Analyzer& analyzer() const;
  const temporal::Finder& time_finder() const;
  const actors::Finder& actor_finder() const;
  const events::Extractor& event_extractor() const;

 private:
  struct Stages;
  std::unique_ptr<Stages> stages_;
};

/// The languages that have a pack in one folder, each loaded when first asked for. May be shared between threads.
class Languages {
 public:
  /// @throws PackError FAB-PACK-001 the folder holds no pack
  explicit Languages(const std::filesystem::path& folder);
  ~Languages();

  /// ISO 639-1 codes, sorted; not empty.
  const std::vector<std::string>& codes() const { return codes_; }
  bool has(std::string_view code) const;
  /// @throws PackError FAB-PACK-006 no such language; the pack cannot be read
  const Language& get(std::string_view code) const;

 private:
  struct Loaded;
  std::filesystem::path folder_;
  std::vector<std::string> codes_;
  std::unique_ptr<Loaded> loaded_;
};

}  // namespace fabula::pipeline
