#include "cli/relation_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "graph/model/negation.hpp"
#include "graph/query/evidence.hpp"

namespace newsgraph::cli {
namespace {

/// Without the time of day.
std::string day_of(const std::string& date) {
  return date.size() > 10 && date[10] == 'T' && date.find('/') == date.npos ? date.substr(0, 10)
                                                                            : date;
}

std::string two_decimals(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

/// The sentence with subject, predicate and object marked. Spans count bytes of the article; they
/// can be placed in the sentence only if its white space was not folded.
StyledText marked(const SentenceRecord& sentence, const Evidence& evidence) {
  if (sentence.span.size() != sentence.text.size()) return sentence.text;
  std::vector<Style> styles(sentence.text.size(), Style::kPlain);
  const auto mark = [&](const Span& span, Style style) {
    if (span.empty() || span.end < span.begin || !sentence.span.contains(span)) return;
    for (std::uint32_t i = span.begin; i < span.end; ++i) styles[i - sentence.span.begin] = style;
  };
  mark(evidence.object, Style::kMark);
  mark(evidence.subject, Style::kMark);
  mark(evidence.predicate, Style::kRelation);
  StyledText text;
  const auto is_continuation = [&](std::size_t at) {
    return (static_cast<unsigned char>(sentence.text[at]) & 0xC0U) == 0x80U;
  };
  for (std::size_t begin = 0; begin < styles.size();) {
    std::size_t end = begin + 1;
    while (end < styles.size() && (styles[end] == styles[begin] || is_continuation(end))) ++end;
    text.add(std::string_view(sentence.text).substr(begin, end - begin), styles[begin]);
    begin = end;
  }
  return text;
}

}  // namespace

StyledText node_text(const Entity& entity) {
  if (!entity.label.empty()) return {entity.label, Style::kEntity};
  return {entity.value.empty() ? entity_id(entity.id) : entity.value, Style::kEntity};
}

std::string what_it_is(const Entity& entity) {
  const bool has_type = entity.type != EntityType::kOther;
  return has_type ? to_string(entity.type) : to_string(entity.kind);
}

StyledText predicate_text(const Relation& relation) {
  const std::string& words = relation.readable.empty() ? relation.predicate : relation.readable;
  if (relation.polarity == Polarity::kAffirmed) return {words, Style::kRelation};
  const std::size_t place = place_of_not(words);
  if (place == 0) return StyledText("not ", Style::kBad).add(words, Style::kRelation);
  StyledText text(words.substr(0, place), Style::kRelation);
  return text.add(" not", Style::kBad).add(words.substr(place), Style::kRelation);
}

StyledText arrow(const Relation& relation, bool is_forward) {
  StyledText words = predicate_text(relation);
  const bool is_actual = relation.modality == Modality::kActual;
  if (!is_actual)
    words.add(std::string(" (") + to_string(relation.modality) + ")", Style::kWarning);
  if (is_actual && is_only_reported(relation)) words.add(" (reported)", Style::kWarning);
  StyledText text;
  text.add(is_forward ? " –" : " ←", Style::kDim).add(words);
  return text.add(is_forward ? "→ " : "– ", Style::kDim);
}

StyledText relation_text(const KnowledgeGraph& graph, const Edge& edge) {
  StyledText text = node_text(graph.relations[source(edge, graph.relations)]);
  text.add(arrow(graph.relations[edge], true));
  return text.add(node_text(graph.relations[target(edge, graph.relations)]));
}

std::string date_span(const std::string& first, const std::string& last) {
  const std::string begin = day_of(first);
  const std::string end = day_of(last);
  if (begin.empty() || end.empty() || begin == end) return begin.empty() ? end : begin;
  return begin + " – " + end;
}

StyledText relation_facts(const Relation& relation) {
  StyledText text(relation.relation_class, Style::kDim);
  const auto add = [&](const std::string& part, Style style) {
    if (!part.empty()) text.add(" · ", Style::kDim).add(part, style);
  };
  add(two_decimals(relation.confidence), Style::kDim);
  add(counted(relation.support, "article", "articles"),
      relation.support > 1 ? Style::kGood : Style::kDim);
  add(date_span(relation.first_date, relation.last_date), Style::kDim);
  if (relation.polarity == Polarity::kNegated) add("negated", Style::kBad);
  if (relation.modality != Modality::kActual) add(to_string(relation.modality), Style::kWarning);
  if (is_only_reported(relation)) add("reported", Style::kWarning);
  if (relation.contested) add("contested", Style::kBad);
  return text;
}

void print_evidence(const KnowledgeGraph& graph, const Claim& claim, std::size_t indent,
                    Terminal& terminal) {
  StyledText quote("“");
  quote.add(marked(graph.sentences[claim.evidence.sentence], claim.evidence)).add("”");
  terminal.wrapped(quote, indent, indent + 1);

  const ArticleHeader& article = graph.articles[claim.evidence.article].header;
  StyledText source(article.title.empty() ? article.key : article.title, Style::kDim);
  for (const std::string& part : {article.outlet, day_of(article.published)}) {
    if (!part.empty()) source.add(" · " + part, Style::kDim);
  }
  if (const std::string who = attribution_text(graph, claim); !who.empty()) {
    source.add(" · ", Style::kDim).add(who, Style::kWarning);
  }
  terminal.wrapped(source, indent + 1, indent + 1);
}

}  // namespace newsgraph::cli
