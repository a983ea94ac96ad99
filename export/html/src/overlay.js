/**
 * What is written over the picture: names that do not overlap, marks of conflicts, and what the strand
 * under the mouse says.
 *
 * @typedef {import("./graph_view.js").GraphView} GraphView
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {Box & {index: number}} Name
 */
import { relationLabel } from "./model.js";
import { inks } from "./palette.js";

/** Room for a name, in square pixels: the fewer, the easier to read. Closer by, there are others. */
const kRoomForName = 8500;
/** Names of so many most important nodes may cover the discs of lesser ones. */
const kForemost = 30;
const kMostLength = 38;
const kFont = "Inter, ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** Where something is written already: a grid of the boxes that touch each cell. */
class Occupied {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @param {(cell: number) => void} visit */
  cellsOf(box, visit) {
    for (let x = box.x >> 6; x <= (box.x + box.width) >> 6; ++x) {
      for (let y = box.y >> 6; y <= (box.y + box.height) >> 6; ++y) visit(x * 4096 + y);
    }
  }

  /** @param {Box} box @returns {boolean} whether there was room */
  take(box, force = false) {
    let isFree = true;
    this.cellsOf(box, (cell) => {
      for (const other of this.cells.get(cell) ?? []) {
        if (box.x < other.x + other.width && other.x < box.x + box.width &&
            box.y < other.y + other.height && other.y < box.y + box.height) {
          isFree = false;
        }
      }
    });
    if (!isFree && !force) return false;
    this.cellsOf(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes === undefined) this.cells.set(cell, [box]);
      else boxes.push(box);
    });
    return isFree || force;
  }
}

/** @param {string} text */
export function shortened(text) {
  const line = text.replace(/\s+/gu, " ").trim() || "(no name)";
  const letters = Array.from(line);
  const shown = letters.length > kMostLength ? letters.slice(0, kMostLength - 1).join("") + "…" : line;
  // Isolated, so that a text of the other direction does not turn what stands around it.
  return `\u2068${shown}\u2069`;
}

/** @type {Map<string, number>} */
const widths = new Map();

