/**
 * How two entities are related.
 *
 * @typedef {import("./app.js").App} App
 */
import { counted, h, name } from "./dom.js";
import { findPath } from "./path.js";
import { picker } from "./picker.js";
import { entityButton, relationRow } from "./relation_card.js";

/** The path that is open, if there is one. @param {App} app */
export function openPath(app) {
  const { open } = app.state;
  if (open.kind !== "path" || open.from < 0 || open.to < 0 || open.from === open.to) return null;
  return findPath(app.graph, app.selection.relations, open.from, open.to);
}

/** @param {App} app @param {{from: number, to: number}} ends */
export function pathPanel(app, { from, to }) {
  const end = (/** @type {string} */ label, /** @type {number} */ value, /** @type {(index: number) => void} */ choose) =>
    h("label.end", null, h("span", null, label), picker(app.search, {
      label: `${label} whom or what`, placeholder: "A name",
      value: value < 0 ? "" : app.graph.entities[value].label }, ({ index }) => choose(index)));
  return h("article.path", null,
    h("header", null, h("h2", null, "How are they related?")),
    h("div.ends", null,
      end("From", from, (index) => app.openPath(index, to)),
      end("To", to, (index) => app.openPath(from, index)),
      h("button", { type: "button", title: "The other way round",
                    onclick: () => app.openPath(to, from) }, "⇅ Swap")),
    answer(app, from, to));
}

/** @param {App} app @param {number} from @param {number} to */
function answer(app, from, to) {
  if (from < 0 || to < 0) {
    return h("p.hint", null, "Choose two names: the page finds the surest short way between them, over ",
      "what passes the filters.");
  }
  if (from === to) return h("p.empty", null, "That is one and the same.");
  const path = openPath(app);
  if (path === null) {
    return h("p.empty", null, "No path between ", name(app.graph.entities[from].label), " and ",
      name(app.graph.entities[to].label), " over what passes the filters. ",
      h("button.inline", { type: "button", onclick: () => app.clearFilters() }, "Clear filters"));
  }
  return [
    h("p.facts", null, counted(path.hops.length, "step")),
    h("ol.steps", null, path.nodes.map((node, i) => h("li", null, entityButton(app, node),
      i < path.hops.length && h("ul.rows", null,
        path.hops[i].slice(0, 4).map((relation) => relationRow(app, relation)),
        path.hops[i].length > 4 && h("li", null, h("button.more", { type: "button",
          onclick: () => app.openPair(node, path.nodes[i + 1]) },
          `All ${path.hops[i].length} between them`)))))),
  ];
}
