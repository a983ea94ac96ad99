#include "graph/merge/relation_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_set>

#include "extract/base/date.hpp"
#include "extract/base/hash.hpp"
#include "graph/identity/fold.hpp"
#include "graph/ontology/ontology.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t kNoSentence = 0xffffffff;

/// The most frequent text; ties go to the first in order of bytes.
std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

void take_id(std::uint64_t& id, std::unordered_set<std::uint64_t>& taken) {
  while (!taken.insert(id).second) id = sha256_64(to_hex(id));
}

}  // namespace

std::size_t RelationTable::KeyHash::operator()(const Key& key) const {
  std::uint64_t hash = key.subject;
  const auto mix = [&](std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u ^ hash >> 29;
  };
  mix(key.canonical);
  mix(key.object);
  mix(static_cast<std::uint64_t>(key.object_kind) << 16 |
      static_cast<std::uint64_t>(key.polarity) << 8 | static_cast<std::uint64_t>(key.modality));
  return static_cast<std::size_t>(hash);
}

std::uint32_t RelationTable::intern(const std::string& text) {
  const auto [found, added] =
      string_index_.emplace(text, static_cast<std::uint32_t>(strings_.size()));
  if (added) strings_.push_back(text);
  return found->second;
}

void RelationTable::count(Counts& counts, const std::string& text) {
  const std::uint32_t string = intern(text);
  const auto known = std::find_if(counts.begin(), counts.end(),
                                  [&](const auto& entry) { return entry.first == string; });
  if (known == counts.end()) {
    counts.emplace_back(string, 1);
  } else {
    ++known->second;
  }
}

/// Ties go to the first in order of bytes.
std::string RelationTable::most_frequent(const Counts& counts) const {
  std::map<std::string, std::uint32_t> texts;
  for (const auto& [string, count] : counts) texts[strings_[string]] = count;
  return newsgraph::most_frequent(texts);
}

Identity::Node RelationTable::node(const Argument& argument) const {
  const auto& nodes = identity_.nodes(article_);
  if (!argument.is_mention() || argument.index >= nodes.size()) return Identity::kNone;
  return nodes[argument.index];
}

void RelationTable::add(std::uint32_t article, const Extraction& extraction) {
  article_ = article;
  extraction_ = &extraction;
  group_of_.assign(extraction.propositions.size(), kOpen);
  sentence_.assign(extraction.sentences.size(), kNoSentence);
  // Sentences in order of the text; only those that are evidence.
  for (const Proposition& proposition : extraction.propositions) {
    if (proposition.sentence < sentence_.size()) sentence_[proposition.sentence] = 0;
  }
  for (std::uint32_t i = 0; i < sentence_.size(); ++i) {
    if (sentence_[i] == kNoSentence) continue;
    sentence_[i] = static_cast<std::uint32_t>(graph_.sentences.size());
    graph_.sentences.push_back(
        {article, extraction.sentences[i].span, extraction.sentences[i].text});
  }
  for (std::uint32_t i = 0; i < extraction.propositions.size(); ++i) add_proposition(i);
  report_.propositions += extraction.propositions.size();
}

/// Adds a proposition after those it is about. Of propositions that are about each other in a
/// circle, which only damaged input holds, the last has no object.
void RelationTable::add_proposition(std::uint32_t index) {
  std::vector<std::uint32_t> pending{index};
  std::set<std::uint32_t> entered;
  while (!pending.empty()) {
    const std::uint32_t current = pending.back();
    const Proposition& proposition = extraction_->propositions[current];
    if (group_of_[current] != kOpen) {
      pending.pop_back();
      continue;
    }
    const Argument& object = proposition.object;
    if (!entered.contains(current) && object.is_proposition() && object.index < group_of_.size() &&
        group_of_[object.index] == kOpen && !entered.contains(object.index)) {
      entered.insert(current);
      pending.push_back(object.index);
      continue;
    }
    pending.pop_back();
    const std::optional<Key> key = key_of(proposition);
    if (!key) {
      group_of_[current] = kDropped;
      continue;
    }
    const auto [found, added] = group_index_.emplace(*key, static_cast<Group>(groups_.size()));
    if (added) {
      groups_.push_back({*key, {}, {}, {}});
      Relation& relation = groups_.back().relation;
      relation.canonical = proposition.canonical;
      relation.polarity = proposition.polarity;
      relation.modality = proposition.modality;
    }
    group_of_[current] = found->second;
    Gathered& gathered = groups_[found->second];
    gathered.relation.claims.push_back(claim(proposition));
    count(gathered.readable, proposition.readable);
    if (key->object_kind == Key::Object::kText) {
      count(gathered.object_texts, object_text(proposition.object));
    }
  }
}

