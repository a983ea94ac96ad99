/**
 * The best path between two entities over what passes the filters: few hops, sure and well supported
 * relations, no detour over what everybody is related to. Costs are those of
 * graph/query/topology.cpp, so that the page and `newsgraph path` agree.
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {import("./model.js").Relation} Relation
 */

const kOneHop = 1000;

/** @param {Relation} relation */
function relationCost(relation) {
  const confidence = Math.min(1, Math.max(0, Math.round(relation.confidence * 100) / 100));
  let cost = kOneHop + Math.round(-500 * Math.log(Math.max(0.02, confidence))) +
             Math.floor(300 / Math.max(1, relation.support));
  if (relation.negated) cost += 300;
  if (relation.modality !== "actual") cost += 200;
  if (relation.status === "reported") cost += 100;
  return cost;
}

/** @param {string} kind @param {number} degree */
function crossingCost(kind, degree) {
  if (kind === "value") return Infinity;
  return (kind === "concept" ? 800 : 0) +
         (degree > 16 ? Math.round(200 * Math.log2(degree / 16)) : 0);
}

/** Smallest first. */
class Queue {
  constructor() {
    /** @type {[number, number][]} */
    this.heap = [];
  }
  /** @param {number} cost @param {number} node */
  push(cost, node) {
    const heap = this.heap;
    let i = heap.push([cost, node]) - 1;
    for (let up = (i - 1) >> 1; i > 0 && less(heap[i], heap[up]); i = up, up = (i - 1) >> 1) {
      [heap[i], heap[up]] = [heap[up], heap[i]];
    }
  }
  pop() {
    const heap = this.heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      for (let i = 0;;) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) {
          if (child < heap.length && less(heap[child], heap[least])) least = child;
        }
        if (least === i) break;
        [heap[i], heap[least]] = [heap[least], heap[i]];
        i = least;
      }
    }
    return top;
  }
}

const less = (/** @type {[number, number]} */ a, /** @type {[number, number]} */ b) =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/**
 * Dijkstra's algorithm over relations in either direction.
 * @param {Graph} graph
 * @param {Uint8Array} visible  relations that may be followed
 * @param {number} from
 * @param {number} to
 * @returns {{nodes: number[], hops: number[][]} | null}  the relations of each hop, cheapest first
 */
export function findPath(graph, visible, from, to) {
  const cost = new Float64Array(graph.entities.length).fill(Infinity);
  const via = new Int32Array(graph.entities.length).fill(-1);
  const queue = new Queue();
  cost[from] = 0;
  queue.push(0, from);
  while (queue.heap.length > 0) {
    const [reached, node] = queue.pop();
    if (node === to) break;
    if (reached > cost[node]) continue;
    const entity = graph.entities[node];
    const edges = entity.relations.filter((index) => !graph.relations[index].isStatement);
    const crossing = node === from ? 0 : crossingCost(entity.kind, edges.length);
    for (const index of edges) {
      if (visible[index] === 0) continue;
      const relation = graph.relations[index];
      const next = relation.subject === node ? relation.object : relation.subject;
      const total = reached + crossing + relationCost(relation);
      if (total >= cost[next]) continue;
      cost[next] = total;
      via[next] = node;
      queue.push(total, next);
    }
  }
  if (cost[to] === Infinity || from === to) return null;
  const nodes = [to];
  while (nodes[0] !== from) nodes.unshift(via[nodes[0]]);
  const hops = nodes.slice(1).map((node, i) => between(graph, visible, nodes[i], node));
  return { nodes, hops };
}

/**
 * The visible relations between two entities, in the order in which a path prefers them.
 * @param {Graph} graph @param {Uint8Array} visible @param {number} a @param {number} b
 */
export function between(graph, visible, a, b) {
  return graph.entities[a].relations
    .filter((index) => {
      const { subject, object } = graph.relations[index];
      return visible[index] === 1 && ((subject === a && object === b) ||
                                      (subject === b && object === a));
    })
    .sort((x, y) => relationCost(graph.relations[x]) - relationCost(graph.relations[y]) || x - y);
}
