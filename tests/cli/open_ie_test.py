"""`newsgraph extract --format oie-tsv|oie-binary`: from articles, and from sentences cut into words."""

import sys
import unittest

from program import EXAMPLES, FAILURE, SOME_FAILED, USAGE, ProgramTest

STYLES = ("oie-tsv", "oie-binary")


def rows(output):
    return [line.split("\t") for line in output.splitlines()]


class SentencesTest(ProgramTest):
    def tuples(self, sentences, *arguments, style="oie-tsv", exits=0):
        path = self.write("sentences.txt", sentences)
        return self.newsgraph("extract", "--quiet", "--format", style, "--sentences", path,
                              *arguments, exits=exits)

    def test_tokens_are_kept(self):
        sentence = "Marta Keller rejected the `` unfair '' treaty -LRB- and the plan -RRB- ."
        for style in STYLES:
            found = rows(self.tuples(sentence + "\n", style=style).stdout)
            self.assertIn(["rejected", "Marta Keller", "the `` unfair '' treaty"],
                          [row[2:] for row in found])
            for row in found:
                self.assertEqual(sentence, row[0])
                self.assertRegex(row[1], r"\A[01]\.\d{4}\Z")

    def test_every_word_of_a_binary_tuple_is_in_its_sentence(self):
        text = "\n".join(path.read_text() for path in sorted(EXAMPLES.glob("*.txt")))
        sentences = "".join(" ".join(line.split()) + "\n" for line in text.split(". "))
        found = rows(self.tuples(sentences, style="oie-binary").stdout)
        self.assertGreater(len(found), 20)
        for sentence, _, *fields in found:
            self.assertEqual(3, len(fields))
            for field in fields:
                self.assertLessEqual(set(field.split()), set(sentence.split()))

    def test_empty_lines_and_spaces_say_nothing(self):
        once = self.tuples("Keller met Roth .\n").stdout
        self.assertEqual(1, len(rows(once)))
        self.assertEqual(once, self.tuples("\n\n \t\nKeller  met\tRoth .\r\n\n").stdout)
        self.assertEqual("", self.tuples("").stdout)

    def test_threads_change_nothing(self):
        sentences = "".join(f"Keller met {n} ministers in Oslo and praised Roth .\n"
                            for n in range(500))
        outputs = {self.tuples(sentences, "--threads", threads).stdout for threads in ("1", "2", "5")}
        self.assertEqual(1, len(outputs))
        order = [int(row[0].split()[2]) for row in rows(outputs.pop())]
        self.assertEqual(sorted(order), order)

    def test_a_line_that_is_not_utf8_is_reported_and_skipped(self):
        done = self.tuples(b"Keller met Roth .\n\xff met Roth .\nRoth met Kern .\n",
                           exits=SOME_FAILED)
        self.assertIn("sentences.txt:2: not UTF-8; expected one sentence a line in UTF-8",
                      done.stderr)
        self.assertEqual(["Keller", "Roth"], [row[3] for row in rows(done.stdout)])
        self.assertEqual("", self.tuples(b"\x00\n", exits=FAILURE).stdout)

    def test_lines_of_thousands_of_words(self):
        for style in STYLES:
            self.tuples("Keller met Roth and " * 1250 + ".\n", style=style)
            self.tuples("-LRB- " * 5000 + "\n", style=style)
            self.tuples("that Roth said " * 1700 + "\n", style=style)
        done = self.tuples("a" * (64 * 1024 + 1) + "\nKeller met Roth .\n", exits=SOME_FAILED)
        self.assertIn("sentences.txt:1: a line of over 64 KiB", done.stderr)
        self.assertEqual(1, len(rows(done.stdout)))

    def test_standard_input(self):
        done = self.newsgraph("extract", "-q", "--format", "oie-tsv", "--sentences", "-",
                              stdin="Keller met Roth .\n")
        self.assertEqual(["met", "Keller", "Roth"], rows(done.stdout)[0][2:])


class ArticlesTest(ProgramTest):
    def test_tuples_are_as_the_article_writes_them(self):
        article = self.write_articles("a.jsonl", [
            {"id": "a", "text": "The minister said on Monday that the talks had failed. Marta Keller's "
                                "aide met Piotr Roth\nin Oslo (Norland)."}])
        found = rows(self.newsgraph("extract", "-q", "--format", "oie-binary", article).stdout)
        found = [row for row in found if row[2] == "met"]
        self.assertEqual("Marta Keller's aide met Piotr Roth in Oslo (Norland).", found[0][0])
        self.assertEqual(["Marta Keller's aide", "Piotr Roth"], found[0][3:])

    def test_threads_change_nothing(self):
        for style in STYLES:
            outputs = {self.newsgraph("extract", "-q", "--format", style, "--threads", threads,
                                      EXAMPLES).stdout for threads in ("1", "4")}
            self.assertEqual(1, len(outputs))


class UsageTest(ProgramTest):
    def test_articles_or_sentences(self):
        self.write("s.txt", "Keller met Roth .\n")
        cases = [
            (["extract"], "ARTICLES"),
            (["extract", "--format", "oie-tsv"], "ARTICLES"),
            (["extract", "--format", "oie-tsv", "s.txt", "--sentences", "s.txt"], "not both"),
            (["extract", "--sentences", "s.txt"], "expected --format oie-tsv or oie-binary"),
        ]
        for arguments, message in cases:
            self.assertIn(message, self.newsgraph(*arguments, exits=USAGE).stderr)
        done = self.newsgraph("extract", "--format", "oie-tsv", "--sentences", "none.txt",
                              exits=FAILURE)
        self.assertIn("none.txt: cannot be opened for reading", done.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
