/**
 * Deep links: what is open and filtered, as the part of the address after '#'. Ids are the graph's, so
 * links hold for other pages of the same graph.
 *
 *     #e=e_00c0ffee00c0ffee&since=2024-03-01&-type=value
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {import("./filter.js").Filter} Filter
 *
 * @typedef {{kind: "nothing"} | {kind: "entity", entity: number} | {kind: "relation", relation: number}
 *   | {kind: "pair", from: number, to: number} | {kind: "path", from: number, to: number}} Open
 *     what the panel shows; from and to of a path may be -1, not chosen yet
 *
 * @typedef {object} State
 * @property {Open} open
 * @property {Filter} filter
 * @property {boolean} table  rather than the picture
 * @property {boolean} only  the open entity's neighbours alone
 * @property {boolean} byCommunity
 */
import { dayOfIso, isoDay } from "./dates.js";
import { firstFilter } from "./filter.js";

/** @param {Graph} graph @param {State} state @returns {string} without '#'; empty where all is as at first */
export function toHash(graph, { open, filter, table, only, byCommunity }) {
  const hash = new URLSearchParams();
  const id = (/** @type {number} */ index) => index < 0 ? "" : graph.entities[index].id;
  if (open.kind === "entity") hash.set("e", id(open.entity));
  if (open.kind === "relation") hash.set("r", graph.relations[open.relation].id);
  if (open.kind === "pair") hash.set("b", `${id(open.from)},${id(open.to)}`);
  if (open.kind === "path") hash.set("p", `${id(open.from)},${id(open.to)}`);
  if (only) hash.set("only", "1");
  if (table) hash.set("view", "table");
  if (byCommunity) hash.set("color", "community");
  for (const value of filter.hiddenTypes) hash.append("-type", value);
  for (const value of filter.hiddenClasses) hash.append("-class", value);
  for (const value of filter.hiddenStatuses) hash.append("-told", value);
  for (const index of filter.outlets) hash.append("outlet", graph.outlets[index] ?? "");
  for (const index of filter.speakers) hash.append("by", speakerWord(graph, index));
  if (filter.confidence > 0) hash.set("confidence", String(filter.confidence));
  if (filter.support > 1) hash.set("support", String(filter.support));
  if (filter.since !== 0) hash.set("since", isoDay(filter.since));
  if (filter.until !== 0) hash.set("until", isoDay(filter.until));
  if (filter.contested) hash.set("contested", "1");
  if (filter.connected !== firstFilter(graph).connected) hash.set("connected", filter.connected ? "1" : "0");
  return hash.toString();
}

/** Two may have one name: whoever is in the graph goes by id. @param {Graph} graph @param {number} index */
function speakerWord({ speakers, entities }, index) {
  if (index < 0) return "";
  const { entity, name } = speakers[index];
  return entity >= 0 ? entities[entity].id : name;
}

/** What a hash means in this graph; ids, words and days that it does not have are passed over. */
export class HashReader {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.entities = new Map(graph.entities.map(({ id, index }) => [id, index]));
    this.relations = new Map(graph.relations.map(({ id, index }) => [id, index]));
  }

  /** @param {string} text  with or without '#' @returns {State} */
  read(text) {
    const hash = new URLSearchParams(text.replace(/^#/, ""));
    return {
      open: this.readOpen(hash),
      filter: this.readFilter(hash),
      table: hash.get("view") === "table",
      only: hash.get("only") === "1",
      byCommunity: hash.get("color") === "community",
    };
  }

  /** @param {URLSearchParams} hash @returns {Open} */
  readOpen(hash) {
    const entity = this.entities.get(hash.get("e") ?? "");
    if (entity !== undefined) return { kind: "entity", entity };
    const relation = this.relations.get(hash.get("r") ?? "");
    if (relation !== undefined) return { kind: "relation", relation };
    for (const [key, kind] of /** @type {const} */ ([["b", "pair"], ["p", "path"]])) {
      if (!hash.has(key)) continue;
      const [from, to] = (hash.get(key) ?? "").split(",").map((id) => this.entities.get(id) ?? -1);
      if (kind === "path" || (from >= 0 && to >= 0)) return { kind, from, to: to ?? -1 };
    }
    return { kind: "nothing" };
  }

  /** @param {URLSearchParams} hash @returns {Filter} */
  readFilter(hash) {
    const { outlets, speakers } = this.graph;
    const filter = firstFilter(this.graph);
    filter.hiddenTypes = new Set(hash.getAll("-type"));
    filter.hiddenClasses = new Set(hash.getAll("-class"));
    filter.hiddenStatuses = new Set(hash.getAll("-told"));
    // The empty word is "none", -1 in filters.
    const numbers = (/** @type {string} */ key, /** @type {string[]} */ words) =>
      new Set(hash.getAll(key).filter((word) => word === "" || words.includes(word))
        .map((word) => word === "" ? -1 : words.indexOf(word)));
    filter.outlets = numbers("outlet", outlets);
    filter.speakers = numbers("by", speakers.map((_, index) => speakerWord(this.graph, index)));
    filter.confidence = Math.min(1, Math.max(0, Number(hash.get("confidence")) || 0));
    filter.support = Math.max(1, Math.round(Number(hash.get("support")) || 1));
    filter.since = dayOfIso(hash.get("since") ?? "");
    filter.until = dayOfIso(hash.get("until") ?? "");
    if (filter.until !== 0 && filter.since > filter.until) filter.since = filter.until = 0;
    filter.contested = hash.get("contested") === "1";
    if (hash.has("connected")) filter.connected = hash.get("connected") === "1";
    return filter;
  }
}
