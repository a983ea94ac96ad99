// Bundles src/ into page.html, the page without its data, and the licences of what is in it into
// LICENSES.txt. Equal sources give equal bytes.
//
//     node bundle.mjs MODULES [--check]
//
// MODULES is the node_modules that package-lock.json gives; --check compares instead of writing.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [modulesArgument, ...flags] = process.argv.slice(2);
if (modulesArgument === undefined) {
  console.error("usage: node bundle.mjs MODULES [--check]");
  process.exit(2);
}
const modules = resolve(modulesArgument);
const esbuild = createRequire(join(modules, "x.js"))("esbuild");

const kCommon = { bundle: true, minify: true, charset: "utf8", write: false, legalComments: "none",
                  nodePaths: [modules], tsconfigRaw: {}, absWorkingDir: here,
                  logLevel: "warning" };

/** The folders of node_modules that the bundle has something of. */
function packagesOf(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const inside = relative(modules, resolve(here, input)).split(sep);
    if (inside[0] !== "..") names.add(inside[0].startsWith("@") ? inside.slice(0, 2).join("/") : inside[0]);
  }
  return [...names].sort();
}

/** The licence of a package, word by word. */
function licenceOf(name) {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).sort().find((one) => /^licen[cs]e/i.test(one));
  if (license !== "MIT" || file === undefined) throw new Error(`${name}: ${license}, ${file}`);
  const text = readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const script = await esbuild.build({
  ...kCommon, entryPoints: ["src/main.js"], format: "iife", target: "es2022", metafile: true });
const style = await esbuild.build({ ...kCommon, entryPoints: ["src/style.css"] });
const licences = "The page that newsgraph writes holds, besides newsgraph's own program:\n\n" +
  packagesOf(script.metafile).map(licenceOf).join("\n" + "-".repeat(80) + "\n\n");

// In the page itself too, because whoever passes the page on passes these programs on.
const notice = `/*\n${licences.replaceAll("*/", "* /")}*/\n`;
const code = (notice + script.outputFiles[0].text.trim()).replaceAll("</script", "<\\/script")
  .replaceAll("<!--", "<\\!--");
const css = style.outputFiles[0].text.trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(css)}; img-src data: blob:; ` +
  "base-uri 'none'; form-action 'none'";

const parts = { policy, style: css, script: code };
const page = readFileSync(join(here, "src/skeleton.html"), "utf8")
  .replace(/\{\{(policy|style|script)\}\}/g, (_, part) => parts[part]);

let isSame = true;
for (const [file, text] of [["page.html", page], ["LICENSES.txt", licences]]) {
  const path = join(here, file);
  if (!flags.includes("--check")) {
    writeFileSync(path, text);
    console.log(`${file}: ${text.length} bytes`);
  } else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(`${file} is not what its sources give; run bundle.mjs`);
    isSame = false;
  }
}
process.exitCode = isSame ? 0 : 1;
