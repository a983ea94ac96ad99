/**
 * The graph as the page holds it, read from the rows that export/html/page_data.cpp writes.
 *
 * @typedef {object} Entity
 * @property {number} index
 * @property {string} id  "e_0123456789abcdef"
 * @property {string} label
 * @property {string} kind  "entity", "event", "concept", "value"
 * @property {string} type  "person", "place", …
 * @property {string} group  what legend, colours and filters go by: the type, else the kind
 * @property {number} x
 * @property {number} y
 * @property {number} size
 * @property {number} community
 * @property {number} mentions
 * @property {number} articles
 * @property {string} firstSeen  EDTF
 * @property {string} lastSeen
 * @property {string} value
 * @property {{text: string, count: number}[]} aliases
 * @property {string[]} titles
 * @property {number[]} relations  as subject or object, statements included
 *
 * @typedef {object} Claim  what a claim is filtered by
 * @property {number} outlet  index into Graph.outlets; -1 if unknown
 * @property {number} speaker  index into Graph.speakers; -1 in the article's own voice
 * @property {number} confidence
 * @property {number} first  day as YYYYMMDD; 0 if unknown
 * @property {number} last
 *
 * @typedef {object} Relation
 * @property {number} index
 * @property {string} id  "r_0123456789abcdef"
 * @property {number} subject
 * @property {number} object  -1 of a statement
 * @property {string} predicate  readable, with its "not"
 * @property {string} relationClass
 * @property {boolean} negated
 * @property {string} modality  "actual", "planned", "possible", "conditional"
 * @property {boolean} asserted
 * @property {boolean} contested
 * @property {number} confidence
 * @property {number} support
 * @property {string} firstDate  EDTF
 * @property {string} lastDate
 * @property {number[]} contraries
 * @property {Claim[]} claims
 * @property {boolean} isStatement
 * @property {string} objectText
 * @property {number} about  the relation that a statement is about; -1 if none
 * @property {number[]} saidOf  statements about it
 * @property {string} status  one of kStatuses
 *
 * @typedef {object} Graph
 * @property {string} title
 * @property {{entities: number, relations: number, statements: number}} omitted
 * @property {number} articles
 * @property {number} sentences
 * @property {{name: string, label: string, group: string, description: string}[]} classes
 * @property {string[]} outlets
 * @property {{entity: number, name: string}[]} speakers
 * @property {Entity[]} entities
 * @property {Relation[]} relations  edges, then statements
 * @property {number} loose  entities that are related to no other: in statements alone, or in nothing
 */

const kSchema = 1;

/** How a relation is told, from the surest on. */
export const kStatuses = ["asserted", "reported", "planned", "possible", "conditional", "negated"];

/** @param {Relation} relation */
function statusOf(relation) {
  if (relation.negated) return "negated";
  if (relation.modality !== "actual") return relation.modality;
  return relation.asserted ? "asserted" : "reported";
}

/** @param {string} kind @param {string} type */
function groupOf(kind, type) {
  if (kind === "value") return "value";
  if (type !== "other") return type;
  return kind === "entity" ? "other" : kind;
}

/** @param {any[]} row @returns {Claim[]} */
function readClaims(row) {
  const claims = [];
  for (let i = 0; i < row.length; i += 5) {
    claims.push({ outlet: row[i], speaker: row[i + 1], confidence: row[i + 2], first: row[i + 3],
                  last: row[i + 4] });
  }
  return claims;
}

/** @param {any[]} row @param {number} index @returns {Entity} */
function readEntity(row, index) {
  const [id, label, kind, type, x, y, size, community, mentions, articles, firstSeen, lastSeen,
         value, names, titles] = row;
  const aliases = [];
  for (let i = 0; i < names.length; i += 2) aliases.push({ text: names[i], count: names[i + 1] });
  return { index, id: "e_" + id, label, kind, type, group: groupOf(kind, type), x, y, size,
           community, mentions, articles, firstSeen, lastSeen, value, aliases, titles,
           relations: [] };
}

/** @param {string} text  the JSON document @returns {Graph} */
export function readGraph(text) {
  const data = JSON.parse(text);
  if (data.schema !== kSchema) throw new Error(`the graph has schema ${data.schema}, not ${kSchema}`);
  const entities = data.entities.map(readEntity);
  const relations = data.relations.map((/** @type {any[]} */ row, /** @type {number} */ index) => {
    const [id, subject, object, predicate, relationClass, polarity, modality, asserted, contested,
           confidence, support, firstDate, lastDate, contraries, claims, objectText = "",
           about = -1] = row;
    const relation = {
      index, id: "r_" + id, subject, object, predicate: data.predicates[predicate], relationClass,
      negated: polarity === "negated", modality, asserted: asserted === 1,
      contested: contested === 1, confidence, support, firstDate, lastDate, contraries,
      claims: readClaims(claims), isStatement: object < 0, objectText, about, saidOf: [], status: "",
    };
    relation.status = statusOf(relation);
    entities[subject].relations.push(index);
    if (object >= 0 && object !== subject) entities[object].relations.push(index);
    return relation;
  });
  for (const relation of relations) {
    if (relation.about >= 0) relations[relation.about].saidOf.push(relation.index);
  }
  const isLoose = (/** @type {Entity} */ entity) => entity.relations.every((index) => relations[index].isStatement);
  const [omittedEntities, omittedRelations, omittedStatements] = data.omitted;
  return {
    title: data.title,
    omitted: { entities: omittedEntities, relations: omittedRelations,
               statements: omittedStatements },
    articles: data.articles,
    sentences: data.sentences,
    classes: data.classes.map((/** @type {string[]} */ [name, label, group, description]) => ({
      name, label, group, description })),
    outlets: data.outlets,
    speakers: data.speakers.map((/** @type {[number, string]} */ [entity, name]) => ({
      entity, name })),
    entities,
    relations,
    loose: entities.filter(isLoose).length,
  };
}

/**
 * "not visited", "visited (planned)", "backs (reported)": never to be mistaken for a fact where it is
 * none. As display_label() of export/display.hpp.
 * @param {Relation} relation
 */
export function relationLabel(relation) {
  let label = relation.predicate;
  if (relation.objectText !== "") label += " " + relation.objectText;
  if (relation.modality !== "actual") label += ` (${relation.modality})`;
  else if (relation.status === "reported") label += " (reported)";
  return label;
}
