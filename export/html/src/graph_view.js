/**
 * The picture: sigma over the precomputed places. It knows what is selected, hovered and filtered, and
 * tells what was clicked; everything else is elsewhere.
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {import("./filter.js").Selection} Selection
 * @typedef {import("./strands.js").Strand} Strand
 *
 * @typedef {object} Scene  what is to be seen
 * @property {Selection} selection  what passes the filters
 * @property {Set<number>} lit  entities in focus; all if empty
 * @property {Set<number>} litRelations  relations in focus; with none, those between lit entities
 * @property {number} chosen  the entity whose card is open; -1 for none
 * @property {boolean} only  whether what is not lit is hidden rather than faded
 * @property {boolean} byCommunity  colours
 * @property {boolean} dark
 */
import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

import { drawOverlay } from "./overlay.js";
import { communityColor, inks, kStatusLooks, typeColor, withAlpha } from "./palette.js";
import { CurvedProgram, StraightProgram, kPatterns, middle } from "./strand_program.js";
import { largestPart, makeStrands } from "./strands.js";

/** Named things are discs, all others rings: told apart without colours. */
const kRing = createNodeBorderProgram({
  borders: [{ size: { attribute: "ring", defaultValue: 0.15 }, color: { attribute: "color" } },
            { size: { fill: true }, color: { attribute: "heart" } }],
});

/** More strands than this are not drawn while the picture moves. */
const kManyStrands = 15000;
/** Up to so many strands, what is under the mouse stands out with its neighbours. */
const kFewStrands = 3000;

export class GraphView {
  /**
   * @param {Graph} graph
   * @param {HTMLElement} container
   * @param {Scene} scene
   * @param {{entity(index: number): void, strand(strand: Strand): void, nothing(): void}} clicked
   */
  constructor(graph, container, scene, clicked) {
    this.graph = graph;
    this.scene = scene;
    this.strands = new Map(makeStrands(graph).map((strand) => [strand.key, strand]));
    this.scale = Math.max(0.4, Math.min(1, (400 / graph.entities.length) ** 0.22));
    // Thousands of lines would add up to one grey.
    this.strength = Math.max(0.08, Math.min(0.8, 0.8 * (1500 / (this.strands.size + 1)) ** 0.6));
    this.contested = [...this.strands.values()].filter((strand) =>
      strand.relations.some((index) => graph.relations[index].contested));
    this.hovered = { entity: -1, strand: "" };
    /** @type {Set<number>} */
    this.previewed = new Set();
    this.picture = this.makePicture();
    this.sigma = new Sigma(this.picture, container, {
      nodeProgramClasses: { ring: kRing },
      edgeProgramClasses: { straight: StraightProgram, curved: CurvedProgram },
      defaultNodeType: "ring",
      nodeReducer: (key) => this.drawnEntity(Number(key)),
      edgeReducer: (key) => this.drawnStrand(key),
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      enableEdgeEvents: true,
      hideEdgesOnMove: this.strands.size > kManyStrands,
      zIndex: true,
      minEdgeThickness: 0.7,
      minCameraRatio: 0.005,
      maxCameraRatio: 4,
      stagePadding: 64,
      itemSizesReference: "screen",
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
    });
    this.sigma.createCanvas("overlay", { beforeLayer: "mouse" });
    this.overlay = /** @type {HTMLCanvasElement} */ (container.querySelector("canvas.sigma-overlay"));
    this.sigma.on("afterRender", () => drawOverlay(this));
    this.listen(container, clicked);
    // Sigma has drawn already, before anybody could listen.
    drawOverlay(this);
  }

  makePicture() {
    const picture = new MultiDirectedGraph();
    for (const { index, x, y } of this.graph.entities) picture.addNode(index, { x, y });
    for (const { key, subject, object, curvature } of this.strands.values()) {
      const isStraight = curvature === 0 && subject !== object;
      picture.addEdgeWithKey(key, subject, object, { type: isStraight ? "straight" : "curved" });
    }
    return picture;
  }

  listen(/** @type {HTMLElement} */ container, clicked) {
    const sigma = this.sigma;
    new ResizeObserver(() => {
      const { width, height } = sigma.getDimensions();
      if (width !== container.offsetWidth || height !== container.offsetHeight) sigma.scheduleRender();
    }).observe(container);
    sigma.on("clickNode", ({ node }) => clicked.entity(Number(node)));
    sigma.on("clickEdge", ({ edge }) => clicked.strand(this.strands.get(edge)));
    sigma.on("clickStage", () => clicked.nothing());
    const hover = (/** @type {Partial<typeof this.hovered>} */ change) => {
      Object.assign(this.hovered, change);
      const isFree = this.scene.lit.size === 0 && this.strands.size <= kFewStrands;
      if (change.entity !== undefined && isFree) this.preview();
      const isAny = this.hovered.entity >= 0 || this.hovered.strand !== "";
      container.style.cursor = isAny ? "pointer" : "";
      this.sigma.scheduleRender();
    };
    sigma.on("enterNode", ({ node }) => hover({ entity: Number(node) }));
    sigma.on("leaveNode", () => hover({ entity: -1 }));
    sigma.on("enterEdge", ({ edge }) => hover({ strand: edge }));
    sigma.on("leaveEdge", () => hover({ strand: "" }));
  }

