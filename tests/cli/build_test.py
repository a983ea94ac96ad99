"""One graph, whichever way its articles came in."""

import itertools
import json
import unittest

from program import EXAMPLES, ProgramTest, contradicting_articles


class BuildTest(ProgramTest):
    def test_reads_every_example_whatever_its_format(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph")
        graph = self.graph_of("news.ngraph")
        self.assertEqual(9, len(graph["articles"]))
        outlets = {article.get("outlet") for article in graph["articles"]}
        self.assertLessEqual({"Lindow Courier", "Harbour Post", "Maritime News Agency"}, outlets)

    def test_is_extract_and_merge(self):
        built = self.build("built.ngraph", EXAMPLES)
        stream = self.newsgraph("extract", EXAMPLES).stdout
        self.newsgraph("merge", "-o", "merged.ngraph", "-", stdin=stream)
        self.assertEqual(built, self.exports("merged.ngraph"))

    def test_streams_extracted_apart_merge_to_the_same_graph(self):
        built = self.build("built.ngraph", EXAMPLES)
        streams = []
        for number, file in enumerate(sorted(EXAMPLES.iterdir(), reverse=True)):
            stream = self.newsgraph("extract", file, "--threads", "1").stdout
            streams.append(self.write(f"{number}.jsonl", stream))
        self.newsgraph("merge", *streams[:3], "-o", "merged.ngraph")
        self.newsgraph("merge", *streams[3:], "-o", "merged.ngraph")
        self.assertEqual(built, self.exports("merged.ngraph"))

    def test_any_order_any_threads_and_any_increments_give_the_same_exports(self):
        files = [self.write_articles(f"{article['id']}.jsonl", [article])
                 for article in contradicting_articles()]
        expected = self.build("expected.ngraph", *files)
        # Every order, each with another number of threads and another split into two runs.
        for number, order in enumerate(itertools.permutations(files)):
            graph = f"{number}.ngraph"
            threads = str(1 + number % 3)
            split = number % len(order)
            for part in filter(None, (order[:split], order[split:])):
                self.newsgraph("build", *part, "-o", graph, "--threads", threads)
            with self.subTest(order=[file.stem for file in order], split=split, threads=threads):
                self.assertEqual(expected, self.exports(graph))

    def test_one_run_for_each_article_gives_the_same_exports(self):
        expected = self.build("expected.ngraph", EXAMPLES)
        for file in sorted(EXAMPLES.iterdir(), reverse=True):
            self.newsgraph("build", file, "-o", "increments.ngraph")
        self.assertEqual(expected, self.exports("increments.ngraph"))

    def test_skips_what_is_there_already(self):
        first = self.build("news.ngraph", EXAMPLES)
        summary = self.newsgraph("build", EXAMPLES, "-o", "news.ngraph").stderr
        self.assertRegex(summary, r"\b9\b.*(unchanged|skipped)|(unchanged|skipped)\D*\b9\b")
        self.assertEqual(first, self.exports("news.ngraph"))

    def test_doubtful_claims_enter_the_graph_when_asked(self):
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph", "--least-confidence", "0.8")
        sure = self.claims("news.ngraph")
        self.assertTrue(sure)
        self.assertLessEqual(0.8, min(sure.values()))
        # Nothing is read again: what is left out is in the file.
        summary = self.newsgraph("merge", "-o", "news.ngraph", "--least-confidence", "0").stderr
        self.assertNotIn("not sure", summary)
        everything = self.claims("news.ngraph")
        self.assertLess(sure.keys(), everything.keys())
        summary = self.newsgraph("merge", "-o", "news.ngraph", "--least-confidence", "0.8").stderr
        self.assertRegex(summary, r"\d not sure enough")
        self.assertEqual(sure, self.claims("news.ngraph"))

    def claims(self, file):
        graph = self.graph_of(file)
        return {claim["id"]: claim["confidence"]
                for relation in graph["relations"] + graph["statements"] for claim in relation["claims"]}

    def test_a_removed_article_was_never_there(self):
        articles = contradicting_articles()
        all_but_b = self.write_articles("rest.jsonl", [a for a in articles if a["id"] != "b"])
        expected = self.build("never.ngraph", all_but_b)
        self.build("removed.ngraph", self.write_articles("all.jsonl", articles))
        self.newsgraph("remove", "removed.ngraph", "b")
        self.assertEqual(expected, self.exports("removed.ngraph"))

    def test_the_newest_version_counts_in_whatever_order_versions_arrive(self):
        old, *others = contradicting_articles()
        new = dict(old, modified="2024-03-05", text="Marta Keller postponed the meeting.")
        expected = self.build("new.ngraph", self.write_articles("new.jsonl", [new, *others]))
        for name, versions in {"old-first": [old, *others, new], "new-first": [new, *others, old]}.items():
            with self.subTest(name):
                one_run = self.build(f"{name}.ngraph", self.write_articles(f"{name}.jsonl", versions))
                self.assertEqual(expected, one_run)
                for number, version in enumerate(versions):
                    file = self.write_articles(f"{name}-{number}.jsonl", [version])
                    self.newsgraph("build", file, "-o", f"{name}-increments.ngraph")
                self.assertEqual(expected, self.exports(f"{name}-increments.ngraph"))

    def test_reads_outdated_articles_anew_when_asked(self):
        built = self.build("news.ngraph", EXAMPLES)
        stream = self.newsgraph("extract", EXAMPLES).stdout
        outdated = []
        for line in stream.splitlines():
            record = json.loads(line)
            for key in ("fingerprint", "extractor"):
                if key in record:
                    record[key] = "an older extractor"
            outdated.append(json.dumps(record))
        self.newsgraph("merge", "-", "-o", "outdated.ngraph", stdin="\n".join(outdated) + "\n")
        self.assertNotEqual(built["json"], self.exports("outdated.ngraph")["json"])
        self.newsgraph("build", EXAMPLES, "-o", "outdated.ngraph", "--refresh")
        self.assertEqual(built, self.exports("outdated.ngraph"))

    def test_articles_that_another_model_read_are_outdated(self):
        built = self.build("default.ngraph", EXAMPLES)
        self.newsgraph("build", "--model", "fast", EXAMPLES, "-o", "news.ngraph")
        self.assertIn("9 articles were read by another version or model",
                      self.newsgraph("build", EXAMPLES, "-o", "news.ngraph").stderr)
        self.assertNotEqual(built["json"], self.exports("news.ngraph")["json"])
        self.newsgraph("build", EXAMPLES, "-o", "news.ngraph", "--refresh")
        self.assertEqual(built, self.exports("news.ngraph"))

    def test_reads_articles_from_standard_input(self):
        articles = self.write_articles("all.jsonl", contradicting_articles())
        expected = self.build("file.ngraph", articles)
        self.newsgraph("build", "-", "--input-format", "jsonl", "-o", "stdin.ngraph",
                       stdin=articles.read_bytes())
        self.assertEqual(expected, self.exports("stdin.ngraph"))


if __name__ == "__main__":
    unittest.main()
