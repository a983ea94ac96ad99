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

test("no module makes markup of texts or reaches for the network", () => {
  for (const file of readdirSync(kSources)) {
    if (!file.endsWith(".js")) continue;
    const source = readFileSync(new URL(file, kSources), "utf8").replace(/\/\*[^]*?\*\//g, "");
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function/, file);
    assert.doesNotMatch(source, /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(/, file);
  }
});
