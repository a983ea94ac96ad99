#include "tests/support/sample_graph.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace newsgraph::testing {

std::uint32_t GraphBuilder::article(std::string key, std::string title, std::string published) {
  ArticleRecord record;
  record.header.text_hash = "text of " + key;
  record.header.key = std::move(key);
  record.header.title = std::move(title);
  record.header.published = std::move(published);
  graph_.articles.push_back(std::move(record));
  return static_cast<std::uint32_t>(graph_.articles.size() - 1);
}

std::uint32_t GraphBuilder::entity(std::string label, EntityType type, NodeKind kind) {
  Entity entity;
  entity.id = next_id_++;
  if (kind == NodeKind::kEntity) entity.aliases.push_back({label, 1, "name"});
  entity.label = std::move(label);
  entity.kind = kind;
  entity.type = type;
  entity.mentions = 1;
  entity.articles = 1;
  return static_cast<std::uint32_t>(boost::add_vertex(std::move(entity), graph_.relations));
}

Claim GraphBuilder::claim(std::uint32_t article, std::string sentence, double confidence) {
  Claim claim;
  claim.id = next_id_++;
  claim.confidence = confidence;
  claim.rule = "verb";
  std::uint32_t begin = 0;
  for (const SentenceRecord& before : graph_.sentences) {
    if (before.article == article) begin = std::max(begin, before.span.end + 1);
  }
  const auto size = static_cast<std::uint32_t>(sentence.size());
  const auto first = static_cast<std::uint32_t>(std::min(sentence.find(' '), sentence.size()));
  const auto second =
      static_cast<std::uint32_t>(std::min(sentence.find(' ', first + 1), sentence.size()));
  const auto last = static_cast<std::uint32_t>(sentence.rfind(' ') + 1);
  claim.evidence = {article,
                    static_cast<std::uint32_t>(graph_.sentences.size()),
                    {begin, begin + first},
                    {begin + std::min(first + 1, size), begin + second},
                    {begin + last, begin + size}};
  graph_.sentences.push_back({article, {begin, begin + size}, std::move(sentence)});
  return claim;
}

Relation GraphBuilder::make(std::string readable, std::string relation_class,
                            std::initializer_list<Claim> claims) {
  Relation relation;
  relation.id = next_id_++;
  if (readable.starts_with("not ")) {
    relation.polarity = Polarity::kNegated;
    readable.erase(0, 4);
  }
  for (const Modality modality :
       {Modality::kPlanned, Modality::kPossible, Modality::kConditional}) {
    const std::string prefix = std::string(to_string(modality)) + ": ";
    if (!readable.starts_with(prefix)) continue;
    relation.modality = modality;
    readable.erase(0, prefix.size());
  }
  relation.predicate = relation.canonical = relation.readable = readable;
  relation.relation_class = std::move(relation_class);
  relation.claims = claims;
  relation.evidence_count = static_cast<std::uint32_t>(claims.size());
  std::set<std::uint32_t> articles;
  bool own_voice = false;
  for (Claim& claim : relation.claims) {
    if (claim.predicate.empty()) claim.predicate = readable;
    relation.confidence = std::max(relation.confidence, claim.confidence);
    articles.insert(claim.evidence.article);
    own_voice = own_voice || claim.attribution.empty();
    const std::string& date = claim.event_date.empty()
                                  ? graph_.articles[claim.evidence.article].header.published
                                  : claim.event_date;
    if (relation.first_date.empty() || date < relation.first_date) relation.first_date = date;
    relation.last_date = std::max(relation.last_date, date);
  }
  relation.support = static_cast<std::uint32_t>(articles.size());
  relation.asserted = relation.polarity == Polarity::kAffirmed &&
                      relation.modality == Modality::kActual && own_voice;
  return relation;
}

Relation& GraphBuilder::relation(std::uint32_t subject, std::string readable, std::uint32_t object,
                                 std::string relation_class, std::initializer_list<Claim> claims) {
  const auto [edge, added] =
      boost::add_edge(subject, object, make(std::move(readable), std::move(relation_class), claims),
                      graph_.relations);
  return graph_.relations[edge];
}

Statement& GraphBuilder::statement(std::uint32_t subject, std::string readable,
                                   std::string relation_class,
                                   std::initializer_list<Claim> claims) {
  graph_.statements.push_back(
      {subject, std::nullopt, "", make(std::move(readable), std::move(relation_class), claims)});
  return graph_.statements.back();
}

