#include "graph/ontology/ontology.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "extract/base/error.hpp"
#include "graph/ontology/ontology_embedded.hpp"

namespace newsgraph {
namespace {

using Json = rapidjson::Value;

constexpr const char* kSource = "news.ontology.json";

[[noreturn]] void fail(const std::string& what) {
  throw ParseError(kSource, 0, what + "; expected the form of schemas/ontology.schema.json");
}

const Json& member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) fail(std::string("\"") + name + "\" is missing");
  return found->value;
}

std::string text(const Json& value, const char* what) {
  if (!value.IsString()) fail(std::string(what) + " is no string");
  return {value.GetString(), value.GetStringLength()};
}

std::vector<std::string> texts(const Json& object, const char* name) {
  std::vector<std::string> list;
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return list;
  if (!found->value.IsArray()) fail(std::string("\"") + name + "\" is no array");
  for (const Json& element : found->value.GetArray()) list.push_back(text(element, name));
  return list;
}

std::vector<EntityType> types(const Json& object, const char* name) {
  std::vector<EntityType> list;
  for (const std::string& word : texts(object, name)) {
    const auto type = entity_type_from_string(word);
    if (!type) fail("\"" + word + "\" is no entity type");
    list.push_back(*type);
  }
  return list;
}

bool holds(const std::vector<EntityType>& types, EntityType type) {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

const Ontology& Ontology::instance() {
  static const Ontology ontology(embedded::kNewsOntology);
  return ontology;
}

Ontology::Ontology(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError()) {
    throw ParseError(kSource, 0, rapidjson::GetParseError_En(document.GetParseError()));
  }
  if (!document.IsObject()) fail("the document is no object");
  const Json& classes = member(document, "classes");
  if (!classes.IsArray()) fail("\"classes\" is no array");
  for (const Json& entry : classes.GetArray()) {
    if (!entry.IsObject()) fail("a class is no object");
    const std::size_t index = classes_.size();
    classes_.push_back({text(member(entry, "name"), "name"), text(member(entry, "label"), "label"),
                        text(member(entry, "description"), "description"),
                        text(member(entry, "group"), "group"), texts(entry, "contraries")});
    if (classes_.back().name == "OTHER") other_ = index;
    for (const std::string& predicate : texts(entry, "predicates")) {
      predicates_[predicate].push_back({index, {}, {}});
    }
    const auto conditional = entry.FindMember("conditional");
    if (conditional == entry.MemberEnd()) continue;
    if (!conditional->value.IsArray()) fail("\"conditional\" is no array");
    for (const Json& condition : conditional->value.GetArray()) {
      if (!condition.IsObject()) fail("a condition is no object");
      predicates_[text(member(condition, "predicate"), "predicate")].push_back(
          {index, types(condition, "objects"), types(condition, "subjects")});
    }
  }
  if (classes_.empty() || classes_[other_].name != "OTHER") fail("class OTHER is missing");
  // The narrower of several entries of one predicate is asked first.
  for (auto& [predicate, entries] : predicates_) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return !a.subjects.empty() + !a.objects.empty() > !b.subjects.empty() + !b.objects.empty();
    });
  }
  for (const std::string& beginning : texts(document, "transparent"))
    transparent_.insert(beginning);
  const Json& contraries = member(document, "contraries");
  if (!contraries.IsArray()) fail("\"contraries\" is no array");
  for (const Json& pair : contraries.GetArray()) {
    if (!pair.IsArray() || pair.Size() != 2) fail("a pair of contraries is no array of two");
    const std::string a = text(pair[0], "contraries");
    const std::string b = text(pair[1], "contraries");
    contraries_[a].push_back(b);
    contraries_[b].push_back(a);
  }
}

const Ontology::Entry* Ontology::find(std::string_view predicate, EntityType subject,
                                      EntityType object) const {
  const auto found = predicates_.find(std::string(predicate));
  if (found == predicates_.end()) return nullptr;
  for (const Entry& entry : found->second) {
    if (holds(entry.subjects, subject) && holds(entry.objects, object)) return &entry;
  }
  return nullptr;
}

const Ontology::Entry* Ontology::longest(std::string_view canonical, EntityType subject,
                                         EntityType object) const {
  for (std::string_view beginning = canonical; !beginning.empty();) {
    const std::string_view rest =
        canonical.substr(std::min(canonical.size(), beginning.size() + 1));
    if (!rest.empty() && transparent_.contains(std::string(beginning))) {
      // "begin to attack": what begins; but "begin with" is listed nowhere, then "begin" itself is.
      if (const Entry* inner = longest(rest, subject, object)) return inner;
    }
    if (const Entry* entry = find(beginning, subject, object)) {
      // "be president of": what follows says more than "be".
      if (beginning == "be" && !rest.empty()) {
        if (const Entry* inner = longest(rest, subject, object)) return inner;
      }
      return entry;
    }
    const auto space = beginning.rfind(' ');
    if (space == std::string_view::npos) return nullptr;
    beginning = beginning.substr(0, space);
  }
  return nullptr;
}

const std::string& Ontology::classify(std::string_view canonical, EntityType subject,
                                      EntityType object) const {
  // Nobody's predicate has that many words; hostile ones would cost their square.
  const Entry* entry = longest(canonical.substr(0, 200), subject, object);
  return classes_[entry ? entry->index : other_].name;
}

std::span<const std::string> Ontology::contraries(const std::string& canonical) const {
  const auto found = contraries_.find(canonical);
  if (found == contraries_.end()) return {};
  return found->second;
}

}  // namespace newsgraph
