"""How the program speaks: help, options, exit codes, colours."""

import json
import os
import pty
import subprocess
import unittest

from program import EXAMPLES, FAILURE, NOT_FOUND, USAGE, ProgramTest, has_terminals

COMMANDS = ["build", "extract", "merge", "remove", "export", "view", "path", "show", "list", "stats",
            "explain", "parse", "coreference"]
ESCAPE = "\x1b"


class UsageTest(ProgramTest):
    def test_help_lists_every_command_and_each_explains_itself(self):
        help_text = self.newsgraph("--help").stdout
        for command in COMMANDS:
            with self.subTest(command):
                self.assertRegex(help_text, rf"(?m)^\s+{command}\s+\S")
                self.assertIn("Usage:", self.newsgraph(command, "--help").stdout)

    def test_version_is_a_number(self):
        self.assertRegex(self.newsgraph("--version").stdout, r"^(newsgraph )?\d+\.\d+\.\d+\n$")

    def test_wrong_use_is_told_apart_from_failure(self):
        for arguments in ([], ["nonsense"], ["build"], ["build", "--nonsense"], ["export"],
                          ["path", "news.ngraph", "Keller"], ["stats", "--nonsense", "news.ngraph"],
                          ["export", "news.ngraph", "--format", "nonsense"],
                          ["export", "news.ngraph", "--format", "trig", "--rdf-graphs", "nonsense"],
                          ["export", "news.ngraph", "--format", "turtle", "--rdf-graphs", "document"],
                          ["parse", "--model", "nonsense", "-"]):
            with self.subTest(arguments):
                result = self.newsgraph(*arguments, exits=USAGE)
                self.assertEqual("", result.stdout)
                self.assertNotEqual("", result.stderr)

    def test_an_unguessable_format_is_asked_for(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        errors = self.newsgraph("export", "news.ngraph", "-o", "news.xyz", exits=USAGE).stderr
        self.assertIn("--format", errors)

    def test_an_option_that_means_nothing_to_the_format_is_refused(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        for arguments in (["gexf", "--strict"], ["graphml", "--dynamic"], ["dot", "--claims"], ["csv", "--color", "type"],
                          ["json", "--cypher-dialect", "memgraph"], ["cypher", "--rdf-graphs", "document"],
                          ["graphml", "--base", "https://example.org/"]):
            with self.subTest(arguments):
                errors = self.newsgraph("export", "news.ngraph", "-f", *arguments, exits=USAGE).stderr
                self.assertIn(arguments[1], errors)

    def test_the_graph_file_is_never_the_output(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        before = (self.folder / "news.ngraph").read_bytes()
        self.newsgraph("export", "news.ngraph", "-f", "json", "-o", "news.ngraph", exits=FAILURE)
        self.newsgraph("view", "news.ngraph", "-o", "./news.ngraph", exits=FAILURE)
        self.assertEqual(before, (self.folder / "news.ngraph").read_bytes())

    def test_view_names_the_page_that_it_wrote(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        self.assertEqual("news.html: open it in a browser\n",
                         self.newsgraph("view", "news.ngraph").stdout)
        page = (self.folder / "news.html").read_bytes()
        self.assertIn(b"<title>news</title>", page)
        self.newsgraph("view", "news.ngraph", "-o", "again.html")
        self.assertEqual(page, (self.folder / "again.html").read_bytes())
        self.newsgraph("export", "news.ngraph", "-o", "export.html")
        self.assertIn(b'"title":"newsgraph"', (self.folder / "export.html").read_bytes())

    def test_view_filters_as_export_does(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        filters = ["--type", "person", "--min-confidence", "0.8", "--since", "2024-03-05"]
        exported = json.loads(self.newsgraph("export", "news.ngraph", "-f", "json", *filters).stdout)
        page = self.newsgraph("view", "news.ngraph", "-o", "-", *filters).stdout
        graph = json.loads(page.split('id="graph-data">')[1].split("</script")[0])
        self.assertEqual([entity["label"] for entity in exported["entities"]],
                         [row[1] for row in graph["entities"]])
        self.assertEqual(len(exported["relations"]) + len(exported["statements"]),
                         len(graph["relations"]))
        self.newsgraph("view", "news.ngraph", "--type", "robot", exits=USAGE)

    def test_view_says_what_a_page_leaves_out(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        errors = " ".join(self.newsgraph("view", "news.ngraph", "--max-nodes", "20").stderr.split())
        self.assertRegex(errors, r"the 20 most connected of \d+ nodes; \d+ relations and \d+ statements "
                                 r"are left out")
        self.assertIn("--min-support", errors)
        self.assertEqual("", self.newsgraph("view", "news.ngraph").stderr)

    def test_a_misspelt_name_is_not_found_but_guessed(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        for arguments in (["show", "news.ngraph", "Rybakk"], ["path", "news.ngraph", "Rybakk", "Koval"]):
            with self.subTest(arguments):
                self.assertIn("Rybak", self.newsgraph(*arguments, exits=NOT_FOUND).stderr)
        self.newsgraph("remove", "news.ngraph", "no such article", exits=NOT_FOUND)


class ColourTest(ProgramTest):
    ASKING = [["stats"], ["list"], ["show", "Rybak"], ["path", "Rybak", "Koval"]]

    def setUp(self):
        super().setUp()
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")

    @unittest.skipUnless(has_terminals(), "no pseudo terminals")
    def test_colours_on_a_terminal_and_none_in_a_pipe(self):
        coloured = 0
        for command, *rest in self.ASKING:
            with self.subTest(command):
                coloured += ESCAPE in self.on_terminal(command, "news.ngraph", *rest)
                self.assertNotIn(ESCAPE, self.newsgraph(command, "news.ngraph", *rest).stdout)
        self.assertGreater(coloured, 0)

    @unittest.skipUnless(has_terminals(), "no pseudo terminals")
    def test_no_color_is_respected(self):
        for command, *rest in self.ASKING:
            with self.subTest(command):
                self.assertNotIn(ESCAPE, self.on_terminal(command, "news.ngraph", *rest, NO_COLOR="1"))

    def test_no_progress_in_a_pipe(self):
        errors = self.newsgraph("build", EXAMPLES, "-o", "piped.ngraph").stderr
        self.assertNotIn(ESCAPE, errors)
        self.assertNotIn("\r", errors)

    def test_json_where_a_script_reads(self):
        for command, *rest in self.ASKING:
            with self.subTest(command):
                json.loads(self.newsgraph(command, "news.ngraph", *rest, "--json").stdout)


if __name__ == "__main__":
    unittest.main()
