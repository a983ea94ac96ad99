/**
 * A relation with its sentences: who says so, where and when, and who says the contrary.
 *
 * @typedef {import("./app.js").App} App
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./evidence.js").EvidenceClaim} EvidenceClaim
 */
import { dateText, spanText } from "./dates.js";
import { counted, h, link, name, number } from "./dom.js";
import { relationLabel } from "./model.js";
import { kStatusLooks } from "./palette.js";
import { between } from "./path.js";

/** More than this come on demand. */
const kMostClaims = 12;
const kMostOthers = 8;

/** A button that opens an entity's card. @param {App} app @param {number} index */
export function entityButton(app, index) {
  const entity = app.graph.entities[index];
  return h("button.entity", { type: "button", "data-entity": entity.id,
                              onclick: () => app.openEntity(index) },
    h("span.dot", { "data-group": entity.group }), name(entity.label));
}

/** "Keller —declined→ Oslo visit", its ends buttons. @param {App} app @param {Relation} relation */
export function triple(app, relation) {
  return h("p.triple", null,
    entityButton(app, relation.subject), " ",
    h("span.predicate", { "data-told": relation.status }, name(relationLabel(relation))), " ",
    relation.object >= 0 && entityButton(app, relation.object),
    relation.about >= 0 && aboutText(app, relation.about));
}

/** The relation that a statement is about, as a button that opens it. */
function aboutText(/** @type {App} */ app, /** @type {number} */ index) {
  return h("button.about", { type: "button", onclick: () => app.openRelation(index) },
    "that: ", name(sentenceOf(app, app.graph.relations[index])));
}

/** "Keller declined Oslo visit", as plain text. @param {App} app @param {Relation} relation */
export function sentenceOf(app, relation) {
  const { entities } = app.graph;
  const object = relation.object >= 0 ? " " + entities[relation.object].label : "";
  return `${entities[relation.subject].label} ${relationLabel(relation)}${object}`;
}

/** How it is told, in words and as it is drawn. @param {Relation} relation */
export function statusBadge(relation) {
  const look = kStatusLooks[relation.status];
  return h("span.badge", { "data-told": relation.status, title: look.hint },
    h("span.sample", { "data-pattern": look.pattern }), look.name);
}

/** @param {App} app @param {Relation} relation */
function badges(app, relation) {
  const known = app.graph.classes.find(({ name }) => name === relation.relationClass);
  return h("div.badges", null,
    statusBadge(relation),
    relation.contested && h("span.badge.contested", { title: "The graph holds the contrary too" },
      "≠ Contested"),
    relation.relationClass !== "OTHER" &&
      h("span.badge", { title: known?.description ?? "" }, known?.label ?? relation.relationClass),
    h("span.badge.plain", { title: "How surely the text says so (not: whether it is true)" },
      h("meter", { min: 0, max: 1, value: relation.confidence,
                   "aria-label": "confidence" }), ` ${Math.round(relation.confidence * 100)} %`),
    h("span.badge.plain", null, counted(relation.support, "independent article")),
    relation.firstDate !== "" &&
      h("span.badge.plain", null, spanText(relation.firstDate, relation.lastDate)));
}

/** @param {App} app @param {number} index */
export function relationCard(app, index) {
  const relation = app.graph.relations[index];
  return h("article.relation", { "data-relation": relation.id },
    triple(app, relation), badges(app, relation), sentences(app, relation),
    contradictions(app, relation), saidOf(app, relation), others(app, relation));
}

/** What else is said of the same two, the contrary and what qualifies it among it. */
function others(/** @type {App} */ app, /** @type {Relation} */ relation) {
  if (relation.object < 0 || app.state.open.kind !== "relation") return null;
  const all = between(app.graph, app.selection.relations, relation.subject, relation.object)
    .filter((index) => index !== relation.index && !relation.contraries.includes(index));
  if (all.length === 0) return null;
  return h("section.others", null, h("h3", null, "Also between them ", h("small", null, number(all.length))),
    h("ul.rows", null, all.slice(0, kMostOthers).map((index) => relationRow(app, index))),
    all.length > kMostOthers && h("button.more", { type: "button",
      onclick: () => app.openPair(relation.subject, relation.object) }, "Show all"));
}

/** @param {App} app @param {Relation} relation @param {number} [most] */
function sentences(app, relation, most = kMostClaims) {
  const claims = app.evidence.claims(relation.index);
  const list = h("ol.claims", null, claims.slice(0, most).map((claim) => claimItem(app, claim)));
  if (claims.length <= most) return list;
  const more = h("button.more", { type: "button", onclick: () => {
    for (const claim of claims.slice(most)) list.appendChild(claimItem(app, claim));
    more.remove();
  } }, `Show ${number(claims.length - most)} more sentences`);
  return [list, more];
}

