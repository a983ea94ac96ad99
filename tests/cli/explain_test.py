"""`newsgraph explain`: each part of the output, JSON that keeps its schema, and hostile input."""

import json
import re
import unittest

from program import EXAMPLES, FAILURE, NOT_FOUND, ROOT, USAGE, ProgramTest, has_terminals

SCHEMA = json.loads((ROOT / "schemas/explanation.schema.json").read_text("utf-8"))
ARTICLE = ("Marta Keller, the mayor of Oslo, met Ana Roth on Monday. "
           "She declined to visit Estmark, Roth said. "
           "Norland did not sell any ships. "
           "It was late, and this surprised them.\n")


def faults(value, schema, at="$"):
    """What in `value` breaks `schema`: the part of JSON Schema draft 4 that our schemas use."""
    if "$ref" in schema:
        return faults(value, SCHEMA["definitions"][schema["$ref"].rsplit("/", 1)[1]], at)
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} is none of {schema['enum']}"]
    types = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
             "boolean": bool}
    if not isinstance(value, types[schema["type"]]):
        return [f"{at}: {value!r} is no {schema['type']}"]
    found = []
    if schema["type"] == "object":
        found += [f"{at}: {name} is missing" for name in schema["required"] if name not in value]
        for name, member in value.items():
            if name in schema["properties"]:
                found += faults(member, schema["properties"][name], f"{at}.{name}")
            else:
                found.append(f"{at}: {name} is unknown")
    elif schema["type"] == "array":
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        for number, item in enumerate(value):
            found += faults(item, schema["items"], f"{at}[{number}]")
    elif schema["type"] == "string":
        if not re.search(schema.get("pattern", ""), value):
            found.append(f"{at}: {value!r} is not as {schema['pattern']}")
    elif not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{at}: {value} is out of range")
    return found


class ExplainTest(ProgramTest):
    def explain(self, *arguments, **options):
        return self.newsgraph("explain", *arguments, **options).stdout

    def explain_json(self, *arguments, **options):
        explanation = json.loads(self.explain(*arguments, "--json", **options))
        self.assertEqual([], faults(explanation, SCHEMA))
        return explanation

    def part(self, text, heading):
        """The lines below `heading`, up to the next empty line."""
        return re.search(rf"(?m)^{heading}\n((?:.+\n)*)", text + "\n")[1]


