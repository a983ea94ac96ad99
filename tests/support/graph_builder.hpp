#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model/knowledge_graph.hpp"

/// Knowledge graphs from a few lines of text, for tests.
///
///     Marta Keller/person -declined/REJECT-> Berlin visit/event @0.9 [a1 2024-05-01] 'She
///     declined.' Berlin visit -to-> Berlin/place [a1] Tomas Lind/person -not met-> Marta Keller
///     @0.8 <Northern Army> [a2 2024-06-01 Daily Post] Norland/place -join?planned-> Baltic
///     Pact/organization Norland -failed-> . = Marta Keller: Keller*7, M. Keller*2; Prime Minister
///
/// is subject, predicate, object; after a slash the type ("event", "concept" and "value" are kinds,
/// the rest EntityType; told once is enough, else "other") or the class (else OTHER). "not " before
/// a predicate negates it, "?planned" after it is its modality, "<source>" its attribution (a node
/// where one is called so). "." as object makes a Statement. A relation told twice gets a second
/// claim. "=" adds aliases with counts, and titles. "#" begins a comment.
namespace newsgraph {

/// @throws std::invalid_argument with the line that it does not understand.
KnowledgeGraph build_graph(std::string_view lines);

/// The vertex labelled so. @throws std::invalid_argument if there is none.
std::uint32_t vertex_of(const KnowledgeGraph& graph, std::string_view label);

}  // namespace newsgraph
