#include "graph/query/entity_names.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "extract/base/hash.hpp"
#include "graph/query/edit_distance.hpp"
#include "graph/query/folding.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t kMuchMore = 5;

/// How many edits a name of this length may be away: one in short names, up to three in long ones.
std::uint32_t tolerance(std::size_t size) { return size < 4 ? 1 : size < 9 ? 2 : 3; }

/// Whether each wanted word begins a word of `name`, in order.
bool words_begin(const std::vector<std::string_view>& wanted, std::string_view name) {
  for (const std::string_view word : wanted) {
    for (;;) {
      if (name.empty()) return false;
      const bool begins = name.starts_with(word);
      const std::size_t space = name.find(' ');
      name.remove_prefix(space == name.npos ? name.size() : space + 1);
      if (begins) break;
    }
  }
  return true;
}

/// The least distance of the word `wanted` to a word of `name`.
std::uint32_t nearest_word(std::string_view wanted, std::string_view name, std::uint32_t limit) {
  std::uint32_t least = limit + 1;
  while (!name.empty()) {
    const std::size_t space = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, space);
    if (word.size() > 2) least = std::min(least, edit_distance(wanted, word, limit));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  return least;
}

std::optional<std::uint64_t> read_id(std::string_view name) {
  std::uint64_t id = 0;
  if (!name.starts_with("e_") || !from_hex(name.substr(2), id)) return std::nullopt;
  return id;
}

}  // namespace

bool NameLookup::is_clear() const {
  if (candidates.size() == 1) return true;
  if (candidates.empty() || candidates[0].match > NameMatch::kExact) return false;
  if (kinds[0] == NodeKind::kEntity && kinds[1] != NodeKind::kEntity) return true;
  return std::all_of(mentions.begin() + 1, mentions.end(), [&](std::uint32_t others) {
    return std::uint64_t{others} * kMuchMore <= mentions[0];
  });
}

EntityNames::EntityNames(const KnowledgeGraph& graph) {
  for (const Vertex vertex : boost::make_iterator_range(vertices(graph.relations))) {
    add(graph.relations[vertex]);
  }
}

void EntityNames::add(const Entity& entity) {
  entities_.push_back(
      {entity.id, static_cast<std::uint32_t>(names_.size()), entity.mentions, entity.kind});
  add_name(entity.label, 0);
  std::uint32_t number = 1;
  for (const Alias& alias : entity.aliases) {
    if (alias.text != entity.label) add_name(alias.text, number);
    ++number;
  }
}

void EntityNames::add_name(std::string_view text, std::uint32_t alias) {
  const std::string folded_text = fold_name(text);
  Name name;
  name.signature = bigram_signature(folded_text);
  name.vertex = static_cast<std::uint32_t>(entities_.size() - 1);
  name.begin = static_cast<std::uint32_t>(folded_.size());
  name.size = static_cast<std::uint32_t>(folded_text.size());
  name.alias = alias;
  names_.push_back(name);
  folded_ += folded_text;
  original_ += text;
  original_begin_.push_back(static_cast<std::uint32_t>(original_.size()));
}

template <typename Test>
std::vector<EntityNames::Found> EntityNames::scan(Test test) const {
  std::vector<Found> found;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (test(names_[i])) found.push_back({i, names_[i].alias == 0 ? 0U : 1U});
  }
  return found;
}

std::vector<EntityNames::Found> EntityNames::similar(const std::string& wanted) const {
  const std::uint32_t limit = tolerance(wanted.size());
  const std::uint64_t signature = bigram_signature(wanted);
  const bool is_word = wanted.find(' ') == wanted.npos;
  std::vector<Found> found;
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const Name& name = names_[i];
    std::uint32_t distance = limit + 1;
    if (name.size + limit >= wanted.size() && name.size <= wanted.size() + limit &&
        may_be_within(name.signature, signature, limit)) {
      distance = edit_distance(wanted, folded(name), limit);
    } else if (is_word && wanted.size() > 3 && name.size > wanted.size() && name.size < 64) {
      // "Keler" is near a word of "Marta Keller", so most of its pairs of letters are there.
      if (may_be_part(signature, name.signature, limit - 1) &&
          entities_[name.vertex].kind == NodeKind::kEntity) {
        distance = nearest_word(wanted, folded(name), limit - 1) + 1;
      }
    }
    // Half the letters of a short name wrong make another name, no misspelling.
    if (distance <= limit && 2 * distance < wanted.size() + 1) found.push_back({i, distance});
  }
  return found;
}

