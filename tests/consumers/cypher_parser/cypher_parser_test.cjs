// Neo4j's own parser and semantic checks find nothing to object to in what newsgraph writes, neither as
// Cypher 5 nor as Cypher 25. What a server finds only when it runs a statement is tested in ../neo4j.
const assert = require('node:assert');
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { test } = require('node:test');

const root = path.resolve(__dirname, '../../..');
const consumers = process.env.NEWSGRAPH_CONSUMERS ?? path.join(root, 'build/consumers');
const samples = process.env.NEWSGRAPH_SAMPLES ?? path.join(root, 'build/release/tests/export/samples');
const { lintCypherQuery } = createRequire(path.join(consumers, 'cypher_parser/'))('@neo4j-cypher/language-support');

/// The errors that the parser finds in a script, each with its line.
function errors(text, version) {
  return lintCypherQuery(text, { defaultLanguage: version, parameters: {} })
    .diagnostics.filter((diagnostic) => diagnostic.severity === 1)
    .map((diagnostic) => `line ${diagnostic.range.start.line + 1}: ${diagnostic.message}`);
}

for (const version of ['CYPHER 5', 'CYPHER 25']) {
  test(`${version}: the parser finds what is wrong`, () => {
    assert.notDeepEqual(errors('MERGE (n:Entity {id: "a"} SET n.x = 1;', version), []);
    assert.notDeepEqual(errors('MATCH (n) RETURN m;', version), []);
    assert.notDeepEqual(errors('CREATE CONSTRAINT ON (n:Entity) ASSERT n.id IS UNIQUE;', version), []);
  });

  for (const file of ['hostile.cypher', 'claims.cypher', 'claims-neo4j-csv/schema.cypher']) {
    test(`${version}: ${file} is valid`, () => {
      assert.deepEqual(errors(fs.readFileSync(path.join(samples, file), 'utf8'), version), []);
    });
  }

  test(`${version}: the queries of examples/neo4j are valid`, () => {
    const recipe = fs.readFileSync(path.join(root, 'examples/neo4j/README.md'), 'utf8');
    const queries = [...recipe.matchAll(/^```cypher.*\n([^]*?)^```/gm)].map((match) => match[1]);
    assert.ok(queries.length > 10);
    for (const query of queries) assert.deepEqual(errors(query, version), [], query);
  });
}
