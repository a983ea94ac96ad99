"""Whatever is thrown at the program: the error names file and reason, and the rest goes on."""

import os
import shutil
import sqlite3
import unittest

from program import FAILURE, SOME_FAILED, SUCCESS, EXAMPLES, ProgramTest

GOOD = "Marta Keller met Yuri Danilenko in Halmar on Friday.\n"


class HostileArticleTest(ProgramTest):
    """Each batch holds one bad article and a good one; the good one is read."""

    def build_beside_good(self, *bad, exits, prefix=()):
        self.write("good.txt", GOOD)
        result = self.newsgraph("build", *bad, "good.txt", "-o", "news.ngraph", exits=exits,
                                prefix=prefix)
        graph = self.graph_of("news.ngraph")
        self.assertIn("Halmar", {entity["label"] for entity in graph["entities"]})
        return result.stderr

    def test_bytes_that_are_no_text(self):
        for name, content in {"latin1.txt": "Wolańska met Keller in São João.".encode("cp1250", "replace"),
                              "cut.txt": b"Keller met Danilenko.\nOleg Serin left \xe2\x82",
                              "surrogate.txt": b"Oleg Serin left \xed\xa0\x80 Dravik.",
                              "nul.txt": b"Norvik\0 praised Ingrid Solheim."}.items():
            with self.subTest(name):
                self.write(name, content)
                self.assertIn(name, self.build_beside_good(name, exits=SOME_FAILED))

    def test_a_line_of_fifty_megabytes(self):
        self.write("long.txt", b"Keller met Danilenko and " * 2_000_000)
        errors = self.build_beside_good("long.txt", exits=SOME_FAILED)
        self.assertIn("long.txt", errors)

    def test_a_line_of_fifty_megabytes_in_json_lines(self):
        line = b'{"id": "long", "text": "' + b"Keller met Danilenko. " * 2_300_000 + b'"}\n'
        self.write("long.jsonl", line + b'{"id": "next", "text": "Piotr Malek visited Sandel."}\n')
        errors = self.build_beside_good("long.jsonl", exits=SOME_FAILED)
        self.assertIn("long.jsonl", errors)
        self.assertIn("Sandel", {entity["label"] for entity in self.graph_of("news.ngraph")["entities"]})

    def test_an_empty_file(self):
        self.write("empty.txt", b"")
        errors = self.build_beside_good("empty.txt", exits=SOME_FAILED)
        self.assertIn("empty.txt", errors)

    def test_a_folder_that_holds_itself(self):
        self.write("folder/inner/article.txt", "Piotr Malek visited Sandel.\n")
        os.symlink("..", self.folder / "folder/inner/loop")
        os.symlink("/nonexistent/article.txt", self.folder / "folder/dangling.txt")
        self.write("good.txt", GOOD)
        result = self.newsgraph("build", "folder", "good.txt", "-o", "news.ngraph", exits=None)
        self.assertIn(result.returncode, (SUCCESS, SOME_FAILED))
        self.assertEqual(2, self.articles_in("news.ngraph"))

    def test_json_nested_a_million_deep(self):
        self.write("deep.json", b'{"text": ' + b"[" * 1_000_000)
        errors = self.build_beside_good("deep.json", exits=SOME_FAILED)
        self.assertIn("deep.json", errors)

    def test_damaged_lines_among_good_ones(self):
        self.write("feed.jsonl", b'{"id": "1", "text": "Piotr Malek visited Sandel."}\n'
                                 b'{"id": "2", "text": \n'
                                 b'{"id": "3", "text": 42}\n'
                                 b'{"id": "4", "published": "yesterday", "text": "x"}\n'
                                 b'[]\n'
                                 b'{"id": "5", "text": "Oleg Serin flew to Dravik."}\n')
        errors = self.build_beside_good("feed.jsonl", exits=SOME_FAILED)
        for line in (2, 3, 5):
            self.assertIn(f"feed.jsonl:{line}:", errors)
        labels = {entity["label"] for entity in self.graph_of("news.ngraph")["entities"]}
        self.assertLessEqual({"Sandel", "Dravik"}, labels)

    def test_a_file_without_read_permission(self):
        self.write("secret.txt", GOOD).chmod(0)
        # Root reads everything unless it gives that up.
        prefix = ()
        if os.geteuid() == 0:
            if not shutil.which("setpriv"):
                self.skipTest("root, and no setpriv")
            prefix = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        errors = self.build_beside_good("secret.txt", exits=SOME_FAILED, prefix=prefix)
        self.assertRegex(errors, "secret.txt.*[Pp]ermission denied")

    def test_an_article_that_does_not_exist(self):
        errors = self.build_beside_good("nowhere.txt", exits=SOME_FAILED)
        self.assertRegex(errors, "nowhere.txt.*No such file|nowhere.txt.*no such file")

    def test_nothing_but_failures_is_a_failure(self):
        errors = self.newsgraph("build", "nowhere.txt", "-o", "news.ngraph", exits=FAILURE).stderr
        self.assertIn("nowhere.txt", errors)

    def test_names_that_look_like_markup_stay_text(self):
        self.write("markup.txt", 'Marta "Bobby\'); DROP TABLE" Keller met <b>O\'Neil</b> & Sons '
                                 "in `Halmar` \\ on Friday.\n")
        self.newsgraph("build", "markup.txt", "-o", "news.ngraph")
        self.exports("news.ngraph")


