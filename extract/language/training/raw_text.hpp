#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {

/// Calls `use` with every line of the raw text and its tokens, files closest to news first, until
/// `words` words were seen.
/// @throws IoError if xz cannot be started.
void read_raw_text(const TrainingOptions& options, std::uint64_t words,
                   const std::function<void(std::string_view, const std::vector<Span>&)>& use);

/// Some `count` paragraphs, spread over the raw text.
std::vector<std::string> raw_paragraphs(const TrainingOptions& options, std::size_t count);

/// Some `count` sentences of 5 to 50 words, spread over the raw text.
std::vector<Sentence> raw_sentences(const TrainingOptions& options, std::size_t count);

}  // namespace newsgraph
