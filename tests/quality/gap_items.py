#!/usr/bin/env python3
"""Resolves the pronouns of GAP (Webster et al. 2018) with `newsgraph coreference`.

    gap_items.py [--sure] NEWSGRAPH GAP.tsv [ARGUMENT ...] > predicted.tsv

Writes each snippet to a file of its own, reads the chains, and prints the lines that a GAP scorer
reads: ID, A-coref, B-coref. A name is the pronoun's antecedent if a mention whose head is a word of
the name stands in the pronoun's chain. Further arguments go to newsgraph: --model fast. With --sure in front,
only links that the graph relies on count.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile


def byte_span(text, offset, form):
    begin = len(text[:int(offset)].encode())
    return begin, begin + len(form.encode())


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def answer(row, chains, only_sure):
    text = row["Text"]
    pronoun = byte_span(text, row["Pronoun-offset"], row["Pronoun"])
    found = []
    for name in "AB":
        span = byte_span(text, row[f"{name}-offset"], row[name])
        found.append(any(
            any(m["kind"] == "pronoun" and overlap(m["head_bytes"], pronoun)
                and (m["sure"] or not only_sure) for m in chain)
            and any(m["kind"] != "pronoun" and overlap(m["head_bytes"], span) for m in chain)
            for chain in chains))
    return found


def main():
    only_sure = sys.argv[1] == "--sure"
    program, path, *arguments = sys.argv[2 if only_sure else 1:]
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for row in rows:
            files.append(os.path.join(folder, row["ID"] + ".txt"))
            with open(files[-1], "w", encoding="utf-8", newline="") as file:
                file.write(row["Text"])
        result = subprocess.run([program, "coreference", *arguments, *files], check=True,
                                stdout=subprocess.PIPE)
    chains = {}
    for line in result.stdout.decode().splitlines():
        document = json.loads(line)
        chains[document["doc"]] = document["chains"]
    for row in rows:
        a, b = answer(row, chains[row["ID"]], only_sure)
        print(row["ID"], str(a).upper(), str(b).upper(), sep="\t")


if __name__ == "__main__":
    main()
