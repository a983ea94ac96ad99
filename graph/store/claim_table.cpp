#include "graph/store/claim_table.hpp"

namespace newsgraph {
namespace {

constexpr const char* kClaims =
    "SELECT relation, position, id, sentence, subject_begin, subject_end, predicate_begin, "
    "predicate_end, object_begin, object_end, predicate, event_date, statement_date, confidence, "
    "rule FROM claim ";
constexpr const char* kSources = "SELECT relation, claim, entity, text, cue FROM claim_source ";
constexpr const char* kQualifiers =
    "SELECT relation, claim, role, entity, text FROM claim_qualifier ";
constexpr const char* kOne = "WHERE relation = ? ";
constexpr const char* kByClaim = "ORDER BY relation, claim, position";
constexpr const char* kByPosition = "ORDER BY relation, position";

std::string sql(const char* select, const char* where, const char* order) {
  return std::string(select).append(where).append(order);
}

Claim claim_at(const Query& row, const ClaimTable::Limits& limits) {
  Claim claim;
  claim.id = row.id(2);
  claim.evidence.sentence = row.index(3, limits.sentences);
  claim.evidence.subject = row.span(4);
  claim.evidence.predicate = row.span(6);
  claim.evidence.object = row.span(8);
  claim.predicate = row.text(10);
  claim.event_date = row.text(11);
  claim.statement_date = row.text(12);
  claim.confidence = row.probability(13);
  claim.rule = row.text(14);
  return claim;
}

std::optional<std::uint32_t> entity_at(const Query& row, int column,
                                       const ClaimTable::Limits& limits) {
  if (row.is_null(column)) return std::nullopt;
  return row.index(column, limits.entities);
}

void add_source(const Query& row, std::vector<Claim>& claims, const ClaimTable::Limits& limits) {
  claims[row.index(1, claims.size())].attribution.push_back(
      {entity_at(row, 2, limits), row.text(3), row.text(4)});
}

void add_qualifier(const Query& row, std::vector<Claim>& claims, const ClaimTable::Limits& limits) {
  claims[row.index(1, claims.size())].qualifiers.push_back(
      {row.text(2), entity_at(row, 3, limits), row.text(4)});
}

}  // namespace

ClaimTable::ClaimTable(const Database& database)
    : database_(database),
      insert_claim_(database, "INSERT INTO claim VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      insert_source_(database, "INSERT INTO claim_source VALUES (?,?,?,?,?,?)"),
      insert_qualifier_(database, "INSERT INTO claim_qualifier VALUES (?,?,?,?,?,?)"),
      claims_(database, sql(kClaims, kOne, kByPosition)),
      sources_(database, sql(kSources, kOne, kByClaim)),
      qualifiers_(database, sql(kQualifiers, kOne, kByClaim)) {}

void ClaimTable::insert(std::uint32_t relation, const std::vector<Claim>& claims) {
  std::uint32_t position = 0;
  for (const Claim& claim : claims) {
    const Evidence& evidence = claim.evidence;
    insert_claim_.run(relation, position, claim.id, evidence.sentence, evidence.subject.begin,
                      evidence.subject.end, evidence.predicate.begin, evidence.predicate.end,
                      evidence.object.begin, evidence.object.end, claim.predicate, claim.event_date,
                      claim.statement_date, claim.confidence, claim.rule);
    std::uint32_t place = 0;
    for (const Source& source : claim.attribution) {
      insert_source_.run(relation, position, place++, source.entity, source.text, source.cue);
    }
    place = 0;
    for (const ClaimQualifier& qualifier : claim.qualifiers) {
      insert_qualifier_.run(relation, position, place++, qualifier.role, qualifier.entity,
                            qualifier.text);
    }
    ++position;
  }
}

std::vector<Claim> ClaimTable::read(std::uint32_t relation, const Limits& limits) {
  std::vector<Claim> claims;
  claims_.bind(relation);
  while (claims_.step()) claims.push_back(claim_at(claims_, limits));
  claims_.reset();
  sources_.bind(relation);
  while (sources_.step()) add_source(sources_, claims, limits);
  sources_.reset();
  qualifiers_.bind(relation);
  while (qualifiers_.step()) add_qualifier(qualifiers_, claims, limits);
  qualifiers_.reset();
  return claims;
}

ClaimTable::Scan::Scan(const Database& database, const Limits& limits)
    : database_(database),
      limits_(limits),
      claims_(database, sql(kClaims, "", kByPosition)),
      sources_(database, sql(kSources, "", kByClaim)),
      qualifiers_(database, sql(kQualifiers, "", kByClaim)),
      has_claim_(claims_.step()),
      has_source_(sources_.step()),
      has_qualifier_(qualifiers_.step()) {}

std::vector<Claim> ClaimTable::Scan::next(std::uint32_t relation) {
  std::vector<Claim> claims;
  for (; has_claim_ && claims_.integer(0) == relation; has_claim_ = claims_.step()) {
    claims.push_back(claim_at(claims_, limits_));
  }
  if (claims.empty()) database_.damaged("a relation has no claims");
  for (; has_source_ && sources_.integer(0) == relation; has_source_ = sources_.step()) {
    add_source(sources_, claims, limits_);
  }
  for (; has_qualifier_ && qualifiers_.integer(0) == relation;
       has_qualifier_ = qualifiers_.step()) {
    add_qualifier(qualifiers_, claims, limits_);
  }
  return claims;
}

}  // namespace newsgraph
