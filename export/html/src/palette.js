/**
 * Colours. Types are told apart with the common forms of colour blindness (after Okabe and Ito, 2008,
 * and Tol's bright scheme), and stand out from the paper by a contrast of 3:1 or more, in light and
 * in dark; the style sheet holds all other colours.
 */

/** In the order of the legend: [group, name, light, dark]. */
const kTypes = [
  ["person", "Persons", "#2f6fb7", "#6ea8ec"],
  ["organization", "Organizations", "#c4620a", "#f0a04b"],
  ["place", "Places", "#1b8a5a", "#4cc38a"],
  ["nationality", "Nationalities", "#128a94", "#56c8d2"],
  ["event", "Events", "#b8336a", "#f07fae"],
  ["work", "Works", "#7a4fb5", "#b794f0"],
  ["product", "Products", "#8a5a36", "#cf9b73"],
  ["law", "Laws", "#857400", "#d9c64a"],
  ["other", "Other named", "#5d6673", "#a7b0bd"],
  ["concept", "Concepts", "#838b96", "#8d96a3"],
  ["value", "Values", "#a08a76", "#a39687"],
];

/** Types that can be named and shown, by how the legend orders them. @type {Map<string, {name: string, rank: number}>} */
export const kTypeNames = new Map(kTypes.map(([group, name], rank) => [group, { name, rank }]));

const kFallback = { light: "#838b96", dark: "#8d96a3" };
const kLight = new Map(kTypes.map(([group, , light]) => [group, light]));
const kDark = new Map(kTypes.map(([group, , , dark]) => [group, dark]));

/** @param {string} group @param {boolean} dark */
export function typeColor(group, dark) {
  return dark ? kDark.get(group) ?? kFallback.dark : kLight.get(group) ?? kFallback.light;
}

/** Of the largest communities; the rest are grey. @param {number} community @param {boolean} dark */
export function communityColor(community, dark) {
  const kinds = kTypes.slice(0, 8);
  if (community >= kinds.length) return dark ? kFallback.dark : kFallback.light;
  return kinds[community][dark ? 3 : 2];
}

/** "#rrggbb" with an opacity. @param {string} hex @param {number} alpha */
export function withAlpha(hex, alpha) {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
}

/** What the picture is drawn with; names are in `ink` and `soft`. */
export function inks(/** @type {boolean} */ dark) {
  return dark
    ? { paper: "#14171c", ink: "#e8eaee", soft: "#a0a9b6", faint: "#262b33", line: "#8a94a3", negated: "#f0a04b",
        conflict: "#ff6b81", accent: "#8ab8ff" }
    : { paper: "#fbfaf7", ink: "#1d2129", soft: "#5c6470", faint: "#e4e2dc", line: "#7b828d", negated: "#b45309",
        conflict: "#c81e4a", accent: "#1d5fbf" };
}

/** How the status of a relation is drawn and named. */
export const kStatusLooks = {
  asserted: { name: "Stated as fact", pattern: "solid", hint: "in an article's own voice" },
  reported: { name: "Only reported", pattern: "dotted", hint: "somebody says so" },
  planned: { name: "Planned", pattern: "dashed", hint: "will, intends to" },
  possible: { name: "Possible", pattern: "short", hint: "may, might" },
  conditional: { name: "Conditional", pattern: "dashdotdot", hint: "if, would" },
  negated: { name: "Not so", pattern: "dashdot", hint: "did not, will not" },
};
