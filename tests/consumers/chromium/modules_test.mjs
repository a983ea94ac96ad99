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
  for (const none of ["yesterday", "9999-99-99", "2023-02-29", "2024-00-10"]) assert.equal(dayOfIso(none), 0, none);
});

/** Just what links are about. */
const linked = (entities = 3, loose = 0) => ({
  entities: Array.from({ length: entities }, (_, index) => ({ index, id: "e_" + index, label: "John Smith" })),
  relations: [], outlets: ["Courier", "Post"], loose,
  speakers: [{ entity: 0, name: "John Smith" }, { entity: 1, name: "John Smith" }, { entity: -1, name: "officials" }] });

test("links keep filters, and who is meant of two with one name", async () => {
  const { HashReader, toHash } = await import(new URL("hash.js", kSources));
  const graph = linked();
  const reader = new HashReader(graph);
  for (const filter of [{ speakers: new Set([1]) }, { speakers: new Set([0, 2]) }, { speakers: new Set([-1]) },
                        { outlets: new Set([-1, 1]) }, { since: 20240301, until: 20240301 }, { connected: true }]) {
    const state = reader.read("");
    const hash = toHash(graph, { ...state, filter: { ...state.filter, ...filter } });
    assert.deepEqual(reader.read(hash).filter, { ...state.filter, ...filter }, hash);
  }
});

test("links pass over what the graph or the calendar does not have", async () => {
  const { HashReader } = await import(new URL("hash.js", kSources));
  const reader = new HashReader(linked());
  const nothing = reader.read("").filter;
  for (const hash of ["outlet=Nobody", "by=Nobody", "until=9999-99-99", "since=2024-02-30", "since=2024-05-02&until=2024-05-01"]) {
    assert.deepEqual(reader.read(hash).filter, nothing, hash);
  }
  assert.deepEqual(reader.read("outlet=Nobody&outlet=Post&outlet=").filter.outlets, new Set([1, -1]));
});

test("a large graph opens without what is unconnected, where that is much", async () => {
  const { firstFilter } = await import(new URL("filter.js", kSources));
  const { HashReader, toHash } = await import(new URL("hash.js", kSources));
  for (const [entities, loose, connected] of [[1000, 300, true], [1000, 50, false], [100, 30, false], [1000, 1000, false]]) {
    assert.equal(firstFilter(linked(entities, loose)).connected, connected, `${loose} of ${entities}`);
  }
  const graph = linked(1000, 300);
  const reader = new HashReader(graph);
  const state = reader.read("");
  assert.equal(toHash(graph, state), "");
  assert.equal(toHash(graph, { ...state, filter: { ...state.filter, connected: false } }), "connected=0");
  assert.equal(reader.read("connected=0").filter.connected, false);
});

test("each manner of telling has a pattern of its own", async () => {
  const { kStatusLooks } = await load("palette.js");
  const patterns = Object.values(kStatusLooks).map(({ pattern }) => pattern);
  assert.equal(new Set(patterns).size, patterns.length);
  const style = readFileSync(new URL("style.css", kSources), "utf8");
  const program = readFileSync(new URL("strand_program.js", kSources), "utf8");
  for (const pattern of patterns) {
    assert.match(program, new RegExp(`kPatterns = .*\\b${pattern}: \\d`), pattern);
    if (pattern !== "solid") assert.match(style, new RegExp(`\\.sample\\[data-pattern="${pattern}"\\] {`), pattern);
  }
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
