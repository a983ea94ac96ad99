#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// The form that best names an entity, out of its `forms` with their counts (not empty): the usual
/// name of a known place or organisation, where it occurs; else the most frequent full name, which
/// for persons has a given name and for others is no acronym; ties go to the longer, then to the
/// first in order of bytes.
std::string choose_label(const std::map<std::string, std::uint32_t>& forms, EntityType type);

/// The form that best names a noun phrase: the most frequent one, without the capitals it has at
/// the beginning of sentences where it also occurs without; ties as in choose_label().
std::string choose_phrase(const std::map<std::string, std::uint32_t>& forms);

/// By which rule of identity `form` is a name of the entity labelled `label`:
///
///     name         the same but for case, accents, punctuation, "the", possessive, company ending
///     known        another name of a known place or organisation (tables/)
///     state        the state as adjective or after "of": "Norwegian Navy", "Navy of Norway"
///     spelling     another spelling or romanisation
///     given name   the given name in another language
///     middle name  with or without a middle name
///     initial      the given name as initial
///     surname      the family name alone
///     acronym      an acronym that an article introduces
///     coreference  an article uses it so
///
/// A function of the two names alone.
std::string alias_rule(std::string_view form, std::string_view label, EntityType type);

}  // namespace newsgraph
