#include "export/rdf/jsonld_writer.hpp"

#include <utility>

#include "export/rdf/literal_text.hpp"

namespace newsgraph {

JsonLdWriter::JsonLdWriter(Namespaces namespaces, Sink& sink)
    : RdfWriter(std::move(namespaces), sink) {
  sink_.text += "{\"@context\":{";
  for (std::size_t i = 0; i < kSpaces; ++i) {
    const Space space = static_cast<Space>(i);
    if (space == Space::kIri) continue;
    sink_.text += i == 0 ? "\n\"" : ",\n\"";
    sink_.text += Namespaces::prefix(space);
    sink_.text += "\":\"";
    sink_.text += namespaces_[space];
    sink_.text += '"';
  }
  sink_.text += "\n},\n\"@graph\":[";
}

void JsonLdWriter::append(Name name) {
  sink_.text += '"';
  if (name.space != Space::kIri) {
    sink_.text += Namespaces::prefix(name.space);
    sink_.text += ':';
  }
  sink_.text += name.local;
  sink_.text += '"';
}

void JsonLdWriter::begin_object() {
  sink_.text += first_ ? "\n{" : ",\n{";
  first_ = false;
}

void JsonLdWriter::end_subject() {
  if (!in_subject_) return;
  if (is_array_) sink_.text += ']';
  sink_.text += '}';
  in_subject_ = false;
  // Not before: the values of a property may have to move to become an array.
  sink_.spill();
}

void JsonLdWriter::end_graph() {
  end_subject();
  if (!in_graph_) return;
  sink_.text += "\n]}";
  in_graph_ = false;
  first_ = false;
}

void JsonLdWriter::graph(std::optional<Name> name) {
  end_graph();
  if (!name) return;
  begin_object();
  sink_.text += "\"@id\":";
  append(*name);
  sink_.text += ",\"@graph\":[";
  in_graph_ = true;
  first_ = true;
}

void JsonLdWriter::subject(Name name) {
  end_subject();
  begin_object();
  sink_.text += "\"@id\":";
  append(name);
  in_subject_ = true;
  last_space_ = Space::kIri;
  is_array_ = false;
}

void JsonLdWriter::begin(Name property) {
  if (last_space_ == property.space && last_local_ == property.local) {
    if (!is_array_) sink_.text.insert(value_, 1, '[');
    is_array_ = true;
    sink_.text += ',';
    return;
  }
  if (is_array_) sink_.text += ']';
  is_array_ = false;
  last_space_ = property.space;
  last_local_ = property.local;
  sink_.text += ',';
  if (property == Name{Space::kRdf, "type"}) {
    sink_.text += "\"@type\"";
  } else {
    append(property);
  }
  sink_.text += ':';
  value_ = sink_.text.size();
}

void JsonLdWriter::add(Name property, Name object) {
  begin(property);
  if (property == Name{Space::kRdf, "type"}) {
    append(object);
    return;
  }
  sink_.text += "{\"@id\":";
  append(object);
  sink_.text += '}';
}

void JsonLdWriter::literal(Name property, std::string_view value, Datatype type,
                           std::string_view language) {
  begin(property);
  if (type == Datatype::kInteger || type == Datatype::kBoolean) {
    sink_.text += value;  // what JSON-LD makes of its own numbers and booleans
    return;
  }
  if (type == Datatype::kString && language.empty()) {
    append_quoted(sink_.text, value, type, kLineString);
    return;
  }
  sink_.text += "{\"@value\":";
  append_quoted(sink_.text, value, type, kLineString);
  if (!language.empty()) {
    sink_.text += ",\"@language\":\"";
    sink_.text += language;
    sink_.text += "\"}";
  } else {
    sink_.text += ",\"@type\":";
    append(datatype_name(type));
    sink_.text += '}';
  }
}

void JsonLdWriter::finish() {
  end_graph();
  sink_.text += "\n]}\n";
}

}  // namespace newsgraph
