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
 * @property {boolean} connected  whether what is unconnected is left out
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
/** The largest connected part is framed alone where it has this share of all. */
const kMainShare = 0.25;
/** Milliseconds that the camera moves. */
const kMoment = 450;
/** How much of the viewport a frame fills: names need some room beside it. */
const kFilled = 0.9;
/** In pixels: can be seen and clicked. */
const kLeastRadius = 1.5;
/** Pixels of the viewport, across, from which on nodes have their full size. */
const kRoomForAll = 520;
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
    this.scale = this.scaleIn(container);
    // Tens of thousands of lines would add up to one grey.
    this.strength = Math.max(0.08, Math.min(0.85, 0.85 * 5000 / (this.strands.size + 1)));
    this.contested = [...this.strands.values()].filter((strand) =>
      strand.relations.some((index) => graph.relations[index].contested));
    this.hovered = { entity: -1, strand: "" };
    /** @type {Set<number>} */
    this.previewed = new Set();
    /** Names that are written now, by the overlay. @type {import("./overlay.js").Name[]} */
    this.names = [];
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
      stagePadding: 0,
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
      const scale = this.scaleIn(container);
      if (scale === this.scale) return;
      this.scale = scale;
      sigma.scheduleRefresh();
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

  /** How large nodes are: less where there are many, and where there is little room for them. */
  scaleIn(/** @type {HTMLElement} */ container) {
    const many = Math.max(0.4, Math.min(1, (400 / this.graph.entities.length) ** 0.22));
    const room = Math.min(container.offsetWidth, container.offsetHeight) / kRoomForAll;
    return many * Math.max(0.4, Math.min(1, room));
  }

  /** Sizes are in 4 to 100; on the screen, radii in 3 to 19 pixels; scaled down, the least become dots. */
  radius(/** @type {number} */ index) {
    return Math.max(kLeastRadius, this.scale * (3 * this.scale + 16 * (this.graph.entities[index].size - 4) / 96));
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

  /** The entities of the largest part that is connected by what passes the filters. */
  mainPart() {
    const shown = [...this.strands.values()].filter((strand) => this.shown(strand).length > 0);
    return largestPart(this.graph.entities.length, shown);
  }

  /** Frames what there is to see: of what is connected the largest part, where it is not one of many; else all. */
  frame(duration = kMoment) {
    const { selection } = this.scene;
    const main = this.scene.connected ? this.mainPart() : [];
    if (main.length > kMainShare * selection.entityCount) this.lookAt(main, duration);
    else this.lookAtAll(duration);
  }

  /** All that passes the filters. */
  lookAtAll(duration = kMoment) {
    const { entities } = this.scene.selection;
    this.lookAt(this.graph.entities.map(({ index }) => index).filter((index) => entities[index] === 1), duration);
  }

  /** Moves to these entities, as close as they all fit; a few are not drawn larger than life. @param {number[]} entities */
  lookAt(entities, duration = kMoment) {
    const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
    for (const index of entities) {
      const place = this.sigma.getNodeDisplayData(String(index));
      if (place === undefined) continue;
      box.left = Math.min(box.left, place.x);
      box.right = Math.max(box.right, place.x);
      box.bottom = Math.min(box.bottom, place.y);
      box.top = Math.max(box.top, place.y);
    }
    if (box.left > box.right) return this.moveTo({ x: 0.5, y: 0.5, ratio: 1 }, duration);
    const least = entities.length === 1 ? 0.25 : 0.15;
    this.moveTo({ x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2,
                  ratio: Math.max(least, this.ratioOf(box.right - box.left, box.top - box.bottom)) }, duration);
  }

  moveTo(/** @type {{x: number, y: number, ratio: number}} */ state, /** @type {number} */ duration) {
    const camera = this.sigma.getCamera();
    const isStill = duration === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
    // An animation of no time is 0/0 of its way in its first frame, and shows nothing then.
    if (isStill) camera.setState(state);
    else camera.animate(state, { duration });
  }

  /** The camera's ratio at which a box of this size fills the viewport but for a margin. */
  ratioOf(/** @type {number} */ width, /** @type {number} */ height) {
    const viewport = this.sigma.getDimensions();
    const [from, to] = [0, 1].map((x) => this.sigma.framedGraphToViewport({ x, y: 0 },
      { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } }));
    const pixels = to.x - from.x;  // of a unit, at ratio 1
    return Math.max(width * pixels / (kFilled * viewport.width), height * pixels / (kFilled * viewport.height));
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
