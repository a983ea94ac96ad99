#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "cli/terminal.hpp"
#include "extract/explanation.hpp"

/// How sentences were read, for people and for scripts.
namespace newsgraph::cli {

/// Sentences by number, from 1; both ends included.
struct SentenceRange {
  std::size_t first = 1;
  std::size_t last = 1;
};

/// Tokens with their tree, mentions, propositions, and what was rejected, sentence by sentence.
void print_explanation(const Explanation& explanation, SentenceRange range, Terminal& terminal);

/// The same as JSON (schemas/explanation.schema.json).
void write_explanation_json(const Explanation& explanation, SentenceRange range, std::ostream& out);

/// Why it was rejected, in words: "“it” is a pronoun, and whom it means is not known".
std::string reason_text(const Rejection& rejection);

}  // namespace newsgraph::cli
