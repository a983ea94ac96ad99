#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "cli/terminal.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/query/entity_names.hpp"

namespace newsgraph::cli {

/// The entity that a user means by `name`. If it is found otherwise than by its very name,
/// `messages` says how it was read and what else it may mean; if it is not found, or may be
/// several, `messages` lists them with their ids, and with `json` set a document for scripts goes
/// there:
///     {"error": "unknown" or "ambiguous", "name": "…", "candidates": [node with "mentions", …]}
std::optional<std::uint32_t> choose_entity(const KnowledgeGraph& graph, const EntityNames& names,
                                           const std::string& name, Terminal& messages,
                                           std::ostream* json);

}  // namespace newsgraph::cli
