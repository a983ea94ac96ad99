#include "export/rdf/turtle_writer.hpp"

#include <algorithm>
#include <utility>

#include "export/rdf/literal_text.hpp"

namespace newsgraph {
namespace {

/// Names that every Turtle reader takes behind a prefix; others are written as whole IRIs.
bool is_plain_local_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [is_letter](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

TurtleWriter::TurtleWriter(Namespaces namespaces, Sink& sink)
    : RdfWriter(std::move(namespaces), sink) {
  for (std::size_t i = 0; i < kSpaces; ++i) {
    const Space space = static_cast<Space>(i);
    if (space == Space::kIri) continue;
    sink_.text += "@prefix ";
    sink_.text += Namespaces::prefix(space);
    sink_.text += ": <";
    sink_.text += namespaces_[space];
    sink_.text += "> .\n";
  }
}

void TurtleWriter::append(Name name) {
  if (name.space != Space::kIri && is_plain_local_name(name.local)) {
    sink_.text += Namespaces::prefix(name.space);
    sink_.text += ':';
    sink_.text += name.local;
  } else {
    sink_.text += '<';
    sink_.text += namespaces_[name.space];
    sink_.text += name.local;
    sink_.text += '>';
  }
}

void TurtleWriter::end_subject() {
  if (in_subject_) sink_.text += " .\n";
  in_subject_ = false;
  sink_.spill();
}

void TurtleWriter::end_graph() {
  end_subject();
  if (in_graph_) sink_.text += "}\n";
  in_graph_ = false;
}

void TurtleWriter::graph(std::optional<Name> name) {
  end_graph();
  if (!name) return;
  sink_.text += '\n';
  append(*name);
  sink_.text += " {\n";
  in_graph_ = true;
}

void TurtleWriter::subject(Name name) {
  end_subject();
  if (!in_graph_) sink_.text += '\n';
  append(name);
  last_space_ = Space::kIri;
}

void TurtleWriter::begin(Name property) {
  if (last_space_ == property.space && last_local_ == property.local) {
    sink_.text += ", ";
    return;
  }
  sink_.text += in_subject_ ? " ;\n    " : " ";
  in_subject_ = true;
  last_space_ = property.space;
  last_local_ = property.local;
  if (property == Name{Space::kRdf, "type"}) {
    sink_.text += 'a';
  } else {
    append(property);
  }
  sink_.text += ' ';
}

void TurtleWriter::add(Name property, Name object) {
  begin(property);
  append(object);
  sink_.spill();
}

void TurtleWriter::literal(Name property, std::string_view value, Datatype type,
                           std::string_view language) {
  begin(property);
  if (type == Datatype::kInteger || type == Datatype::kDecimal || type == Datatype::kBoolean) {
    sink_.text += value;
  } else {
    append_quoted(sink_.text, value, type, kTurtleString);
    if (!language.empty()) {
      sink_.text += '@';
      sink_.text += language;
    } else if (type != Datatype::kString) {
      sink_.text += "^^";
      append(datatype_name(type));
    }
  }
  sink_.spill();
}

void TurtleWriter::finish() { end_graph(); }

}  // namespace newsgraph
