#pragma once

#include <vector>

#include "graph/query/weighted_graph.hpp"

namespace newsgraph {

/// Rank nodes by PageRank (Page et al., 1999): how often somebody comes by who follows relations
/// at random, in either direction, and now and then starts anew at any node.
///
/// In either direction, because in news those who act are subjects and what is acted upon objects;
/// along the relations' direction alone, rank would run off to whatever has none itself.
///
/// @param damping  Probability of following a relation, in [0, 1); relations are chosen by weight.
/// @return One score a node; scores sum to 1. Equal on every machine: operations that IEEE 754
///         defines exactly, in a fixed order.
///
/// O(iterations * (V + E)) time, at most 150 iterations, for nine digits; O(V) memory. (Boost's
/// page_rank() knows neither weights nor nodes without relations, whose rank it drops.)
std::vector<double> page_rank(const WeightedGraph& graph, double damping = 0.85);

}  // namespace newsgraph