/** @param {CanvasRenderingContext2D} context @param {string} text */
function widthOf(context, text) {
  const key = context.font + text;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** @param {GraphView} view */
export function drawOverlay(view) {
  const { width, height } = view.sigma.getDimensions();
  const canvas = view.overlay;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = "round";
  new Overlay(view, context, width, height).draw();
}

class Overlay {
  /**
   * @param {GraphView} view @param {CanvasRenderingContext2D} context
   * @param {number} width @param {number} height
   */
  constructor(view, context, width, height) {
    this.view = view;
    this.context = context;
    this.width = width;
    this.height = height;
    this.colors = inks(view.scene.dark);
    this.occupied = new Occupied();
    this.nodes = this.visibleNodes();
  }

  /** In the viewport, most important first. */
  visibleNodes() {
    const { view, width, height } = this;
    const { scene, hovered } = view;
    const nodes = [];
    for (const { index, size, mentions } of view.graph.entities) {
      if (scene.selection.entities[index] === 0) continue;
      const isLit = view.isLit(index);
      if (!isLit && (scene.only || index !== hovered.entity)) continue;
      const data = view.sigma.getNodeDisplayData(String(index));
      if (data === undefined || data.hidden) continue;
      const { x, y } = view.placeOfEntity(index);
      const radius = view.sigma.scaleSize(data.size);
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      const importance = index === hovered.entity ? 3e9 : index === scene.chosen ? 2e9 : size * 1000 + mentions;
      nodes.push({ index, x, y, radius, importance });
    }
    return nodes.sort((a, b) => b.importance - a.importance || a.index - b.index);
  }

  draw() {
    this.view.names = [];
    this.drawRings();
    // The buttons for zooming.
    this.occupied.take({ x: this.width - 52, y: this.height - 118, width: 52, height: 118 }, true);
    this.keepOff(this.nodes.slice(0, kForemost));
    this.drawConflictMarks();
    const most = Math.round(this.width * this.height / kRoomForName);
    this.drawNames(this.nodes.slice(0, kForemost), Math.min(most, kForemost));
    this.keepOff(this.nodes.slice(kForemost, 600));
    this.drawNames(this.nodes.slice(kForemost), Math.max(0, most - kForemost));
    this.drawStrandLabels();
  }

  /** Names are not to cover these discs. */
  keepOff(nodes) {
    for (const { x, y, radius } of nodes) {
      const r = radius * 0.8;
      if (radius > 3) this.occupied.take({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, true);
    }
  }

  drawNames(nodes, /** @type {number} */ most) {
    const { hovered, scene } = this.view;
    let room = most;
    for (const node of nodes) {
      if (room === 0) break;
      const isForced = node.index === hovered.entity || node.index === scene.chosen;
      if (this.drawName(node, isForced)) --room;
    }
  }

  drawRings() {
    const { context, colors } = this;
    const { hovered, scene } = this.view;
    for (const { index, x, y, radius } of this.nodes) {
      if (index !== hovered.entity && index !== scene.chosen) continue;
      context.beginPath();
      context.arc(x, y, radius + 3.5, 0, 2 * Math.PI);
      context.strokeStyle = colors.accent;
      context.lineWidth = index === scene.chosen ? 2.5 : 1.5;
      context.stroke();
    }
  }

  drawName({ index, x, y, radius }, /** @type {boolean} */ isForced) {
    const { context, colors } = this;
    const entity = this.view.graph.entities[index];
    const size = Math.min(16, Math.max(11, 9.5 + radius * 0.35));
    const isNamed = entity.kind === "entity";
    context.font = `${isForced ? 650 : isNamed && radius > 9 ? 600 : 450} ${size}px ${kFont}`;
    const text = shortened(entity.label);
    const width = widthOf(context, text);
    const height = size + 3;
    const gap = radius + (isForced ? 7 : 4);
    const places = [[x + gap, y], [x - gap - width, y], [x - width / 2, y + gap + height / 2],
                    [x - width / 2, y - gap - height / 2]];
    const boxOf = (/** @type {number[]} */ [left, middle]) =>
      ({ x: left - 4, y: middle - height / 2, width: width + 8, height });
    const isInside = (/** @type {Box} */ box) =>
      box.x > 0 && box.y > 0 && box.x + box.width < this.width && box.y + box.height < this.height;
    const free = places.find((place) => isInside(boxOf(place)) && this.occupied.take(boxOf(place)));
    if (free === undefined && !isForced) return false;
    const [left, center] = free ?? places[0];
    this.view.names.push({ index, ...boxOf([left, center]) });
    this.write(text, left, center, isNamed || isForced ? colors.ink : colors.soft, 3.5);
    return true;
  }

  /** Text with a halo of the paper's colour, from `left`, around the line `center`. */
  write(text, left, center, color, halo) {
    const { context, colors } = this;
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.direction = "ltr";
    context.strokeStyle = colors.paper;
    context.lineWidth = halo;
    context.strokeText(text, left, center);
    context.fillStyle = color;
    context.fillText(text, left, center);
  }

  /** ≠ on what is contested. */
  drawConflictMarks() {
    const { context, colors, view } = this;
    let room = 60;
    for (const strand of view.contested) {
      const relations = view.shown(strand);
      if (room === 0 || !relations.some((index) => view.graph.relations[index].contested)) continue;
      if (!view.isStrandLit(relations)) continue;
      const { x, y, length } = view.placeOfStrand(strand);
      if (length < 34 || x < 0 || y < 0 || x > this.width || y > this.height) continue;
      if (!this.occupied.take({ x: x - 8, y: y - 8, width: 16, height: 16 })) continue;
      --room;
      context.beginPath();
      context.arc(x, y, 7.5, 0, 2 * Math.PI);
      context.fillStyle = colors.conflict;
      context.fill();
      context.strokeStyle = colors.paper;
      context.lineWidth = 1.5;
      context.stroke();
      context.font = `700 11px ${kFont}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = colors.paper;
      context.fillText("≠", x, y + 0.5);
    }
  }

  /** What the strand under the mouse says, and what those of the chosen entity say, where there is room. */
  drawStrandLabels() {
    const { view, context, colors } = this;
    const { hovered, scene } = view;
    /** @type {[import("./strands.js").Strand, boolean][]} */
    const wanted = [];
    const pointedAt = view.strands.get(hovered.strand);
    if (pointedAt !== undefined) wanted.push([pointedAt, true]);
    if (scene.lit.size > 0 && scene.lit.size < 60) {
      for (const strand of view.strands.values()) {
        if (!scene.lit.has(strand.subject) || !scene.lit.has(strand.object)) continue;
        wanted.push([strand, false]);
      }
    }
    for (const [strand, isForced] of wanted) {
      const relations = view.shown(strand);
      if (relations.length === 0 || !view.isStrandLit(relations)) continue;
      const { x, y, length } = view.placeOfStrand(strand);
      const more = relations.length > 1 ? ` +${relations.length - 1}` : "";
      const text = shortened(relationLabel(view.graph.relations[relations[0]])) + more;
      context.font = `${isForced ? 600 : 450} 11px ${kFont}`;
      const width = widthOf(context, text);
      if (!isForced && length < width + 30) continue;
      // Beside the middle where a mark or a name stands there.
      const box = [0, 17, -17].map((dy) => ({ x: x - width / 2 - 3, y: y - 8 + dy, width: width + 6, height: 16 }))
        .find((one) => this.occupied.take(one, isForced));
      if (box === undefined) continue;
      context.fillStyle = colors.paper;
      context.globalAlpha = isForced ? 0.95 : 0.8;
      context.fillRect(box.x, box.y, box.width, box.height);
      context.globalAlpha = 1;
      const isContested = relations.some((index) => view.graph.relations[index].contested);
      this.write(text, x - width / 2, box.y + 8, isContested ? colors.conflict : isForced ? colors.ink : colors.soft, 0.01);
    }
  }
}
