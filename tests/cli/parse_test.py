"""`newsgraph parse`: CoNLL-U that keeps the rules of its format, from raw text and from words."""

import subprocess
import sys
import unittest

import conllu_rules
from program import FAILURE, ROOT, SOME_FAILED, EXAMPLES, ProgramTest

MODELS = ("default", "fast")

ANN = ("# newdoc id = d\n"
       "# my comment\n"
       "1-2\tAnn's\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "1\tAnn\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "2\t's\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "3\tdog\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "3.1\tnever\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "4\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
       "5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
       "\n")
OLEG = ("# newdoc id = e\n"
        "1\tOleg\tB-PER\t-\tsource\n"
        "2\tmet\tO\t-\tsource\n"
        "3\tKeller\tB-PER\t-\tsource\n"
        "\n")


class RawTextTest(ProgramTest):
    def parse(self, text, *arguments):
        return self.newsgraph("parse", *arguments, self.write("a text/one.txt", text)).stdout

    def test_output_keeps_the_rules_of_the_format(self):
        text = ("KYIV, Nov 11 — President Ann Lee didn't  say \"no\".\nShe'll go (at 5 p.m.).\n\n"
                "• Ministers\tagree\n• dont panic: $5m — it's 👩‍👩‍👧\u00a0now.\n \n\n"
                "basic\u00adally «oui».Then \u200eOleg\u200f left [6] Norvik Inc.\n")
        for model in MODELS:
            with self.subTest(model):
                output = self.parse(text, "--model", model)
                conllu_rules.check(output)
                self.assertEqual(3, output.count("# newpar\n"))
                self.assertIn("# sent_id = one-1\n", output)
                self.assertIn("\ndidn't\t".replace("\n", "\t"), output)

    def test_every_character_arrives(self):
        text = "".join(chr(c) if chr(c).isprintable() else " " for c in range(0x20, 0x3000, 7))
        words = conllu_rules.check(self.parse(text))
        self.assertEqual("".join(text.split()), "".join(word[1] for s in words for word in s))

    def test_the_examples_can_be_read_back(self):
        for article in sorted(EXAMPLES.glob("*.txt"))[:3]:
            raw = self.newsgraph("parse", article).stdout
            words = conllu_rules.check(raw)
            again = self.newsgraph("parse", "--pretokenized", self.write("raw.conllu", raw)).stdout
            self.assertEqual(raw, again, "the same sentences give the same trees")
            self.assertGreater(len(words), 3)

    def test_an_empty_text_has_no_sentences(self):
        for text in ("", " \n\t\n\n"):
            self.assertEqual("", self.parse(text))


class WordsTest(ProgramTest):
    def parse(self, text, exits=0):
        return self.newsgraph("parse", "--pretokenized", self.write("words.conllu", text), exits=exits)

    def test_words_sentences_ranges_and_comments_stay(self):
        output = self.parse(ANN + OLEG).stdout
        conllu_rules.check(output, from_raw=False)
        self.assertEqual(
            ["# newdoc id = d", "# my comment", "1-2 Ann's", "1 Ann", "2 's", "3 dog", "4 left", "5 .",
             "", "# newdoc id = e", "1 Oleg", "2 met", "3 Keller", "", ""],
            [" ".join(line.split("\t")[:2]) for line in output.split("\n")])
        self.assertIn("Name=B-PER", output)

    def test_other_systems_line_ends_and_marks_are_read(self):
        expected = self.parse(ANN).stdout
        for variant in ("\ufeff" + ANN, ANN.replace("\n", "\r\n"), ANN.rstrip("\n"), "\n\n" + ANN):
            self.assertEqual(expected, self.parse(variant).stdout)

    def test_names_become_iob2(self):
        script = ROOT / "tests/quality/names_to_iob2.py"
        iob2 = subprocess.run([sys.executable, script], input=self.parse(OLEG).stdout,
                              capture_output=True, text=True, check=True).stdout
        self.assertEqual("# newdoc id = e\n1\tOleg\tB-PER\n2\tmet\tO\n3\tKeller\tB-PER\n\n", iob2)

    def test_a_sentence_of_five_thousand_words_is_one_tree(self):
        words = "".join(f"{i}\tword{i % 9}\tO\n" for i in range(1, 5001))
        (sentence,) = conllu_rules.check(self.parse(words).stdout, from_raw=False)
        self.assertEqual(5000, len(sentence))


class HostileInputTest(ProgramTest):
    """Each bad file stands before a good one, which is read."""

    def errors_of(self, name, content, *arguments):
        good = self.write("good.conllu" if arguments else "good.txt",
                          OLEG if arguments else "Oleg met Keller.\n")
        result = self.newsgraph("parse", *arguments, self.write(name, content), good,
                                exits=SOME_FAILED)
        self.assertIn("\tKeller\t", result.stdout)
        conllu_rules.sentences(result.stdout)
        return result.stderr

    def test_words_that_are_none(self):
        for number, (content, message) in enumerate([
                ("1\tAnn\n", "2 columns"),
                (ANN + "1\tAnn\t_\t_\t_\n3\tleft\t_\t_\t_\n", "word 3 where 2 is expected"),
                ("2-1\tAnn\t_\t_\t_\t_\t_\t_\t_\t_\n", "no range"),
                ("1-3\tAnn\t_\t_\t_\t_\t_\t_\t_\t_\n1\tAnn\tO\n", "a range of words ends at 3"),
                ("1\tAnn\t_\t_\t_\t_\t9\t_\t_\t_\n", "head 9"),
                ("1\t" + "a" * 3_000_000 + "\tO\n", "a line of over"),
                (b"1\tA\0nn\tO\n", "NUL byte"),
                (b"1\tA\xed\xa0\x80\tO\n", "invalid UTF-8"),
                ("1\tA\x1b[2J\tO\n", "control character 27"),
                ("Ann left.\n", "1 columns")]):
            with self.subTest(message):
                name = f"bad{number}.conllu"
                errors = self.errors_of(name, content, "--pretokenized")
                self.assertRegex(errors, rf"{name}:\d+: .*{message}")

    def test_what_stands_before_a_fault_is_kept(self):
        path = self.write("bad.conllu", ANN + "1\tx\n")
        result = self.newsgraph("parse", "--pretokenized", path, exits=FAILURE)
        conllu_rules.check(result.stdout, from_raw=False)
        self.assertIn("bad.conllu:11: ", result.stderr)

    def test_text_that_is_none(self):
        for content, message in [(b"Oleg\0 left", "NUL"), (b"Oleg left.\n\nS\xe3o", ":3: byte 0xe3"),
                                 (b"a " * (9 << 20), "16 MiB")]:
            with self.subTest(message):
                self.assertIn(message, self.errors_of("bad.txt", content))

    def test_files_that_are_none(self):
        self.write("folder/file.txt", "Oleg left.\n")
        good = self.write("good.txt", "Oleg met Keller.\n")
        for arguments in ((), ("--pretokenized",)):
            errors = self.newsgraph("parse", *arguments, "folder", "missing.txt", exits=FAILURE).stderr
            self.assertIn("folder", errors)
            self.assertIn("missing.txt", errors)
        self.newsgraph("parse", "missing.txt", good, exits=SOME_FAILED)


if __name__ == "__main__":
    unittest.main()
