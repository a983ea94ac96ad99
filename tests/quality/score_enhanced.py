#!/usr/bin/env python3
"""Scores enhanced dependency graphs (the DEPS column of CoNLL-U) against a treebank's own.

    enhance_trees ewt-dev.conllu > predicted.conllu
    score_enhanced.py ewt-dev.conllu predicted.conllu

The measures of the IWPT 2020 shared task (Bouma, Seddah and Zeman, 2020) on equal words: an edge is
a word, its head and the relation. ELAS compares the whole relation ("obl:in"), EULAS only its
universal part ("obl"); F1 of the edges of all sentences. Edges from or to empty nodes are left out
on both sides. "Added" are the edges that the gold or predicted graph has beyond a copy of its basic
tree, in ELAS and EULAS: what the enhanced layer is for.
"""
import argparse
import collections
import sys


def read(path):
    """Yields (text, words); a word is its list of columns."""
    words, text = [], ""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[len("# text = "):]
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                if len(columns) != 10:
                    sys.exit(f"{path}:{number}: {len(columns)} columns; expected CoNLL-U's 10")
                if "-" not in columns[0] and "." not in columns[0]:
                    words.append(columns)
            elif not line and words:
                yield text, words
                words, text = [], ""
    if words:
        yield text, words


def universal(edge):
    return edge[0], edge[1], edge[2].split(":")[0]


def edges(words, column):
    found = set()
    for word in words:
        pairs = word[8].split("|") if column == "DEPS" else [f"{word[6]}:{word[7]}"]
        for pair in pairs:
            head, relation = pair.split(":", 1)
            if "." not in head:
                found.add((word[0], head, relation))
    return found


class Score:
    def __init__(self):
        self.gold = self.predicted = self.correct = 0

    def add(self, gold, predicted):
        self.gold += len(gold)
        self.predicted += len(predicted)
        self.correct += len(gold & predicted)

    def row(self, name):
        precision = 100 * self.correct / max(self.predicted, 1)
        recall = 100 * self.correct / max(self.gold, 1)
        f1 = 200 * self.correct / max(self.predicted + self.gold, 1)
        return f"{name:16} {precision:6.2f} {recall:6.2f} {f1:6.2f}   {self.gold} {self.predicted}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("predicted")
    parser.add_argument("--differences", type=int, default=0, metavar="N",
                        help="show the N largest classes of difference, each with sentences")
    options = parser.parse_args()
    scores = collections.defaultdict(Score)
    classes = collections.defaultdict(list)
    predicted_sentences = read(options.predicted)
    for text, gold in read(options.gold):
        _, predicted = next(predicted_sentences, ("", []))
        if [word[1] for word in gold] != [word[1] for word in predicted]:
            sys.exit(f"{options.predicted}: other words than in {options.gold}: {text}")
        g, p = edges(gold, "DEPS"), edges(predicted, "DEPS")
        basic = edges(gold, "HEAD")
        basic_p = edges(predicted, "HEAD")
        scores["ELAS"].add(g, p)
        scores["EULAS"].add({universal(e) for e in g}, {universal(e) for e in p})
        scores["Added"].add(g - basic, p - basic_p)
        scores["Added, universal"].add(
            {universal(e) for e in g} - {universal(e) for e in basic},
            {universal(e) for e in p} - {universal(e) for e in basic_p})
        scores["Copy of basic"].add(g, basic)
        if not options.differences:
            continue
        by_id = {word[0]: word for word in gold}
        for sign, some in (("missed", g - p), ("wrong", p - g)):
            for dependent, head, relation in some:
                word = by_id[dependent]
                above = by_id.get(head, ["0", "ROOT"] + ["root"] * 8)
                kind = (sign, relation.split(":")[0], word[7], above[7])
                classes[kind].append(
                    f"{relation}({above[1]}-{head}, {word[1]}-{dependent})"
                    f" | gold {word[8]} | {text[:160]}")
    print(f"{'':16} {'P':>6} {'R':>6} {'F1':>6}   gold predicted edges")
    for name in ("ELAS", "EULAS", "Added", "Added, universal", "Copy of basic"):
        print(scores[name].row(name))
    ordered = sorted(classes.items(), key=lambda item: (-len(item[1]), item[0]))
    for kind, examples in ordered[:options.differences]:
        print(len(examples), *kind)
        for example in examples[::max(1, len(examples) // 3)][:3]:
            print("     ", example)


if __name__ == "__main__":
    main()
