/**
 * Elements, without markup in strings: what a text holds stays text.
 *
 *     h("button.chip", { onclick: open }, "Oslo")
 *
 * Children are nodes, texts, numbers, or (nested) arrays of them; null and false are left out.
 *
 * @param {string} tag  "div", "div.class", "span.one.two"
 * @param {Record<string, any> | null} [attributes]  "on…" are listeners, true is an empty attribute,
 *     false and null leave it out
 * @param {...any} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, String(value));
    }
  }
  append(element, children);
  return element;
}

/** @param {Node} parent @param {any} children */
export function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** @param {Element} parent @param {any} children */
export function replace(parent, children) {
  parent.textContent = "";
  append(parent, children);
}

const kSvg = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, any>} attributes @param {...any} children */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(kSvg, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  append(element, children);
  return element;
}

/** A name from the graph: whatever direction it is written in, what stands around it stays put. */
export function name(text, tag = "bdi") {
  return h(tag, null, text === "" ? "(no name)" : text);
}

/** A link to the web, or only its text if it leads elsewhere. @param {string} url */
export function link(url, ...children) {
  if (!/^https?:\/\//i.test(url)) return h("span", null, children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has lost its element ${id}`);
  return element;
}

/** "12,345" */
export const number = (/** @type {number} */ value) => value.toLocaleString("en-US");

/** "17 relations, 11 statements": apart, as the program counts them. */
export function tally(/** @type {number} */ relations, /** @type {number} */ statements) {
  const text = counted(relations, "relation");
  return statements === 0 ? text : `${text}, ${counted(statements, "statement")}`;
}

/** "1 article", "2 articles" */
export const counted = (/** @type {number} */ value, /** @type {string} */ one, many = one + "s") =>
  `${number(value)} ${value === 1 ? one : many}`;
