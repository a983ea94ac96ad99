#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/source_cue.hpp"

/// What the cues of reported speech (source_cue.cpp, adjunct_source.cpp) share: making sources, and
/// who stands for a phrase.
namespace newsgraph {

/// The source headed by `head`, which the word at `cue` names.
AttributedSource make_source(const Document& document, TokenRef head, TokenRef cue,
                             std::string words);

/// A source that nobody is named of: "reportedly".
AttributedSource headless(const Document& document, TokenRef cue, std::string words);

/// What somebody has written or said, as against a medium: "a tweet by Roth", but "Norland's
/// media".
bool is_message(std::string_view noun);

/// Whose words `noun` stands for: "Roth's statement", "claims by officials", "the words of Roth";
/// none where nobody is named, as in "today's judgment".
TokenIndex holder_of(const Document& document, TokenRef noun);

/// The person whose name ends the phrase at `phrase`, without its verb `skipped` where that is in
/// it; `phrase` itself if there is none.
TokenRef last_person(const Document& document, TokenRef phrase, TokenIndex skipped = kNoToken);

/// "the deputy head of the office of the president, Igor Kern, noted", "said co-author Professor
/// Ana Roth": parsers hang the name on an inner noun or take the role for a modifier. The name of a
/// person that ends a subject without a name of its own is the speaker.
TokenRef named_speaker(const Document& document, TokenRef subject, TokenRef verb);

}  // namespace newsgraph