  /** @param {Scene} scene */
  show(scene) {
    this.scene = scene;
    this.previewed.clear();
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Lights what is under the mouse, where nothing else is lit. */
  preview() {
    this.previewed.clear();
    const { entity } = this.hovered;
    if (entity >= 0) {
      this.previewed.add(entity);
      for (const index of this.graph.entities[entity].relations) {
        const { subject, object, isStatement } = this.graph.relations[index];
        if (isStatement || this.scene.selection.relations[index] === 0) continue;
        this.previewed.add(subject).add(object);
      }
    }
    this.sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** Entities that stand out; all if empty. */
  lit() {
    return this.scene.lit.size > 0 ? this.scene.lit : this.previewed;
  }

  /** The entity that the lit ones are the neighbours of; -1 for none. */
  center() {
    return this.scene.lit.size > 0 ? this.scene.chosen : this.hovered.entity;
  }

  isLit(/** @type {number} */ entity) {
    return this.lit().size === 0 || this.lit().has(entity);
  }

  /** The strand's relations that are to be seen. @param {Strand} strand */
  shown(strand) {
    return strand.relations.filter((index) => this.scene.selection.relations[index] === 1);
  }

  /** @param {number[]} relations  of one strand */
  isStrandLit(relations) {
    const { litRelations, only } = this.scene;
    if (litRelations.size > 0) return relations.some((index) => litRelations.has(index));
    const lit = this.lit();
    if (lit.size === 0) return true;
    const { subject, object } = this.graph.relations[relations[0]];
    const center = this.center();
    if (center >= 0 && !only) return subject === center || object === center;
    return lit.has(subject) && lit.has(object);
  }

  drawnEntity(/** @type {number} */ index) {
    const { selection, byCommunity, dark, only, chosen } = this.scene;
    const entity = this.graph.entities[index];
    const isLit = this.isLit(index);
    if (selection.entities[index] === 0 || (only && !isLit)) return { x: entity.x, y: entity.y, hidden: true };
    const full = byCommunity ? communityColor(entity.community, dark)
                             : typeColor(entity.group, dark);
    const { paper, faint } = inks(dark);
    const color = isLit ? full : faint;
    const isNamed = entity.kind === "entity";
    return { x: entity.x, y: entity.y, size: this.radius(index), type: "ring", color, label: null,
             ring: isNamed ? 1 : 0.34, heart: isNamed ? color : paper,
             zIndex: index === chosen ? 300 : isLit ? 100 + entity.size : 0 };
  }

  /** Sizes are diameters in 4 to 100; on the screen, radii in 3 to 19 pixels, less where there are many. */
  radius(/** @type {number} */ index) {
    return this.scale * (3 + 16 * (this.graph.entities[index].size - 4) / 96);
  }

  drawnStrand(/** @type {string} */ key) {
    const strand = /** @type {Strand} */ (this.strands.get(key));
    const relations = this.shown(strand);
    if (relations.length === 0) return { hidden: true };
    const { dark, only } = this.scene;
    const isLit = this.isStrandLit(relations);
    if (!isLit && only) return { hidden: true };
    const { line, negated, conflict, faint } = inks(dark);
    const isContested = relations.some((index) => this.graph.relations[index].contested);
    let color = withAlpha(strand.status === "negated" ? negated : line, this.strength);
    if (isContested) color = conflict;
    else if (this.lit().size > 0 && isLit) color = strand.status === "negated" ? negated : line;
    if (!isLit) color = withAlpha(faint, 0.7);
    return {
      type: strand.curvature === 0 && strand.subject !== strand.object ? "straight" : "curved",
      color,
      size: Math.min(1 + 0.5 * Math.log2(relations.length), 3.5) + (isContested ? 0.8 : 0),
      curvature: strand.curvature,
      pattern: kPatterns[kStatusLooks[strand.status].pattern],
      zIndex: isLit ? (isContested ? 2 : 1) : 0,
    };
  }

  /** Opens on the largest connected part, where what is unconnected would leave little room for it. */
  lookAtMain() {
    const main = largestPart(this.graph.entities.length, this.strands.values());
    if (main.length > 0.2 * this.graph.entities.length && main.length > 50) this.lookAt(main, 0);
  }

  /** Moves to these entities; to the whole picture with none. @param {number[]} entities */
  lookAt(entities, duration = 450) {
    const camera = this.sigma.getCamera();
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const options = { duration: isStill ? 0 : duration };
    const places = entities.map((index) => this.sigma.getNodeDisplayData(String(index)))
      .filter((data) => data !== undefined);
    if (places.length === 0) return camera.animate({ x: 0.5, y: 0.5, ratio: 1 }, options);
    const xs = places.map(({ x }) => x);
    const ys = places.map(({ y }) => y);
    const x = (Math.min(...xs) + Math.max(...xs)) / 2;
    const y = (Math.min(...ys) + Math.max(...ys)) / 2;
    const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    const ratio = Math.min(1, Math.max(extent * 1.35, entities.length === 1 ? 0.25 : 0.15));
    return camera.animate({ x, y, ratio }, options);
  }

  /** Where an entity stands in the viewport. @param {number} index */
  placeOfEntity(index) {
    const data = this.sigma.getNodeDisplayData(String(index));
    return this.sigma.framedGraphToViewport(/** @type {import("sigma/types").NodeDisplayData} */ (data));
  }

  /** The middle of a strand in the viewport, and how long the strand is there. @param {Strand} strand */
  placeOfStrand({ subject, object, curvature }) {
    const from = this.placeOfEntity(subject);
    const to = this.placeOfEntity(object);
    return { ...middle(from, to, curvature), length: Math.hypot(to.x - from.x, to.y - from.y) };
  }

  zoom(/** @type {number} */ factor) {
    this.sigma.getCamera().animatedZoom({ factor, duration: 150 });
  }

  pan(/** @type {number} */ dx, /** @type {number} */ dy) {
    const camera = this.sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    camera.setState({ x: x + dx * ratio, y: y + dy * ratio });
  }
}
