#pragma once

#include <cstdint>
#include <string>

#include "graph/model/entity.hpp"

namespace newsgraph {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Color&, const Color&) = default;
};

/// What the colours of nodes tell.
enum class ColorBy : std::uint8_t { kType, kCommunity };

/// One of Tableau's ten categorical colours, which are told apart with the common forms of colour
/// blindness, by what the node is; grey for the rest.
Color node_color(const Entity& entity);

/// The same colours for the ten largest communities; grey for the rest.
Color community_color(std::uint32_t community);

/// "#4e79a7"
std::string hex(Color color);

}  // namespace newsgraph
