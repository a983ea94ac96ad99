import { kTypeNames, typeColor } from "./palette.js";

/** Light or dark: as the system has it, until somebody chooses; the choice is kept where the browser allows. */
export class Theme {
  constructor() {
    this.system = matchMedia("(prefers-color-scheme: dark)");
    this.chosen = this.load();
    this.onchange = () => {};
    this.system.addEventListener("change", () => this.apply());
    this.apply();
  }

  get isDark() {
    return this.chosen === "" ? this.system.matches : this.chosen === "dark";
  }

  toggle() {
    const other = this.isDark ? "light" : "dark";
    // Back to what the system has is no choice any more: the page follows it again.
    this.chosen = (other === "dark") === this.system.matches ? "" : other;
    this.save();
    this.apply();
  }

  apply() {
    const page = document.documentElement;
    page.dataset.theme = this.isDark ? "dark" : "light";
    for (const group of kTypeNames.keys()) {
      page.style.setProperty(`--type-${group}`, typeColor(group, this.isDark));
    }
    this.onchange();
  }

  /** @returns {string} */
  load() {
    try {
      const kept = localStorage.getItem("newsgraph-theme") ?? "";
      return kept === "dark" || kept === "light" ? kept : "";
    } catch {
      return "";
    }
  }

  save() {
    try {
      localStorage.setItem("newsgraph-theme", this.chosen);
    } catch {
      // Some browsers keep nothing for pages from disk.
    }
  }
}
