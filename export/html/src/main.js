import { App } from "./app.js";
import { byId, counted, h, number, replace, tally } from "./dom.js";
import { Evidence } from "./evidence.js";
import { GraphView } from "./graph_view.js";
import { listenToKeys } from "./keyboard.js";
import { readGraph } from "./model.js";
import { picker } from "./picker.js";
import { Theme } from "./theme.js";

/** The text of one of the page's documents, which is dropped from the page to spare memory. */
function takeDocument(/** @type {string} */ id) {
  const element = byId(id);
  const text = element.textContent ?? "";
  element.remove();
  return text;
}

/** Throws where the browser has no WebGL. */
function makeView(/** @type {App} */ app) {
  const probe = document.createElement("canvas").getContext("webgl2");
  if (probe === null) throw new Error("no WebGL 2");
  return new GraphView(app.graph, byId("picture"), app.scene(), {
    entity: (index) => app.openEntity(index),
    strand: (strand) => app.openStrand(strand),
    nothing: () => { if (app.state.open.kind !== "path") app.close(); },
  });
}

function start() {
  const graph = readGraph(takeDocument("graph-data"));
  const app = new App(graph, new Evidence(() => takeDocument("evidence-data")), new Theme());

  byId("title").textContent = graph.title;
  const statements = graph.relations.filter(({ isStatement }) => isStatement).length;
  byId("summary").textContent = [
    counted(graph.entities.length, "entity", "entities"),
    tally(graph.relations.length - statements, statements), counted(graph.articles, "article"),
  ].join(" · ");
  byId("help-figures").textContent =
    `Statements say something of one alone: they have no line. The page holds ${number(graph.sentences)} sentences as evidence.`;
  replace(byId("search"), picker(app.search, {
    label: "Search names and other names", placeholder: "Search names   /" }, ({ index }) => app.openEntity(index)));
  const on = (/** @type {string} */ id, /** @type {() => void} */ act) => byId(id).addEventListener("click", act);
  on("show-path", () => app.openPath(app.state.open.kind === "entity" ? app.state.open.entity : -1, -1));
  on("show-table", () => app.change({ table: !app.state.table }));
  on("toggle-theme", () => app.theme.toggle());
  on("show-help", () => /** @type {HTMLDialogElement} */ (byId("help")).showModal());
  on("toggle-side", () => document.body.classList.toggle("side-hidden"));
  on("zoom-in", () => app.view?.zoom(1.5));
  on("zoom-out", () => app.view?.zoom(1 / 1.5));
  on("zoom-all", () => app.view?.lookAtAll());
  listenToKeys(app);
  app.start(makeView);
  // For whoever opens the browser's console: all that the page knows.
  Object.assign(globalThis, { newsgraph: app });
  document.body.dataset.ready = "true";
  // So that the first letter of a search finds the names folded.
  setTimeout(() => app.search.index(), 500);
}

try {
  start();
} catch (error) {
  document.body.dataset.ready = "failed";
  replace(byId("panel"), h("p.note", { role: "alert" }, "This page is damaged: ", String(error)));
  throw error;
}
