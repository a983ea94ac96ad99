"""NetworkX, igraph and pandas read from GEXF, GraphML and CSV what newsgraph's own JSON says:

    networkx_test.py WRITE_SAMPLES WORK_FOLDER
"""
import json
import os
import subprocess
import sys
import unittest

import igraph
import networkx
import pandas

WRITE_SAMPLES, WORK = sys.argv[1:3]


def path(name):
    return os.path.join(WORK, name)


def one_line(text):
    return text.translate(str.maketrans("\t\n\r", "   "))


def safe(text):
    """As the edge list has it: no formula at the start of a cell."""
    return one_line("'" + text if text[:1] in tuple("=+-@\t\r\n") and text != "-" else text)


class PythonGraphLibraries(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        subprocess.run([WRITE_SAMPLES, WORK], check=True)
        with open(path("hostile.json"), encoding="utf-8") as file:
            cls.graph = json.load(file)
        cls.sentences = {sentence["id"]: sentence["text"] for sentence in cls.graph["sentences"]}
        cls.labels = {entity["id"]: entity["label"] for entity in cls.graph["entities"]}

    def evidence(self, relation):
        return [self.sentences[claim["evidence"]["sentence"]] for claim in relation["claims"]]

    def check_networkx(self, read):
        self.assertIsInstance(read, networkx.MultiDiGraph)
        self.assertEqual({node: label or "" for node, label in read.nodes(data="label")}, self.labels)
        for entity in self.graph["entities"]:
            node = read.nodes[entity["id"]]
            self.assertEqual((node["type"], node["node_kind"]), (entity["type"], entity["kind"]))
            self.assertEqual(node["mentions"], entity["mentions"])
        edges = {key: (source, target, data) for source, target, key, data in read.edges(keys=True, data=True)}
        self.assertEqual(set(edges), {relation["id"] for relation in self.graph["relations"]})
        for relation in self.graph["relations"]:
            source, target, data = edges[relation["id"]]
            self.assertEqual((source, target), (relation["subject"], relation["object"]))
            self.assertEqual(data["weight"], relation["evidence_count"])
            self.assertEqual(data["polarity"], relation["polarity"])
            self.assertIs(data["asserted"], relation["asserted"])
            self.assertEqual(data["confidence"], relation["confidence"])

    def test_networkx_reads_gexf(self):
        for name in ("hostile.gexf", "dynamic.gexf"):
            read = networkx.read_gexf(path(name))
            self.check_networkx(read)
            for entity in self.graph["entities"]:
                node = read.nodes[entity["id"]]
                # NetworkX leaves lists as they stand, and they stand as JSON.
                self.assertEqual(json.loads(node.get("aliases", "[]")),
                                 [one_line(alias["text"]) for alias in entity["aliases"]])
                self.assertGreaterEqual(node["viz"]["size"], 4)
                self.assertLessEqual(abs(node["viz"]["position"]["x"]), 5000)
            for _, _, key, data in read.edges(keys=True, data=True):
                relation = next(r for r in self.graph["relations"] if r["id"] == key)
                self.assertEqual(json.loads(data["evidence"]), [one_line(s) for s in self.evidence(relation)])

    def test_networkx_reads_graphml(self):
        for name in ("hostile.graphml", "strict.graphml"):
            read = networkx.read_graphml(path(name))
            self.check_networkx(read)
            self.assertAlmostEqual(sum(x for _, x in read.nodes(data="x")), 0, places=6)
            self.assertAlmostEqual(sum(rank for _, rank in read.nodes(data="pagerank")), 1, places=6)

    def test_ranks_are_those_of_networkx(self):
        """NetworkX ranks the same graph in the same order: both directions, weighed by articles."""
        graph = networkx.Graph()
        graph.add_nodes_from(self.labels)
        for relation in self.graph["relations"]:
            ends = relation["subject"], relation["object"]
            if ends[0] != ends[1]:
                weight = graph.get_edge_data(*ends, default={"weight": 0})["weight"]
                graph.add_edge(*ends, weight=weight + relation["support"])
        try:
            ranks = networkx.pagerank(graph, tol=1e-12)
        except ModuleNotFoundError:  # it would rather have SciPy
            from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
            ranks = _pagerank_python(graph, tol=1e-12, max_iter=1000)
        for node, rank in networkx.read_graphml(path("hostile.graphml")).nodes(data="pagerank"):
            self.assertAlmostEqual(rank, ranks[node], places=7)

    def test_communities_are_as_modular_as_those_of_networkx(self):
        subprocess.run([os.environ["NEWSGRAPH"], "build",
                        os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../examples/articles"), "-o",
                        path("news.ngraph")], check=True, capture_output=True)
        subprocess.run([os.environ["NEWSGRAPH"], "export", path("news.ngraph"), "-o", path("news.graphml")],
                       check=True)
        read = networkx.read_graphml(path("news.graphml"))
        graph = networkx.Graph()
        graph.add_nodes_from(read)
        for source, target, support in read.edges(data="support"):
            if source != target:
                weight = graph.get_edge_data(source, target, default={"weight": 0})["weight"]
                graph.add_edge(source, target, weight=weight + support)
        ours = {}
        for node, community in read.nodes(data="community"):
            ours.setdefault(community, set()).add(node)
        self.assertEqual([len(ours[i]) for i in range(len(ours))],
                         sorted((len(community) for community in ours.values()), reverse=True))
        theirs = networkx.community.louvain_communities(graph, seed=1)
        modularity = networkx.community.modularity
        self.assertGreater(modularity(graph, ours.values()), 0.97 * modularity(graph, theirs))

    def test_igraph_reads_graphml(self):
        for name in ("hostile.graphml", "strict.graphml"):
            read = igraph.Graph.Read_GraphML(path(name))
            self.assertTrue(read.is_directed())
            self.assertEqual(dict(zip(read.vs["id"], read.vs["label"])), self.labels)
            # In order; igraph 1.0 gives edges the ids of nodes.
            self.assertEqual(read.ecount(), len(self.graph["relations"]))
            for edge, relation in zip(read.es, self.graph["relations"]):
                self.assertEqual((read.vs[edge.source]["id"], read.vs[edge.target]["id"]),
                                 (relation["subject"], relation["object"]))
                self.assertEqual(edge["polarity"], relation["polarity"])

    def test_pandas_reads_the_edge_list(self):
        table = pandas.read_csv(path("hostile.csv"), keep_default_na=False)
        self.assertEqual(list(table["id"]), [relation["id"] for relation in self.graph["relations"]])
        for row, relation in zip(table.itertuples(), self.graph["relations"]):
            self.assertEqual(row.source, safe(self.labels[relation["subject"]]))
            self.assertEqual(row.target, safe(self.labels[relation["object"]]))
            self.assertEqual((row.source_id, row.target_id), (relation["subject"], relation["object"]))
            self.assertEqual(row.contested, relation["contested"])
            self.assertEqual(row.evidence, safe(" | ".join(s.replace("|", "¦") for s in self.evidence(relation))))
        read = networkx.from_pandas_edgelist(table, "source_id", "target_id", True, networkx.MultiDiGraph)
        self.assertEqual(read.number_of_edges(), len(self.graph["relations"]))


if __name__ == "__main__":
    os.makedirs(WORK, exist_ok=True)
    unittest.main(argv=sys.argv[:1])
