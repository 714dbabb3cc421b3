#include "assets.hpp"

#include "asset_table.hpp"

namespace fabula::report {

std::string_view asset(std::string_view name) {
  for (const Asset& asset : asset_table())
    if (asset.name == name) return asset.content;
  return {};
}

}  // namespace fabula::report
