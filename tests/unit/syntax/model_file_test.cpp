#include "syntax/model_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fabula/base/error.hpp"
#include "syntax/models.hpp"

namespace fabula::syntax {
namespace {

namespace fs = std::filesystem;

/// A pack folder of its own with a given model file, removed at the end.
class TemporaryPack {
 public:
  explicit TemporaryPack(const std::string& model)
      : folder_(fs::temp_directory_path() /
                ("fabula-model-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const auto& entry : fs::directory_iterator(FABULA_LANG_DIR "/fr"))
      if (entry.path().extension() != ".model") fs::copy(entry.path(), folder_);
    put(model);
  }
  ~TemporaryPack() { fs::remove_all(folder_); }
  void put(const std::string& model) const { std::ofstream(folder_ / "syntax.model", std::ios::binary) << model; }
  std::string load_code() const {
    try {
      Models::load(lang::Pack::load(folder_));
    } catch (const PackError& error) {
      return error.code();
    }
    return "";
  }

 private:
  fs::path folder_;
};

std::string shipped() {
  std::ifstream in(FABULA_LANG_DIR "/fr/syntax.model", std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// The body with a right checksum: what a hostile or half-written trainer would give.
std::string resealed(std::string_view body) {
  ModelWriter out;
  for (const char c : body) out.value(c);
  return out.file();
}

TEST(ModelFile, TheShippedModelLoads) { EXPECT_EQ(TemporaryPack(shipped()).load_code(), ""); }

TEST(ModelFile, TruncatedOrLengthenedModelsAreRefused) {
  const std::string model = shipped();
  const TemporaryPack pack("");
  EXPECT_EQ(pack.load_code(), "FAB-PACK-010");
  for (const std::size_t size : {std::size_t{7}, std::size_t{20}, model.size() / 2, model.size() - 1}) {
    pack.put(model.substr(0, size));
    EXPECT_EQ(pack.load_code(), "FAB-PACK-010") << size;
  }
  pack.put(model + "x");
  EXPECT_EQ(pack.load_code(), "FAB-PACK-010");
}

TEST(ModelFile, AFlippedBitIsRefused) {
  const std::string model = shipped();
  const TemporaryPack pack("");
  for (const std::size_t at : {std::size_t{3}, std::size_t{9}, std::size_t{15}, std::size_t{22}, std::size_t{40},
                               model.size() / 3, model.size() - 1}) {
    std::string damaged = model;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    pack.put(damaged);
    EXPECT_EQ(pack.load_code(), "FAB-PACK-010") << at;
  }
}

TEST(ModelFile, NonsenseWithARightChecksumIsRefusedToo) {
  const std::string body = shipped().substr(28);
  const TemporaryPack pack("");
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{8}, std::size_t{100}, body.size() / 2}) {
    pack.put(resealed(body.substr(0, size)));
    EXPECT_EQ(pack.load_code(), "FAB-PACK-010") << size;
  }
  pack.put(resealed(std::string(4096, '\xFF')));
  EXPECT_EQ(pack.load_code(), "FAB-PACK-010");
}

}  // namespace
}  // namespace fabula::syntax
