"""Gephi opens GEXF and GraphML without a word, shows what newsgraph's own JSON says, where and as large as newsgraph
drew it, and draws a picture of it:

    gephi_test.py WRITE_SAMPLES WORK_FOLDER
"""
import json
import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(HERE, "../../../examples")
TOOLKIT = os.path.join(os.environ["NEWSGRAPH_CONSUMERS"], "gephi", "lib", "gephi-toolkit-0.10.1-all.jar")
WRITE_SAMPLES, WORK = sys.argv[1:3]


def open_in_gephi(path):
    """What Gephi then holds, and the PDF that it draws."""
    picture = path + ".pdf"
    run = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", TOOLKIT, os.path.join(HERE, "OpenInGephi.java"),
                          path, picture], capture_output=True)
    if run.returncode != 0:
        raise AssertionError(run.stderr.decode())
    with open(picture, "rb") as file:
        return json.loads(run.stdout), file.read()


def load(name):
    with open(os.path.join(WORK, name), encoding="utf-8") as file:
        return json.load(file)


def one_line(text):
    return text.translate(str.maketrans("\t\n\r", "   "))


class Gephi(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        subprocess.run([WRITE_SAMPLES, WORK], check=True)
        cls.graph = load("hostile.json")
        cls.positions = {node["data"]["id"]: node for node in load("hostile.cyjs")["elements"]["nodes"]}
        cls.sentences = {sentence["id"]: sentence["text"] for sentence in cls.graph["sentences"]}

    def check(self, opened, picture, lists):
        self.assertEqual(opened["issues"], [])
        self.assertTrue(picture.startswith(b"%PDF") and len(picture) > 10_000, "an empty picture")
        self.assertEqual({node["id"] for node in opened["nodes"]}, {e["id"] for e in self.graph["entities"]})
        nodes = {node["id"]: node for node in opened["nodes"]}
        for entity in self.graph["entities"]:
            node = nodes[entity["id"]]
            self.assertIn(node["label"], (entity["label"], "" if entity["label"] else entity["id"]))
            placed = self.positions[entity["id"]]
            self.assertAlmostEqual(node["x"], placed["position"]["x"], delta=1e-3)
            self.assertAlmostEqual(node["y"], -placed["position"]["y"], delta=1e-3)
            self.assertAlmostEqual(node["size"], placed["data"]["size"], delta=1e-3)
            self.assertEqual("#%02x%02x%02x" % tuple(node["color"]), placed["data"]["color"])
            # Columns of GraphML go by the ids of its keys.
            columns = {name.removeprefix("n_"): value for name, value in node["columns"].items()}
            self.assertEqual(columns["type"], entity["type"])
            self.assertEqual(columns["mentions"], entity["mentions"])
            self.assertEqual(columns["community"], placed["data"]["community"])
            self.assertEqual(columns["pagerank"], placed["data"]["pagerank"])
            if lists:
                self.assertEqual(columns.get("aliases", []), [one_line(a["text"]) for a in entity["aliases"]])

        # Nothing was merged: each relation is an edge, and those between the same two nodes differ in kind.
        edges = {edge["id"]: edge for edge in opened["edges"]}
        self.assertEqual(set(edges), {relation["id"] for relation in self.graph["relations"]})
        kinds = {(edge["source"], edge["target"], edge["kind"]) for edge in opened["edges"]}
        self.assertEqual(len(kinds), len(edges))
        for relation in self.graph["relations"]:
            edge = edges[relation["id"]]
            self.assertEqual((edge["source"], edge["target"]), (relation["subject"], relation["object"]))
            self.assertTrue(edge["directed"])
            self.assertEqual(edge["weight"], relation["evidence_count"])
            self.assertEqual(edge["kind"].startswith("NOT_"), relation["polarity"] == "negated")
            self.assertIn(edge["kind"], opened["types"])
            columns = {name.removeprefix("e_"): value for name, value in edge["columns"].items()}
            self.assertEqual(columns["polarity"], relation["polarity"])
            self.assertEqual(columns["contested"], relation["contested"])
            if lists:
                self.assertEqual([item or "" for item in columns["evidence"]],
                                 [one_line(self.sentences[claim["evidence"]["sentence"]])
                                  for claim in relation["claims"]])

    def test_opens_gexf(self):
        opened, picture = open_in_gephi(os.path.join(WORK, "hostile.gexf"))
        self.check(opened, picture, lists=True)
        self.assertFalse(opened["dynamic"])

    def test_opens_dynamic_gexf(self):
        opened, picture = open_in_gephi(os.path.join(WORK, "dynamic.gexf"))
        self.check(opened, picture, lists=True)
        self.assertTrue(opened["dynamic"])
        spells = {edge["id"]: edge["columns"].get("timeset") for edge in opened["edges"]}
        for relation in self.graph["relations"]:
            if "first_date" not in relation:
                self.assertIsNone(spells[relation["id"]], "undated, so always there")
            elif relation["first_date"] == relation["last_date"] == "2024-05-01":
                self.assertEqual(spells[relation["id"]], "<[2024-05-01, 2024-05-01]>")
        self.assertGreater(len([s for s in spells.values() if s]), len(spells) / 2)

    def test_opens_graphml(self):
        opened, picture = open_in_gephi(os.path.join(WORK, "hostile.graphml"))
        self.check(opened, picture, lists=False)

    def test_opens_what_the_recipe_writes(self):
        with open(os.path.join(EXAMPLES, "gephi.md"), encoding="utf-8") as file:
            commands = [line[len("$ newsgraph "):].split() for line in file if line.startswith("$ newsgraph ")]
        folder = os.path.join(WORK, "recipe")
        os.makedirs(folder, exist_ok=True)
        if not os.path.exists(os.path.join(folder, "examples")):
            os.symlink(os.path.realpath(EXAMPLES), os.path.join(folder, "examples"))
        for command in [*commands, ["export", "news.ngraph", "-o", "news.json"]]:
            subprocess.run([os.environ["NEWSGRAPH"], *command], cwd=folder, check=True, capture_output=True)
        graph = load("recipe/news.json")
        for name, nodes in (("news", len(graph["entities"])), ("facts", None), ("people", None)):
            opened, picture = open_in_gephi(os.path.join(folder, name + ".gexf"))
            self.assertEqual(opened["issues"], [])
            self.assertEqual(opened["dynamic"], name == "news")
            self.assertEqual(len(opened["nodes"]), nodes or len(opened["nodes"]))
            self.assertGreater(len(opened["edges"]), 10)
            self.assertGreater(len(picture), 10_000)

    def test_would_report_issues(self):
        """The test above can fail: Gephi's issues reach it."""
        with open(os.path.join(WORK, "hostile.gexf"), encoding="utf-8") as file:
            text = file.read()
        broken = os.path.join(WORK, "broken.gexf")
        with open(broken, "w", encoding="utf-8") as file:
            file.write(text.replace('title="mentions" type="integer"', 'title="mentions" type="number"'))
        self.assertNotEqual(open_in_gephi(broken)[0]["issues"], [])


if __name__ == "__main__":
    os.makedirs(WORK, exist_ok=True)
    unittest.main(argv=sys.argv[:1])