KnowledgeGraph hostile_graph() {
  GraphBuilder build;
  const auto first = build.article("https://news.example/a 1?x=<y>&z=\"q\"",
                                   "Keller's \"no\": \\ back\nand forth", "2024-05-01");
  build.header(first).url = "https://news.example/a 1?x=<y>&z=\"q\"";
  build.header(first).outlet = "The Norland Courier";
  build.header(first).author = "Ines O'Hara";
  build.header(first).language = "en";
  build.header(first).fingerprint = "rules-1 \"schema\"";
  const auto second = build.article("wire/2.txt", "", "2024-05");
  const auto undated = build.article("c", "An undated note", "");
  build.header(undated).url = "javascript:alert(1)";

  const auto keller = build.entity("Marta Keller", EntityType::kPerson);
  build[keller].titles = {"Prime Minister"};
  build[keller].aliases = {{"Marta Keller", 7, "name"}, {"Keller | M.", 2, "surname"}};
  build[keller].mentions = 9;
  build[keller].articles = 3;
  build[keller].first_seen = "2024-05";
  build[keller].last_seen = "2024-05-01";
  const auto visit = build.entity("Östvik visit", EntityType::kEvent, NodeKind::kEvent);
  const auto ostvik = build.entity("Östvik", EntityType::kPlace);
  const auto node = build.entity("node", EntityType::kOrganization);
  const auto quotes = build.entity("\"O'Neil\" & <Sons> \\", EntityType::kOrganization);
  const auto controls = build.entity("bell\a, escape\x1b, null", EntityType::kOther);
  build[controls].label += std::string("\0", 1) + "byte\ttab\r\nline";
  const auto invalid = build.entity("half \xF0\x9F\x98, lone \xED\xA0\x80, \xEF\xBF\xBE, \xC0\xAF",
                                    EntityType::kWork);
  const auto astral = build.entity("🕊 dove 𝔘𝔫", EntityType::kProduct);
  const auto rtl = build.entity("\u202Eמרתה קלר\u202C", EntityType::kPerson);
  const auto script = build.entity("</script><b>]]>&amp;<!--", EntityType::kLaw);
  const auto cypher = build.entity("x'}}] AS row MATCH (n) DETACH DELETE n; // \\u0027 `",
                                   EntityType::kNationality);
  const auto value = build.entity("9.8 billion dollars", EntityType::kMoney, NodeKind::kValue);
  build[value].value = "USD 9800000000";
  const auto talks = build.entity("peace talks", EntityType::kOther, NodeKind::kConcept);
  const auto empty = build.entity("", EntityType::kDate, NodeKind::kValue);

  Claim declined = build.claim(first, "Keller declined the visit to \"Östvik\" | again \\.");
  declined.qualifiers = {{"", std::nullopt, "again"}, {"on", empty, "1 May"}};
  declined.event_date = "2024-05-01";
  Claim declined_too = build.claim(second, "Keller's office says she declined.", 0.55);
  declined_too.attribution = {{std::nullopt, "The wire", "reported"}, {keller, "Keller", "said"}};
  declined_too.statement_date = "2024-04-30";
  build.relation(keller, "declined", visit, "REJECT", {declined, declined_too});
  build.relation(visit, "to", ostvik, "LOCATED", {build.claim(first, "The visit to Östvik.")});
  build.relation(keller, "not visited", ostvik, "CONSULT",
                 {build.claim(first, "Keller did not visit Östvik.")});
  build
      .relation(keller, "visited", ostvik, "CONSULT",
                {build.claim(undated, "Keller visited Östvik.", 1)})
      .contested = true;
  build.relation(keller, "planned: visit", ostvik, "CONSULT",
                 {build.claim(second, "Keller will visit Östvik.")});
  build.relation(keller, "called on", ostvik, "CONSULT",
                 {build.claim(second, "Keller called on Östvik.")});
  Claim reported = build.claim(second, "A source said node backs the law.", 0.7);
  reported.attribution = {{std::nullopt, "A source", "said"}};
  reported.event_date = "2023/2024-02";
  build.relation(node, "backs", script, "SUPPORT", {reported});
  Claim odd = build.claim(second, "edge node -> graph { strict }");
  odd.event_date = "XXXX-02-05";
  build.relation(quotes, "x`]->() DETACH DELETE n //", controls, "odd `class`; \\u0060", {odd});
  build.relation(controls, "l'été \"quoted\"\n%41", invalid, "", {build.claim(second, "\x01\x02")});
  build.relation(astral, "🕊", rtl, "OTHER", {build.claim(second, "🕊 flies\u2028 over")});
  build.relation(cypher, "is", cypher, "STATE", {build.claim(second, "x'}) //")});
  Relation& costs = build.relation(rtl, "costs", value, "OTHER",
                                   {build.claim(second, "It costs 9.8 billion dollars.")});
  costs.claims[0].event_date = "2024";

  const std::uint64_t failed =
      build
          .statement(talks, "failed", "OTHER", {build.claim(first, "The talks failed, node said.")})
          .relation.id;
  Claim said = build.claim(first, "unused");
  said.evidence.sentence -= 1;
  build.graph().sentences.pop_back();
  build.statement(node, "said", "OTHER", {said}).object_relation = failed;
  return build.graph();
}

}  // namespace newsgraph::testing
