"""newsgraph push into a real Neo4j: what is there afterwards is what the script would have made."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from neo4j_server import Neo4j, shared_server  # noqa: E402
from pushed_articles import ARTICLES, KELLER_EARLY, MORE_ARTICLES, PushTest, many_articles  # noqa: E402

KELLER = "MATCH (n:Entity {name: 'Marta Keller'}) "


def content(neo4j):
    """All nodes and relationships of the database, without the marks of pushes; sorted."""
    def plain(properties):
        return json.dumps({key: value for key, value in properties.items() if key != "pushed"},
                          sort_keys=True)
    nodes = [(sorted(row["labels"]), plain(row["properties"]))
             for row in neo4j.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")]
    relationships = [(row["a"], row["type"], row["b"], plain(row["properties"])) for row in neo4j.run(
        "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties")]
    return sorted(nodes), sorted(relationships)


class PushToNeo4j(PushTest):
    maxDiff = None

    def setUp(self):
        super().setUp()
        self.neo4j = shared_server()
        self.neo4j.clear()

    def address(self):
        return "neo4j+" + self.neo4j.http_url

    def credentials(self):
        return {"NEO4J_USERNAME": self.neo4j.user, "NEO4J_PASSWORD": self.neo4j.password}

    def pushed_afresh(self, graph, *options):
        """What a push into an empty database makes of the graph."""
        self.neo4j.clear()
        self.push(graph, *options)
        return content(self.neo4j)

    def test_makes_what_the_script_makes(self):
        graph = self.graph("news.ngraph", ARTICLES + MORE_ARTICLES)
        for options in [], ["--claims"]:
            with self.subTest(options=options):
                self.neo4j.clear()
                self.newsgraph("export", graph, "-o", "news.cypher", *options)
                self.neo4j.shell("--file", self.folder / "news.cypher")
                expected = content(self.neo4j)
                self.assertEqual(expected, self.pushed_afresh(graph, *options))
        stats = json.loads(self.newsgraph("stats", graph, "--json").stdout)
        self.assertEqual(stats["claims"], self.neo4j.value("MATCH (n:Claim) RETURN count(n)"))

    def test_takes_over_what_the_script_has_loaded(self):
        graph = self.graph("news.ngraph", ARTICLES)
        self.newsgraph("export", graph, "-o", "news.cypher")
        self.neo4j.shell("--file", self.folder / "news.cypher")
        expected = content(self.neo4j)
        counts = self.push(graph)
        self.assert_pushed(counts, updated=counts["elements"])
        self.assertEqual(expected, content(self.neo4j))

    def test_changes_nothing_the_second_time(self):
        graph = self.graph("news.ngraph", ARTICLES)
        for options in [], ["--claims"]:
            self.push(graph, *options)
            before = content(self.neo4j)
            counts = self.push(graph, *options)
            self.assert_pushed(counts, unchanged=counts["elements"])
            self.assertEqual(before, content(self.neo4j))

    def test_says_what_it_would_do_without_doing_it(self):
        graph = self.graph("news.ngraph", ARTICLES)
        counts = self.push(graph, "--dry-run")
        self.assert_pushed(counts, added=counts["elements"])
        self.assertEqual(([], []), content(self.neo4j))
        self.assertEqual([], self.neo4j.run("SHOW CONSTRAINTS"))

    def test_after_more_articles_is_as_pushed_afresh(self):
        for options in [], ["--claims"]:
            with self.subTest(options=options):
                self.neo4j.clear()
                graph = self.graph(f"news{len(options)}.ngraph", ARTICLES)
                self.push(graph, *options)
                self.graph(graph, MORE_ARTICLES + [KELLER_EARLY])
                counts = self.push(graph, "--prune", *options)
                self.assertGreater(counts["unchanged"], 0)
                self.assertGreater(counts["renamed"], 0)
                incremental = content(self.neo4j)
                self.assertEqual(self.pushed_afresh(graph, *options), incremental)

    def test_renames_a_node_and_keeps_what_others_have_put_there(self):
        graph = self.graph("news.ngraph", ARTICLES)
        self.push(graph)
        old = self.neo4j.value(KELLER + "RETURN n.id")
        self.neo4j.run(KELLER + "SET n.note = 'mine' CREATE (n)<-[:`about ``her``` {page: 3}]-(:Dossier {id: 1})")
        self.graph(graph, [KELLER_EARLY])
        self.assertGreater(self.push(graph)["renamed"], 0)
        (node,) = self.neo4j.run(KELLER + "RETURN n.id AS id, n.note AS note, "
                                 "[(n)<-[r:`about ``her```]-(:Dossier) | r.page] AS pages")
        self.assertNotEqual(old, node["id"])
        self.assertEqual({"id": node["id"], "note": "mine", "pages": [3]}, node)
        self.assertEqual(0, self.neo4j.value("MATCH (n {id: $id}) RETURN count(n)", id=old))

    def test_makes_one_node_of_two_and_keeps_what_others_have_put_there(self):
        # The node of the earlier mention is there already, by way of another graph.
        self.push(self.graph("early.ngraph", [KELLER_EARLY]))
        early = self.neo4j.value(KELLER + "RETURN n.id")
        graph = self.graph("news.ngraph", ARTICLES)
        self.push(graph)
        self.assertEqual(2, self.neo4j.value(KELLER + "RETURN count(n)"))
        self.neo4j.run(KELLER + "WHERE n.id <> $early SET n.note = 'mine', n:`my ``own``` "
                       "CREATE (n)-[:KNOWS {since: 1}]->(:Friend), (n)<-[:KNOWS {since: 2}]-(:Friend), "
                       "(n)-[:IS {really: true}]->(n)", early=early)
        self.graph(graph, [KELLER_EARLY])
        self.push(graph)
        (node,) = self.neo4j.run(
            KELLER + "RETURN n.id AS id, n.note AS note, [(n)-[r:KNOWS]->() | r.since] AS outward, "
            "[(n)<-[r:KNOWS]-() | r.since] AS inward, [(n)-[r:IS]->(n) | r.really] AS itself, "
            "labels(n) AS labels")
        self.assertEqual(["Entity", "Person", "my `own`"], sorted(node.pop("labels")))
        self.assertEqual({"id": early, "note": "mine", "outward": [1], "inward": [2], "itself": [True]},
                         node)
        counts = self.push(graph)
        self.assert_pushed(counts, unchanged=counts["elements"])

    def test_prunes_what_is_gone_and_nothing_else(self):
        graph = self.graph("news.ngraph", ARTICLES + MORE_ARTICLES)
        self.push(graph)
        self.neo4j.run("CREATE (:Entity {id: 'e_0000000000000000', name: 'by hand'})")
        self.neo4j.run("MATCH (n:Entity {name: 'Ingrid Solheim'}) CREATE (n)-[:HAS]->(:Note {text: 'mine'})")
        self.newsgraph("remove", graph, "c", "-q")
        before = content(self.neo4j)
        gone = self.push(graph, "--dry-run")["gone"]
        self.assertGreater(gone, 0)
        self.assertEqual(before, content(self.neo4j))
        counts = self.push(graph, "--prune")
        self.assertEqual((gone - 1, 1), (counts["removed"], counts["kept"]))
        # Its relationship is somebody else's, so the node is not ours to take away.
        self.assertEqual("mine", self.neo4j.value(
            "MATCH (:Entity {name: 'Ingrid Solheim'})-[:HAS]->(n) RETURN n.text"))
        self.neo4j.run("MATCH (n:Note) DETACH DELETE n")
        self.assertEqual(1, self.push(graph, "--prune")["removed"])
        self.neo4j.run("MATCH (n:Entity {name: 'by hand'}) DELETE n")
        pruned = content(self.neo4j)
        self.assertEqual(self.pushed_afresh(graph), pruned)

    def test_does_not_prune_another_graph_that_shares_the_name_of_its_file(self):
        one = self.pushed_afresh(self.graph("news.ngraph", MORE_ARTICLES))
        self.neo4j.clear()
        self.push_files_of_one_name()
        self.assertEqual(one, content(self.neo4j))
        self.push("two/news.ngraph", "--prune-most")
        pruned = content(self.neo4j)
        self.assertEqual(self.pushed_afresh("two/news.ngraph"), pruned)

    def test_prunes_claims(self):
        graph = self.graph("news.ngraph", ARTICLES)
        without_claims = self.pushed_afresh(graph)
        self.neo4j.clear()
        self.push(graph, "--claims")
        self.push(graph, "--prune")
        self.assertEqual(without_claims, content(self.neo4j))

    def test_two_graphs_share_what_both_have(self):
        first = self.graph("first.ngraph", ARTICLES)
        alone = self.pushed_afresh(first)
        self.neo4j.clear()
        second = self.graph("second.ngraph", ARTICLES + MORE_ARTICLES)
        self.push(second)
        self.push(first)
        # The second graph's own things go, those of both stay, whichever of them gives them up.
        for article in "c", "d":
            self.newsgraph("remove", second, article, "-q")
            self.push(second, "--prune")
        self.assertEqual(alone, content(self.neo4j))
        self.newsgraph("remove", second, ARTICLES[1]["id"], "-q")
        self.push(second, "--prune")
        self.push(first)
        self.assertEqual(alone, content(self.neo4j))

    def test_fills_a_database_that_was_emptied_by_hand(self):
        graph = self.graph("news.ngraph", ARTICLES)
        expected = self.pushed_afresh(graph)
        self.neo4j.run("MATCH ()-[r]->() DELETE r")
        self.push(graph)
        self.assertEqual(expected, content(self.neo4j))
        self.neo4j.run("MATCH (n) DETACH DELETE n")
        self.push(graph)
        self.assertEqual(expected, content(self.neo4j))

    def test_writes_everything_anew_if_asked(self):
        graph = self.graph("news.ngraph", ARTICLES)
        expected = self.pushed_afresh(graph)
        self.neo4j.run(KELLER + "SET n.name = 'Somebody Else', n:Place REMOVE n:Person")
        self.push(graph)
        self.assertNotEqual(expected, content(self.neo4j))
        counts = self.push(graph, "--full")
        self.assert_pushed(counts, updated=counts["elements"])
        self.assertEqual(expected, content(self.neo4j))

    def test_goes_on_where_it_was_killed(self):
        graph = self.graph("news.ngraph", many_articles(400))
        kills = 0
        for least in 500, 1500, 2500:
            kills += self.push_and_kill(
                graph, lambda: self.neo4j.value("MATCH (n) RETURN count(n)") +
                self.neo4j.value("MATCH ()-[r]->() RETURN count(r)") > least, "--claims")
        self.assertGreater(kills, 0)
        counts = self.push(graph, "--claims")
        self.assertGreater(counts["unchanged"], 0)
        resumed = content(self.neo4j)
        self.assertEqual(self.pushed_afresh(graph, "--claims"), resumed)

    def test_an_old_server_without_query_api(self):
        graph = self.graph("news.ngraph", ARTICLES)
        expected = self.pushed_afresh(graph, "--claims")
        shared = self.neo4j
        with Neo4j({"server.http_enabled_modules": "TRANSACTIONAL_ENDPOINTS"}) as self.neo4j:
            counts = self.push(graph, "--claims")
            self.assert_pushed(counts, added=counts["elements"])
            self.assertEqual(expected, content(self.neo4j))
            counts = self.push(graph, "--claims")
            self.assert_pushed(counts, unchanged=counts["elements"])
        self.neo4j = shared

    def test_says_what_is_wrong_and_never_the_password(self):
        graph = self.graph("news.ngraph", ARTICLES)
        secret = self.write("secret", "NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD=hunter2\n")
        secret.chmod(0o644)
        self.assertIn("chmod 600", self.push(graph, "--credentials", secret, exits=3))
        secret.chmod(0o600)
        message = self.push(graph, "--credentials", secret, exits=3)
        self.assertIn("Neo.ClientError.Security.Unauthorized", message)
        self.assertIn("NEO4J_PASSWORD", message)
        self.assertNotIn("hunter2", message)
        secret.write_text(f"NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD={self.neo4j.password}\n")
        self.push(graph, "--credentials", secret)
        to = self.address() + "/elsewhere"
        result = self.newsgraph("push", graph, "--to", to, env=self.credentials(), exits=3)
        self.assertIn("database elsewhere", result.stderr)


if __name__ == "__main__":
    unittest.main()
