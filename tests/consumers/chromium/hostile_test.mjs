// Whatever texts hold, they stay texts, and nothing leaves the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open, textOf } from "./browser.mjs";

const file = join(process.env.NEWSGRAPH_SAMPLES, "hostile.html");
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

test("shows hostile texts as they are, everywhere", async () => {
  const page = await open(browser, file);
  await page.evaluate(() => {
    globalThis.made = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          for (const one of node.querySelectorAll?.("script, img, iframe, style, object, b i") ?? []) made.push(one.outerHTML);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
  const { entities, relations } = await page.evaluate(() => ({
    entities: newsgraph.graph.entities.map(({ label }) => label), relations: newsgraph.graph.relations.length }));
  assert.ok(entities.includes("</script><b>]]>&amp;<!--"));
  assert.ok(entities.includes("bell, escape, nullbyte\ttab\r\nline"));
  for (let i = 0; i < entities.length; ++i) {
    await page.evaluate((index) => newsgraph.openEntity(index), i);
    assert.equal(await page.$eval("#panel h2", (title) => title.textContent), entities[i] || "(no name)");
    await page.evaluate((index) => { newsgraph.openPath(index, 0); }, i);
  }
  for (let i = 0; i < relations; ++i) await page.evaluate((index) => newsgraph.openRelation(index), i);
  for (const kind of ["entities", "relations", "statements"]) {
    await page.evaluate((one) => {
      newsgraph.table.kind = one;
      newsgraph.change({ table: true });
    }, kind);
  }
  assert.deepEqual(await page.evaluate(() => made), []);
  assert.deepEqual(page.trespasses, []);
});

test("shows invisible and foreign writing without harm to what stands around it", async () => {
  const page = await open(browser, file);
  const index = await page.evaluate(() => newsgraph.graph.entities.findIndex(({ label }) => label.includes("מרתה")));
  await page.evaluate((one) => newsgraph.openEntity(one), index);
  assert.equal(await page.$eval("#panel h2 > *", (name) => name.tagName), "BDI");
  await page.keyboard.press("/");
  await page.keyboard.type("🕊");
  assert.match(await textOf(page, "#search"), /🕊 dove/);
  assert.deepEqual(page.trespasses, []);
});

test("links to the web alone, and never to scripts", async () => {
  const page = await open(browser, file);
  const links = await page.evaluate(() => {
    const found = new Set();
    for (const { index } of newsgraph.graph.relations) {
      newsgraph.openRelation(index);
      for (const { href, target, rel } of document.querySelectorAll("a")) found.add(`${href} ${target} ${rel}`);
    }
    return [...found];
  });
  assert.deepEqual(links, ["https://news.example/a%201?x=%3Cy%3E&z=%22q%22 _blank noopener noreferrer"]);
});

test("lets nothing in and nothing out, even if told to", async () => {
  const page = await open(browser, file);
  const outcome = await page.evaluate(async () => {
    const answer = {};
    answer.fetch = await fetch("https://example.org/").then(() => "went out", () => "blocked");
    const script = document.createElement("script");
    script.textContent = "globalThis.injected = true";
    document.body.appendChild(script);
    answer.script = globalThis.injected === true ? "ran" : "blocked";
    const image = new Image();
    answer.image = await new Promise((done) => {
      image.onload = () => done("loaded");
      image.onerror = () => done("blocked");
      image.src = "https://example.org/x.png";
    });
    const button = document.createElement("button");
    button.setAttribute("onclick", "globalThis.clicked = true");
    document.body.appendChild(button);
    button.click();
    answer.handler = globalThis.clicked === true ? "ran" : "blocked";
    return answer;
  });
  assert.deepEqual(outcome, { fetch: "blocked", script: "blocked", image: "blocked", handler: "blocked" });
});

test("names no other address that a browser would load", () => {
  const page = readFileSync(file, "utf8");
  const loading = page.match(/(?:\s(?:src|href|action|poster|srcset)\s*=\s*["']|url\()\s*(?:https?:)?\/\/[^"')]*/g);
  assert.equal(loading, null);
});
