#pragma once

#include "extract/mention/tree.hpp"

/// What somebody wants another to do.
namespace newsgraph {

/// Whom "called on Oslo to respect Elmia" wants to act; kNoToken if the infinitive is none of this
/// kind.
TokenIndex addressee_of(const Tree& tree, TokenIndex infinitive);

/// "asked Roth to sign", "called on Roth to sign": whether the infinitive at `verb` is what
/// somebody wants of another, which says nothing of what that one plans or does. Not so where the
/// governing verb brings it about or allows it ("forced Roth to sign"), or holds it to be so
/// ("expects Roth to sign").
bool is_bidden(const Tree& tree, TokenIndex verb);

}  // namespace newsgraph
