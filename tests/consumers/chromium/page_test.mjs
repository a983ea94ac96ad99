// The page as its readers use it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { clickPicture, launch, newsgraph, open, sample, textOf, writePageOf } from "./browser.mjs";

const news = sample();
let browser;
let page;
before(async () => { browser = await launch(); });
after(async () => {
  await browser.close();
  news.remove();
});
afterEach(async () => {
  assert.deepEqual(page.trespasses, [], "no request, no error, no warning");
  await page.close();
});

const shown = () => page.evaluate(() => {
  const { entityCount, relationCount, statementCount } = newsgraph.selection;
  return { entityCount, relationCount, statementCount };
});
const hash = () => page.evaluate(() => decodeURIComponent(location.hash));
const search = async (words) => {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
};
/** The relation with this subject, label and object, as the program numbers it. */
const relationId = (subject, readable, polarity = "affirmed") => news.json.relations.find((relation) =>
  relation.subject === news.idOf(subject) && relation.readable === readable && relation.polarity === polarity).id;
const openRelation = async (id) => { page = await open(browser, news.page, { hash: "r=" + id }); };

test("opens on the whole graph, with counts in the legend", async () => {
  page = await open(browser, news.page);
  assert.equal(await page.title(), "news");
  assert.equal(await textOf(page, "#summary"), "9 entities · 13 relations, 3 statements · 3 articles");
  assert.deepEqual(await shown(), { entityCount: 9, relationCount: 13, statementCount: 3 });
  const legend = (await textOf(page, "[data-section=types]")).replaceAll(" only", "");
  assert.match(legend, /Persons 4 Organizations 2 Places 2 Events 1/);
  assert.match((await textOf(page, "[data-section=told]")).replaceAll(" only", ""), /13 relations, 3 statements Stated as fact 12 Only reported 1 Planned 1 Possible 1 Not so 1/);
});

