#include "export/rdf/line_writer.hpp"

#include <utility>

#include "export/rdf/literal_text.hpp"

namespace newsgraph {

LineWriter::LineWriter(Namespaces namespaces, Sink& sink) : RdfWriter(std::move(namespaces), sink) {
  for (std::size_t i = 0; i < kSpaces; ++i) {
    opened_[i] = "<" + std::string(namespaces_[static_cast<Space>(i)]);
  }
}

void LineWriter::append(std::string& out, Name name) const {
  out += opened_[static_cast<std::size_t>(name.space)];
  out += name.local;
  out += '>';
}

void LineWriter::graph(std::optional<Name> name) {
  end_.clear();
  if (name) {
    end_ += ' ';
    append(end_, *name);
  }
  end_ += " .\n";
}

void LineWriter::subject(Name name) {
  subject_.clear();
  append(subject_, name);
  subject_ += ' ';
}

void LineWriter::begin(Name property) {
  sink_.text += subject_;
  append(sink_.text, property);
  sink_.text += ' ';
}

void LineWriter::end() {
  sink_.text += end_;
  sink_.spill();
}

void LineWriter::add(Name property, Name object) {
  begin(property);
  append(sink_.text, object);
  end();
}

void LineWriter::literal(Name property, std::string_view value, Datatype type,
                         std::string_view language) {
  begin(property);
  append_quoted(sink_.text, value, type, kLineString);
  if (!language.empty()) {
    sink_.text += '@';
    sink_.text += language;
  } else if (type != Datatype::kString) {
    sink_.text += "^^";
    append(sink_.text, datatype_name(type));
  }
  end();
}

}  // namespace newsgraph
