/**
 * The legend, which is the filters: what each colour and pattern means, how much there is of it, and a
 * click takes it out or back in.
 *
 * @typedef {import("./app.js").App} App
 */
import { counted, h, name, number, replace, tally } from "./dom.js";
import { firstFilter, isEmpty } from "./filter.js";
import { kStatuses } from "./model.js";
import { kStatusLooks, kTypeNames } from "./palette.js";
import { fold } from "./search.js";

/** Sources shown at first, at each click more, and from how many on they can be searched. */
const kMostSources = 8;
const kMoreSources = 50;
const kManySources = 12;

/** A set with `value` put in, or taken out if it is there. @template T @param {Set<T>} set @param {T} value */
function toggled(set, value) {
  const other = new Set(set);
  if (!other.delete(value)) other.add(value);
  return other;
}

/** How much there is of each value in the whole graph, for order and empty rows. @param {App} app */
function totals({ graph }) {
  const totals = { types: new Map(), classes: new Map(), statuses: new Map(), outlets: new Map(),
                   speakers: new Map(), support: 1 };
  const add = (/** @type {Map<any, number>} */ map, /** @type {any} */ key) =>
    map.set(key, (map.get(key) ?? 0) + 1);
  for (const { group } of graph.entities) add(totals.types, group);
  for (const relation of graph.relations) {
    add(totals.classes, relation.relationClass);
    add(totals.statuses, relation.status);
    for (const outlet of new Set(relation.claims.map((claim) => claim.outlet))) add(totals.outlets, outlet);
    for (const one of new Set(relation.claims.map((claim) => claim.speaker))) add(totals.speakers, one);
    totals.support = Math.max(totals.support, relation.support);
  }
  return totals;
}

