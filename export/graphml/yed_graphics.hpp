#pragma once

#include <string>
#include <string_view>

#include "export/picture/picture.hpp"
#include "graph/model/relation.hpp"

/// What yEd needs beside GraphML's own elements: without it, yEd shows unlabelled boxes on one
/// spot.
namespace newsgraph {

/// Declares the two keys below; before the graph.
void append_yed_keys(std::string& out);

/// A disc in its place, with its label below.
void append_yed_node(std::string& out, const PictureNode& node, std::string_view label);

/// An arrow with its label: red where negated, dashed where planned, possible or only reported.
void append_yed_edge(std::string& out, const Relation& relation, std::string_view label);

}  // namespace newsgraph
