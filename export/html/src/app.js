/**
 * The page: its state, and who shows what of it. Modules read the state and ask for changes here;
 * every change goes through change(), which shows it and puts it into the address.
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {import("./hash.js").State} State
 * @typedef {import("./filter.js").Filter} Filter
 */
import { byId, counted, h, replace, tally } from "./dom.js";
import { entityCard } from "./entity_card.js";
import { firstFilter, select } from "./filter.js";
import { HashReader, toHash } from "./hash.js";
import { Legend } from "./legend.js";
import { overview } from "./overview.js";
import { between } from "./path.js";
import { openPath, pathPanel } from "./path_panel.js";
import { relationCard, entityButton } from "./relation_card.js";
import { Search } from "./search.js";
import { Table } from "./table.js";
import { Timeline } from "./timeline.js";

export class App {
  /**
   * @param {Graph} graph
   * @param {import("./evidence.js").Evidence} evidence
   * @param {import("./theme.js").Theme} theme
   */
  constructor(graph, evidence, theme) {
    this.graph = graph;
    this.evidence = evidence;
    this.theme = theme;
    this.search = new Search(graph.entities);
    this.hashes = new HashReader(graph);
    /** @type {State} */
    this.state = this.hashes.read(location.hash);
    this.selection = select(graph, this.state.filter);
    this.legend = new Legend(this);
    this.timeline = new Timeline(this);
    this.table = new Table(this);
    /** @type {import("./graph_view.js").GraphView | null} */
    this.view = null;
    this.whyNoPicture = "";
    addEventListener("hashchange", () => {
      if (location.hash.replace(/^#/, "") !== toHash(graph, this.state)) {
        this.change(this.hashes.read(location.hash));
      }
    });
    theme.onchange = () => this.showScene();
  }

  /** @param {(app: App) => import("./graph_view.js").GraphView} makeView  throws where there is no WebGL */
  start(makeView) {
    this.render();
    try {
      this.view = makeView(this);
    } catch (error) {
      this.whyNoPicture = "This browser shows no WebGL, so the graph is a table here; everything else works.";
      console.info(String(error));
      this.renderTable();
    }
    const { open } = this.state;
    if (open.kind !== "nothing") this.lookAtOpen();
    else this.view?.frame(0);
  }

  /** @param {Partial<State>} change */
  change(change) {
    const isNew = change.open !== undefined &&
                  JSON.stringify(change.open) !== JSON.stringify(this.state.open);
    const wasConnected = this.state.filter.connected;
    this.state = { ...this.state, ...change };
    if (this.state.open.kind !== "entity") this.state.only = false;
    if (change.filter !== undefined) this.selection = select(this.graph, this.state.filter);
    putInAddress(toHash(this.graph, this.state), isNew);
    this.render();
    this.showScene();
    if (isNew) this.lookAtOpen();
    // With the unconnected, the picture has another extent.
    if (this.state.filter.connected !== wasConnected && this.state.open.kind === "nothing") this.view?.frame();
  }

  changeFilter(/** @type {Partial<Filter>} */ change) {
    this.change({ filter: { ...this.state.filter, ...change } });
  }
  clearFilters() {
    this.change({ filter: firstFilter(this.graph) });
  }
  openEntity(/** @type {number} */ entity) {
    this.change({ open: { kind: "entity", entity } });
  }
  openRelation(/** @type {number} */ relation) {
    this.change({ open: { kind: "relation", relation } });
  }
  openPair(/** @type {number} */ from, /** @type {number} */ to) {
    this.change({ open: { kind: "pair", from, to } });
  }
  /** -1 is an end to be chosen yet: the keyboard goes there. */
  openPath(/** @type {number} */ from, /** @type {number} */ to) {
    this.change({ open: { kind: "path", from, to } });
    if (from < 0 || to < 0) {
      [...byId("panel").querySelectorAll("input")].find(({ value }) => value === "")?.focus();
    }
  }
  close() {
    this.change({ open: { kind: "nothing" } });
  }

  /** A click on a strand: its only relation, or all between its ends with its own first. */
  openStrand(/** @type {import("./strands.js").Strand} */ strand) {
    const relations = this.view?.shown(strand) ?? strand.relations;
    const all = between(this.graph, this.selection.relations, strand.subject, strand.object);
    if (all.length === 1) return this.openRelation(all[0]);
    this.first = relations[0];
    this.openPair(strand.subject, strand.object);
  }

  render() {
    this.renderLegend();
    this.renderTimeline();
    this.renderPanel();
    this.renderTable();
    const { entityCount, relationCount, statementCount } = this.selection;
    byId("status").textContent =
      `Shown: ${counted(entityCount, "entity", "entities")}, ${tally(relationCount, statementCount)}`;
  }

  renderLegend() {
    keepingFocus(byId("legend"), () => replace(byId("legend"), this.legend.render()));
  }
  renderTimeline() {
    keepingFocus(byId("timeline"), () => replace(byId("timeline"), this.timeline.render()));
  }
  renderTable() {
    const isTable = this.state.table || this.whyNoPicture !== "";
    document.body.dataset.view = isTable ? "table" : "graph";
    byId("show-table").setAttribute("aria-pressed", String(isTable));
    if (isTable) replace(byId("table"), this.table.render(this.whyNoPicture));
  }

  renderPanel() {
    const { open } = this.state;
    const panel = byId("panel");
    const isNothing = open.kind === "nothing";
    replace(panel, [
      !isNothing && h("button.close", { type: "button", title: "Close (Esc)", "aria-label": "Close",
                                        onclick: () => this.close() }, "×"),
      this.panelContent(),
    ]);
    panel.scrollTop = 0;
    document.body.dataset.open = open.kind;
  }

  panelContent() {
    const { open } = this.state;
    switch (open.kind) {
      case "entity": return entityCard(this, open.entity);
      case "relation": return h("div.single", null, relationCard(this, open.relation));
      case "pair": return this.pairPanel(open.from, open.to);
      case "path": return pathPanel(this, open);
      default: return overview(this);
    }
  }

  /** All relations between two entities, each with its sentences. */
  pairPanel(/** @type {number} */ from, /** @type {number} */ to) {
    const relations = between(this.graph, this.selection.relations, from, to);
    const first = relations.indexOf(this.first ?? -1);
    if (first > 0) relations.unshift(...relations.splice(first, 1));
    return h("article.pair", null,
      h("header", null, h("p.eyebrow", null, "Between"),
        h("h2.ends", null, entityButton(this, from), " and ", entityButton(this, to))),
      relations.length === 0 && h("p.empty", null, "Nothing between them passes the filters."),
      relations.map((index) => relationCard(this, index)));
  }

  /** What the picture is to show of the state. @returns {import("./graph_view.js").Scene} */
  scene() {
    const { open, only, byCommunity } = this.state;
    const { graph, selection } = this;
    const scene = { selection, lit: new Set(), litRelations: new Set(), chosen: -1, only, byCommunity,
                    connected: this.state.filter.connected,
                    dark: this.theme.isDark };
    const light = (/** @type {number[]} */ relations) => {
      for (const index of relations) {
        const { subject, object, isStatement } = graph.relations[index];
        if (!isStatement) scene.litRelations.add(index);
        scene.lit.add(subject);
        if (object >= 0) scene.lit.add(object);
      }
    };
    if (open.kind === "entity") {
      scene.chosen = open.entity;
      scene.lit.add(open.entity);
      light(graph.entities[open.entity].relations.filter((i) => selection.relations[i] === 1));
      scene.litRelations.clear();
    } else if (open.kind === "relation") {
      light([open.relation, ...graph.relations[open.relation].contraries]);
    } else if (open.kind === "pair") {
      light(between(graph, selection.relations, open.from, open.to));
    } else if (open.kind === "path") {
      const path = openPath(this);
      if (path !== null) light(path.hops.flat());
      else for (const end of [open.from, open.to]) if (end >= 0) scene.lit.add(end);
    }
    return scene;
  }

  showScene() {
    this.view?.show(this.scene());
  }

  lookAtOpen() {
    if (this.view === null || this.state.open.kind === "nothing") return;
    this.view.lookAt([...this.scene().lit]);
  }
}

/** What was open before is one step back; filters are not. */
function putInAddress(/** @type {string} */ hash, /** @type {boolean} */ isStep) {
  if (location.hash.replace(/^#/, "") === hash) return;
  try {
    if (isStep) history.pushState(null, "", "#" + hash);
    else history.replaceState(null, "", "#" + hash);
  } catch {
    // Some browsers refuse this to pages from disk.
    location.replace("#" + hash);
  }
}

/** Renders `element` anew without losing where the keyboard is. */
function keepingFocus(/** @type {HTMLElement} */ element, /** @type {() => void} */ render) {
  const active = document.activeElement;
  const key = element.contains(active) ? active?.getAttribute("data-filter") : null;
  render();
  if (!key) return;
  for (const one of element.querySelectorAll("[data-filter]")) {
    if (one.getAttribute("data-filter") === key) /** @type {HTMLElement} */ (one).focus();
  }
}
