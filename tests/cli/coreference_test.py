"""`newsgraph coreference`: chains of raw texts and of words, one JSON object a document."""

import json
import unittest

from program import FAILURE, SOME_FAILED, ProgramTest

TEXT = "Marta Keller visited Oslo. She praised the mayor.\n"
WORDS = "\n\n".join("\n".join(f"{i}\t{word}" + "\t_" * 8 for i, word in enumerate(words.split(), 1))
                    for words in ("Marta Keller visited Oslo .", "She praised the mayor .")) + "\n\n"


class CoreferenceTest(ProgramTest):
    def chains(self, *arguments, **options):
        output = self.newsgraph("coreference", *arguments, **options).stdout
        return [json.loads(line) for line in output.splitlines()]

    def test_mentions_say_where_they_stand(self):
        for model in ("default", "fast"):
            with self.subTest(model):
                (document,) = self.chains("--model", model, self.write("one.txt", TEXT))
                self.assertEqual("one", document["doc"])
                (chain,) = document["chains"]
                self.assertEqual(["Marta Keller", "She"], [m["text"] for m in chain])
                self.assertEqual(["name", "pronoun"], [m["kind"] for m in chain])
                self.assertEqual([[0, 2], [5, 6]], [m["words"] for m in chain])
                for mention in chain:
                    begin, end = mention["bytes"]
                    self.assertEqual(mention["text"], TEXT.encode()[begin:end].decode())

    def test_words_keep_their_documents(self):
        text = "# newdoc id = a\n" + WORDS + "# newdoc id = b c\n" + WORDS
        documents = self.chains("--pretokenized", self.write("two.conllu", text))
        self.assertEqual(["a", "b c"], [d["doc"] for d in documents])
        self.assertEqual(documents[0]["chains"], documents[1]["chains"])
        self.assertEqual([[0, 2], [5, 6]], [m["words"] for m in documents[0]["chains"][0]])

    def test_documents_without_id_are_numbered(self):
        (document,) = self.chains("--pretokenized", self.write("plain.conllu", WORDS))
        self.assertEqual("plain-1", document["doc"])

    def test_any_text_is_read(self):
        for text in ("", "\n\n", "it", "\"I", "( ( (", "\ufffd\u200e\u0300 it"):
            with self.subTest(text):
                (document,) = self.chains(self.write("odd.txt", text))
                self.assertEqual([], document["chains"])

    def test_what_cannot_be_read_is_said(self):
        good = self.write("good.txt", TEXT)
        result = self.newsgraph("coreference", good, "missing.txt", exits=SOME_FAILED)
        self.assertIn("missing.txt", result.stderr)
        self.assertEqual(1, len(result.stdout.splitlines()))
        bad = self.write("bad.conllu", WORDS + "1\tbroken\n\n")
        result = self.newsgraph("coreference", "--pretokenized", bad, exits=FAILURE)
        self.assertIn("bad.conllu", result.stderr)
        self.assertEqual(1, len(result.stdout.splitlines()), "what stands before the fault")


if __name__ == "__main__":
    unittest.main()