class HostileGraphFileTest(ProgramTest):
    """No command trusts a file because it is called .ngraph."""

    COMMANDS = [["stats"], ["list"], ["export", "--format", "json"], ["show", "Keller"],
                ["path", "Keller", "Halmar"], ["remove", "a"]]

    def assert_refused(self, graph, reason):
        before = graph.read_bytes() if graph.is_file() else None
        self.write("good.txt", GOOD)
        for command, *rest in self.COMMANDS:
            with self.subTest(command):
                errors = self.newsgraph(command, graph.name, *rest, exits=FAILURE).stderr
                self.assertIn(graph.name, errors)
                self.assertRegex(errors, reason)
        with self.subTest("build"):
            errors = self.newsgraph("build", "good.txt", "-o", graph.name, exits=FAILURE).stderr
            self.assertRegex(errors, reason)
        self.assertEqual(before, graph.read_bytes() if graph.is_file() else None)

    def test_text_that_is_no_graph_file(self):
        self.assert_refused(self.write("notes.ngraph", "not a database, just notes\n" * 100),
                            "(?i)not a newsgraph|no (newsgraph )?graph file|not a (newsgraph )?graph file")

    def test_another_programs_database(self):
        path = self.folder / "other.ngraph"
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE articles (name TEXT)")
        database.close()
        self.assert_refused(path, "(?i)no (newsgraph )?graph file|not a (newsgraph )?graph file")

    def test_a_graph_file_of_a_newer_version(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        with sqlite3.connect(self.folder / "news.ngraph") as database:
            database.execute("PRAGMA user_version = 999")
        database.close()
        self.assert_refused(self.folder / "news.ngraph", "(?i)version")

    def test_a_truncated_graph_file(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        path = self.folder / "news.ngraph"
        path.write_bytes(path.read_bytes()[:path.stat().st_size // 2])
        errors = self.newsgraph("export", "news.ngraph", "--format", "json", exits=FAILURE).stderr
        self.assertRegex(errors, "news.ngraph.*(damaged|malformed|corrupt)")

    def test_a_graph_file_that_is_missing(self):
        for command, *rest in self.COMMANDS:
            with self.subTest(command):
                errors = self.newsgraph(command, "missing.ngraph", *rest, exits=FAILURE).stderr
                self.assertIn("missing.ngraph", errors)
                self.assertFalse((self.folder / "missing.ngraph").exists())

    def test_an_output_that_cannot_be_written(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        errors = self.newsgraph("export", "news.ngraph", "-o", "no/such/folder/x.ttl", exits=FAILURE).stderr
        self.assertIn("no/such/folder/x.ttl", errors)
        errors = self.newsgraph("export", "news.ngraph", "--format", "json", "-o", "/dev/full",
                                exits=FAILURE).stderr
        self.assertIn("/dev/full", errors)


if __name__ == "__main__":
    unittest.main()