/// The group of a proposition that is an object; kDropped if it is none, or has none.
RelationTable::Group RelationTable::reported(const Argument& object) const {
  if (!object.is_proposition() || object.index >= group_of_.size()) return kDropped;
  const Group group = group_of_[object.index];
  return group == kOpen ? kDropped : group;
}

/// What tells one unidentified object from another: its minimised phrase.
const std::string& RelationTable::label_of(const Argument& object) const {
  return object.is_mention() && object.index < extraction_->mentions.size()
             ? extraction_->mentions[object.index].text
             : object.text;
}

/// As written; what is too long to be read, minimised.
const std::string& RelationTable::object_text(const Argument& object) const {
  const auto words =
      static_cast<std::size_t>(std::count(object.text.begin(), object.text.end(), ' ')) + 1;
  return words > kObjectWords && object.is_mention() ? label_of(object) : object.text;
}

std::optional<RelationTable::Key> RelationTable::key_of(const Proposition& proposition) {
  if (proposition.confidence < options_.least_confidence) {
    ++report_.doubtful;
    return std::nullopt;
  }
  Key key;
  key.subject = node(proposition.subject);
  key.polarity = proposition.polarity;
  key.modality = proposition.modality;
  const Identity::Node object = node(proposition.object);
  if (key.subject == Identity::kNone ||
      (proposition.object.is_mention() && object == Identity::kNone)) {
    ++report_.unresolved;
    return std::nullopt;
  }
  if (object == key.subject) {
    ++report_.self_loops;
    return std::nullopt;
  }
  bool tells = identity_.is_notable(key.subject);
  if (object != Identity::kNone && identity_.is_notable(object)) {
    key.object_kind = Key::Object::kNode;
    key.object = object;
    tells = true;
  } else if (const Group inner = reported(proposition.object); inner != kDropped) {
    key.object_kind = Key::Object::kGroup;
    key.object = inner;
  } else if (!proposition.object.text.empty()) {
    key.object_kind = Key::Object::kText;
    key.object = intern(fold_phrase(label_of(proposition.object)));
  }
  if (!tells) {
    ++report_.unidentified;
    return std::nullopt;
  }
  key.canonical = intern(proposition.canonical);
  nodes_.use(key.subject);
  if (key.object_kind == Key::Object::kNode) nodes_.use(key.object);
  return key;
}

/// Nodes stand where vertices will: those are not known before all articles are in.
Claim RelationTable::claim(const Proposition& proposition) {
  Claim claim;
  claim.id = proposition.id;
  claim.predicate = proposition.predicate;
  const auto& nodes = identity_.nodes(article_);
  const auto entity = [&](std::uint32_t mention) -> std::optional<std::uint32_t> {
    if (mention >= nodes.size() || nodes[mention] == Identity::kNone) return std::nullopt;
    if (!identity_.is_notable(nodes[mention])) return std::nullopt;
    // A phrase beside the facts is a node where some fact is about it.
    if (extraction_->mentions[mention].kind != NodeKind::kConcept) nodes_.use(nodes[mention]);
    return nodes[mention];
  };
  for (const Attribution& attribution : proposition.attribution) {
    claim.attribution.push_back({attribution.mention ? entity(*attribution.mention) : std::nullopt,
                                 attribution.text, attribution.cue});
  }
  for (const Qualifier& qualifier : proposition.qualifiers) {
    claim.qualifiers.push_back(
        {qualifier.role,
         qualifier.value.is_mention() ? entity(qualifier.value.index) : std::nullopt,
         qualifier.value.text});
  }
  claim.event_date = proposition.event_date;
  claim.statement_date = proposition.statement_date;
  claim.confidence = proposition.confidence;
  claim.rule = proposition.rule;
  claim.evidence.article = article_;
  claim.evidence.sentence = sentence(proposition.sentence);
  claim.evidence.subject = proposition.subject.span;
  claim.evidence.predicate = proposition.predicate_span;
  claim.evidence.object = proposition.object.span;
  return claim;
}

