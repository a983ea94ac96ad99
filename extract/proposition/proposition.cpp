#include "extract/proposition/proposition.hpp"

#include <array>

#include "extract/base/hash.hpp"

namespace newsgraph {
namespace {

// The words of the schemas, in the order of the enumerations.
constexpr std::array kNodeKinds = {"entity", "event", "concept", "value"};
constexpr std::array kEntityTypes = {"person",  "organization", "place",       "event", "work",
                                     "product", "law",          "nationality", "date",  "number",
                                     "money",   "quantity",     "other"};
constexpr std::array kMentionForms = {"name", "nominal", "pronoun"};
constexpr std::array kPolarities = {"affirmed", "negated"};
constexpr std::array kModalities = {"actual", "planned", "possible", "conditional"};

template <typename Enum, std::size_t n>
std::optional<Enum> lookup(const std::array<const char*, n>& words, std::string_view word) {
  for (std::size_t i = 0; i < n; ++i) {
    if (word == words[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string span_text(Span span) {
  return std::to_string(span.begin) + '-' + std::to_string(span.end);
}

}  // namespace

const char* to_string(NodeKind kind) { return kNodeKinds[static_cast<std::size_t>(kind)]; }
const char* to_string(EntityType type) { return kEntityTypes[static_cast<std::size_t>(type)]; }
const char* to_string(MentionForm form) { return kMentionForms[static_cast<std::size_t>(form)]; }
const char* to_string(Polarity polarity) { return kPolarities[static_cast<std::size_t>(polarity)]; }
const char* to_string(Modality modality) { return kModalities[static_cast<std::size_t>(modality)]; }

std::optional<NodeKind> node_kind_from_string(std::string_view word) {
  return lookup<NodeKind>(kNodeKinds, word);
}
std::optional<EntityType> entity_type_from_string(std::string_view word) {
  return lookup<EntityType>(kEntityTypes, word);
}
std::optional<MentionForm> mention_form_from_string(std::string_view word) {
  return lookup<MentionForm>(kMentionForms, word);
}
std::optional<Polarity> polarity_from_string(std::string_view word) {
  return lookup<Polarity>(kPolarities, word);
}
std::optional<Modality> modality_from_string(std::string_view word) {
  return lookup<Modality>(kModalities, word);
}

// Keys may hold any character, so a NUL, which no key holds, separates the parts.
std::uint64_t mention_id(std::string_view key, Span span) {
  std::string bytes(key);
  bytes += '\0';
  bytes += span_text(span);
  return sha256_64(bytes);
}

std::uint64_t proposition_id(std::string_view key, Span subject, Span predicate, Span object,
                             std::string_view canonical) {
  std::string bytes(key);
  for (const Span& span : {subject, predicate, object}) {
    bytes += '\0';
    bytes += span_text(span);
  }
  bytes += '\0';
  bytes += canonical;
  return sha256_64(bytes);
}

}  // namespace newsgraph
