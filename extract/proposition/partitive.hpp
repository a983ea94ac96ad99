#pragma once

#include <cstdint>
#include <optional>

#include "extract/mention/document.hpp"

/// Parts of a whole that a pronoun names: "many of them", "one of whom".
namespace newsgraph {

/// The pronoun, a mention, of what `mention` is a part or a depiction of: of "many of them", "two
/// videos of it". None if the mention's label does not end with it.
std::optional<std::uint32_t> whole_of(Document& document, std::uint32_t mention);

/// Whether the mention `pronoun` is "herself", "themselves".
bool is_reflexive(const Document& document, std::uint32_t pronoun);

/// "six shells", which "six shells of them" are whosever they were; not "six percent".
bool is_counted_thing(const Document& document, std::uint32_t mention);

/// "six shells of them" become six shells.
void drop_whole(Document& document, std::uint32_t mention);

/// "many of them" are "many of rebels", where the rebels are meant, and "six shells of them" six
/// shells where nobody knows whose.
void name_wholes(Document& document);

}  // namespace newsgraph
