// The page's modules by themselves, without a browser.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const kSources = new URL("../../../export/html/src/", import.meta.url);
/** Modules that touch no document and import nothing. */
const load = async (file) =>
  import("data:text/javascript;base64," + readFileSync(new URL(file, kSources)).toString("base64"));

test("dates are written as people write them", async () => {
  const { dateText, spanText, ordinal, dayNumber, isoDay, dayOfIso } = await load("dates.js");
  for (const [edtf, text] of [
    ["2024-03-04", "4 Mar 2024"], ["2024-03", "Mar 2024"], ["2024", "2024"], ["2024-03-04T10:00:00Z", "4 Mar 2024"],
    ["2024-02-26/2024-03-03", "26 Feb 2024 – 3 Mar 2024"], ["2024/..", "since 2024"], ["../2024", "until 2024"],
    ["XXXX-02-05", "XXXX-02-05"], ["201X", "201X"], ["2024-21", "2024-21"], ["", ""]]) {
    assert.equal(dateText(edtf), text, edtf);
  }
  for (const [first, last, text] of [
    ["2024-03-04", "2024-03-19", "4 – 19 Mar 2024"], ["2024-02-04", "2024-03-19", "4 Feb – 19 Mar 2024"],
    ["2023-03-04", "2024-03-19", "4 Mar 2023 – 19 Mar 2024"], ["2024", "2024", "2024"], ["", "2024", "2024"],
    ["2024-03", "2024-03-19", "Mar 2024 – 19 Mar 2024"]]) {
    assert.equal(spanText(first, last), text, `${first}/${last}`);
  }
  for (const day of [20240229, 19691231, 10101, 99981231]) assert.equal(dayNumber(ordinal(day)), day);
  assert.equal(isoDay(20240304), "2024-03-04");
  assert.equal(dayOfIso("2024-03-04"), 20240304);
  assert.equal(dayOfIso("yesterday"), 0);
});

test("names are folded as the program folds them", async () => {
  const { fold, isNear } = await load("search.js");
  // Rows of tests/query/folding_test.cpp.
  for (const [name, folded] of [
    ["  KELLER,  Märta", "keller marta"], ["Łódź", "lodz"], ["U.N.", "un"], ["O'Neil", "oneil"], ["Straße", "strasse"]]) {
    assert.equal(fold(name), folded, name);
  }
  assert.ok(isNear("halvrad", "halvard", 1));
  assert.ok(isNear("halvart", "halvard", 1));
  assert.ok(!isNear("oslo", "lisbon", 2));
});

test("the best name comes first: whole, beginning, beginning of a word, part", async () => {
  const { Search } = await load("search.js");
  const entity = (index, label, mentions, aliases = []) =>
    ({ index, label, mentions, aliases: aliases.map((text) => ({ text })) });
  const search = new Search([entity(0, "Port of Oslo", 9), entity(1, "Oslo", 1), entity(2, "Oslo visit", 2),
                             entity(3, "Coslow", 5), entity(4, "Christiania", 1, ["Oslo"])]);
  assert.deepEqual(search.find("oslo").map(({ entity: one, alias }) => one.label + alias),
    ["Oslo", "ChristianiaOslo", "Oslo visit", "Port of Oslo", "Coslow"]);
  assert.deepEqual(search.find("  "), []);
});

test("colours stand out from the paper, names so that they can be read", async () => {
  const { communityColor, inks, kTypeNames, typeColor } = await load("palette.js");
  const luminance = (hex) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  // WCAG 2.2's contrast ratio.
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  for (const dark of [false, true]) {
    const { paper, ink, soft, line, negated, conflict } = inks(dark);
    for (const text of [ink, soft, negated, conflict]) assert.ok(contrast(text, paper) >= 4.5, `${text} on ${paper}`);
    const shapes = [...kTypeNames.keys()].map((group) => typeColor(group, dark));
    for (const color of [...shapes, communityColor(99, dark), line]) {
      assert.ok(contrast(color, paper) >= 3, `${color} on ${paper}: ${contrast(color, paper)}`);
    }
    assert.equal(new Set(shapes).size, shapes.length);
  }
});

test("no module makes markup of texts or reaches for the network", () => {
  for (const file of readdirSync(kSources)) {
    if (!file.endsWith(".js")) continue;
    const source = readFileSync(new URL(file, kSources), "utf8").replace(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function/, file);
    assert.doesNotMatch(source, /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(/, file);
  }
});
