#include "tests/support/graph_builder.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "extract/base/date.hpp"
#include "extract/base/hash.hpp"

namespace newsgraph {
namespace {

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// "left/right", cut at the last slash; right is empty if there is none.
std::pair<std::string, std::string> cut(const std::string& text, char at) {
  const std::size_t place = text.rfind(at);
  if (place == text.npos) return {trimmed(text), ""};
  return {trimmed(std::string_view(text).substr(0, place)),
          trimmed(std::string_view(text).substr(place + 1))};
}

struct Triple {
  std::string subject, predicate, object, relation_class = "OTHER";
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kActual;
  double confidence = 0.9;
  std::string article = "a1", date, outlet, source, sentence;
};

class Builder {
 public:
  void line(const std::string& text) {
    if (text.empty() || text.front() == '#') return;
    text.front() == '=' ? alias(text) : triple(text);
  }

  KnowledgeGraph graph() {
    KnowledgeGraph made;
    std::vector<Entity> entities;
    for (auto& [label, entity] : entities_) entities.push_back(std::move(entity));
    std::sort(entities.begin(), entities.end(),
              [](const Entity& a, const Entity& b) { return a.id < b.id; });
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
      vertex_[entities[i].label] = i;
      add_vertex(entities[i], made.relations);
    }
    add_articles(made);
    for (const Triple& triple : triples_) add_claim(triple, made);
    seal(made);
    for (const auto& [label, vertex] : vertex_) count(label, made.relations[vertex]);
    return made;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string, Polarity, Modality>;
  static Key key_of(const Triple& t) {
    return {t.subject, t.predicate, t.object, t.polarity, t.modality};
  }

  std::string node(const std::string& text) {
    const auto [label, type] = cut(text, '/');
    Entity& entity = entities_[label];
    if (entity.label.empty()) {
      entity.label = label;
      entity.id = sha256_64("entity " + label);
    }
    if (type == "event") {
      entity.kind = NodeKind::kEvent;
      entity.type = EntityType::kEvent;
    } else if (type == "concept" || type == "value") {
      entity.kind = type == "value" ? NodeKind::kValue : NodeKind::kConcept;
    } else if (!type.empty()) {
      const auto known = entity_type_from_string(type);
      if (!known) throw std::invalid_argument("build_graph: no such type: " + text);
      entity.type = *known;
    }
    return label;
  }

  void alias(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos) throw std::invalid_argument("build_graph: " + text);
    Entity& entity = entities_[node(text.substr(1, colon - 1))];
    const auto [names, titles] = text.find(';') == text.npos
                                     ? std::pair{text.substr(colon + 1), std::string()}
                                     : cut(text.substr(colon + 1), ';');
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');) {
      const auto [form, times] = cut(name, '*');
      entity.aliases.push_back(
          {form, times.empty() ? 1 : static_cast<std::uint32_t>(std::stoul(times)), "name"});
    }
    std::istringstream title_list(titles);
    for (std::string title; std::getline(title_list, title, ',');) {
      entity.titles.push_back(trimmed(title));
    }
  }

  void triple(const std::string& text) {
    const std::size_t dash = text.find(" -");
    const std::size_t arrow = text.find("-> ", dash == text.npos ? 0 : dash);
    if (dash == text.npos || arrow == text.npos)
      throw std::invalid_argument("build_graph: " + text);
    Triple made;
    std::string predicate = text.substr(dash + 2, arrow - dash - 2);
    if (predicate.starts_with("not ")) {
      made.polarity = Polarity::kNegated;
      predicate.erase(0, 4);
    }
    if (const auto [words, modality] = cut(predicate, '?'); !modality.empty()) {
      made.modality = modality_from_string(modality).value();
      predicate = words;
    }
    const auto [words, relation_class] = cut(predicate, '/');
    made.predicate = words;
    if (!relation_class.empty()) made.relation_class = relation_class;

    std::string rest = text.substr(arrow + 3);
    const std::size_t object_end =
        std::min({rest.find(" @"), rest.find(" ["), rest.find(" <"), rest.find(" '"), rest.size()});
    made.subject = node(text.substr(0, dash));
    made.object = trimmed(std::string_view(rest).substr(0, object_end));
    if (made.object != ".") made.object = node(made.object);
    details(rest.substr(object_end), made);
    if (made.sentence.empty()) {
      made.sentence = made.subject + " " + made.predicate + " " + made.object + ".";
    }
    auto& article = articles_[made.article];
    if (!made.date.empty()) article.published = made.date;
    if (!made.outlet.empty()) article.outlet = made.outlet;
    triples_.push_back(made);
  }

  static void details(const std::string& text, Triple& made) {
    const auto between = [&](char open, char close) -> std::string {
      const std::size_t begin = text.find(std::string(" ") + open);
      if (begin == text.npos) return {};
      const std::size_t end = close == '\'' ? text.rfind(close) : text.find(close, begin + 2);
      return text.substr(begin + 2, end - begin - 2);
    };
    if (const std::string number = between('@', ' '); !number.empty()) {
      made.confidence = std::stod(number);
    }
    made.source = between('<', '>');
    made.sentence = between('\'', '\'');
    std::istringstream article(between('[', ']'));
    article >> made.article >> made.date;
    std::getline(article, made.outlet);
    made.outlet = trimmed(made.outlet);
  }

  void add_articles(KnowledgeGraph& made) {
    for (auto& [key, header] : articles_) {
      header.key = key;
      header.id = key;
      header.title = "Title of " + key;
      article_number_[key] = static_cast<std::uint32_t>(made.articles.size());
      made.articles.push_back({header});
    }
  }

