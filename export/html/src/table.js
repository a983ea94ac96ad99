/**
 * The graph as tables: for reading, for screen readers, and where there is no WebGL.
 *
 * @typedef {import("./app.js").App} App
 * @typedef {{title: string, of(row: any): any, sort?: (row: any) => string | number, numeric?: boolean}} Column
 */
import { spanText } from "./dates.js";
import { h, name, number } from "./dom.js";
import { relationLabel } from "./model.js";
import { kStatusLooks, kTypeNames } from "./palette.js";
import { sentenceOf } from "./relation_card.js";
import { fold } from "./search.js";

const kPage = 100;

export class Table {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.kind = "entities";
    this.words = "";
    this.order = { column: -1, isDescending: false };
    this.most = kPage;
    this.body = h("div.rows");
    /** How many relations each entity has, statements apart. */
    this.degrees = app.graph.entities.map((entity) =>
      entity.relations.filter((index) => !app.graph.relations[index].isStatement).length);
  }

  /** @returns {Column[]} */
  columns() {
    const { entities } = this.app.graph;
    const label = (/** @type {number} */ index) => index < 0 ? "" : entities[index].label;
    if (this.kind === "entities") {
      const relations = (/** @type {any} */ row) => this.degrees[row.index];
      return [
        { title: "Name", of: (row) => name(row.label), sort: (row) => fold(row.label) },
        { title: "What", of: (row) => [h("span.dot", { "data-group": row.group }), kTypeNames.get(row.group)?.name ?? row.group], sort: (row) => kTypeNames.get(row.group)?.rank ?? 99 },
        { title: "Also called", of: (row) => name(row.aliases.slice(0, 3).map((/** @type {any} */ alias) => alias.text).join(", ") || "–") },
        { title: "Relations", of: (row) => number(relations(row)), sort: relations, numeric: true },
        { title: "Statements", of: (row) => number(row.relations.length - relations(row)), sort: (row) => row.relations.length - relations(row), numeric: true },
        { title: "Mentions", of: (row) => number(row.mentions), sort: (row) => row.mentions, numeric: true },
        { title: "Articles", of: (row) => number(row.articles), sort: (row) => row.articles, numeric: true },
        { title: "Seen", of: (row) => spanText(row.firstSeen, row.lastSeen), sort: (row) => row.firstSeen || "9" },
      ];
    }
    const about = (/** @type {any} */ row) => row.about < 0 ? "" : sentenceOf(this.app, this.app.graph.relations[row.about]);
    return [
      { title: "Subject", of: (row) => name(label(row.subject)), sort: (row) => fold(label(row.subject)) },
      { title: "Relation", of: (row) => h("span.predicate", { "data-told": row.status }, name(relationLabel(row))), sort: (row) => relationLabel(row) },
      this.kind === "relations"
        ? { title: "Object", of: (row) => name(label(row.object)), sort: (row) => fold(label(row.object)) }
        : { title: "About", of: (row) => about(row) === "" ? "–" : name(about(row)), sort: about },
      { title: "Told", of: (row) => [kStatusLooks[row.status].name, row.contested && h("span.conflict", { title: "contested" }, " ≠")], sort: (row) => row.status },
      { title: "Kind", of: (row) => row.relationClass, sort: (row) => row.relationClass },
      { title: "Confidence", of: (row) => `${Math.round(row.confidence * 100)} %`, sort: (row) => row.confidence, numeric: true },
      { title: "Articles", of: (row) => number(row.support), sort: (row) => row.support, numeric: true },
      { title: "When", of: (row) => spanText(row.firstDate, row.lastDate), sort: (row) => row.firstDate || "9" },
    ];
  }

  /** What passes filters and words, in order. */
  rows() {
    const { graph, selection } = this.app;
    const wanted = fold(this.words);
    const text = (/** @type {number} */ index) => index < 0 ? "" : graph.entities[index].label;
    const isFound = this.kind === "entities"
      ? (/** @type {any} */ row) => fold([row.label, ...row.aliases.map((/** @type {any} */ alias) => alias.text)].join(" ")).includes(wanted)
      : (/** @type {any} */ row) => fold(`${text(row.subject)} ${relationLabel(row)} ${text(row.object)}`).includes(wanted);
    const all = this.kind === "entities"
      ? graph.entities.filter(({ index }) => selection.entities[index] === 1)
      : graph.relations.filter(({ index, isStatement }) => selection.relations[index] === 1 &&
                                                           isStatement === (this.kind === "statements"));
    const rows = wanted === "" ? all : all.filter(isFound);
    const by = this.columns()[this.order.column]?.sort;
    if (by === undefined) return rows.sort((/** @type {any} */ a, /** @type {any} */ b) => this.kind === "entities" ? this.degrees[b.index] - this.degrees[a.index] || a.index - b.index : a.index - b.index);
    const keys = new Map(rows.map((/** @type {any} */ row) => [row, by(row)]));
    const sign = this.order.isDescending ? -1 : 1;
    return rows.sort((a, b) => {
      const x = keys.get(a) ?? "";
      const y = keys.get(b) ?? "";
      return x === y ? a.index - b.index : (x < y ? -sign : sign);
    });
  }

  /** @param {string} why  shown above, where the table stands in for the picture */
  render(why = "") {
    const tab = (/** @type {string} */ kind, /** @type {string} */ text, /** @type {number} */ count) =>
      h("button", { type: "button", role: "tab", "aria-selected": String(this.kind === kind), onclick: () => {
        this.kind = kind;
        this.order = { column: -1, isDescending: false };
        this.most = kPage;
        this.app.renderTable();
      } }, text, " ", h("small", null, number(count)));
    const { selection } = this.app;
    this.renderBody();
    return [
      why !== "" && h("p.note", { role: "status" }, why),
      h("div.bar", null,
        h("div.tabs", { role: "tablist" }, tab("entities", "Entities", selection.entityCount),
          tab("relations", "Relations", selection.relationCount),
          tab("statements", "Statements", selection.statementCount)),
        h("input", { type: "search", placeholder: "Words in this table", "aria-label": "Words in this table",
                     value: this.words, oninput: (/** @type {any} */ event) => {
                       this.words = event.target.value;
                       this.most = kPage;
                       this.renderBody();
                     } })),
      this.body,
    ];
  }

  renderBody() {
    const { app } = this;
    const columns = this.columns();
    const rows = this.rows();
    const open = (/** @type {any} */ row) => this.kind === "entities" ? app.openEntity(row.index) : app.openRelation(row.index);
    this.body.textContent = "";
    if (rows.length === 0) {
      this.body.appendChild(h("p.empty", null, "Nothing here passes the filters and words."));
      return;
    }
    this.body.appendChild(h("table", null,
      h("thead", null, h("tr", null, columns.map((column, i) => this.heading(column, i)))),
      h("tbody", null, rows.slice(0, this.most).map((row) => h("tr", {
        tabindex: 0, "data-id": row.id, onclick: () => open(row), onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter") open(row);
        } }, columns.map((column) => h(column.numeric ? "td.number" : "td", null, column.of(row))))))));
    if (rows.length > this.most) {
      this.body.appendChild(h("button.more", { type: "button", onclick: () => {
        this.most += 5 * kPage;
        this.renderBody();
      } }, `${number(rows.length - this.most)} more`));
    }
  }

  heading(/** @type {Column} */ column, /** @type {number} */ i) {
    const isOrder = this.order.column === i;
    const direction = this.order.isDescending ? "descending" : "ascending";
    return h(column.numeric ? "th.number" : "th", { scope: "col", "aria-sort": isOrder ? direction : "none" },
      column.sort === undefined ? column.title : h("button", { type: "button", onclick: () => {
        this.order = { column: i, isDescending: isOrder ? !this.order.isDescending : Boolean(column.numeric) };
        this.renderBody();
      } }, column.title, isOrder && (this.order.isDescending ? " ↓" : " ↑")));
  }
}
