#include "export/graphml/yed_graphics.hpp"

#include <cmath>

#include "export/text.hpp"

namespace newsgraph {

void append_yed_keys(std::string& out) {
  out +=
      "<key id=\"n_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
      "<key id=\"e_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
}

void append_yed_node(std::string& out, const PictureNode& node, std::string_view label) {
  const auto number = [&out](std::string_view name, double value) {
    out += name;
    out += "=\"";
    append_number(out, std::round(value * 100) / 100);
    out += '"';
  };
  out += "<data key=\"n_graphics\"><y:ShapeNode><y:Geometry";
  number(" height", 2 * node.size);
  number(" width", 2 * node.size);
  // yEd's y points down, and a place is that of the upper left corner.
  number(" x", node.x - node.size);
  number(" y", -node.y - node.size);
  out += "/><y:Fill color=\"";
  out += hex(node.color);
  out += "\"/><y:BorderStyle color=\"#ffffff\" width=\"0.5\"/><y:NodeLabel";
  number(" fontSize", std::round(8 + node.size / 8));
  out += " modelName=\"sides\" modelPosition=\"s\">";
  append_escaped(out, label, kXml);
  out += "</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>";
}

void append_yed_edge(std::string& out, const Relation& relation, std::string_view label) {
  const bool negated = relation.polarity == Polarity::kNegated;
  out += "<data key=\"e_graphics\"><y:PolyLineEdge><y:LineStyle color=\"";
  out += negated ? "#c0392b" : "#999999";
  out += "\" type=\"";
  out += relation.asserted || negated ? "line" : "dashed";
  out +=
      "\" width=\"1\"/><y:Arrows source=\"none\" target=\"standard\"/>"
      "<y:EdgeLabel fontSize=\"8\">";
  append_escaped(out, label, kXml);
  out += "</y:EdgeLabel></y:PolyLineEdge></data>";
}

}  // namespace newsgraph
