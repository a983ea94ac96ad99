#pragma once

#include "extract/base/error.hpp"
#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// What is wrong with an extraction or a record of it; whoever catches it knows where that stands.
class Damage : public Error {
 public:
  using Error::Error;
};

/// Everything that refers to something within `extraction` refers to what is there, no span ends
/// before it begins, a chain leads to its first mention at once, and no clause contains itself.
///
/// An extractor asks this of what it has made, a reader of what others have.
///
/// @throws Damage  if not.
void check_consistency(const Extraction& extraction);

}  // namespace newsgraph