/** @param {App} app @param {EvidenceClaim} claim */
function claimItem(app, claim) {
  return h("li.claim", null,
    h("blockquote", { dir: "auto" }, marked(claim)),
    voice(app, claim),
    (claim.eventDate !== "" || claim.qualifiers.length > 0) && circumstances(app, claim),
    source(claim));
}

/** The sentence with subject, predicate and object marked. @param {EvidenceClaim} claim */
function marked({ sentence, spans }) {
  const marks = ["subject", "said", "object"]
    .map((part, i) => ({ part, begin: spans[2 * i], end: spans[2 * i + 1] }))
    .filter(({ begin, end }) => begin < end)
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const pieces = [];
  let at = 0;
  for (const { part, begin, end } of marks) {
    if (begin < at) continue;
    pieces.push(sentence.slice(at, begin), h("mark." + part, null, sentence.slice(begin, end)));
    at = end;
  }
  return [pieces, sentence.slice(at)];
}

/** @param {App} app @param {EvidenceClaim} claim */
function voice(app, { attribution, statementDate }) {
  if (attribution.length === 0) return h("p.voice", null, "In the article's own voice");
  return h("p.voice.quoted", null,
    attribution.map(({ entity, name: who, cue }, i) => [
      i === 0 ? "According to " : ", citing ",
      entity >= 0 ? entityButton(app, entity) : h("strong", null, name(who)),
      cue !== "" && h("small", null, " (", name(cue), ")"),
    ]),
    statementDate !== "" && `, ${dateText(statementDate)}`);
}

/** @param {App} app @param {EvidenceClaim} claim */
function circumstances(app, { eventDate, qualifiers }) {
  return h("p.circumstances", null,
    eventDate !== "" && h("span", null, "Happened: ", dateText(eventDate)),
    qualifiers.map(({ role, entity, text }) => h("span", null, role, role !== "" && " ",
      entity >= 0 ? entityButton(app, entity) : name(text))));
}

/** @param {EvidenceClaim} claim */
function source({ article }) {
  const facts = [article.outlet, dateText(article.published), article.author].filter(Boolean);
  return h("footer", null,
    h("cite", null, link(article.url, name(article.title || article.key))),
    facts.map((fact) => [" · ", name(fact)]));
}

/** What says the contrary, with its own sentences. @param {App} app @param {Relation} relation */
function contradictions(app, relation) {
  if (!relation.contested) return null;
  return h("section.contraries", null,
    h("h4", null, "≠ Said to the contrary"),
    relation.contraries.length === 0
      ? h("p.empty", null, "The contrary stands in a part of the graph that this page does not hold.")
      : relation.contraries.map((index) => contrary(app, app.graph.relations[index])));
}

/** @param {App} app @param {Relation} relation */
function contrary(app, relation) {
  return h("div.contrary", { "data-relation": relation.id },
    triple(app, relation), h("div.badges", null, statusBadge(relation)),
    sentences(app, relation, 3),
    h("button.more", { type: "button", onclick: () => app.openRelation(relation.index) },
      "Open this side"));
}

/** Statements about this relation: who confirms, denies or announces it. */
function saidOf(/** @type {App} */ app, /** @type {Relation} */ relation) {
  const about = relation.saidOf.slice(0, 20);
  if (about.length === 0) return null;
  return h("section.said-of", null,
    h("h4", null, "What is said of it"),
    h("ul.rows", null, about.map((index) => relationRow(app, index))));
}

/**
 * One line for a relation that opens it; from the side of `seenFrom`, who is then left out.
 * @param {App} app @param {number} index @param {number} [seenFrom]
 */
export function relationRow(app, index, seenFrom = -1) {
  const relation = app.graph.relations[index];
  const { entities } = app.graph;
  const isObject = relation.object === seenFrom && relation.subject !== seenFrom;
  const label = h("span.predicate", { "data-told": relation.status }, name(relationLabel(relation)));
  return h("li", null, h("button.row", {
    type: "button", "data-relation": relation.id, title: kStatusLooks[relation.status].name,
    onclick: () => app.openRelation(index) },
    h("span.sample", { "data-pattern": kStatusLooks[relation.status].pattern,
                       "data-told": relation.status }),
    h("span.what", null,
      (isObject || seenFrom < 0) && [name(entities[relation.subject].label), " "],
      label,
      relation.object >= 0 && !isObject && [" ", name(entities[relation.object].label)],
      relation.about >= 0 && [" that: ", name(sentenceOf(app, app.graph.relations[relation.about]))]),
    relation.contested && h("span.conflict", { title: "contested" }, "≠"),
    relation.claims.length > 1 && h("small", null, `×${relation.claims.length}`)));
}
