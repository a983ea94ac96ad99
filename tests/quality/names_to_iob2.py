#!/usr/bin/env python3
"""Turns `newsgraph parse --pretokenized` output (CoNLL-U with Name=B-PER in MISC) into IOB2.

    names_to_iob2.py parsed.conllu > predicted.iob2

Columns ID, FORM, TAG as in the Universal NER data. Types other than PER, ORG and LOC, which that
data does not have, become O; --all keeps them.
"""
import argparse
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default="-", help="CoNLL-U; - for standard input")
    parser.add_argument("--all", action="store_true", help="keep all types")
    options = parser.parse_args()
    lines = sys.stdin if options.file == "-" else open(options.file, encoding="utf-8")
    for line in lines:
        line = line.rstrip("\n")
        columns = line.split("\t")
        if len(columns) != 10:
            print(line)
            continue
        if "-" in columns[0] or "." in columns[0]:
            continue
        names = [m[len("Name="):] for m in columns[9].split("|") if m.startswith("Name=")]
        tag = names[0] if names else "O"
        if not options.all and tag[2:] not in ("PER", "ORG", "LOC"):
            tag = "O"
        print(columns[0], columns[1], tag, sep="\t")


if __name__ == "__main__":
    main()
