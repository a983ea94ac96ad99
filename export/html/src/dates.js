/** Days are numbers YYYYMMDD, 0 where unknown; dates of the graph are EDTF texts. */

const kMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "4 Mar 2024", "Mar 2024", "2024", "26 Feb – 3 Mar 2024"; other forms as they are. @param {string} edtf */
export function dateText(edtf) {
  const [from, to] = edtf.split("/");
  if (to !== undefined && from !== to) {
    if (from === "..") return "until " + dateText(to);
    return to === ".." ? "since " + dateText(from) : `${dateText(from)} – ${dateText(to)}`;
  }
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T.*)?$/.exec(from);
  if (parts === null) return from;
  const [, year, month, day] = parts;
  return [day && String(Number(day)), month && kMonths[Number(month) - 1], year]
    .filter(Boolean).join(" ");
}

/** "4 – 19 Mar 2024" of two dates; one date if they are equal or one is unknown. */
export function spanText(/** @type {string} */ first, /** @type {string} */ last) {
  if (first === "" || last === "" || first === last) return dateText(first || last);
  const from = dateText(first).split(" ");
  const to = dateText(last).split(" ");
  // Year and month once, where they are the same.
  let same = 0;
  if (from.length === to.length) {
    while (same < from.length - 1 && from.at(-1 - same) === to.at(-1 - same)) ++same;
  }
  return `${from.slice(0, from.length - same).join(" ")} – ${to.join(" ")}`;
}

/** Days since 1970 of a number YYYYMMDD. @param {number} day */
export function ordinal(day) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(day / 10000), Math.floor(day / 100) % 100 - 1, day % 100);
  return Math.round(date.getTime() / 86400000);
}

/** The number YYYYMMDD of days since 1970. @param {number} days */
export function dayNumber(days) {
  const date = new Date(days * 86400000);
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** "2024-03-04" of 20240304. @param {number} day */
export function isoDay(day) {
  const text = String(day).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** 20240304 of "2024-03-04"; 0 of anything else, days that no calendar has among it. @param {string} iso */
export function dayOfIso(iso) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return 0;
  const day = Number(iso.replaceAll("-", ""));
  return dayNumber(ordinal(day)) === day ? day : 0;
}