/// A proposition without its sentence, which only damaged input holds, gets an empty one.
std::uint32_t RelationTable::sentence(std::uint32_t index) {
  if (index < sentence_.size()) return sentence_[index];
  if (graph_.sentences.empty() || graph_.sentences.back().article != article_ ||
      !graph_.sentences.back().text.empty()) {
    graph_.sentences.push_back({article_, {}, {}});
  }
  return static_cast<std::uint32_t>(graph_.sentences.size() - 1);
}

void RelationTable::finish(const std::vector<std::uint32_t>& vertex_of) {
  group_index_.clear();
  for (Gathered& gathered : groups_) finish_relation(gathered, vertex_of);
  assign_ids();
  mark_contested();
  move_into_graph(vertex_of);
}

void RelationTable::finish_relation(Gathered& gathered,
                                    const std::vector<std::uint32_t>& vertex_of) {
  Relation& relation = gathered.relation;
  const auto place = [&](const Claim& claim) {
    return std::tuple(order_.rank[claim.evidence.article], claim.evidence.sentence,
                      claim.evidence.predicate, claim.evidence.subject, claim.evidence.object,
                      claim.id);
  };
  std::sort(relation.claims.begin(), relation.claims.end(),
            [&](const Claim& a, const Claim& b) { return place(a) < place(b); });
  const auto repeated = [](const Claim& a, const Claim& b) {
    return a.id == b.id && a.evidence == b.evidence;
  };
  relation.claims.erase(std::unique(relation.claims.begin(), relation.claims.end(), repeated),
                        relation.claims.end());
  const auto to_vertex = [&](std::optional<std::uint32_t>& entity) {
    if (!entity) return;
    const std::uint32_t vertex = vertex_of[*entity];
    entity = vertex == kNoVertex ? std::nullopt : std::optional(vertex);
  };
  std::map<std::string, std::uint32_t> predicates;
  for (Claim& claim : relation.claims) {
    for (Source& source : claim.attribution) to_vertex(source.entity);
    for (ClaimQualifier& qualifier : claim.qualifiers) to_vertex(qualifier.entity);
    ++predicates[claim.predicate];
    relation.confidence = std::max(relation.confidence, claim.confidence);
  }
  relation.predicate = newsgraph::most_frequent(predicates);
  relation.readable = most_frequent(gathered.readable);
  relation.evidence_count = static_cast<std::uint32_t>(relation.claims.size());
  const bool is_fact =
      relation.polarity == Polarity::kAffirmed && relation.modality == Modality::kActual;
  relation.asserted = is_fact && std::any_of(relation.claims.begin(), relation.claims.end(),
                                             [](const Claim& c) { return c.attribution.empty(); });
  date_and_count(relation);
}

void RelationTable::date_and_count(Relation& relation) const {
  std::set<std::string> texts;
  const std::string* first = nullptr;
  const std::string* last = nullptr;
  for (const Claim& claim : relation.claims) {
    const ArticleHeader& article = graph_.articles[claim.evidence.article].header;
    texts.insert(article.text_hash.empty() ? "key " + article.key : article.text_hash);
    const std::string& date = !claim.event_date.empty()       ? claim.event_date
                              : !claim.statement_date.empty() ? claim.statement_date
                                                              : article.published;
    if (day_range(date).first.empty()) continue;  // unknown, or of an unknown year
    if (!first || date_before(date, *first)) first = &date;
    if (!last || date_before(*last, date)) last = &date;
  }
  relation.support = static_cast<std::uint32_t>(texts.size());
  if (first) relation.first_date = *first;
  if (last) relation.last_date = *last;
}

