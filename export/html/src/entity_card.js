/**
 * All that the page knows of an entity.
 *
 * @typedef {import("./app.js").App} App
 * @typedef {import("./model.js").Entity} Entity
 * @typedef {import("./model.js").Relation} Relation
 */
import { spanText } from "./dates.js";
import { counted, h, name, number, tally } from "./dom.js";
import { kTypeNames } from "./palette.js";
import { entityButton, relationRow } from "./relation_card.js";

const kMostRows = 8;
const kMostNames = 12;

/** @param {App} app @param {number} index */
export function entityCard(app, index) {
  const entity = app.graph.entities[index];
  const relations = entity.relations.map((i) => app.graph.relations[i])
    .sort((a, b) => b.support - a.support || b.confidence - a.confidence || a.index - b.index);
  const visible = relations.filter((relation) => app.selection.relations[relation.index] === 1);
  const edges = visible.filter((relation) => !relation.isStatement);
  const said = saidBy(app, index);
  return h("article.card", { "data-entity": entity.id },
    head(app, entity), actions(app, entity),
    visible.length < relations.length && h("p.note", null,
      `${hiddenText(relations, visible)} of it hidden by the filters. `,
      h("button.inline", { type: "button", onclick: () => app.clearFilters() }, "Clear filters")),
    isLeftOut(app, index) && h("p.note", null, "Not in the picture, because it is related to no other. ",
      h("button.inline", { type: "button", onclick: () => app.changeFilter({ connected: false }) }, "Show all")),
    visible.length === 0 && relations.length === 0 &&
      h("p.empty", null, "Mentioned, but nothing is said of it in a form that makes a relation."),
    section("≠ Contested", visible.filter(({ contested }) => contested)
      .map((relation) => relationRow(app, relation.index, index)), "contested"),
    byClass(app, edges.filter(({ subject }) => subject === index), index, ""),
    byClass(app, edges.filter(({ subject }) => subject !== index), index, ", as object"),
    section("Statements", visible.filter(({ isStatement }) => isStatement)
      .map((relation) => relationRow(app, relation.index, index)), "statements"),
    section("Says", said.map((relation) => relationRow(app, relation)), "says"),
    neighbours(app, entity, edges));
}

/** "2 relations, 1 statement" that do not pass. @param {Relation[]} all @param {Relation[]} visible */
function hiddenText(all, visible) {
  const statements = (/** @type {Relation[]} */ some) => some.filter(({ isStatement }) => isStatement).length;
  const hidden = statements(all) - statements(visible);
  return tally(all.length - visible.length - hidden, hidden);
}

/** Whether "Only what is connected" alone keeps it out of the picture. @param {App} app @param {number} index */
function isLeftOut({ graph, selection, state }, index) {
  return state.filter.connected && selection.entities[index] === 0 &&
         graph.entities[index].relations.every((i) => graph.relations[i].isStatement);
}

/** @param {App} app @param {Entity} entity */
function head(app, entity) {
  const what = kTypeNames.get(entity.group)?.name ?? entity.group;
  const seen = spanText(entity.firstSeen, entity.lastSeen);
  return h("header", null,
    h("p.eyebrow", null, h("span.dot", { "data-group": entity.group }),
      singular(entity, what)),
    h("h2", null, name(entity.label)),
    entity.titles.length > 0 && h("p.titles", null, entity.titles.map((title, i) =>
      [i > 0 && ", ", name(title)])),
    entity.value !== "" && h("p.value", null, "Value: ", name(entity.value)),
    h("p.facts", null, counted(entity.mentions, "mention"), " in ",
      counted(entity.articles, "article"), seen !== "" && ` · ${seen}`),
    entity.aliases.length > 0 && h("p.aliases", null, h("span.label", null, "Also called "),
      entity.aliases.slice(0, kMostNames).map(({ text, count }, i) =>
        [i > 0 && ", ", name(text), h("small", null, ` ×${number(count)}`)]),
      entity.aliases.length > kMostNames &&
        ` and ${counted(entity.aliases.length - kMostNames, "other name")}`));
}

/** "Person", "Concept". @param {Entity} entity @param {string} plural */
function singular(entity, plural) {
  if (entity.group === "other") return "Named entity";
  if (entity.group === "nationality") return "Nationality";
  const word = plural.replace(/s$/, "");
  return entity.kind === "value" ? `${word} (${entity.type})` : word;
}

/** @param {App} app @param {Entity} entity */
function actions(app, entity) {
  const isOnly = app.state.only;
  return h("div.actions", null,
    !app.state.table && h("button", { type: "button", "aria-pressed": String(isOnly),
      title: "Show only this and its neighbours (f)",
      onclick: () => app.change({ only: !isOnly }) }, isOnly ? "Show all again" : "Only neighbours"),
    h("button", { type: "button", title: "How it is related to another (p)",
                  onclick: () => app.openPath(entity.index, -1) }, "Path to …"),
    copyButton());
}

function copyButton() {
  const button = h("button", { type: "button", title: "A link that opens this page here", onclick: async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
    } catch {
      button.textContent = "In the address bar";
    }
    setTimeout(() => { button.textContent = "Copy link"; }, 1600);
  } }, "Copy link");
  return button;
}

/** @param {string} title @param {HTMLElement[]} rows @param {string} kind */
function section(title, rows, kind) {
  if (rows.length === 0) return null;
  const list = h("ul.rows", null, rows.slice(0, kMostRows));
  const more = rows.length > kMostRows && h("button.more", { type: "button", onclick: () => {
    for (const row of rows.slice(kMostRows)) list.appendChild(row);
    /** @type {HTMLElement} */ (more).remove();
  } }, `Show ${number(rows.length - kMostRows)} more`);
  return h("section." + kind, null, h("h3", null, title, " ", h("small", null, number(rows.length))),
    list, more);
}

/** Largest class first, OTHER last. @param {App} app @param {Relation[]} relations */
function byClass(app, relations, index, suffix) {
  /** @type {Map<string, Relation[]>} */
  const groups = new Map();
  for (const relation of relations) {
    groups.set(relation.relationClass, [...(groups.get(relation.relationClass) ?? []), relation]);
  }
  const isOther = (/** @type {string} */ name) => name === "OTHER" ? 1 : 0;
  return [...groups]
    .sort(([a, x], [b, y]) => isOther(a) - isOther(b) || y.length - x.length || (a < b ? -1 : 1))
    .map(([relationClass, group]) => {
      const label = app.graph.classes.find(({ name }) => name === relationClass)?.label;
      return section((label ?? "Other") + suffix,
        group.map((relation) => relationRow(app, relation.index, index)), "class");
    });
}

/** Visible relations that the entity is quoted with. @param {App} app @param {number} index */
function saidBy(app, index) {
  const speaker = app.graph.speakers.findIndex(({ entity }) => entity === index);
  if (speaker < 0) return [];
  return app.graph.relations.filter(({ index: i, claims }) => app.selection.relations[i] === 1 &&
    claims.some((claim) => claim.speaker === speaker)).map(({ index: i }) => i);
}

/** @param {App} app @param {Entity} entity @param {Relation[]} edges */
function neighbours(app, entity, edges) {
  const counts = new Map();
  for (const { subject, object } of edges) {
    const other = subject === entity.index ? object : subject;
    if (other !== entity.index) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const others = [...counts].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 24);
  return h("section.neighbours", null,
    h("h3", null, "Related to ", h("small", null, number(counts.size))),
    h("div.chips", null, others.map(([index]) => entityButton(app, index))));
}
