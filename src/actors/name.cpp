#include <array>

#include "fabula/actors/names.hpp"

namespace fabula::actors {

std::string_view name(NameType type) {
  static constexpr std::array<std::string_view, 6> kNames = {"Person", "Organization", "Location", "Date", "Event", "Product"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace fabula::actors