std::vector<NamedEntity> EntityNames::ranked(std::vector<Found> found, NameMatch match,
                                             std::size_t limit) const {
  const auto rank = [&](const Found& item) {
    const Name& name = names_[item.name];
    const Known& entity = entities_[name.vertex];
    const std::uint32_t distance = match == NameMatch::kSimilar ? item.distance : 0;
    const std::uint32_t not_label = match == NameMatch::kSimilar ? 0 : item.distance;
    return std::make_tuple(distance, entity.kind, not_label, ~entity.mentions, name.vertex,
                           name.alias);
  };
  std::sort(found.begin(), found.end(),
            [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
  std::vector<NamedEntity> entities;
  for (const Found& item : found) {
    const Name& name = names_[item.name];
    const bool is_there =
        std::any_of(entities.begin(), entities.end(),
                    [&](const NamedEntity& entity) { return entity.vertex == name.vertex; });
    if (is_there) continue;
    const std::uint32_t begin = original_begin_[item.name];
    entities.push_back(
        {name.vertex, original_.substr(begin, original_begin_[item.name + 1] - begin), match});
    if (entities.size() == limit) break;
  }
  return entities;
}

NameLookup EntityNames::find(std::string_view name, std::size_t limit) const {
  NameLookup lookup;
  const auto finish = [&] {
    for (const NamedEntity& candidate : lookup.candidates) {
      lookup.mentions.push_back(entities_[candidate.vertex].mentions);
      lookup.kinds.push_back(entities_[candidate.vertex].kind);
    }
    return lookup;
  };
  if (const auto id = read_id(name)) {
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
      if (entities_[i].id == *id) lookup.candidates = {{i, std::string(name), NameMatch::kId}};
    }
    return finish();
  }
  const std::string wanted = fold_name(name);
  if (wanted.empty()) {  // nothing but punctuation: only the very same name can be meant
    lookup.candidates =
        ranked(scan([&](const Name& known) {
                 const auto i = static_cast<std::size_t>(&known - names_.data());
                 const std::uint32_t begin = original_begin_[i];
                 return !name.empty() && name == std::string_view(original_).substr(
                                                     begin, original_begin_[i + 1] - begin);
               }),
               NameMatch::kExact, limit);
    return finish();
  }

  const std::uint64_t signature = bigram_signature(wanted);
  lookup.candidates = ranked(scan([&](const Name& known) {
                               return known.signature == signature && folded(known) == wanted;
                             }),
                             NameMatch::kExact, limit);
  if (lookup.candidates.empty()) {
    const auto words = folded_words(wanted);
    std::uint64_t needed = 0;
    for (const std::string_view word : words) needed |= bigram_signature(word);
    lookup.candidates =
        ranked(scan([&](const Name& known) {
                 return (needed & ~known.signature) == 0 && words_begin(words, folded(known));
               }),
               NameMatch::kWords, limit);
  }
  if (lookup.candidates.empty() && wanted.size() >= 3) {
    const std::uint64_t needed = inner_signature(wanted);
    lookup.candidates = ranked(scan([&](const Name& known) {
                                 return (needed & ~known.signature) == 0 &&
                                        folded(known).find(wanted) != std::string_view::npos;
                               }),
                               NameMatch::kSubstring, limit);
  }
  if (lookup.candidates.empty()) {
    lookup.suggestions =
        ranked(similar(wanted), NameMatch::kSimilar, std::min<std::size_t>(limit, 5));
  }
  return finish();
}

}  // namespace newsgraph
