/**
 * A field to choose an entity by any of its names, with suggestions; to be used with keys alone.
 *
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./model.js").Entity} Entity
 */
import { counted, h, name, replace } from "./dom.js";
import { kTypeNames } from "./palette.js";

let pickers = 0;

/**
 * @param {Search} search
 * @param {{label: string, placeholder: string, value?: string}} texts
 * @param {(entity: Entity) => void} chosen
 * @returns {HTMLElement}  with the input first
 */
export function picker(search, { label, placeholder, value = "" }, chosen) {
  const id = `picker-${++pickers}`;
  let hits = /** @type {import("./search.js").Hit[]} */ ([]);
  let active = -1;
  const input = /** @type {HTMLInputElement} */ (h("input", {
    type: "text", role: "combobox", "aria-label": label, "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": id, placeholder, autocomplete: "off",
    spellcheck: "false", value }));
  const list = h("ul.suggestions", { id, role: "listbox", "aria-label": label, hidden: true });

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (/** @type {Entity} */ entity) => {
    close();
    input.value = "";
    input.blur();
    chosen(entity);
  };
  const mark = (/** @type {number} */ index) => {
    active = index;
    [...list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === active));
      if (i === active) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const suggest = () => {
    hits = search.find(input.value);
    const isEmpty = input.value.trim() === "";
    replace(list, hits.length === 0 && !isEmpty
      ? h("li.none", null, "Nobody and nothing of that name")
      : hits.map(({ entity, alias }, i) => suggestion(entity, alias, `${id}-${i}`, () => take(entity))));
    list.hidden = isEmpty;
    input.setAttribute("aria-expanded", String(!isEmpty));
    mark(hits.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => {
    input.select();
  });
  input.addEventListener("blur", close);
  // The list is scrolled and clicked without taking the keyboard from the field.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) suggest();
      const step = event.key === "ArrowDown" ? 1 : hits.length - 1;
      if (hits.length > 0) mark((Math.max(active, 0) + step) % hits.length);
    } else if (event.key === "Enter" && active >= 0) {
      take(hits[active].entity);
    } else if (event.key === "Escape") {
      if (list.hidden) input.blur();
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return h("div.picker", null, input, list);
}

/** @param {Entity} entity @param {string} alias @param {string} id @param {() => void} take */
function suggestion(entity, alias, id, take) {
  return h("li", { id, role: "option", onpointerdown: take },
    h("span.dot", { "data-group": entity.group }),
    h("span.suggested", null, name(entity.label),
      alias !== "" && h("small", null, "also called ", name(alias))),
    h("small", null, kTypeNames.get(entity.group)?.name ?? entity.group, " · ",
      counted(entity.mentions, "mention")));
}
