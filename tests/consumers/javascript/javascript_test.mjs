// Cytoscape.js and graphology read from .cyjs and GEXF what newsgraph's own JSON says:
//   WRITE_SAMPLES=… WORK=… NEWSGRAPH_CONSUMERS=… node --test javascript_test.mjs
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {test} from 'node:test';

const require = createRequire(join(process.env.NEWSGRAPH_CONSUMERS, 'javascript', 'package.json'));
const cytoscape = require('cytoscape');
const {MultiDirectedGraph} = require('graphology');
const gexf = require('graphology-gexf');

const work = process.env.WORK;
mkdirSync(work, {recursive: true});
execFileSync(process.env.WRITE_SAMPLES, [work]);
const read = (name) => readFileSync(join(work, name), 'utf8');
const graph = JSON.parse(read('hostile.json'));
const sentences = new Map(graph.sentences.map((sentence) => [sentence.id, sentence.text]));
const evidence = (relation) => relation.claims.map((claim) => sentences.get(claim.evidence.sentence));
// Lists in GEXF have blanks for line breaks, and graphology's XML parser takes U+2028 for one.
const oneLine = (text) => text.replace(/[\t\n\r\u2028]/g, ' ');

test('Cytoscape.js opens .cyjs with every node in its place', () => {
  const cy = cytoscape({headless: true, elements: JSON.parse(read('hostile.cyjs')).elements,
                        layout: {name: 'preset'}});
  assert.equal(cy.nodes().length, graph.entities.length);
  assert.equal(cy.edges().length, graph.relations.length);
  for (const entity of graph.entities) {
    const node = cy.getElementById(entity.id);
    assert.equal(node.data('name'), entity.label);
    assert.equal(node.data('type'), entity.type);
    assert.deepEqual(node.data('aliases') ?? [], entity.aliases.map((alias) => alias.text));
    assert.match(node.data('color'), /^#[0-9a-f]{6}$/);
  }
  for (const relation of graph.relations) {
    const edge = cy.getElementById(relation.id);
    assert.equal(edge.source().id(), relation.subject);
    assert.equal(edge.target().id(), relation.object);
    assert.equal(edge.data('interaction'), relation.class);
    assert.equal(edge.data('polarity'), relation.polarity);
    assert.deepEqual(edge.data('evidence'), evidence(relation));
  }
  // A picture, not one spot; y points down there.
  const {w, h} = cy.elements().boundingBox();
  assert.ok(w > 200 && h > 200);
  const gephi = gexf.parse(MultiDirectedGraph, read('hostile.gexf'));
  cy.nodes().forEach((node) => {
    assert.equal(node.position('x'), gephi.getNodeAttribute(node.id(), 'x'));
    assert.equal(node.position('y'), 0 - gephi.getNodeAttribute(node.id(), 'y'));
  });
});

for (const name of ['hostile.gexf', 'dynamic.gexf']) {
  test(`graphology reads ${name}`, () => {
    const parsed = gexf.parse(MultiDirectedGraph, read(name));
    assert.equal(parsed.order, graph.entities.length);
    assert.equal(parsed.size, graph.relations.length);
    for (const entity of graph.entities) {
      const node = parsed.getNodeAttributes(entity.id);
      assert.equal(node.label ?? '', entity.label);
      assert.deepEqual((node.aliases ?? []).map(oneLine), entity.aliases.map((alias) => oneLine(alias.text)));
      assert.ok(node.size >= 4 && node.size <= 100);
      assert.match(node.color, /^rgb\(/);
    }
    const kinds = new Set();
    for (const relation of graph.relations) {
      const edge = parsed.getEdgeAttributes(relation.id);
      assert.equal(parsed.source(relation.id), relation.subject);
      assert.equal(parsed.target(relation.id), relation.object);
      assert.equal(edge.weight, relation.evidence_count);
      assert.equal(edge.asserted, relation.asserted);
      assert.deepEqual(edge.evidence.map(oneLine), evidence(relation).map(oneLine));
      kinds.add(`${relation.subject} ${relation.object} ${edge.kind}`);
    }
    assert.equal(kinds.size, graph.relations.length);
  });
}
