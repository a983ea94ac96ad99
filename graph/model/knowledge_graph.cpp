#include "graph/model/knowledge_graph.hpp"

#include "extract/base/hash.hpp"

namespace newsgraph {

std::string entity_id(std::uint64_t id) { return "e_" + to_hex(id); }
std::string relation_id(std::uint64_t id) { return "r_" + to_hex(id); }
std::string claim_id(std::uint64_t id) { return "c_" + to_hex(id); }
std::string document_id(const std::string& key) { return "d_" + to_hex(sha256_64(key)); }

}  // namespace newsgraph
