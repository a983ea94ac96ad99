/**
 * Search over names and aliases: case, accents and punctuation do not matter, and a letter or two
 * may be wrong.
 *
 * @typedef {import("./model.js").Entity} Entity
 * @typedef {{entity: Entity, alias: string}} Hit  alias: the name that was found, where it is not the label
 */

// Letters with a stroke have no decomposition; as graph/query/folding.cpp.
const kStrokes = new Map(Object.entries(
  { "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ð": "d", "ı": "i" }));

/** "  KELLER,  Märta" gives "keller marta". @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\p{M}'’.]/gu, "")
    .replace(/[łøđħŧßæœþðı]/g, (letter) => kStrokes.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, " ").trim();
}

/**
 * Whether `a` becomes `b` by at most `most` slips: a letter too many, too few or another, or two
 * swapped. @param {string} a @param {string} b @param {number} most
 */
export function isNear(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  /** @type {number[]} */
  let above = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) next[j] = Math.min(next[j], above[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    above = row;
    row = next;
  }
  return row[b.length] <= most;
}

export class Search {
  /** @param {Entity[]} entities */
  constructor(entities) {
    this.entities = entities;
    /** @type {{entity: Entity, alias: string, folded: string}[] | null} */
    this.names = null;
  }

  index() {
    if (this.names !== null) return this.names;
    this.names = [];
    for (const entity of this.entities) {
      this.names.push({ entity, alias: "", folded: fold(entity.label) });
      for (const { text } of entity.aliases) {
        this.names.push({ entity, alias: text, folded: fold(text) });
      }
    }
    return this.names;
  }

  /**
   * The best first: the whole name, its beginning, the beginning of a word, a part, then what is
   * only near; among equals, those mentioned most.
   * @param {string} query @param {number} [most] @returns {Hit[]}
   */
  find(query, most = 12) {
    const wanted = fold(query);
    if (wanted === "") return [];
    /** @type {Map<Entity, {rank: number, alias: string}>} */
    const found = new Map();
    const take = (/** @type {any} */ { entity, alias }, /** @type {number} */ rank) => {
      const known = found.get(entity);
      if (known === undefined || rank < known.rank) found.set(entity, { rank, alias });
    };
    for (const one of this.index()) {
      const at = one.folded.indexOf(wanted);
      if (at < 0) continue;
      if (one.folded === wanted) take(one, 0);
      else if (at === 0) take(one, 1);
      else take(one, one.folded.includes(" " + wanted) ? 2 : 3);
    }
    if (found.size < 3 && wanted.length >= 4) this.findNear(wanted, take);
    return [...found].sort(([a, x], [b, y]) =>
      x.rank - y.rank || b.mentions - a.mentions || a.index - b.index)
      .slice(0, most).map(([entity, { alias }]) => ({ entity, alias }));
  }

  /** @param {string} wanted @param {(name: any, rank: number) => void} take */
  findNear(wanted, take) {
    const words = wanted.split(" ");
    for (const one of this.index()) {
      const known = one.folded.split(" ");
      const isFound = words.every((word) => known.some((other) =>
        other.startsWith(word) || isNear(word, other, word.length < 8 ? 1 : 2)));
      if (isFound) take(one, 4);
    }
  }
}
