#pragma once

#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/quotation.hpp"

namespace newsgraph {

/// The turns of an interview that is printed with the labels of those who speak, as direct speech
/// without quotation marks, in order and disjoint:
///
///     ((Herald)) How did you count them?      the Herald's, to Ana Roth
///     Ana Roth: We banded every chick.        Ana Roth's
///     ((H)) You noted that males prevail.     the Herald's, to Ana Roth
///     AR: Food is scarce.                     Ana Roth's
///
/// Initials and surnames stand for the person of the article who has them. A paragraph without
/// label between two turns goes on with the answer before it. Nothing where the article is no
/// interview.
///
/// O(tokens) time.
std::vector<Quotation> find_interview_turns(const Document& document);

}  // namespace newsgraph
