/**
 * What keys do outside of fields; the help dialog shows the same table.
 *
 * @typedef {import("./app.js").App} App
 */
import { byId, h, replace } from "./dom.js";

const kStep = 0.12;

/** @type {[keys: string[], what: string, does: (app: App, key: string) => void][]} */
const kKeys = [
  [["/"], "Search", () => byId("search").querySelector("input")?.focus()],
  [["Escape"], "Close what is open", (app) => app.close()],
  [["f"], "Only the open entity and its neighbours; again: all", (app) => {
    if (app.state.open.kind === "entity") app.change({ only: !app.state.only });
  }],
  [["p"], "Path from the open entity to another", (app) => {
    const { open } = app.state;
    app.openPath(open.kind === "entity" ? open.entity : -1, -1);
  }],
  [["t"], "Table or picture", (app) => app.change({ table: !app.state.table })],
  [["c"], "Only what is contested", (app) => app.changeFilter({ contested: !app.state.filter.contested })],
  [["x"], "Clear filters", (app) => app.clearFilters()],
  [["d"], "Light or dark", (app) => app.theme.toggle()],
  [["+", "="], "Closer", (app) => app.view?.zoom(1.5)],
  [["-"], "Further away", (app) => app.view?.zoom(1 / 1.5)],
  [["0"], "The whole picture", (app) => app.view?.lookAtAll()],
  [["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], "Move the picture", (app, key) => {
    const dx = { ArrowLeft: -kStep, ArrowRight: kStep }[key] ?? 0;
    const dy = { ArrowUp: kStep, ArrowDown: -kStep }[key] ?? 0;
    app.view?.pan(dx, dy);
  }],
  [["?"], "This help", () => /** @type {HTMLDialogElement} */ (byId("help")).showModal()],
];

const kNames = { Escape: "Esc", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };

/** @param {App} app */
export function listenToKeys(app) {
  addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input, select, textarea, dialog") !== null) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const known = kKeys.find(([keys]) => keys.includes(event.key));
    if (known === undefined) return;
    // Arrows scroll where there is something to scroll.
    if (event.key.startsWith("Arrow") && target.closest("#panel, #side, #table") !== null) return;
    event.preventDefault();
    known[2](app, event.key);
  });
  replace(byId("keys"), kKeys.map(([keys, what]) => [
    h("dt", null, keys.map((key) => h("kbd", null, kNames[key] ?? key))), h("dd", null, what)]));
}
