#include "extract/coreference/phrase_words.hpp"

#include <algorithm>
#include <iterator>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"

namespace newsgraph {
namespace {

constexpr PronounForm kPronouns[] = {
    {"i", PronounClass::kI},
    {"me", PronounClass::kI},
    {"my", PronounClass::kI},
    {"mine", PronounClass::kI},
    {"myself", PronounClass::kI, true},
    {"we", PronounClass::kWe},
    {"us", PronounClass::kWe},
    {"our", PronounClass::kWe},
    {"ours", PronounClass::kWe},
    {"ourselves", PronounClass::kWe, true},
    {"'s", PronounClass::kWe},
    {"’s", PronounClass::kWe},
    {"you", PronounClass::kYou},
    {"your", PronounClass::kYou},
    {"yours", PronounClass::kYou},
    {"yourself", PronounClass::kYou, true},
    {"yourselves", PronounClass::kYou, true},
    {"he", PronounClass::kHe},
    {"him", PronounClass::kHe},
    {"his", PronounClass::kHe},
    {"himself", PronounClass::kHe, true},
    {"she", PronounClass::kShe},
    {"her", PronounClass::kShe},
    {"hers", PronounClass::kShe},
    {"herself", PronounClass::kShe, true},
    {"it", PronounClass::kIt},
    {"its", PronounClass::kIt},
    {"itself", PronounClass::kIt, true},
    {"they", PronounClass::kThey},
    {"them", PronounClass::kThey},
    {"their", PronounClass::kThey},
    {"theirs", PronounClass::kThey},
    {"themselves", PronounClass::kThey, true},
    {"this", PronounClass::kThis},
    {"these", PronounClass::kThis},
    {"that", PronounClass::kThat},
    {"those", PronounClass::kThat},
};

}  // namespace

const PronounForm* pronoun_form(std::string_view form) {
  const auto found = std::find_if(std::begin(kPronouns), std::end(kPronouns),
                                  [&](const PronounForm& row) { return row.form == form; });
  return found == std::end(kPronouns) ? nullptr : found;
}

Gender gender_of_noun(std::string_view lemma) {
  static constexpr std::string_view kMale[] = {
      "mr.",         "mr",     "sir", "lord",    "king",        "prince",    "man",
      "husband",     "father", "son", "brother", "spokesman",   "chairman",  "congressman",
      "businessman", "actor",  "boy", "uncle",   "grandfather", "patriarch", "pope"};
  static constexpr std::string_view kFemale[] = {
      "mrs.",          "mrs",           "ms.",      "ms",          "miss",
      "lady",          "queen",         "princess", "woman",       "wife",
      "mother",        "daughter",      "sister",   "spokeswoman", "chairwoman",
      "congresswoman", "businesswoman", "actress",  "girl",        "aunt",
      "grandmother",   "dame"};
  if (std::find(std::begin(kMale), std::end(kMale), lemma) != std::end(kMale)) return Gender::kMale;
  if (std::find(std::begin(kFemale), std::end(kFemale), lemma) != std::end(kFemale)) {
    return Gender::kFemale;
  }
  return Gender::kUnknown;
}

Sense sense_of(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return Sense::kPerson;
    case NameType::kOrganization:
      return Sense::kOrganization;
    case NameType::kPlace:
      return Sense::kPlace;
    case NameType::kEvent:
      return Sense::kEvent;
    default:
      return Sense::kOtherName;
  }
}

Sense sense_of_noun(const std::string& lemma) {
  const std::string base = lemma.substr(lemma.rfind('-') + 1);  // "ex-adviser"
  switch (noun_class(lemma)) {
    case NounClass::kPerson:
      return Sense::kPerson;
    case NounClass::kGroup:
      return Sense::kGroup;
    case NounClass::kLocation:
      return Sense::kPlace;
    case NounClass::kTime:
      return Sense::kTime;
    case NounClass::kAct:
    case NounClass::kEvent:
    case NounClass::kProcess:
      return Sense::kEvent;
    case NounClass::kCommunication:
      return Sense::kCommunication;
    case NounClass::kState:
      return Sense::kState;
    case NounClass::kUnknown:
      break;
  }
  const bool role = is_in_class(lemma, WordClass::kRole) || is_in_class(base, WordClass::kRole);
  return role ? Sense::kPerson : Sense::kUnknown;
}

}  // namespace newsgraph