class OutputTest(ExplainTest):
    def test_a_tree_has_a_line_for_each_token(self):
        tree = self.part(self.explain("Keller rejected the plan."), "Tree")
        self.assertEqual([
            " ╭─── Keller    Keller  PROPN  nsubj",
            "─┼─── rejected  reject  VERB   root",
            " │ ╭─ the       the     DET    det",
            " ├─┴─ plan      plan    NOUN   obj",
            " ╰─── .         .       PUNCT  punct"], [line[1:] for line in tree.splitlines()])

    def test_mentions_have_types_and_whom_they_mean(self):
        text = self.explain("General Ana Roth left Oslo. She praised the army.")
        first, second = text.split("\n2  ")
        self.assertRegex(self.part(first, "Mentions"), r"Ana Roth +person +name +title “General”")
        self.assertRegex(self.part(first, "Mentions"), r"Oslo +place +name")
        self.assertRegex(self.part(second, "Mentions"), r"She +person +pronoun +→ Ana Roth · sentence 1")
        self.assertRegex(self.part(second, "Mentions"), r"army +concept +nominal")

    def test_propositions_have_parts_and_qualifiers(self):
        text = self.explain("General Koval denied on Friday that Norland had not sold ships.",
                            "--published", "2024-05-01")
        propositions = self.part(text, "Propositions")
        self.assertIn("1  Koval –denied→ (Norland –sold→ ships)\n", propositions)
        self.assertRegex(propositions, r"subject +Koval · person · “General Koval”")
        self.assertRegex(propositions, r"predicate +denied · deny")
        self.assertRegex(propositions, r"object +proposition 2 · “Norland had not sold ships”")
        self.assertRegex(propositions, r"polarity +affirmed · modality actual")
        self.assertRegex(propositions, r"event date +2024-0")
        self.assertRegex(propositions, r"rule +clause · confidence 0\.\d\d")
        self.assertRegex(text, r"according to +Koval · “denied”")

    def test_what_was_rejected_has_its_reason(self):
        for sentence, reason, words in [
                ("It failed.", "unresolved_pronoun", "what “It” means is not known"),
                ("Keller rejected these proposals.", "points_back", "points back"),
                ("Things changed.", "shell_noun", "“Things” names nothing by itself"),
                ("Keller blamed herself.", "same_node", "subject and object are the same"),
                ("Keller believes that it failed for reasons of cost in all towns of the north and in most "
                 "towns of the south of Norland with great losses for everybody.", "empty_clause", "gives no proposition"),
                ("Stop the war.", "no_subject", "does not tell its subject"),
                ("As Keller said, Norland left the union.", "only_source", "who speaks"),
                ("Keller presented a plan to leave.", "bare_infinitive", "claims nothing")]:
            with self.subTest(reason):
                (explained,) = self.explain_json(sentence)["sentences"]
                self.assertIn(reason, [rejected["reason"] for rejected in explained["rejected"]])
                self.assertIn(words, self.part(self.explain(sentence), "Rejected"))

    def test_a_sentence_without_propositions_says_so(self):
        self.assertEqual("  none\n", self.part(self.explain("It failed."), "Propositions"))
        self.assertNotIn("Rejected", self.explain("Keller rejected the plan."))

    @unittest.skipUnless(has_terminals(), "no pseudo terminals")
    def test_lines_fit_the_terminal(self):
        for article in sorted(EXAMPLES.glob("*.txt")):
            for columns in (80, 100):
                printed = self.on_terminal("explain", article, NO_COLOR="1", COLUMNS=str(columns))
                for line in printed.replace("\r", "").splitlines():
                    self.assertLessEqual(len(line), columns, line)
                    self.assertEqual(line.rstrip(" "), line)

    @unittest.skipUnless(has_terminals(), "no pseudo terminals")
    def test_colours_on_a_terminal_and_none_in_a_pipe(self):
        self.assertIn("\x1b", self.on_terminal("explain", "Keller rejected the plan."))
        self.assertNotIn("\x1b", self.explain("Keller rejected the plan."))


