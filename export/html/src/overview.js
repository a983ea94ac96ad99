/**
 * What the panel shows while nothing is chosen: where to begin.
 *
 * @typedef {import("./app.js").App} App
 */
import { counted, h, name, number, tally } from "./dom.js";
import { firstFilter } from "./filter.js";
import { entityButton, relationRow } from "./relation_card.js";

/** @param {App} app */
export function overview(app) {
  const { graph, selection } = app;
  if (graph.entities.length === 0) return emptyGraph();
  const isNarrowed = selection.entityCount + selection.relationCount + selection.statementCount === 0;
  return h("article.overview", null,
    h("header", null, h("h2", null, "Where to begin")),
    omission(app), unconnected(app),
    isNarrowed ? nothingPasses(app) : [
      h("p.hint", null, "Search a name, or click a dot for its card and a line for its sentences."),
      contested(app), connected(app), voices(app)]);
}

function emptyGraph() {
  return h("article.overview", null, h("header", null, h("h2", null, "An empty graph")),
    h("p.empty", null, "No article gave an entity or relation, or the filters of the export left none."));
}

/** @param {App} app */
function nothingPasses(app) {
  return h("p.empty", null, "Nothing passes the filters. ",
    h("button.inline", { type: "button", onclick: () => app.clearFilters() }, "Clear filters"));
}

/** What the page does not hold. @param {App} app */
export function omission({ graph: { omitted, entities } }) {
  if (omitted.entities === 0) return null;
  return h("p.note.omission", { role: "note" },
    `This page holds the ${number(entities.length)} most connected entities. `,
    `${counted(omitted.entities, "entity", "entities")}, `,
    `${counted(omitted.relations, "relation")} and ${counted(omitted.statements, "statement")} `,
    "of the graph file are left out. To choose others, write the page with filters, for example ",
    h("code", null, "newsgraph view FILE --type person --since 2024-01-01 --min-support 2"));
}

/** That a large graph opens without what is unconnected, and how to have it. @param {App} app */
function unconnected(app) {
  const { graph, state } = app;
  if (!firstFilter(graph).connected) return null;
  const isOn = state.filter.connected;
  return h("p.note.unconnected", { role: "note" },
    isOn ? `${counted(graph.loose, "entity is", "entities are")} related to no other, and left out of the picture. `
         : `${counted(graph.loose, "entity", "entities")} among these ${graph.loose === 1 ? "is" : "are"} related to no other. `,
    h("button.inline", { type: "button", onclick: () => app.changeFilter({ connected: !isOn }) },
      isOn ? "Show all" : "Only what is connected"));
}

/** Pairs that contradict each other, each once. @param {App} app */
function contested(app) {
  const { graph, selection } = app;
  const rows = graph.relations.filter(({ index, contested, contraries }) => contested &&
    selection.relations[index] === 1 && !contraries.some((other) => other < index));
  if (rows.length === 0) return null;
  const shown = rows.sort((a, b) => b.support - a.support || b.confidence - a.confidence ||
                                    a.index - b.index).slice(0, 8);
  return h("section.contested", null,
    h("h3", null, "≠ Where sources disagree ", h("small", null, number(rows.length))),
    shown.map(({ index, contraries }) => h("ul.rows.dispute", null,
      [index, ...contraries.slice(0, 2)].map((one) => relationRow(app, one)))),
    rows.length > shown.length && h("button.more", { type: "button",
      onclick: () => app.changeFilter({ contested: true }) }, "Show only what is contested"));
}

/** @param {App} app */
function connected(app) {
  const { graph, selection } = app;
  const degrees = (/** @type {number} */ index) => {
    const visible = graph.entities[index].relations.filter((i) => selection.relations[i] === 1);
    const statements = visible.filter((i) => graph.relations[i].isStatement).length;
    return { index, relations: visible.length - statements, statements };
  };
  const top = graph.entities.filter(({ index, kind }) => selection.entities[index] === 1 && kind === "entity")
    .map(({ index }) => degrees(index))
    .sort((a, b) => b.relations - a.relations || b.statements - a.statements || a.index - b.index).slice(0, 12);
  if (top.length === 0) return null;
  return h("section", null, h("h3", null, "Most connected"),
    h("ol.ranking", null, top.map(({ index, relations, statements }) =>
      h("li", null, entityButton(app, index), h("small", null, tally(relations, statements))))));
}

/** Who is quoted most. @param {App} app */
function voices(app) {
  const { graph, selection } = app;
  /** @type {Map<number, number>} */
  const quoted = new Map();
  for (const { claims } of graph.relations.filter(({ index }) => selection.relations[index] === 1)) {
    for (const { speaker } of claims) quoted.set(speaker, (quoted.get(speaker) ?? 0) + 1);
  }
  const top = [...quoted].filter(([speaker]) => speaker >= 0)
    .sort(([a, x], [b, y]) => y - x || a - b).slice(0, 6);
  if (top.length === 0) return null;
  return h("section", null, h("h3", null, "Most quoted"),
    h("ol.ranking", null, top.map(([speaker, count]) => {
      const { entity, name: who } = graph.speakers[speaker];
      return h("li", null, entity >= 0 ? entityButton(app, entity) : h("span.entity", null, name(who)),
        h("small", null, counted(count, "claim")));
    })));
}
