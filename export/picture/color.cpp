#include "export/picture/color.hpp"

#include <iterator>

namespace newsgraph {
namespace {

constexpr Color kBlue{0x4E, 0x79, 0xA7};
constexpr Color kOrange{0xF2, 0x8E, 0x2B};
constexpr Color kRed{0xE1, 0x57, 0x59};
constexpr Color kTeal{0x76, 0xB7, 0xB2};
constexpr Color kGreen{0x59, 0xA1, 0x4F};
constexpr Color kYellow{0xED, 0xC9, 0x48};
constexpr Color kPurple{0xB0, 0x7A, 0xA1};
constexpr Color kPink{0xFF, 0x9D, 0xA7};
constexpr Color kBrown{0x9C, 0x75, 0x5F};
constexpr Color kGrey{0xBA, 0xB0, 0xAC};
constexpr Color kNavy{0x2F, 0x4B, 0x7C};

}  // namespace

Color node_color(const Entity& entity) {
  if (entity.kind == NodeKind::kValue) return kBrown;
  switch (entity.type) {
    case EntityType::kPerson:
      return kBlue;
    case EntityType::kOrganization:
      return kOrange;
    case EntityType::kPlace:
      return kGreen;
    case EntityType::kEvent:
      return kRed;
    case EntityType::kWork:
      return kPurple;
    case EntityType::kProduct:
      return kPink;
    case EntityType::kLaw:
      return kYellow;
    case EntityType::kNationality:
      return kTeal;
    case EntityType::kDate:
    case EntityType::kNumber:
    case EntityType::kMoney:
    case EntityType::kQuantity:
      return kBrown;
    case EntityType::kOther:
      break;
  }
  return entity.kind == NodeKind::kEvent ? kRed : kGrey;
}

Color community_color(std::uint32_t community) {
  constexpr Color kPalette[] = {kBlue,   kOrange, kGreen, kRed,   kPurple,
                                kYellow, kTeal,   kPink,  kBrown, kNavy};
  return community < std::size(kPalette) ? kPalette[community] : kGrey;
}

std::string hex(Color color) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    text += kDigits[part >> 4];
    text += kDigits[part & 15];
  }
  return text;
}

}  // namespace newsgraph
