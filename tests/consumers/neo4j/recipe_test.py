"""examples/neo4j/README.md is run as it stands, and shows what comes of it.

    recipe_test.py --update      writes the results of its queries into it
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

from neo4j_server import Neo4j, shared_server
from newsgraph import PROGRAM, ROOT, example_json, export
from property_graph import differences, expected_graph, read

RECIPE = ROOT / "examples/neo4j/README.md"
BLOCK = re.compile(r"^```([\w ]+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def blocks(language):
    return [match[2] for match in BLOCK.finditer(RECIPE.read_text()) if match[1] == language]


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """Runs all that the recipe has to run, in order, in a folder like the repository."""
        cls.neo4j = Neo4j()
        cls.addClassCleanup(cls.neo4j.close)
        cls.neo4j.choose_ports()
        folder = cls.neo4j.home / "repository"
        folder.mkdir()
        (folder / "examples").symlink_to(ROOT / "examples")
        environment = cls.neo4j.environment()
        environment["PATH"] = f"{pathlib.Path(PROGRAM).parent}:{environment['PATH']}"
        environment["NEO4J_OWNER"] = str(os.getpid())
        cls.addClassCleanup(subprocess.run, ["neo4j", "stop"], env=environment)
        done = subprocess.run(["bash", "-euo", "pipefail"], input="".join(blocks("sh")), cwd=folder,
                              env=environment, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        assert done.returncode == 0, done.stdout

    def test_loads_the_whole_graph(self):
        self.assertEqual(differences(read(self.neo4j), expected_graph(example_json(), claims=True)), [])

    def test_has_queries_that_find_something(self):
        queries = blocks("cypher")
        self.assertGreater(len(queries), 10)
        for query in queries:
            with self.subTest(query=query):
                self.assertGreater(len(self.neo4j.run(query)), 0)

    def test_shows_what_its_queries_find(self):
        self.assertEqual(RECIPE.read_text(), with_results(self.neo4j))


class WithoutClaims(unittest.TestCase):
    def test_has_a_query_that_finds_sentences(self):
        neo4j = shared_server()
        neo4j.clear()
        neo4j.shell("--file", export(name="example.cypher"))
        query, = blocks("cypher without claims")
        self.assertGreater(len(neo4j.run(query)), 0)


def with_results(neo4j):
    """The recipe with what the queries before its blocks of text find."""
    query = None

    def block(match):
        nonlocal query
        if match[1] == "cypher":
            query = match[2]
        if match[1] != "text":
            return match[0]
        return f"```text\n{neo4j.shell('--format', 'plain', stdin=query)}```\n"

    return BLOCK.sub(block, RECIPE.read_text())


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        Recipe.setUpClass()
        try:
            RECIPE.write_text(with_results(Recipe.neo4j))
        finally:
            Recipe.doClassCleanups()
    else:
        unittest.main()
