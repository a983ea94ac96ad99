#include "graph/identity/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "extract/base/date.hpp"

namespace newsgraph {
namespace {

/// Which of several dates of like events mean one event: the date that stands for each. Dates that
/// nothing narrower overlaps stand for themselves; a wider one ("2016-03", or none) belongs to the
/// only one of those that it overlaps, else it stands for itself.
std::map<std::string, std::string> settle_dates(const std::set<std::string>& dates) {
  struct Dated {
    std::string date;
    DayRange days;
    bool is_narrowest = true;
  };
  std::vector<Dated> ranges;
  for (const std::string& date : dates) {
    DayRange days = day_range(date);
    // Unknown: may be any day.
    if (days.first.empty()) days = {"", "9999-99-99"};
    ranges.push_back({date, days});
  }
  const auto wider = [](const DayRange& a, const DayRange& b) {
    return a.first <= b.first && b.last <= a.last && a != b;
  };
  for (Dated& one : ranges) {
    one.is_narrowest = std::none_of(ranges.begin(), ranges.end(), [&](const Dated& other) {
      return wider(one.days, other.days);
    });
  }
  std::map<std::string, std::string> settled;
  for (const Dated& one : ranges) {
    std::set<std::string> narrow;
    for (const Dated& other : ranges) {
      if (other.is_narrowest && wider(one.days, other.days)) narrow.insert(other.date);
    }
    settled[one.date] = narrow.size() == 1 ? *narrow.begin() : one.date;
  }
  return settled;
}

/// Unidentified phrases that fewer propositions stand on are no nodes.
constexpr std::uint32_t kNotableUses = 2;

/// In how many clauses each mention is subject or object: "discussed costs and terms" is one.
std::vector<std::uint32_t> uses_of_mentions(const Extraction& extraction, double least_confidence) {
  std::vector<std::uint32_t> uses(extraction.mentions.size(), 0);
  std::set<std::tuple<std::uint32_t, std::uint32_t, Span>> seen;
  const auto use = [&](const Argument& argument, const Proposition& proposition) {
    if (!argument.is_mention() || argument.index >= uses.size()) return;
    const std::tuple clause{argument.index, proposition.sentence, proposition.predicate_span};
    if (seen.insert(clause).second) ++uses[argument.index];
  };
  for (const Proposition& proposition : extraction.propositions) {
    if (proposition.confidence < least_confidence) continue;
    use(proposition.subject, proposition);
    use(proposition.object, proposition);
  }
  return uses;
}

}  // namespace

void Identity::add(const Extraction& extraction) {
  LocalEntities local = local_entities(extraction, names_);
  for (const auto& [acronym, full] : local.acronyms) names_.add_acronym(acronym, full);
  ArticleNodes article;
  for (std::uint32_t i = 0; i < local.entities.size(); ++i) {
    LocalEntity& entity = local.entities[i];
    LocalNode node;
    node.kind = entity.kind;
    node.is_named = entity.name.has_value();
    node.is_identified = node.is_named || entity.is_identified;
    if (node.is_named) {
      node.index = *entity.name;
    } else if (entity.kind == NodeKind::kEvent && !entity.participants.empty()) {
      Event event{i, std::move(entity.head), std::move(entity.date), {}};
      for (const std::uint32_t mention : entity.participants) {
        if (mention >= local.of_mention.size()) continue;
        const std::uint32_t participant = local.of_mention[mention];
        if (participant != LocalEntities::kNone && participant != i &&
            local.entities[participant].kind != NodeKind::kEvent) {
          event.participants.push_back(participant);
        }
      }
      article.events.push_back(std::move(event));
    } else {
      node.index = intern(entity.key);
    }
    article.locals.push_back(node);
  }
  article.uses = uses_of_mentions(extraction, least_confidence_);
  article.of_mention = std::move(local.of_mention);
  articles_.push_back(std::move(article));
}

Identity::Node Identity::intern(const std::string& key) {
  return phrases_.emplace(key, static_cast<std::uint32_t>(phrases_.size())).first->second;
}

std::vector<Identity::Node> Identity::resolve_locals(const ArticleNodes& article) const {
  std::vector<NameClusters::Use> beside;
  for (const LocalNode& local : article.locals) {
    if (local.is_named) beside.push_back(local.index);
  }
  std::vector<Node> nodes;
  for (const LocalNode& local : article.locals) {
    nodes.push_back(local.is_named ? names_.cluster(local.index, beside)
                                   : static_cast<Node>(named_count_) + local.index);
  }
  return nodes;
}

void Identity::resolve_events(std::vector<std::vector<Node>>& locals) {
  const auto key_of = [&](const Event& event, const std::vector<Node>& nodes) {
    std::set<Node> participants;
    for (const std::uint32_t local : event.participants) participants.insert(nodes[local]);
    std::string key = "event " + event.head;
    for (const Node participant : participants) key += ' ' + std::to_string(participant);
    return key;
  };
  std::unordered_map<std::string, std::set<std::string>> dates;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    for (const Event& event : articles_[i].events) {
      dates[key_of(event, locals[i])].insert(event.date);
    }
  }
  std::unordered_map<std::string, std::map<std::string, std::string>> settled;
  for (const auto& [key, known] : dates) settled.emplace(key, settle_dates(known));
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    std::vector<std::string> keys;
    for (const Event& event : articles_[i].events) keys.push_back(key_of(event, locals[i]));
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const Event& event = articles_[i].events[k];
      locals[i][event.local] =
          static_cast<Node>(named_count_) + intern(keys[k] + " on " + settled[keys[k]][event.date]);
    }
  }
}

void Identity::resolve() {
  names_.resolve();
  named_count_ = names_.cluster_count();
  std::vector<std::vector<Node>> locals;
  locals.reserve(articles_.size());
  for (const ArticleNodes& article : articles_) locals.push_back(resolve_locals(article));
  resolve_events(locals);
  node_count_ = named_count_ + phrases_.size();
  notable_.assign(node_count_, false);
  std::vector<std::uint32_t> uses(node_count_, 0);
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    ArticleNodes& article = articles_[i];
    article.nodes.reserve(article.of_mention.size());
    for (const std::uint32_t local : article.of_mention) {
      article.nodes.push_back(local == LocalEntities::kNone ? kNone : locals[i][local]);
    }
    for (std::size_t local = 0; local < article.locals.size(); ++local) {
      if (article.locals[local].is_identified) notable_[locals[i][local]] = true;
    }
    for (std::size_t mention = 0; mention < article.nodes.size(); ++mention) {
      const Node node = article.nodes[mention];
      if (node == kNone) continue;
      uses[node] += article.uses[mention];
      if (uses[node] >= kNotableUses) notable_[node] = true;
    }
    article.locals = {};
    article.of_mention = {};
    article.events = {};
    article.uses = {};
  }
}

}  // namespace newsgraph
