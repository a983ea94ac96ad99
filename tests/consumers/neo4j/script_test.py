"""cypher-shell runs the script; then the server holds the graph, however often it runs."""

import unittest

from neo4j_server import shared_server
from newsgraph import SAMPLES, answer, example_graph, example_json, export, hostile_json
from property_graph import differences, expected_graph, read


class Script(unittest.TestCase):
    def setUp(self):
        self.neo4j = shared_server()
        self.neo4j.clear()

    def assert_loads(self, script, expected):
        self.neo4j.shell("--file", script)
        self.assertEqual(differences(read(self.neo4j), expected), [])

    def test_loads_hostile_texts_as_they_are(self):
        self.assert_loads(SAMPLES / "hostile.cypher", expected_graph(hostile_json()))

    def test_loads_hostile_claims_as_they_are(self):
        self.assert_loads(SAMPLES / "claims.cypher", expected_graph(hostile_json(), claims=True))

    def test_loads_the_same_graph_twice(self):
        script = export("--claims", name="claims.cypher")
        expected = expected_graph(example_json(), claims=True)
        self.assert_loads(script, expected)
        self.assert_loads(script, expected)

    def test_finds_ids_by_index_and_names_by_their_words(self):
        self.neo4j.shell("--file", export(name="example.cypher"))
        constraints = self.neo4j.run("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type")
        types = self.neo4j.run("CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type")
        unique = {constraint["labelsOrTypes"][0] for constraint in constraints}
        self.assertEqual(unique, {"Entity", "Document"} | {row["type"] for row in types})
        found = self.neo4j.run("CALL db.index.fulltext.queryNodes('newsgraph_entity_names', $words) "
                               "YIELD node RETURN node.name AS name", words="wolańska")
        self.assertIn({"name": "Katarzyna Wolańska"}, found)


class SameAnswers(unittest.TestCase):
    """The database says what newsgraph says of the same graph."""

    @classmethod
    def setUpClass(cls):
        cls.neo4j = shared_server()
        cls.neo4j.clear()
        cls.neo4j.shell("--file", export(name="example.cypher"))

    def test_to_how_much_there_is(self):
        stats = answer("stats", example_graph(), "--json")
        count = self.neo4j.value
        self.assertEqual(count("MATCH (n:Entity) RETURN count(n)"), stats["nodes"])
        self.assertEqual(count("MATCH (d:Document) RETURN count(d)"), stats["articles"])
        self.assertEqual(count("MATCH ()-[r]->() RETURN count(r)"), stats["relations"])
        self.assertEqual(count("MATCH ()-[r {asserted: true}]->() RETURN count(r)"), stats["asserted"])
        by_class = self.neo4j.run("MATCH ()-[r]->() RETURN r.relation_class AS class, count(r) AS n")
        self.assertEqual({row["class"]: row["n"] for row in by_class}, stats["classes"])

    def test_to_who_somebody_is(self):
        card = answer("show", example_graph(), "Wolańska", "--json")
        (node,) = self.neo4j.run("MATCH (n:Person {id: $id}) RETURN properties(n) AS p",
                                 id=card["entity"]["id"])
        self.assertEqual(node["p"]["name"], card["entity"]["label"])
        self.assertEqual(node["p"]["titles"], card["entity"]["titles"])
        self.assertEqual(node["p"]["aliases"], [alias["text"] for alias in card["entity"]["aliases"]])
        out = self.neo4j.run("MATCH (:Entity {id: $id})-[r]->() RETURN r.id AS id",
                             id=card["entity"]["id"])
        self.assertEqual({row["id"] for row in out}, {relation["id"] for relation in card["out"]})

    def test_to_how_two_are_related(self):
        for one, other in (("Keller", "Karvat"), ("Wolańska", "Danylenko")):
            paths = answer("path", example_graph(), one, other, "-k", 1000, "--max-hops", 3, "--json")
            ends = {"one": paths["from"]["id"], "other": paths["to"]["id"]}
            found = self.neo4j.run(
                "MATCH p = (:Entity {id: $one})-[*1..3]-(:Entity {id: $other}) "
                "WITH [n IN nodes(p) | n.id] AS ids "
                "WHERE all(i IN range(0, size(ids) - 1) WHERE NOT ids[i] IN ids[i + 1 ..]) "
                "RETURN DISTINCT ids", **ends)
            self.assertGreater(len(paths["paths"]), 0)
            self.assertEqual({tuple(row["ids"]) for row in found},
                             {tuple(node["id"] for node in path["nodes"]) for path in paths["paths"]})
            shortest = self.neo4j.value(
                "MATCH (a:Entity {id: $one}), (b:Entity {id: $other}), p = shortestPath((a)-[*]-(b)) "
                "RETURN length(p)", **ends)
            self.assertEqual(shortest, min(len(path["hops"]) for path in paths["paths"]))


if __name__ == "__main__":
    unittest.main()