test("counts relations and statements as the program does", async () => {
  page = await open(browser, news.page);
  const listed = JSON.parse(newsgraph("list", news.graph, "--json")).entities;
  const ranking = await page.$$eval("#panel section:not(.contested) .ranking:first-of-type li", (rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ")));
  await page.evaluate(() => newsgraph.change({ table: true }));
  const table = await page.$$eval("#table tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  assert.equal(table.length, listed.length);
  for (const { label, relations } of listed) {
    const row = table.find(([name]) => name === label);
    assert.equal(row[3], String(relations), label);
    const statements = news.json.statements.filter(({ subject }) => subject === news.idOf(label)).length;
    assert.equal(row[4], String(statements), label);
    const ranked = ranking.find((text) => text.startsWith(label));
    if (ranked !== undefined) assert.match(ranked, new RegExp(`${relations} relations?${statements > 0 ? `, ${statements} statements?` : ""}$`));
  }
  assert.ok(ranking.length > 0);
});

/** A large graph: a star of 301, 60 pairs around it, and 250 that are related to nothing, further out. */
function largePage() {
  const entities = [];
  const relations = [];
  const place = (radius, share) => [radius * Math.cos(share * 2 * Math.PI), radius * Math.sin(share * 2 * Math.PI)];
  const add = ([x, y], size) => entities.push([String(entities.length).padStart(16, "0"), `Name Number ${entities.length}`,
    "entity", "person", x, y, size, 0, 1, 1, "", "", "", [], []]) - 1;
  const relate = (subject, object) => relations.push([String(relations.length).padStart(16, "0"), subject, object, 0, "OTHER",
    "affirmed", "actual", 1, 0, 0.9, 1, "", "", [], [-1, -1, 0.9, 0, 0]]);
  add([0, 0], 100);
  for (let i = 0; i < 300; ++i) relate(0, add(place(300 + 700 * (i % 7) / 6, i / 300), 5 + i % 20));
  for (let i = 0; i < 60; ++i) relate(add(place(1500, i / 60), 4), add(place(1550, i / 60), 4));
  for (let i = 0; i < 250; ++i) add(place(3000, i / 250), 4);
  const file = join(news.folder, "large.html");
  writePageOf(news.page, file, { entities, relations, predicates: ["knows"], outlets: [], speakers: [] });
  return file;
}

/** How much of the viewport the box of these entities takes; above 1 it does not fit. */
const share = (from, to) => page.evaluate((first, last) => {
  const { view } = newsgraph;
  const { width, height } = view.sigma.getDimensions();
  const places = Array.from({ length: last - first }, (_, i) => view.placeOfEntity(first + i));
  const far = (axis, middle) => Math.max(...places.map((place) => Math.abs(place[axis] - middle))) / middle;
  return Math.max(far("x", width / 2), far("y", height / 2));
}, from, to);
const settled = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test("opens a large graph on what is connected, and frames it anew with all", async () => {
  page = await open(browser, largePage());
  await settled();
  const isFramed = (one) => one > 0.75 && one <= 1;
  assert.deepEqual(await shown(), { entityCount: 421, relationCount: 360, statementCount: 0 });
  assert.ok(isFramed(await share(0, 301)), `main part: ${await share(0, 301)}`);
  assert.match(await textOf(page, "#panel .unconnected"), /^250 entities are related to no other, and left out of the picture\. Show all$/);
  assert.equal(await page.$("button.clear"), null, "nothing that one would clear");
  await page.click("#panel .unconnected button");
  await settled();
  assert.equal(await hash(), "#connected=0");
  assert.equal((await shown()).entityCount, 671);
  assert.ok(isFramed(await share(0, 671)), `all: ${await share(0, 671)}`);
  await page.$eval('[data-filter="connected"]', (box) => box.click());
  await settled();
  assert.equal(await hash(), "");
  assert.ok(isFramed(await share(0, 301)));
  const ratio = await page.evaluate(() => {
    newsgraph.view.lookAtAll(0);
    return newsgraph.view.sigma.getCamera().getState().ratio;
  });
  assert.ok(ratio > 0, "moves at once, without a frame that shows nothing");
  await page.evaluate(() => newsgraph.openEntity(670));
  assert.match(await textOf(page, "#panel"), /Not in the picture, because it is related to no other\. Show all/);
});

test("writes few names over a large graph, the largest first, none over another", async () => {
  page = await open(browser, largePage());
  for (const [width, height] of [[1400, 860], [390, 800]]) {
    await page.setViewport({ width, height });
    await settled();
    const { names, area } = await page.evaluate(() => {
      const { view } = newsgraph;
      view.sigma.refresh();
      const { width, height } = view.sigma.getDimensions();
      return { names: view.names, area: width * height };
    });
    assert.ok(names.length > 3 && names.length <= area / 8000, `${names.length} names in ${width} pixels`);
    assert.equal(names[0].index, 0, "the largest has its name");
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        assert.ok(isApart, `${a.index} over ${b.index}`);
      }
    }
  }
});

test("draws smaller where there is little room", async () => {
  page = await open(browser, news.page);
  const largest = () => page.evaluate(() => Math.max(...newsgraph.graph.entities.map(({ index }) => newsgraph.view.radius(index))));
  const wide = await largest();
  await page.setViewport({ width: 390, height: 800 });
  await settled();
  const narrow = await largest();
  assert.ok(narrow < 0.65 * wide, `${narrow} of ${wide}`);
  assert.ok(narrow > 5, "still to be clicked");
});

test("draws what it holds", async () => {
  page = await open(browser, news.page);
  const drawn = await page.evaluate(() => {
    const inked = (id) => {
      const canvas = document.querySelector(`canvas.sigma-${id}`);
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      copy.drawImage(canvas, 0, 0);
      return copy.getImageData(0, 0, canvas.width, canvas.height).data.filter((value, i) => i % 4 === 3 && value > 0).length;
    };
    const names = inked("overlay");
    // WebGL keeps its drawing only until the end of the task.
    newsgraph.view.sigma.refresh();
    return { names, nodes: inked("nodes"), edges: inked("edges") };
  });
  for (const [layer, pixels] of Object.entries(drawn)) assert.ok(pixels > 500, `${layer}: ${pixels}`);
});

test("finds entities by any name, accents and slips apart", async () => {
  page = await open(browser, news.page);
  for (const [words, label] of [["keller", "Marta Keller"], ["lukasz ost", "Łukasz Östberg"], ["Halvrad", "Halvard Bank"]]) {
    await search(words);
    await page.waitForSelector("#search [role=option]");
    await page.keyboard.press("Enter");
    assert.equal(await textOf(page, "#panel h2"), label, words);
    assert.equal(await hash(), "#e=" + news.idOf(label));
  }
  await search("nobody of that name");
  assert.match(await textOf(page, "#search"), /Nobody and nothing of that name/);
});

test("shows the card of an entity that is clicked, statements included", async () => {
  page = await open(browser, news.page);
  await page.click("#toggle-side");  // the picture becomes wider
  await clickPicture(page, (id) => newsgraph.view.placeOfEntity(newsgraph.hashes.entities.get(id)), news.idOf("Marta Keller"));
  const card = await textOf(page, "#panel");
  assert.match(card, /^× Person Marta Keller Prime Minister 5 mentions in 2 articles · 3 May – 10 Jun 2024 Also called Keller/);
  assert.match(card, /Contested 2/);
  assert.match(card, /Statements 1 is Prime Minister/);
  assert.match(card, /declined to visit Lisbon/);
  assert.match(card, /Related to 4/);
});

test("lights what is under the mouse, with its neighbours", async () => {
  page = await open(browser, news.page);
  const at = await page.evaluate((id) => newsgraph.view.placeOfEntity(newsgraph.hashes.entities.get(id)), news.idOf("Halvard Bank"));
  const box = await (await page.$("#picture")).boundingBox();
  await moveUntil(box.x + at.x, box.y + at.y, (lit) => lit > 0);
  const lit = await page.evaluate(() => [...newsgraph.view.lit()].map((index) => newsgraph.graph.entities[index].label).sort());
  assert.deepEqual(lit, ["Halvard Bank", "Norland Energy", "Peter Brandt"]);
  await moveUntil(box.x + 2, box.y + 2, (lit) => lit === 0);
});

/** Moves the mouse there until as many nodes are lit: what is under it is looked up only when it moves, and a
 *  move before the picture is drawn finds nothing. */
async function moveUntil(x, y, enough) {
  for (let step = 0; step < 200; ++step) {
    await page.mouse.move(x + step % 2, y);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    if (enough(await page.evaluate(() => newsgraph.view.lit().size))) return;
  }
  assert.fail("what is lit does not change");
}

test("shows the sentences of a line that is clicked: article, date, who says it", async () => {
  page = await open(browser, news.page);
  await clickPicture(page, (subject, object) => {
    const { view, hashes } = newsgraph;
    const [s, o] = [subject, object].map((id) => hashes.entities.get(id));
    return view.placeOfStrand([...view.strands.values()].find((one) => one.subject === s && one.object === o && one.status === "reported"));
  }, news.idOf("Tomas Lind"), news.idOf("Norland Energy"));
  const panel = await textOf(page, "#panel");
  assert.match(panel, /Between Tomas Lind and Norland Energy/);
  assert.match(panel, /supports \(reported\)/);
  assert.match(panel, /Peter Brandt said that Tomas Lind supports Norland Energy\. According to Peter Brandt \(said\) No visit to Oslo · Harbour Post · 10 Jun 2024/);
  assert.match(panel, /Tomas Lind works for Norland Energy\. In the article's own voice Keller visits Oslo · Norland Courier · 3 May 2024 · Ines Falk/);
  assert.equal(await page.$eval("#panel cite a", (a) => a.href + " " + a.rel), "https://post.example/no-visit noopener noreferrer");
  assert.deepEqual(await page.$$eval("#panel .claim mark", (marks) => marks.slice(0, 3).map((mark) => mark.textContent)),
    ["Tomas Lind", "supports", "Norland Energy"]);
});

test("shows who says the contrary", async () => {
  await openRelation(relationId("Marta Keller", "visited"));
  const panel = await textOf(page, "#panel");
  assert.match(panel, /Stated as fact ≠ Contested/);
  assert.match(panel, /Said to the contrary Marta Keller not visited Oslo Not so Marta Keller did not visit Oslo\. .*Harbour Post/);
});

test("tells a fact from what is not one, in words and in the way it is drawn", async () => {
  page = await open(browser, news.page);
  const looks = await page.evaluate(() => Object.fromEntries([...newsgraph.view.strands.values()]
    .map(({ key, status }) => [status, newsgraph.view.sigma.getEdgeDisplayData(key).pattern])));
  assert.deepEqual(looks, { asserted: 0, reported: 1, planned: 2, possible: 4, negated: 3 });
  for (const [subject, readable, polarity, label] of [
    ["Marta Keller", "visited", "negated", "not visited"], ["Marta Keller", "will visit", "affirmed", "will visit (planned)"],
    ["Tomas Lind", "supports", "affirmed", "supports (reported)"], ["Peter Brandt", "may visit", "affirmed", "may visit (possible)"]]) {
    await page.evaluate((id) => { location.hash = "r=" + id; }, relationId(subject, readable, polarity));
    await page.waitForFunction((text) => document.querySelector("#panel .triple")?.innerText.includes(text), {}, label);
  }
});

test("says what is said of a relation", async () => {
  await openRelation(relationId("Tomas Lind", "supports"));
  assert.match(await textOf(page, "#panel .said-of"), /Peter Brandt said that: Tomas Lind supports \(reported\) Norland Energy/);
});

test("filters by type, class, manner, confidence, outlet and speaker", async () => {
  page = await open(browser, news.page);
  const toggle = (filter) => page.$eval(`[data-filter="${filter}"]`, (box) => box.click());
  const whole = await shown();
  await toggle("type:person");
  assert.deepEqual(await shown(), { entityCount: 5, relationCount: 2, statementCount: 0 });
  assert.equal(await hash(), "#-type=person");
  assert.match(await textOf(page, "[data-section=types]"), /Persons 0\/4/);
  await toggle("type:person");
  assert.deepEqual(await shown(), whole);

  await toggle("told:negated");
  assert.equal((await shown()).relationCount, 12);
  await toggle("told:negated");
  const accusations = news.json.relations.filter((relation) => relation.class === "CONSULT").length;
  await toggle("class:CONSULT");
  assert.equal((await shown()).relationCount, 13 - accusations);
  await toggle("class:CONSULT");
  await toggle("contested");
  assert.equal((await shown()).relationCount, 2);
  await toggle("contested");

  const outlets = await page.evaluate(() => newsgraph.graph.outlets);
  await toggle("outlets:" + outlets.indexOf("Strait Monitor"));
  assert.deepEqual(await shown(), { entityCount: 4, relationCount: 3, statementCount: 0 });
  assert.equal(await hash(), "#outlet=Strait+Monitor");
  await page.keyboard.press("x");
  assert.deepEqual(await shown(), whole);
  await toggle("speakers:0");
  assert.deepEqual(await shown(), { entityCount: 2, relationCount: 1, statementCount: 0 });
  await page.keyboard.press("x");

  const surer = (least) => news.json.relations.filter(({ confidence }) => confidence >= least).length;
  const least = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95].find((one) => surer(one) < 13);
  const sure = surer(least);
  await page.$eval('[data-filter="confidence"]', (slider, value) => {
    slider.value = String(value);
    slider.dispatchEvent(new Event("change"));
  }, least);
  assert.equal((await shown()).relationCount, sure);
  assert.ok(sure > 0 && sure < 13, "the sample has surer and less sure relations");
});

test("agrees with the program's own filters on what happened when", async () => {
  for (const [since, until] of [["2024-06-01", ""], ["", "2024-05-31"], ["2024-06-01", "2024-06-30"]]) {
    const args = [since && ["--since", since], until && ["--until", until]].filter(Boolean).flat();
    const part = JSON.parse(newsgraph("export", news.graph, "-f", "json", ...args));
    page = await open(browser, news.page, { hash: new URLSearchParams({ since, until }).toString() });
    assert.deepEqual(await shown(), { entityCount: part.entities.length, relationCount: part.relations.length,
                                      statementCount: part.statements.length }, args.join(" "));
    if (until === "" || since === "") await page.close();
  }
});

test("moves through time with the slider, by keys too", async () => {
  page = await open(browser, news.page);
  await page.focus('[data-filter="since"]');
  await page.keyboard.press("End");
  const since = await page.evaluate(() => newsgraph.state.filter.since);
  assert.ok(since > 20240701, String(since));
  assert.equal((await shown()).relationCount, 3);
  assert.match(await hash(), /^#since=2024-07-/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.filter), "since", "the handle keeps the focus");
  await page.keyboard.press("Home");
  assert.equal((await shown()).relationCount, 13);
});

test("finds the path that the program finds", async () => {
  page = await open(browser, news.page);
  await page.click("#show-path");
  for (const words of ["keller", "halvard"]) {
    const input = await page.waitForSelector("#panel input:placeholder-shown");
    await input.type(words);
    await page.waitForSelector("#panel [role=option]");
    await page.keyboard.press("Enter");
  }
  const expected = JSON.parse(newsgraph("path", news.graph, "Keller", "Halvard Bank", "--json")).paths[0];
  const labels = await page.$$eval("#panel .steps > li > .entity", (all) => all.map((one) => one.textContent));
  assert.deepEqual(labels, expected.nodes.map(({ label }) => label));
  assert.equal(await hash(), `#p=${news.idOf("Marta Keller")},${news.idOf("Halvard Bank")}`);
  const lit = await page.evaluate(() => newsgraph.scene().lit.size);
  assert.equal(lit, expected.nodes.length);
  await page.evaluate(() => newsgraph.changeFilter({ hiddenTypes: new Set(["organization"]) }));
  assert.match(await textOf(page, "#panel"), /No path between Marta Keller and Halvard Bank/);
});

test("opens where a link leads, and goes back", async () => {
  const id = news.idOf("Norland Energy");
  page = await open(browser, news.page, { hash: `e=${id}&-told=reported&only=1` });
  assert.equal(await textOf(page, "#panel h2"), "Norland Energy");
  assert.equal((await shown()).relationCount, 12);
  assert.equal(await page.evaluate(() => newsgraph.state.only), true);
  await page.evaluate(() => newsgraph.openEntity(newsgraph.hashes.entities.values().next().value));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#panel h2").innerText === "Norland Energy");
  await page.evaluate(() => { location.hash = "e=e_ffffffffffffffff&p=&r=nonsense&-type=robot&since=never"; });
  await page.waitForFunction(() => document.body.dataset.open === "path");
});

test("passes over words of a link that mean nothing here", async () => {
  for (const words of ["outlet=Nobody", "by=Nobody", "until=9999-99-99", "since=2024-07-01&until=2024-05-01"]) {
    page = await open(browser, news.page, { hash: words });
    assert.deepEqual(await shown(), { entityCount: 9, relationCount: 13, statementCount: 3 }, words);
    assert.ok(await page.$eval("#timeline .window", (rect) => rect.width.baseVal.value > 0), words);
    assert.deepEqual(page.trespasses, [], words);
    if (!words.startsWith("since")) await page.close();
  }
});

test("is used with keys alone", async () => {
  page = await open(browser, news.page);
  await search("brandt");
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("f");
  assert.equal(await page.evaluate(() => newsgraph.scene().only), true);
  await page.keyboard.press("p");
  assert.match(await hash(), /^#p=/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.equal(await hash(), "");
  await page.keyboard.press("t");
  assert.equal(await page.evaluate(() => document.body.dataset.view), "table");
  await page.keyboard.press("t");
  await page.keyboard.press("c");
  assert.equal((await shown()).relationCount, 2);
  await page.keyboard.press("x");
  const before = await page.evaluate(() => newsgraph.view.sigma.getCamera().ratio);
  await page.keyboard.press("+");
  await page.waitForFunction((ratio) => newsgraph.view.sigma.getCamera().ratio < ratio, {}, before);
  await page.keyboard.press("?");
  assert.match(await textOf(page, "#help"), /Keys .*\/ Search/);
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("#help", (dialog) => dialog.open), false);
});

test("is dark where the system is, until somebody chooses", async () => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  page = await open(browser, news.page, { dark: true });
  assert.equal(await paper(), "rgb(20, 23, 28)");
  await page.keyboard.press("d");
  assert.equal(await paper(), "rgb(251, 250, 247)");
  await page.reload();
  await page.waitForSelector("body[data-ready='true']");
  assert.equal(await paper(), "rgb(251, 250, 247)", "the choice is kept");
  await page.keyboard.press("d");
});

test("has tables of all it holds, sorted and searched", async () => {
  page = await open(browser, news.page, { hash: "view=table" });
  const column = (n) => page.$$eval(`#table tbody td:nth-child(${n})`, (cells) => cells.map((cell) => cell.innerText));
  assert.equal((await column(1))[0], "Marta Keller", "best connected first");
  await (await page.waitForSelector("#table th:nth-child(1) button")).click();
  assert.equal((await column(1))[0], "Halvard Bank");
  await page.type("#table input", "ostberg");
  assert.deepEqual(await column(1), ["Łukasz Östberg"]);
  await page.keyboard.press("Escape");
  await (await page.$$("#table [role=tab]"))[1].click();
  await page.$eval("#table input", (input) => {
    input.value = "";
    input.dispatchEvent(new Event("input"));
  });
  assert.equal((await column(1)).length, 13);
  await page.focus("#table tbody tr");
  await page.keyboard.press("Enter");
  assert.match(await hash(), /r=r_/);
});

test("says what it does not hold, and how to choose", async () => {
  const part = join(news.folder, "part.html");
  newsgraph("view", news.graph, "-o", part, "--max-nodes", "4");
  page = await open(browser, part);
  const note = await textOf(page, "#panel .omission");
  assert.match(note, /^This page holds the 4 most connected entities\. 5 entities, \d+ relations and \d+ statements? of the graph file are left out\./);
  assert.match(note, /newsgraph view FILE --type person/);
});

test("opens without anything in it", async () => {
  const empty = join(news.folder, "empty.html");
  newsgraph("view", news.graph, "-o", empty, "--min-support", "99");
  page = await open(browser, empty);
  assert.match(await textOf(page, "#panel"), /An empty graph/);
  assert.match(await textOf(page, "#timeline"), /No dates are known/);
  await page.keyboard.press("t");
  assert.match(await textOf(page, "#table"), /Nothing here/);
  await page.keyboard.press("0");
});
