/**
 * When things happened: a histogram with a slider at either end. Few very early or late dates would
 * squeeze all others, so the outermost bars stand for all that is earlier and later.
 *
 * @typedef {import("./app.js").App} App
 */
import { dateText, dayNumber, isoDay, ordinal } from "./dates.js";
import { counted, h, svg } from "./dom.js";

const kMostBars = 72;
/** Lengths of bars that people count in, in days. */
const kSteps = [1, 2, 7, 14, 30.4375, 91.3125, 182.625, 365.25, 730.5, 1826.25, 3652.5, 36525];

/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.round((sorted.length - 1) * share)];

export class Timeline {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.days = this.daysOfRelations();
    this.step = 1;  // days that a bar stands for
    this.first = 0;
    this.bars = 0;
    this.hasEarlier = false;
    /** Ordinals of the bars' borders; the outermost stand for no limit. @type {number[]} */
    this.edges = [];
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
    const all = this.days.flat().sort((a, b) => a - b);
    this.isEmpty = all.length === 0;
    if (this.isEmpty) return;
    const first = quantile(all, 0.04);
    const last = quantile(all, 0.96);
    this.step = kSteps.find((step) => (last - first + 1) / step <= kMostBars) ?? 36525;
    this.first = first;
    this.hasEarlier = all[0] < first;
    this.bars = Math.max(1, Math.ceil((last - first + 1) / this.step));
    this.edges = Array.from({ length: this.bars + 1 }, (_, i) => Math.round(first + i * this.step));
  }

  /** The first days of each relation's claims, each once. @returns {number[][]} */
  daysOfRelations() {
    return this.app.graph.relations.map(({ claims }) =>
      [...new Set(claims.filter(({ first }) => first > 10000 && first < 99980000).map(({ first }) => ordinal(first)))]);
  }

  barOf(/** @type {number} */ day) {
    return Math.min(this.bars - 1, Math.max(0, Math.floor((day - this.first) / this.step)));
  }

  /** Heights of all relations, and of those that pass. */
  heights() {
    const all = new Array(this.bars).fill(0);
    const shown = new Array(this.bars).fill(0);
    this.days.forEach((days, index) => {
      for (const bar of new Set(days.map((day) => this.barOf(day)))) {
        ++all[bar];
        if (this.app.selection.relations[index] === 1) ++shown[bar];
      }
    });
    return { all, shown };
  }

  /** The bars that the filter spans, [from, to). */
  window() {
    const { since, until } = this.app.state.filter;
    const from = since === 0 ? 0 : this.edges.findIndex((_, i) => i === this.bars - 1 || this.edges[i + 1] > ordinal(since));
    const to = until === 0 ? this.bars : this.barOf(ordinal(until)) + 1;
    // Never empty, even where borders of bars are rounded days.
    return { from, to: Math.max(from + 1, to) };
  }

  /** Sets the filter to the bars [from, to). */
  choose(/** @type {number} */ from, /** @type {number} */ to) {
    this.app.changeFilter({
      since: from <= 0 ? 0 : dayNumber(this.edges[from]),
      until: to >= this.bars ? 0 : dayNumber(this.edges[to] - 1),
    });
  }

  render() {
    if (this.isEmpty) return h("p.empty", null, "No dates are known: neither of the articles nor in them.");
    const { from, to } = this.window();
    return [this.caption(from, to), h("div.track", null, this.chart(from, to),
      this.handle("since", "Not before", from, (value) => Math.min(value, this.window().to - 1)),
      this.handle("until", "Not after", to, (value) => Math.max(value, this.window().from + 1)))];
  }

  caption(/** @type {number} */ from, /** @type {number} */ to) {
    const { app } = this;
    const { since, until } = app.state.filter;
    const isAll = since === 0 && until === 0;
    const begin = isoDay(since || dayNumber(this.edges[from]));
    const end = isoDay(until || dayNumber(this.edges[to] - 1));
    return h("div.caption", null,
      h("button", { type: "button", title: "Play: move through time", "aria-label": "Play through time",
                    onclick: () => this.play() }, this.timer === undefined ? "▶" : "❚❚"),
      h("strong", null, isAll ? `${dateText(begin)} – ${dateText(end)}`
        : `${since === 0 ? "…" : dateText(begin)} – ${until === 0 ? "…" : dateText(end)}`),
      !isAll && h("button.inline", { type: "button", onclick: () => this.choose(0, this.bars) }, "All dates"),
      !isAll && app.selection.undated > 0 && h("small", null,
        `${counted(app.selection.undated, "undated relation or statement", "undated relations and statements")} left out`));
  }

  chart(/** @type {number} */ from, /** @type {number} */ to) {
    const { all, shown } = this.heights();
    const most = Math.max(1, ...all);
    const height = (/** @type {number} */ count) => count === 0 ? 0 : Math.max(1.5, 34 * Math.sqrt(count / most));
    const bar = (/** @type {number} */ count, /** @type {number} */ i, /** @type {string} */ kind) =>
      svg("rect", { class: kind, x: i + 0.08, width: 0.84, y: 36 - height(count), height: height(count) });
    const picture = svg("svg", { viewBox: `0 0 ${this.bars} 36`, preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "window", x: from, width: to - from, y: 0, height: 36 }),
      all.map((count, i) => bar(count, i, "all")), shown.map((count, i) => bar(count, i, "shown")));
    // A click into the chart shows that time alone.
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      const i = Math.floor((/** @type {MouseEvent} */ (event).clientX - box.left) / box.width * this.bars);
      this.choose(i, i + 1);
    });
    return [picture, this.axis()];
  }

  axis() {
    const ticks = Math.min(6, this.bars);
    return h("div.axis", { "aria-hidden": "true" }, Array.from({ length: ticks }, (_, i) => {
      const edge = this.edges[Math.round(i * this.bars / ticks)];
      const iso = isoDay(dayNumber(edge));
      return h("span", null, i === 0 && this.hasEarlier && "≤ ", dateText(this.step > 300 ? iso.slice(0, 4) : this.step > 27 ? iso.slice(0, 7) : iso));
    }));
  }

  /** @param {"since" | "until"} key @param {(value: number) => number} within */
  handle(key, label, value, within) {
    const text = (/** @type {number} */ edge) => dateText(isoDay(dayNumber(this.edges[edge] - (key === "until" ? 1 : 0))));
    return h("input", { type: "range", min: 0, max: this.bars, step: 1, value, "aria-label": label,
      "aria-valuetext": text(value), "data-filter": key,
      onchange: (/** @type {any} */ event) => {
        const edge = within(Number(event.target.value));
        const { from, to } = this.window();
        if (key === "since") this.choose(edge, to);
        else this.choose(from, edge);
      } });
  }

  /** Moves a window over all bars, once; a second call stops it. */
  play() {
    if (this.timer !== undefined) {
      clearInterval(this.timer);
      this.timer = undefined;
      this.app.renderTimeline();
      return;
    }
    const { from, to } = this.window();
    const isWhole = from === 0 && to === this.bars;
    const width = isWhole ? Math.max(1, Math.round(this.bars / 8)) : to - from;
    let at = isWhole || to === this.bars ? 0 : from;
    this.timer = setInterval(() => {
      if (at + width > this.bars) {
        clearInterval(this.timer);
        this.timer = undefined;
        this.choose(0, this.bars);
        return;
      }
      this.choose(at, at + width);
      ++at;
    }, 700);
  }
}
