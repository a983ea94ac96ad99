// Without WebGL the graph is a table, and all else is the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, sample, textOf } from "./browser.mjs";

const news = sample();
let browser;
before(async () => { browser = await launch({ webgl: false }); });
after(async () => {
  await browser.close();
  news.remove();
});

test("shows a table where WebGL is missing, and says so", async () => {
  const page = await open(browser, news.page);
  assert.equal(await page.evaluate(() => document.body.dataset.view), "table");
  assert.match(await textOf(page, "#table"), /This browser shows no WebGL.*Name What Also called/);
  assert.equal((await page.$$("#table tbody tr")).length, 9);
  await page.click(`#table tr[data-id=${news.idOf("Marta Keller")}]`);
  assert.equal(await textOf(page, "#panel h2"), "Marta Keller");
  await page.$eval('[data-filter="type:person"]', (box) => box.click());
  assert.equal((await page.$$("#table tbody tr")).length, 5);
  await page.click("#show-path");
  await page.keyboard.press("0");
  assert.deepEqual(page.trespasses, []);
});
