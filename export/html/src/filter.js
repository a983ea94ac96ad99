/**
 * What of the graph is to be seen.
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Claim} Claim
 *
 * @typedef {object} Filter
 * @property {Set<string>} hiddenTypes  groups of entities
 * @property {Set<string>} hiddenClasses
 * @property {Set<string>} hiddenStatuses
 * @property {Set<number>} outlets  only these; all if empty. -1 is "no outlet"
 * @property {Set<number>} speakers  only these; all if empty. -1 is the articles' own voice
 * @property {number} confidence  at least
 * @property {number} support  at least
 * @property {number} since  day as YYYYMMDD; 0 for no limit
 * @property {number} until
 * @property {boolean} contested  only what is contested
 * @property {boolean} connected  only entities that are related to another
 *
 * @typedef {object} Selection  what passes, by index
 * @property {Uint8Array} entities
 * @property {Uint8Array} relations
 * @property {number} entityCount
 * @property {number} relationCount  without statements
 * @property {number} statementCount
 * @property {number} undated  relations and statements left out because no date is known
 * @property {Facets} counts
 *
 * @typedef {object} Facets  how much there is of each value, among what passes
 * @property {Map<string, number>} types
 * @property {Map<string, number>} classes
 * @property {Map<string, number>} statuses
 * @property {Map<number, number>} outlets
 * @property {Map<number, number>} speakers
 */

/** @returns {Filter} */
export function noFilter() {
  return { hiddenTypes: new Set(), hiddenClasses: new Set(), hiddenStatuses: new Set(),
           outlets: new Set(), speakers: new Set(), confidence: 0, support: 1, since: 0, until: 0,
           contested: false, connected: false };
}

/** Of a graph of so many entities, what is unconnected would hide the rest if it is this share. */
const kManyEntities = 500;
const kLargeShare = 0.1;

/**
 * What the page opens with, and clears filters to: all, but of a large graph only what is connected
 * where much is not.
 * @param {Graph} graph @returns {Filter}
 */
export function firstFilter({ entities, loose }) {
  const connected = entities.length > kManyEntities && loose > kLargeShare * entities.length &&
                    loose < entities.length;
  return { ...noFilter(), connected };
}

/** Whether everything passes. @param {Filter} filter */
export function isEmpty(filter) {
  return filter.hiddenTypes.size + filter.hiddenClasses.size + filter.hiddenStatuses.size +
             filter.outlets.size + filter.speakers.size === 0 &&
         filter.confidence === 0 && filter.support === 1 && filter.since === 0 &&
         filter.until === 0 && !filter.contested && !filter.connected;
}

/** Whether the claim may be of the days asked for. @param {Filter} filter @param {Claim} claim */
function isInTime(filter, claim) {
  if (filter.since === 0 && filter.until === 0) return true;
  if (claim.first === 0) return false;
  return (filter.since === 0 || claim.last >= filter.since) &&
         (filter.until === 0 || claim.first <= filter.until);
}

/** @param {Filter} filter @param {Claim} claim */
function passesClaim(filter, claim) {
  return (filter.outlets.size === 0 || filter.outlets.has(claim.outlet)) &&
         (filter.speakers.size === 0 || filter.speakers.has(claim.speaker)) &&
         claim.confidence >= filter.confidence && isInTime(filter, claim);
}

/** A relation passes if one of its claims does. @param {Filter} filter @param {Relation} relation */
function passes(filter, relation) {
  return !filter.hiddenClasses.has(relation.relationClass) &&
         !filter.hiddenStatuses.has(relation.status) && relation.support >= filter.support &&
         (!filter.contested || relation.contested) &&
         relation.claims.some((claim) => passesClaim(filter, claim));
}

/** @template K @param {Map<K, number>} counts @param {K} key */
const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * @param {Graph} graph
 * @param {Filter} filter
 * @returns {Selection}
 */
export function select(graph, filter) {
  const entities = new Uint8Array(graph.entities.length);
  const relations = new Uint8Array(graph.relations.length);
  const counts = { types: new Map(), classes: new Map(), statuses: new Map(), outlets: new Map(),
                   speakers: new Map() };
  const selection = { entities, relations, entityCount: 0, relationCount: 0, statementCount: 0,
                      undated: 0, counts };
  const isHidden = (/** @type {number} */ index) =>
    index >= 0 && filter.hiddenTypes.has(graph.entities[index].group);
  const isTimed = filter.since !== 0 || filter.until !== 0;
  for (const relation of graph.relations) {
    if (isHidden(relation.subject) || isHidden(relation.object)) continue;
    if (!passes(filter, relation)) {
      if (isTimed && relation.claims.every((claim) => claim.first === 0)) ++selection.undated;
      continue;
    }
    relations[relation.index] = 1;
    if (relation.isStatement) ++selection.statementCount;
    else ++selection.relationCount;
    count(counts.classes, relation.relationClass);
    count(counts.statuses, relation.status);
    for (const outlet of new Set(relation.claims.map((claim) => claim.outlet))) {
      count(counts.outlets, outlet);
    }
    for (const speaker of new Set(relation.claims.map((claim) => claim.speaker))) {
      count(counts.speakers, speaker);
    }
    if (relation.object >= 0) entities[relation.object] = 1;
    if (relation.object >= 0 || !filter.connected) entities[relation.subject] = 1;
  }
  // Types alone keep nodes without relations; every other filter is about relations.
  const keepsAll = isEmpty({ ...filter, hiddenTypes: new Set() });
  for (const entity of graph.entities) {
    if (isHidden(entity.index)) continue;
    if (keepsAll) entities[entity.index] = 1;
    if (entities[entity.index] === 0) continue;
    ++selection.entityCount;
    count(counts.types, entity.group);
  }
  return selection;
}
