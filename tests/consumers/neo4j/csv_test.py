"""neo4j-admin imports the tables into an empty database; then the server holds the graph."""

import subprocess
import unittest

from neo4j_server import Neo4j
from newsgraph import SAMPLES, example_json, export, hostile_json
from property_graph import differences, expected_graph, read


class CsvImport(unittest.TestCase):
    def setUp(self):
        self.neo4j = Neo4j()
        self.addCleanup(self.neo4j.close)

    def run_import(self, folder, *arguments):
        done = subprocess.run([folder / "import.sh", *arguments], env=self.neo4j.environment(),
                              text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_keeps_hostile_texts_and_goes_on_with_the_script(self):
        self.run_import(SAMPLES / "claims-neo4j-csv")
        self.neo4j.start()
        expected = expected_graph(hostile_json(), claims=True)
        self.assertEqual(differences(read(self.neo4j), expected), [])
        self.neo4j.shell("--file", SAMPLES / "claims-neo4j-csv/schema.cypher")
        self.neo4j.shell("--file", SAMPLES / "claims.cypher")
        self.assertEqual(differences(read(self.neo4j), expected), [])

    def test_replaces_what_is_there_when_told_to(self):
        self.run_import(SAMPLES / "hostile-neo4j-csv")
        self.run_import(export("--format", "neo4j-csv", name="tables"), "--overwrite-destination")
        self.neo4j.start()
        self.assertEqual(differences(read(self.neo4j), expected_graph(example_json())), [])


if __name__ == "__main__":
    unittest.main()