  std::uint32_t sentence(const Triple& triple, KnowledgeGraph& made) {
    const std::uint32_t article = article_number_[triple.article];
    for (std::uint32_t i = 0; i < made.sentences.size(); ++i) {
      if (made.sentences[i].article == article && made.sentences[i].text == triple.sentence)
        return i;
    }
    const auto size = static_cast<std::uint32_t>(triple.sentence.size());
    made.sentences.push_back({article, {0, size}, triple.sentence});
    return static_cast<std::uint32_t>(made.sentences.size() - 1);
  }

  static Span span_in(const std::string& sentence, const std::string& part) {
    const std::size_t begin = sentence.find(part);
    if (part.empty() || begin == sentence.npos) return {};
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
  }

  void add_claim(const Triple& triple, KnowledgeGraph& made) {
    const auto [place, is_new] = relation_.try_emplace(key_of(triple), relations_.size());
    if (is_new) {
      Relation relation;
      relation.id = sha256_64("relation " + std::to_string(relations_.size()));
      relation.predicate = relation.canonical = relation.readable = triple.predicate;
      relation.relation_class = triple.relation_class;
      relation.polarity = triple.polarity;
      relation.modality = triple.modality;
      relations_.push_back({relation, triple.subject, triple.object});
    }
    Claim claim;
    claim.id = sha256_64("claim " + std::to_string(++claims_));
    claim.predicate = triple.predicate;
    if (!triple.source.empty()) {
      Source source{std::nullopt, triple.source, "said"};
      if (const auto known = vertex_.find(triple.source); known != vertex_.end()) {
        source.entity = known->second;
      }
      claim.attribution.push_back(source);
    }
    claim.confidence = triple.confidence;
    claim.rule = "verb";
    claim.evidence = {article_number_[triple.article], sentence(triple, made),
                      span_in(triple.sentence, triple.subject),
                      span_in(triple.sentence, triple.predicate),
                      span_in(triple.sentence, triple.object)};
    std::get<0>(relations_[place->second]).claims.push_back(claim);
  }

  void seal(KnowledgeGraph& made) {
    for (auto& [relation, subject, object] : relations_) {
      std::set<std::uint32_t> articles;
      for (const Claim& claim : relation.claims) {
        relation.confidence = std::max(relation.confidence, claim.confidence);
        articles.insert(claim.evidence.article);
        const std::string& date = made.articles[claim.evidence.article].header.published;
        if (date.empty()) continue;
        if (relation.first_date.empty() || date < relation.first_date) relation.first_date = date;
        if (relation.last_date < date) relation.last_date = date;
      }
      relation.asserted = relation.polarity == Polarity::kAffirmed &&
                          relation.modality == Modality::kActual &&
                          std::any_of(relation.claims.begin(), relation.claims.end(),
                                      [](const Claim& claim) { return claim.attribution.empty(); });
      relation.evidence_count = static_cast<std::uint32_t>(relation.claims.size());
      relation.support = static_cast<std::uint32_t>(articles.size());
      const Polarity other =
          relation.polarity == Polarity::kAffirmed ? Polarity::kNegated : Polarity::kAffirmed;
      relation.contested =
          relation_.contains({subject, relation.canonical, object, other, relation.modality});
    }
    std::sort(relations_.begin(), relations_.end(),
              [](const auto& a, const auto& b) { return std::get<0>(a).id < std::get<0>(b).id; });
    for (const auto& [relation, subject, object] : relations_) {
      if (object == ".") {
        made.statements.push_back({vertex_.at(subject), std::nullopt, "", relation});
      } else {
        add_edge(vertex_.at(subject), vertex_.at(object), relation, made.relations);
      }
    }
  }

  void count(const std::string& label, Entity& entity) {
    std::set<std::string> articles;
    for (const Triple& triple : triples_) {
      if (triple.subject != label && triple.object != label) continue;
      ++entity.mentions;
      articles.insert(triple.article);
      const std::string& date = articles_[triple.article].published;
      if (date.empty()) continue;
      if (entity.first_seen.empty() || date < entity.first_seen) entity.first_seen = date;
      entity.last_seen = std::max(entity.last_seen, date);
    }
    for (const Alias& alias : entity.aliases) entity.mentions += alias.count;
    entity.articles = static_cast<std::uint32_t>(articles.size());
    if (entity.kind == NodeKind::kEntity) {
      entity.aliases.push_back({label, std::max<std::uint32_t>(1, entity.articles), "name"});
    }
    std::sort(entity.aliases.begin(), entity.aliases.end(), [](const Alias& a, const Alias& b) {
      return std::tie(b.count, a.text) < std::tie(a.count, b.text);
    });
  }

  std::map<std::string, Entity> entities_;
  std::map<std::string, ArticleHeader> articles_;
  std::map<std::string, std::uint32_t> article_number_;
  std::map<std::string, std::uint32_t> vertex_;
  std::map<Key, std::size_t> relation_;
  std::vector<std::tuple<Relation, std::string, std::string>> relations_;
  std::vector<Triple> triples_;
  std::uint64_t claims_ = 0;
};

}  // namespace

KnowledgeGraph build_graph(std::string_view lines) {
  Builder builder;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) builder.line(trimmed(line));
  return builder.graph();
}

std::uint32_t vertex_of(const KnowledgeGraph& graph, std::string_view label) {
  for (const Vertex vertex : boost::make_iterator_range(vertices(graph.relations))) {
    if (graph.relations[vertex].label == label) return static_cast<std::uint32_t>(vertex);
  }
  throw std::invalid_argument("no node is called " + std::string(label));
}

}  // namespace newsgraph