class InputTest(ExplainTest):
    def test_sentences_are_chosen_by_number(self):
        self.write("a.txt", ARTICLE)
        file = "a.txt"
        self.assertEqual(4, len(self.explain_json(file)["sentences"]))
        for chosen, numbers in (("2", [2]), ("2-3", [2, 3]), ("4-4", [4])):
            explanation = self.explain_json(file, "--sentence", chosen)
            self.assertEqual(numbers, [s["number"] for s in explanation["sentences"]])
            self.assertEqual(4, explanation["article"]["sentences"])
        self.assertTrue(self.explain(file).startswith("a.txt · 4 sentences\n\n1  Marta Keller,"))
        self.assertEqual(self.explain(file).partition("\n")[2],
                         self.explain("-", stdin=ARTICLE).partition("\n")[2])

    def test_whom_a_pronoun_means_is_decided_within_the_whole_article(self):
        (sentence,) = self.explain_json(self.write("a.txt", ARTICLE), "--sentence", "2")["sentences"]
        she = next(mention for mention in sentence["mentions"] if mention["label"] == "She")
        self.assertEqual(("Marta Keller", 1), (she["antecedent"]["label"], she["antecedent"]["sentence"]))

    def test_the_other_model_reads_too(self):
        self.assertEqual([], faults(self.explain_json("Keller left Oslo.", "--model", "fast"), SCHEMA))

    def test_an_article_of_several_is_chosen_by_number(self):
        file = self.write_articles("feed.jsonl", [
            {"id": "a", "published": "2024-05-01", "text": "Keller left Oslo."},
            {"id": "b", "text": "Roth left Estmark."}])
        self.assertEqual("a", self.explain_json(file)["article"]["key"])
        self.assertEqual("b", self.explain_json(file, "--article", "2")["article"]["key"])
        self.assertIn("there are 2", self.newsgraph("explain", file, "--article", "3",
                                                    exits=NOT_FOUND).stderr)

    def test_it_explains_what_extract_finds(self):
        for article in sorted(EXAMPLES.glob("*.txt")):
            records = map(json.loads, self.newsgraph("extract", article).stdout.splitlines())
            extracted = [(r["sentence"] + 1, r["id"], r["rule"], r["confidence"])
                         for r in records if r["record"] == "proposition"]
            explained = [(s["number"], p["id"], p["rule"], p["confidence"])
                         for s in self.explain_json(article)["sentences"] for p in s["propositions"]]
            self.assertGreater(len(explained), 5)
            self.assertEqual(sorted(extracted), sorted(explained))

    def test_a_word_with_a_mark_is_a_sentence(self):
        self.assertEqual("Resign!", self.explain_json("Resign!")["sentences"][0]["text"])

    def test_errors_say_what_where_and_what_to_do(self):
        file = self.write("a.txt", ARTICLE)
        self.write("empty.txt", "")
        for arguments, exits, message in [
                (["missing.txt"], FAILURE, "missing.txt"),
                (["empty.txt"], FAILURE, "empty.txt: .*expected an article"),
                ([""], FAILURE, "empty; expected"),
                (["  \n"], FAILURE, "empty; expected"),
                ([" \u200b\u200c"], FAILURE, "no sentence"),
                ([file, "--sentence", "9"], NOT_FOUND, "no sentence 9; it has 4: --sentence 1-4"),
                ([file, "--sentence", "3-5"], NOT_FOUND, "no sentence 5"),
                ([file, "--sentence", "0"], USAGE, "expected a number from 1"),
                ([file, "--sentence", "3-2"], USAGE, "as 3-5"),
                ([file, "--published", "soon"], USAGE, "no date"),
                ([], USAGE, "TEXT")]:
            with self.subTest(arguments):
                result = self.newsgraph("explain", *arguments, exits=exits)
                self.assertEqual("", result.stdout)
                self.assertRegex(result.stderr, message)


class HostileTest(ExplainTest):
    def test_control_characters_do_not_reach_the_terminal(self):
        text = "Keller \x1b[31mmet\x07 Roth \u202ein Oslo\u202c, \x9b2J said\x08 Ana."
        printed = self.explain(text) + self.explain(text, "--json")
        self.assertEqual("", "".join(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)))
        self.explain_json(text)

    def test_five_thousand_words(self):
        for text in ("Keller said that " * 1700 + "Roth left.", "of the " * 2500, "a, " * 2500,
                     "if he and she or it " * 800):
            explanation = self.explain_json("-", stdin=text)
            self.assertGreater(sum(len(s["tokens"]) for s in explanation["sentences"]), 4000)
            self.assertLess(max(map(len, self.explain("-", stdin=text).splitlines())), 200)

    def test_any_script(self):
        for text in ("مرحبا بالعالم. قالت كيلر إنها غادرت أوسلو.", "凯勒离开了奥斯陆。", "👩‍👩‍👧 met 🏳️‍🌈!",
                     "e\u0301\u0302\u0303 left Oslo.", "?!", ")(", "\"\"", "1"):
            with self.subTest(text):
                explanation = self.explain_json(" " + text)
                self.assertGreater(len(explanation["sentences"][0]["tokens"]), 0)
                self.explain(" " + text)

    def test_bytes_that_are_no_text(self):
        self.assertIn("0xff", self.newsgraph("explain", "-", stdin=b"Keller \xff left.",
                                             exits=FAILURE).stderr)


if __name__ == "__main__":
    unittest.main()
