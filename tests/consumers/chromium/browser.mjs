// Debian's Chromium with one page from disk, and what the page did that it should not.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const consumers = process.env.NEWSGRAPH_CONSUMERS;
const program = process.env.NEWSGRAPH;
const modules = join(consumers, "chromium/node_modules/x.js");
const puppeteer = (await import(pathToFileURL(createRequire(modules).resolve("puppeteer-core")))).default;

const kWebGl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const kNoWebGl = ["--disable-gpu", "--disable-3d-apis"];

/** What the program prints. @param {...string} args */
export const newsgraph = (...args) =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The graph of articles.jsonl beside this, as a graph file and a page; remove() takes them away. */
export function sample() {
  const folder = mkdtempSync(join(tmpdir(), "newsgraph-page-"));
  const graph = join(folder, "news.ngraph");
  const page = join(folder, "news.html");
  newsgraph("build", fileURLToPath(new URL("articles.jsonl", import.meta.url)), "-o", graph);
  newsgraph("view", graph, "-o", page);
  const json = JSON.parse(newsgraph("export", graph, "-f", "json"));
  const idOf = (label) => json.entities.find((entity) => entity.label === label).id;
  return { folder, graph, page, idOf, json, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * The page with other entities and relations than the program found: rows as export/html/README.md
 * has them. @param {string} page @param {string} file  to be written
 */
export function writePageOf(page, file, change) {
  const html = readFileSync(page, "utf8").replace(/(<script type="application\/json" id="graph-data">)([^]*?)(<\/script>)/,
    (_, begin, text, end) => begin + JSON.stringify({ ...JSON.parse(text), ...change }).replaceAll("<", "\\u003c") + end);
  writeFileSync(file, html);
}

/** Chromium; its pages look as `options` say. */
export async function launch({ webgl = true } = {}) {
  return puppeteer.launch({
    executablePath: process.env.NEWSGRAPH_CHROMIUM, headless: true, protocolTimeout: 300000,
    args: ["--no-sandbox", "--force-prefers-reduced-motion", ...(webgl ? kWebGl : kNoWebGl)],
    defaultViewport: { width: 1400, height: 860 },
  });
}

/**
 * Opens a page from disk, once it is ready. `page.trespasses` collects every request beyond the file
 * itself, error and warning: to be empty at the end of each test.
 */
export async function open(browser, file, { hash = "", dark = false } = {}) {
  const page = await browser.newPage();
  page.trespasses = [];
  const url = pathToFileURL(file).href + (hash === "" ? "" : "#" + hash);
  page.on("request", (request) => {
    if (request.url().replace(/#.*/, "") !== pathToFileURL(file).href) page.trespasses.push(request.url());
  });
  page.on("pageerror", (error) => page.trespasses.push(String(error)));
  page.on("console", (message) => {
    // Chromium speaks of its own software rendering here.
    const isAboutGraphics = /GL Driver Message|GPU stall|swiftshader/i.test(message.text());
    if (["error", "warn"].includes(message.type()) && !isAboutGraphics) page.trespasses.push(message.text());
  });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(url);
  await page.waitForSelector("body[data-ready='true']", { timeout: 120000 });
  return page;
}

/** The visible text of an element, white space folded. */
export const textOf = (page, selector) =>
  page.$eval(selector, (element) => element.innerText.replace(/\s+/g, " ").trim());

/** Clicks the picture where `find`, a function in the page, says: { x, y } within it. */
export async function clickPicture(page, find, ...args) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const at = await page.evaluate(find, ...args);
  const box = await (await page.$("#picture")).boundingBox();
  await page.mouse.move(box.x + at.x, box.y + at.y);
  // Sigma looks what is under the mouse in its next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.mouse.click(box.x + at.x, box.y + at.y);
  // A click waits for the second of a double click.
  await new Promise((done) => setTimeout(done, 400));
}