/** The legend of one graph; render() gives it anew for each state. */
export class Legend {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.totals = totals(app);
    this.opened = new Set(["types", "told"]);
    /** How many sources are listed, and what their names are to hold. */
    this.sources = { outlets: { most: kMostSources, words: "" }, speakers: { most: kMostSources, words: "" } };
  }

  render() {
    const { app, totals } = this;
    const { filter } = app.state;
    return [
      this.section("types", "What", [this.typeRows(), this.connectedRow(), this.colorChoice()]),
      this.section("told", "How it is told", [this.countedLine(), this.statusRows(), this.contestedRow()]),
      this.section("sure", "How sure", [
        this.slider("confidence", "Confidence at least", filter.confidence, 0, 1, 0.05,
          `${Math.round(filter.confidence * 100)} %`),
        totals.support > 1 && this.slider("support", "Independent articles at least", filter.support,
          1, Math.min(totals.support, 20), 1, String(filter.support))]),
      this.section("classes", "Kinds of relation", [this.countedLine(), this.classRows()]),
      (totals.outlets.size > 1 || !totals.outlets.has(-1)) &&
        this.section("outlets", "Outlets", this.sourceRows("outlets", (index) =>
          index < 0 ? "Outlet unknown" : app.graph.outlets[index])),
      totals.speakers.size > 1 && this.section("speakers", "Who says it", this.sourceRows("speakers",
        (index) => index < 0 ? "The articles themselves" : app.graph.speakers[index].name)),
      !isEmpty({ ...filter, connected: filter.connected !== firstFilter(app.graph).connected }) && h("button.clear", { type: "button", onclick: () => app.clearFilters() },
        "Clear filters"),
    ];
  }

  section(/** @type {string} */ id, /** @type {string} */ title, /** @type {any} */ content) {
    return h("details", { open: this.opened.has(id), "data-section": id, ontoggle: (/** @type {any} */ event) => {
      if (event.target.open) this.opened.add(id);
      else this.opened.delete(id);
    } }, h("summary", null, title), content);
  }

  /** A row that shows whether it is in, what it looks like, its name, and how much passes of how much. */
  row({ kind, value, isOn, sample, text, hint = "", count = 0, total, toggle, alone }) {
    const box = h("input", { type: "checkbox", checked: isOn, onchange: toggle,
                             "data-filter": `${kind}:${value}` });
    return h("li", { class: isOn ? "" : "off" },
      h("label", { title: hint }, box, sample, h("span.text", null, text),
        h("span.count", { title: `${number(count)} of ${number(total)} shown` },
          count === total ? number(total) : [h("b", null, number(count)), "/", number(total)])),
      alone && h("button.only", { type: "button", title: "Only this", onclick: alone }, "only"));
  }

  typeRows() {
    const { app, totals } = this;
    const { hiddenTypes } = app.state.filter;
    const rank = (/** @type {string} */ group) => kTypeNames.get(group)?.rank ?? 99;
    const groups = [...totals.types.keys()].sort((a, b) => rank(a) - rank(b));
    return h("ul.legend", null, groups.map((group) => this.row({
      kind: "type", value: group, isOn: !hiddenTypes.has(group),
      sample: h("span.dot", { "data-group": group }), text: kTypeNames.get(group)?.name ?? group,
      count: app.selection.counts.types.get(group), total: totals.types.get(group),
      toggle: () => app.changeFilter({ hiddenTypes: toggled(hiddenTypes, group) }),
      alone: () => app.changeFilter({ hiddenTypes: new Set(groups.filter((other) => other !== group)) }),
    })));
  }

  colorChoice() {
    const { app } = this;
    const choice = (/** @type {boolean} */ byCommunity, /** @type {string} */ text, /** @type {string} */ hint) =>
      h("button", { type: "button", "aria-pressed": String(app.state.byCommunity === byCommunity),
                    title: hint, onclick: () => app.change({ byCommunity }) }, text);
    return h("div.choice", { role: "group", "aria-label": "Colours" }, h("span", null, "Colour by"),
      choice(false, "type", "Colours tell what something is"),
      choice(true, "community", "Colours tell who has more to do with one another than with others"));
  }

  /** What the figures below it are of. */
  countedLine() {
    const { relationCount, statementCount } = this.app.selection;
    return h("p.counted", null, tally(relationCount, statementCount));
  }

  statusRows() {
    const { app, totals } = this;
    const { hiddenStatuses } = app.state.filter;
    const present = kStatuses.filter((status) => totals.statuses.has(status));
    return h("ul.legend", null, present.map((status) => this.row({
      kind: "told", value: status, isOn: !hiddenStatuses.has(status),
      sample: h("span.sample", { "data-pattern": kStatusLooks[status].pattern, "data-told": status }),
      text: kStatusLooks[status].name, hint: kStatusLooks[status].hint,
      count: app.selection.counts.statuses.get(status), total: totals.statuses.get(status),
      toggle: () => app.changeFilter({ hiddenStatuses: toggled(hiddenStatuses, status) }),
      alone: () => app.changeFilter({ hiddenStatuses: new Set(present.filter((other) => other !== status)) }),
    })));
  }

  contestedRow() {
    const all = this.app.graph.relations.filter(({ contested }) => contested).length;
    return all > 0 && this.switch("contested", [h("span.conflict", null, "≠"),
      h("span.text", null, "Only what is contested"), h("span.count", null, number(all))]);
  }

  connectedRow() {
    const { entities, loose } = this.app.graph;
    return loose > 0 && this.switch("connected", [
      h("span.text", { title: "Only what is related to something else" }, "Only what is connected"),
      h("span.count", null, number(entities.length - loose))]);
  }

  /** @param {"contested" | "connected"} key @param {any} text */
  switch(key, text) {
    const isOn = this.app.state.filter[key];
    return h("label.switch", null,
      h("input", { type: "checkbox", role: "switch", checked: isOn, "data-filter": key,
                   onchange: () => this.app.changeFilter({ [key]: !isOn }) }), text);
  }

  slider(key, text, value, min, max, step, shown) {
    const output = h("output", null, shown);
    return h("label.slider", null, h("span", null, text, " ", output),
      h("input", { type: "range", min, max, step, value, "data-filter": key,
                   onchange: (/** @type {any} */ event) =>
                     this.app.changeFilter({ [key]: Number(event.target.value) }),
                   oninput: (/** @type {any} */ event) => {
                     const now = Number(event.target.value);
                     output.textContent = max === 1 ? `${Math.round(now * 100)} %` : String(now);
                   } }));
  }

  classRows() {
    const { app, totals } = this;
    const { hiddenClasses } = app.state.filter;
    const known = new Set(app.graph.classes.map((one) => one.name));
    const strangers = [...totals.classes.keys()].filter((one) => !known.has(one)).sort()
      .map((one) => ({ name: one, label: one || "(none)", group: "", description: "" }));
    const present = [...app.graph.classes, ...strangers].filter((one) => totals.classes.has(one.name));
    const groups = [...new Set(present.map(({ group }) => group))];
    return groups.map((group) => [
      group !== "" && h("h4", null, group),
      h("ul.legend", null, present.filter((one) => one.group === group).map((one) => this.row({
        kind: "class", value: one.name, isOn: !hiddenClasses.has(one.name), sample: null,
        text: one.label, hint: one.description,
        count: app.selection.counts.classes.get(one.name), total: totals.classes.get(one.name),
        toggle: () => app.changeFilter({ hiddenClasses: toggled(hiddenClasses, one.name) }),
        alone: () => app.changeFilter({ hiddenClasses: new Set(present.map((other) => other.name)
          .filter((other) => other !== one.name)) }),
      })))]);
  }

  /** Sources: none chosen means all. @param {"outlets" | "speakers"} key @param {(index: number) => string} textOf */
  sourceRows(key, textOf) {
    const { app, totals, sources } = this;
    const chosen = app.state.filter[key];
    const order = [...totals[key].keys()].sort((a, b) =>
      Number(chosen.has(b)) - Number(chosen.has(a)) ||
      (totals[key].get(b) ?? 0) - (totals[key].get(a) ?? 0) || a - b);
    const list = h("div");
    const fill = () => {
      const wanted = fold(sources[key].words);
      const found = wanted === "" ? order : order.filter((index) => fold(textOf(index)).includes(wanted));
      const most = sources[key].most;
      replace(list, [
        h("ul.legend", null, found.slice(0, most).map((index) => this.row({
          kind: key, value: index, isOn: chosen.has(index), sample: null, text: name(textOf(index)),
          count: app.selection.counts[key].get(index), total: totals[key].get(index),
          toggle: () => app.changeFilter({ [key]: toggled(chosen, index) }), alone: null }))),
        found.length > most && h("button.more", { type: "button", onclick: () => {
          sources[key].most += kMoreSources;
          fill();
        } }, `${counted(found.length - most, "other")} …`),
      ]);
    };
    fill();
    return [order.length > kManySources && h("input", { type: "search", placeholder: "Find a source",
      "aria-label": "Find a source", value: sources[key].words,
      oninput: (/** @type {any} */ event) => {
        sources[key].words = event.target.value;
        fill();
      } }), list];
  }
}
