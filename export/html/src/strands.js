/**
 * What is drawn between entities: the relations of one subject and object that are told in the same way
 * share a strand, so that twenty relations do not become twenty lines; strands of one pair are
 * fanned out.
 *
 * @typedef {import("./model.js").Graph} Graph
 * @typedef {object} Strand
 * @property {string} key
 * @property {number} subject
 * @property {number} object
 * @property {string} status
 * @property {number[]} relations
 * @property {number} curvature
 */

/** @param {Graph} graph @returns {Strand[]} */
export function makeStrands(graph) {
  /** @type {Map<string, Strand>} */
  const strands = new Map();
  /** @type {Map<string, Strand[]>} */
  const pairs = new Map();
  for (const { index, subject, object, status, isStatement } of graph.relations) {
    if (isStatement) continue;
    const key = `${subject}>${object}:${status}`;
    const known = strands.get(key);
    if (known !== undefined) {
      known.relations.push(index);
      continue;
    }
    const strand = { key, subject, object, status, relations: [index], curvature: 0 };
    strands.set(key, strand);
    const pair = `${Math.min(subject, object)}-${Math.max(subject, object)}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), strand]);
  }
  for (const bundle of pairs.values()) fan(bundle);
  return [...strands.values()];
}

/** Bends strands of one pair apart, the first of an odd number straight. @param {Strand[]} bundle */
function fan(bundle) {
  bundle.forEach((strand, i) => {
    const step = bundle.length % 2 === 1 ? Math.ceil(i / 2) : Math.floor(i / 2) + 0.5;
    const side = i % 2 === 0 ? 1 : -1;
    // Seen from the object, left is right.
    const direction = strand.subject < strand.object ? 1 : -1;
    strand.curvature = step * side * direction * 0.22;
  });
}

/**
 * The entities of the largest connected part, of `count` entities.
 * @param {number} count @param {Iterable<{subject: number, object: number}>} strands
 */
export function largestPart(count, strands) {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const root = (/** @type {number} */ i) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const { subject, object } of strands) parent[root(subject)] = root(object);
  /** @type {Map<number, number[]>} */
  const parts = new Map();
  for (let i = 0; i < count; ++i) {
    const part = parts.get(root(i));
    if (part === undefined) parts.set(root(i), [i]);
    else part.push(i);
  }
  return [...parts.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
}
