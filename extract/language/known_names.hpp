#pragma once

#include <string_view>

#include "extract/language/sentence.hpp"

/// Institutions and media of world news whose names are also common words, or are rare in the
/// training corpora. Own compilation; words parted by one blank, without "the".
namespace newsgraph {

struct KnownName {
  std::string_view words;
  NameType type;
};

inline constexpr KnownName kKnownNames[] = {
    {"Al Jazeera", NameType::kOrganization},
    {"Associated Press", NameType::kOrganization},
    {"Bloomberg", NameType::kOrganization},
    {"Bundestag", NameType::kOrganization},
    {"Council of Europe", NameType::kOrganization},
    {"Economist", NameType::kOrganization},
    {"European Commission", NameType::kOrganization},
    {"European Council", NameType::kOrganization},
    {"European Parliament", NameType::kOrganization},
    {"European Union", NameType::kOrganization},
    {"Financial Times", NameType::kOrganization},
    {"Guardian", NameType::kOrganization},
    {"House of Commons", NameType::kOrganization},
    {"House of Representatives", NameType::kOrganization},
    {"Interfax", NameType::kOrganization},
    {"International Monetary Fund", NameType::kOrganization},
    {"Knesset", NameType::kOrganization},
    {"Kremlin", NameType::kOrganization},
    {"New York Times", NameType::kOrganization},
    {"Pentagon", NameType::kOrganization},
    {"Reuters", NameType::kOrganization},
    {"Security Council", NameType::kOrganization},
    {"State Department", NameType::kOrganization},
    {"State Duma", NameType::kOrganization},
    {"Supreme Court", NameType::kOrganization},
    {"TASS", NameType::kOrganization},
    {"United Nations", NameType::kOrganization},
    {"Verkhovna Rada", NameType::kOrganization},
    {"Wall Street Journal", NameType::kOrganization},
    {"Washington Post", NameType::kOrganization},
    {"White House", NameType::kOrganization},
    {"World Bank", NameType::kOrganization},
    {"Xinhua", NameType::kOrganization},
};

/// First words of bodies of a state: with "of" and a place they are one name.
inline constexpr std::string_view kStateBodies[] = {
    "Air Force",     "Armed Forces",        "Central Bank",  "Council of Ministers",
    "Ground Forces", "Ministry of Defence", "National Bank", "National Guard",
    "Parliament",    "Security Service",    "Supreme Court"};

}  // namespace newsgraph
