"""newsgraph push into real triple stores: what is there afterwards is the N-Triples export."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from pushed_articles import ARTICLES, KELLER_EARLY, MORE_ARTICLES, PushTest, many_articles  # noqa: E402
from triple_stores import Fuseki, Oxigraph  # noqa: E402

NGO = "https://newsgraph.example/ontology#"
MARK = "<https://newsgraph.example/push#mark>"
PREFIXES = f"PREFIX ngo: <{NGO}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
KELLER = '?keller skos:prefLabel "Marta Keller" . '


class StoreTests:
    """The same for every store; make_store() tells which."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.store = cls.make_store().__enter__()
        cls.addClassCleanup(cls.store.close)

    def setUp(self):
        super().setUp()
        self.store.clear()

    def address(self):
        return self.store.address

    def credentials(self):
        return {}

    def content(self):
        """The triples of the default graph, without the marks."""
        return [line for line in self.store.triples() if MARK not in line]

    def keller(self):
        return self.store.value(PREFIXES + "SELECT ?keller WHERE { " + KELLER + "}")

    def pushed_afresh(self, graph, *options):
        self.store.clear()
        self.push(graph, *options)
        return self.content()

    def assert_same_data(self, expected, actual):
        """Terms of a vocabulary stay where they were once declared: somebody else may have done so too."""
        self.assertEqual([], [line for line in expected if line not in actual])
        self.assertEqual([], [line for line in actual
                              if line not in expected and not line.startswith(f"<{NGO}")])

    def test_makes_what_the_export_holds(self):
        graph = self.graph("news.ngraph", ARTICLES + MORE_ARTICLES)
        self.push(graph)
        # The store itself reads the export, so that both are written alike.
        pushed = self.content()
        self.store.clear()
        self.load(self.newsgraph("export", graph, "--format", "ntriples").stdout)
        self.assertEqual(self.store.triples(), pushed)
        stats = json.loads(self.newsgraph("stats", graph, "--json").stdout)
        for kind, count in [("Entity", stats["nodes"]), ("Claim", stats["claims"]),
                            ("Relation", stats["relations"] + stats["statements"])]:
            self.assertEqual(count, int(self.store.value(
                PREFIXES + "SELECT (COUNT(?x) AS ?n) WHERE { ?x a ngo:" + kind + " }")), kind)

    def test_puts_everything_into_the_default_graph(self):
        self.push(self.graph("news.ngraph", ARTICLES))
        self.assertEqual([], self.store.select("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1"))

    def test_leaves_named_graphs_alone(self):
        self.store.update("INSERT DATA { GRAPH <g:mine> { <a:a> <a:b> <a:c> } }")
        graph = self.graph("news.ngraph", ARTICLES)
        self.push(graph)
        self.push(graph, "--full", "--prune")
        self.assertEqual("1", self.store.value(
            "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"))

    def test_changes_nothing_the_second_time(self):
        graph = self.graph("news.ngraph", ARTICLES)
        counts = self.push(graph)
        self.assert_pushed(counts, added=counts["elements"])
        before = self.store.triples()
        self.assert_pushed(self.push(graph), unchanged=counts["elements"])
        self.assertEqual(before, self.store.triples())

    def test_says_what_it_would_do_without_doing_it(self):
        counts = self.push(self.graph("news.ngraph", ARTICLES), "--dry-run")
        self.assert_pushed(counts, added=counts["elements"])
        self.assertEqual([], self.store.triples())

    def test_after_more_articles_is_as_pushed_afresh(self):
        graph = self.graph("news.ngraph", ARTICLES)
        self.push(graph)
        self.graph(graph, MORE_ARTICLES + [KELLER_EARLY])
        counts = self.push(graph, "--prune")
        self.assertGreater(counts["unchanged"], 0)
        self.assertGreater(counts["renamed"], 0)
        incremental = self.store.triples()
        self.pushed_afresh(graph)
        self.assertEqual(self.store.triples(), incremental)

    def test_renames_a_subject_and_keeps_what_others_have_said_of_it(self):
        graph = self.graph("news.ngraph", ARTICLES)
        self.push(graph)
        old = self.keller()
        self.store.update(f"INSERT DATA {{ <{old}> <a:note> 'mine' . <a:page> <a:about> <{old}> }}")
        self.graph(graph, [KELLER_EARLY])
        self.assertGreater(self.push(graph)["renamed"], 0)
        new = self.keller()
        self.assertNotEqual(old, new)
        self.assertEqual([{"n": "mine", "p": "a:page"}], self.store.select(
            f"SELECT ?n ?p WHERE {{ <{new}> <a:note> ?n . ?p <a:about> <{new}> }}"))
        self.assertEqual([], self.store.select(
            f"SELECT ?x WHERE {{ {{ <{old}> ?p ?x }} UNION {{ ?x ?p <{old}> }} }}"))

    def test_prunes_what_is_gone_and_nothing_else(self):
        graph = self.graph("news.ngraph", ARTICLES + MORE_ARTICLES)
        self.push(graph)
        self.store.update("INSERT DATA { <a:a> <a:b> <a:c> . "
                          "<https://newsgraph.example/id/entity/e_0000000000000000> <a:b> 'by hand' }")
        self.newsgraph("remove", graph, "c", "-q")
        before = self.store.triples()
        gone = self.push(graph, "--dry-run")["gone"]
        self.assertGreater(gone, 0)
        self.assertEqual(before, self.store.triples())
        self.assertEqual(gone, self.push(graph, "--prune")["removed"])
        self.assertEqual("2", self.store.value("SELECT (COUNT(*) AS ?n) WHERE { ?s <a:b> ?o }"))
        self.store.update("DELETE WHERE { ?s <a:b> ?o }")
        pruned = self.content()
        self.assert_same_data(self.pushed_afresh(graph), pruned)

    def test_does_not_prune_another_graph_that_shares_the_name_of_its_file(self):
        one = self.pushed_afresh(self.graph("news.ngraph", MORE_ARTICLES))
        self.store.clear()
        self.push_files_of_one_name()
        self.assertEqual(one, self.content())
        self.push("two/news.ngraph", "--prune-most")
        pruned = self.content()
        self.assert_same_data(self.pushed_afresh("two/news.ngraph"), pruned)

    def test_does_not_prune_what_a_filter_has_left_out(self):
        graph = self.graph("news.ngraph", ARTICLES + MORE_ARTICLES)
        everything = self.pushed_afresh(graph)
        message = self.push(graph, "--type", "organization", "--prune", exits=3)
        self.assertIn("if a filter has left them out, push without it", message)
        self.assertEqual(everything, self.content())
        self.assertGreater(self.push(graph, "--type", "organization", "--prune-most")["removed"], 0)

    def test_two_graphs_share_what_both_have(self):
        first = self.graph("first.ngraph", ARTICLES)
        alone = self.pushed_afresh(first)
        self.store.clear()
        second = self.graph("second.ngraph", ARTICLES + MORE_ARTICLES)
        self.push(second)
        self.push(first)
        # The second graph's own things go, those of both stay, whichever of them gives them up.
        for article in "c", "d":
            self.newsgraph("remove", second, article, "-q")
            self.push(second, "--prune")
        self.assert_same_data(alone, self.content())
        self.newsgraph("remove", second, ARTICLES[1]["id"], "-q")
        self.push(second, "--prune")
        self.push(first)
        self.assert_same_data(alone, self.content())

    def test_fills_a_store_that_was_emptied_by_hand(self):
        graph = self.graph("news.ngraph", ARTICLES)
        expected = self.pushed_afresh(graph)
        keller = self.keller()
        self.store.update(f"DELETE WHERE {{ <{keller}> ?p ?o }}")
        self.push(graph)
        self.assertEqual(expected, self.content())
        self.store.clear()
        self.push(graph)
        self.assertEqual(expected, self.content())

    def test_writes_everything_anew_if_asked(self):
        graph = self.graph("news.ngraph", ARTICLES)
        expected = self.pushed_afresh(graph)
        self.store.update(PREFIXES + "DELETE { ?keller skos:prefLabel ?l } INSERT { ?keller "
                          "skos:prefLabel 'Somebody Else' } WHERE { " + KELLER + "?keller skos:prefLabel ?l }")
        self.push(graph)
        self.assertNotEqual(expected, self.content())
        self.push(graph, "--full")
        self.assertEqual(expected, self.content())

    def test_takes_over_what_an_export_has_loaded(self):
        old = self.graph("news.ngraph", ARTICLES)
        self.load(self.newsgraph("export", old, "--format", "ntriples").stdout)
        # The articles tell something else now; nothing of the old is to stay on their subjects.
        graph = self.graph(old, [KELLER_EARLY])
        self.push(graph)
        pushed = self.content()
        fresh = self.pushed_afresh(graph)
        self.assertEqual([], [line for line in fresh if line not in pushed])
        subjects = {line.split(" ", 1)[0] for line in fresh}
        self.assertEqual(fresh, [line for line in pushed if line.split(" ", 1)[0] in subjects])

    def test_goes_on_where_it_was_killed(self):
        graph = self.graph("news.ngraph", many_articles(300))
        kills = 0
        for least in 0, 20_000:
            kills += self.push_and_kill(graph, lambda: int(self.store.value(
                "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")) > least)
        self.assertGreater(kills, 0)
        self.assertGreater(self.push(graph)["unchanged"], 0)
        resumed = self.store.triples()
        self.pushed_afresh(graph)
        self.assertEqual(self.store.triples(), resumed)

    def load(self, ntriples):
        import urllib.request
        urllib.request.urlopen(urllib.request.Request(
            self.store.data, data=ntriples.encode(), headers={"Content-Type": "application/n-triples"})).close()


class PushToFuseki(StoreTests, PushTest):
    make_store = Fuseki


class PushToOxigraph(StoreTests, PushTest):
    make_store = Oxigraph


if __name__ == "__main__":
    unittest.main()
