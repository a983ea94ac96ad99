"""Neo4j's test harness runs the script, a statement at a time, as programs in Java embed Neo4j."""

import pathlib
import subprocess
import tempfile
import unittest

from neo4j_server import PROGRAMS
from newsgraph import example_json, export
from property_graph import expected_graph

HERE = pathlib.Path(__file__).parent


class InProcess(unittest.TestCase):
    def test_loads_the_same_graph_twice(self):
        expected = expected_graph(example_json())
        size = f"{len(expected.nodes)} {len(expected.relationships)}"
        with tempfile.TemporaryDirectory(prefix="newsgraph-neo4j-") as folder:
            done = subprocess.run(
                ["bash", "-c", '. "$0"; java_main 512m "$@"', PROGRAMS / "java_main",
                 HERE / "InProcess.java", folder, export(name="example.cypher")],
                text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines()[-2:], [size, size])


if __name__ == "__main__":
    unittest.main()