/// A relation has the id of its earliest claim. Ids are distinct by construction; where damaged
/// input repeats one, the later claim takes another.
void RelationTable::assign_ids() {
  std::vector<std::uint32_t> order(groups_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto place = [&](std::uint32_t group) {
    const Relation& relation = groups_[group].relation;
    const Claim& claim = relation.claims.front();
    return std::tuple(order_.rank[claim.evidence.article], claim.evidence.sentence,
                      claim.evidence.predicate, claim.evidence.subject, claim.evidence.object,
                      claim.id, std::string_view(relation.canonical), relation.polarity,
                      relation.modality, groups_[group].key.object_kind);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  std::unordered_set<std::uint64_t> claims;
  std::unordered_set<std::uint64_t> relations;
  for (const std::uint32_t group : order) {
    Relation& relation = groups_[group].relation;
    for (Claim& claim : relation.claims) take_id(claim.id, claims);
    relation.id = relation.claims.front().id;
    take_id(relation.id, relations);
  }
}

/// Contested: actual, and the graph holds the same negated, or its contrary predicate, as actual
/// too.
void RelationTable::mark_contested() {
  const Ontology& ontology = Ontology::instance();
  std::unordered_map<Key, std::array<bool, 2>, KeyHash> held;
  const auto neutral = [](Key key) {
    key.polarity = Polarity::kAffirmed;
    return key;
  };
  const auto is_actual = [](const Gathered& gathered) {
    return gathered.key.modality == Modality::kActual;
  };
  for (const Gathered& gathered : groups_) {
    if (is_actual(gathered)) {
      held[neutral(gathered.key)][static_cast<std::size_t>(gathered.key.polarity)] = true;
    }
  }
  for (Gathered& gathered : groups_) {
    if (!is_actual(gathered)) continue;
    const Key key = neutral(gathered.key);
    const bool negated = gathered.key.polarity == Polarity::kNegated;
    gathered.relation.contested = held[key][negated ? 0 : 1];
    if (negated) continue;
    for (const std::string& contrary : ontology.contraries(gathered.relation.canonical)) {
      const auto known = string_index_.find(contrary);
      if (known == string_index_.end()) continue;
      Key opposite = key;
      opposite.canonical = known->second;
      const auto other = held.find(opposite);
      if (other != held.end() && other->second[0]) gathered.relation.contested = true;
    }
  }
}

void RelationTable::move_into_graph(const std::vector<std::uint32_t>& vertex_of) {
  const Ontology& ontology = Ontology::instance();
  std::vector<Group> edges;
  std::vector<Group> statements;
  for (Group group = 0; group < groups_.size(); ++group) {
    Gathered& gathered = groups_[group];
    const bool is_edge = gathered.key.object_kind == Key::Object::kNode;
    (is_edge ? edges : statements).push_back(group);
    const EntityType subject = graph_.relations[vertex_of[gathered.key.subject]].type;
    const EntityType object =
        is_edge ? graph_.relations[vertex_of[gathered.key.object]].type : EntityType::kOther;
    gathered.relation.relation_class =
        ontology.classify(gathered.relation.canonical, subject, object);
  }
  const auto by_id = [&](Group a, Group b) {
    return groups_[a].relation.id < groups_[b].relation.id;
  };
  std::sort(edges.begin(), edges.end(), by_id);
  std::sort(statements.begin(), statements.end(), by_id);
  for (const Group group : statements) {
    const Key& key = groups_[group].key;
    Statement statement;
    statement.subject = vertex_of[key.subject];
    if (key.object_kind == Key::Object::kGroup) {
      statement.object_relation = groups_[key.object].relation.id;
    }
    statement.object_text = most_frequent(groups_[group].object_texts);
    graph_.statements.push_back(std::move(statement));
  }
  // Only now may relations move away: the statements above look at their ids.
  for (std::size_t i = 0; i < statements.size(); ++i) {
    graph_.statements[i].relation = std::move(groups_[statements[i]].relation);
  }
  for (const Group group : edges) {
    Gathered& gathered = groups_[group];
    boost::add_edge(vertex_of[gathered.key.subject], vertex_of[gathered.key.object],
                    std::move(gathered.relation), graph_.relations);
  }
  groups_.clear();
}

}  // namespace newsgraph
