#include "actors/name_model.hpp"

#include <algorithm>

namespace fabula::actors::detail {
namespace {

constexpr std::string_view kMark = "names";
constexpr std::uint32_t kVersion = 1;

}  // namespace

void NameModel::write(syntax::ModelWriter& out) const {
  out.array(transitions);
  out.array(hashes);
  out.array(rows);
}

NameModel NameModel::read(syntax::ModelReader& in) {
  NameModel model;
  model.transitions = in.array<std::int32_t>();
  model.hashes = in.array<std::uint32_t>();
  model.rows = in.array<std::int8_t>();
  in.expect(model.transitions.size() == kLabels * kLabels && model.rows.size() == model.hashes.size() * kLabels &&
                std::is_sorted(model.hashes.begin(), model.hashes.end()),
            "the name model is damaged: a weight table has the wrong size or order");
  return model;
}

NameModels NameModels::load(const std::filesystem::path& path) {
  syntax::ModelReader in(path);
  in.expect(in.text() == kMark, "this is not a name model");
  in.expect(in.value<std::uint32_t>() == kVersion, "the name model is of another version; train it again");
  NameModels models;
  models.first = NameModel::read(in);
  models.second = NameModel::read(in);
  return models;
}

std::string NameModels::file() const {
  syntax::ModelWriter out;
  out.text(kMark);
  out.value(kVersion);
  first.write(out);
  second.write(out);
  return out.file();
}

}  // namespace fabula::actors::detail
