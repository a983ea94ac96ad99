"""A build may be killed at any moment: the file stays whole, and the same command goes on."""

import json
import os
import signal
import subprocess
import sys
import time
import unittest

from program import PROGRAM, EXAMPLES, ProgramTest


def many_articles(count):
    """`count` articles out of the examples, each under a key of its own."""
    texts = [file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    return [{"id": f"n{number:04}", "published": f"2024-03-{1 + number % 28:02}",
             "text": texts[number % len(texts)]} for number in range(count)]


class KilledBuildTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.articles = many_articles(400)
        self.file = self.write_articles("all.jsonl", self.articles)
        self.expected = self.build("uninterrupted.ngraph", self.file)

    def stored_articles(self, graph):
        """How many articles `graph` holds; 0 while there is no graph in it yet."""
        stats = subprocess.run([PROGRAM, "stats", graph, "--json"], cwd=self.folder,
                               capture_output=True, check=False)
        return json.loads(stats.stdout)["articles"] if stats.returncode == 0 else 0

    def assert_whole_articles_only(self, graph):
        """`graph` opens, and each of its articles is what it is in the uninterrupted build."""
        if not (self.folder / graph).exists():
            return 0
        stats = self.newsgraph("stats", graph, exits=None)
        if "the file is empty" in stats.stderr:  # killed before the first transaction
            return 0
        whole = json.loads(self.expected["json"])
        part = self.graph_of(graph)
        whole_articles = {article["key"]: article for article in whole["articles"]}
        for article in part["articles"]:
            self.assertEqual(whole_articles[article["key"]], article)
        return len(part["articles"])

    def test_killed_in_the_midst_of_reading(self):
        # The program cannot be done: it waits for the rest of its input.
        build = subprocess.Popen([PROGRAM, "build", "-", "--input-format", "jsonl", "-o", "killed.ngraph"],
                                 cwd=self.folder, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        part = "".join(json.dumps(article) + "\n" for article in self.articles[:300])
        build.stdin.write(part.encode())
        build.stdin.flush()
        give_up = time.monotonic() + 120
        while self.stored_articles("killed.ngraph") == 0 and time.monotonic() < give_up:
            time.sleep(0.05)
        os.kill(build.pid, signal.SIGKILL)
        self.assertEqual(-signal.SIGKILL, build.wait())
        build.stdin.close()

        self.assertIn(self.assert_whole_articles_only("killed.ngraph"), range(1, 301))
        self.newsgraph("build", self.file, "-o", "killed.ngraph")
        self.assertEqual(self.expected, self.exports("killed.ngraph"))

    def test_killed_with_a_journal_that_only_a_writer_can_roll_back(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        before = self.newsgraph("stats", "news.ngraph", "--json").stdout
        killed = ("import os, sqlite3\n"
                  "store = sqlite3.connect('news.ngraph', isolation_level=None)\n"
                  "store.execute('PRAGMA cache_size = 1')\n"
                  "store.execute('BEGIN EXCLUSIVE')\n"
                  "store.execute('CREATE TABLE more AS SELECT * FROM sentence, sentence AS again LIMIT 20000')\n"
                  "os._exit(1)\n")
        subprocess.run([sys.executable, "-c", killed], cwd=self.folder, check=False)
        self.assertTrue((self.folder / "news.ngraph-journal").exists())
        self.assertEqual(before, self.newsgraph("stats", "news.ngraph", "--json").stdout)

    def test_killed_again_and_again_until_it_gets_through(self):
        delay, kills = 0.05, 0
        while True:
            build = subprocess.Popen([PROGRAM, "build", self.file, "-o", "killed.ngraph"],
                                     cwd=self.folder, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                self.assertEqual(0, build.wait(timeout=delay))
                break
            except subprocess.TimeoutExpired:
                build.kill()
                build.wait()
                kills += 1
                delay *= 1.4
                self.assert_whole_articles_only("killed.ngraph")
        self.assertGreater(kills, 0)
        self.assertEqual(self.expected, self.exports("killed.ngraph"))


if __name__ == "__main__":
    unittest.main()
