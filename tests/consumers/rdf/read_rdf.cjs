// N3, jsonld and Oxigraph read the same quads from every syntax: node read_rdf.cjs DIRECTORY
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const consumers = createRequire(path.join(process.env.NEWSGRAPH_CONSUMERS, 'rdf_javascript', 'package.json'));
const N3 = consumers('n3');
const jsonld = consumers('jsonld');
const { Store } = consumers('oxigraph');

const directory = process.argv[2];
const FORMATS = {
  '.ttl': 'text/turtle', '.nt': 'application/n-triples', '.trig': 'application/trig',
  '.nq': 'application/n-quads', '.jsonld': 'application/ld+json',
};

function fail(message) {
  console.error('FAILED: ' + message);
  process.exit(1);
}

/** A quad as one string, whichever library's objects it is made of. Oxigraph keeps values: 1.0 comes back as 1. */
function key(quad) {
  const value = (t) => (t.datatype.value.endsWith('#decimal') ? Number(t.value) : t.value);
  const term = (t) => t.termType === 'Literal'
    ? JSON.stringify([value(t), t.language.toLowerCase(), t.datatype.value]) : `${t.termType} ${t.value}`;
  return [quad.subject, quad.predicate, quad.object, quad.graph].map(term).join('\n');
}
const keys = (quads) => new Set(Array.from(quads, key));

const withN3 = (text, format) => keys(new N3.Parser({ format }).parse(text));
async function withJsonld(text) {
  const nquads = await jsonld.toRDF(JSON.parse(text), {
    format: 'application/n-quads',
    documentLoader: (url) => { throw new Error(`the context is not in the file but at ${url}`); },
  });
  return withN3(nquads, 'application/n-quads');
}
function withOxigraph(text, format) {
  const store = new Store();
  store.load(text, { format });
  return keys(store.match());
}

async function main() {
  const endings = { hostile: Object.keys(FORMATS), examples: Object.keys(FORMATS), documents: ['.nq', '.trig', '.jsonld'] };
  for (const [name, of] of Object.entries(endings)) {
    let expected;
    for (const ending of of) {
      const file = name + ending;
      const text = fs.readFileSync(path.join(directory, file), 'utf8');
      const read = { Oxigraph: withOxigraph(text, FORMATS[ending]) };
      if (ending === '.jsonld') read.jsonld = await withJsonld(text);
      else read.N3 = withN3(text, FORMATS[ending]);
      for (const [reader, quads] of Object.entries(read)) {
        expected ??= quads;
        const different = [...quads].filter((q) => !expected.has(q)).concat([...expected].filter((q) => !quads.has(q)));
        if (different.length > 0) fail(`${reader} reads ${file} differently: ${different[0]} … (${different.length})`);
        if (quads.size < 100) fail(`${reader} reads only ${quads.size} quads from ${file}`);
      }
    }
  }
}
main().catch((error) => fail(error.stack));
