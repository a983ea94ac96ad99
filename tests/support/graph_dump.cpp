#include "tests/support/graph_dump.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace newsgraph::test {
namespace {

std::string show(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::string show(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", number);
  return text;
}

std::string quote(const std::string& text) { return "\"" + text + "\""; }

void dump_claims(const Relation& relation, std::string& out) {
  for (const Claim& claim : relation.claims) {
    out += "    " + claim_id(claim.id) + " " + quote(claim.predicate) + " " + claim.rule + " " +
           show(claim.confidence) + " event=" + claim.event_date + " said=" + claim.statement_date +
           " article=" + std::to_string(claim.evidence.article) +
           " sentence=" + std::to_string(claim.evidence.sentence) + " " +
           show(claim.evidence.subject) + " " + show(claim.evidence.predicate) + " " +
           show(claim.evidence.object);
    for (const Source& source : claim.attribution) {
      out += " <" + source.cue + " " + quote(source.text) +
             (source.entity ? "=" + std::to_string(*source.entity) : "") + ">";
    }
    for (const ClaimQualifier& qualifier : claim.qualifiers) {
      out += " {" + qualifier.role + " " + quote(qualifier.text) +
             (qualifier.entity ? "=" + std::to_string(*qualifier.entity) : "") + "}";
    }
    out += '\n';
  }
}

void dump_relation(const Relation& relation, const std::string& subject, const std::string& object,
                   std::string& out) {
  out += "  " + relation_id(relation.id) + " " + subject + " " + quote(relation.predicate) + " " +
         quote(relation.canonical) + " " + quote(relation.readable) + " " +
         relation.relation_class + " " + object + " " + to_string(relation.polarity) + " " +
         to_string(relation.modality) + " " + show(relation.confidence) +
         " evidence=" + std::to_string(relation.evidence_count) +
         " support=" + std::to_string(relation.support) + " " + relation.first_date + ".." +
         relation.last_date + (relation.asserted ? " asserted" : "") +
         (relation.contested ? " contested" : "") + '\n';
  dump_claims(relation, out);
}

std::string flags(const Relation& relation) {
  std::string text;
  if (relation.modality != Modality::kActual)
    text += std::string(to_string(relation.modality)) + ' ';
  if (relation.polarity == Polarity::kNegated) text += "not ";
  return text;
}

std::string count(const Relation& relation) {
  return relation.evidence_count > 1 ? " (" + std::to_string(relation.evidence_count) + ")" : "";
}

std::string join_sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

}  // namespace

std::string dump(const KnowledgeGraph& graph) {
  std::string out = "articles\n";
  for (const ArticleRecord& article : graph.articles) {
    const ArticleHeader& header = article.header;
    out += "  " + quote(header.key) + " " + quote(header.id) + " " + quote(header.url) + " " +
           quote(header.title) + " " + quote(header.outlet) + " " + quote(header.author) + " " +
           header.published + " " + header.modified + " " + header.language + " " +
           quote(header.source) + " " + header.content_hash + " " + header.text_hash + " " +
           header.fingerprint + '\n';
  }
  out += "sentences\n";
  for (const SentenceRecord& sentence : graph.sentences) {
    out += "  " + std::to_string(sentence.article) + " " + show(sentence.span) + " " +
           quote(sentence.text) + '\n';
  }
  out += "nodes\n";
  for (const Vertex v : boost::make_iterator_range(boost::vertices(graph.relations))) {
    const Entity& entity = graph.relations[v];
    out += "  " + entity_id(entity.id) + " " + quote(entity.label) + " " + to_string(entity.kind) +
           " " + to_string(entity.type) + " " + quote(entity.value) +
           " mentions=" + std::to_string(entity.mentions) +
           " articles=" + std::to_string(entity.articles) + " " + entity.first_seen + ".." +
           entity.last_seen;
    for (const std::string& title : entity.titles) out += " (" + title + ")";
    for (const Alias& alias : entity.aliases) {
      out += " " + quote(alias.text) + "*" + std::to_string(alias.count) + "/" + alias.rule;
    }
    out += '\n';
  }
  out += "relations\n";
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    dump_relation(graph.relations[e], std::to_string(boost::source(e, graph.relations)),
                  std::to_string(boost::target(e, graph.relations)), out);
  }
  out += "statements\n";
  for (const Statement& statement : graph.statements) {
    dump_relation(statement.relation, std::to_string(statement.subject),
                  statement.object_relation ? relation_id(*statement.object_relation)
                                            : quote(statement.object_text),
                  out);
  }
  return out;
}

std::string triples(const KnowledgeGraph& graph) {
  std::vector<std::string> lines;
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    const Relation& relation = graph.relations[e];
    lines.push_back(graph.relations[boost::source(e, graph.relations)].label + " --" +
                    flags(relation) + relation.readable + "--> " +
                    graph.relations[boost::target(e, graph.relations)].label + count(relation));
  }
  for (const Statement& statement : graph.statements) {
    lines.push_back(graph.relations[statement.subject].label + ": " + flags(statement.relation) +
                    statement.relation.readable + (statement.object_relation ? " ^" : "") +
                    (statement.object_text.empty() ? "" : ' ' + quote(statement.object_text)) +
                    count(statement.relation));
  }
  return join_sorted(std::move(lines));
}

std::string nodes(const KnowledgeGraph& graph) {
  std::vector<std::string> lines;
  for (const Vertex v : boost::make_iterator_range(boost::vertices(graph.relations))) {
    const Entity& entity = graph.relations[v];
    std::string line =
        entity.label + " (" +
        (entity.kind == NodeKind::kEntity ? to_string(entity.type) : to_string(entity.kind)) + ")";
    const char* separator = ": ";
    for (const Alias& alias : entity.aliases) {
      if (alias.text == entity.label) continue;
      line += separator + alias.text;
      separator = ", ";
    }
    lines.push_back(std::move(line));
  }
  return join_sorted(std::move(lines));
}

Vertex vertex(const KnowledgeGraph& graph, const std::string& label) {
  std::vector<Vertex> found;
  for (const Vertex v : boost::make_iterator_range(boost::vertices(graph.relations))) {
    if (graph.relations[v].label == label) found.push_back(v);
  }
  if (found.size() != 1) {
    throw std::logic_error(std::to_string(found.size()) + " nodes are labelled \"" + label + "\"");
  }
  return found.front();
}

}  // namespace newsgraph::test
