#!/usr/bin/env python3
"""Where a parser errs: LAS by length of the sentence, and its most frequent confusions.

    parse_errors.py gold.conllu parsed.conllu...

Both have the same words (`newsgraph parse --pretokenized`); several pairs may follow one another. Relations are universal
ones. "here" means that the head is right and the relation is not, "elsewhere" that the head is wrong.
"""
import collections
import sys

LENGTHS = [(1, 10), (11, 20), (21, 30), (31, 40), (41, 10**9)]


def read(path):
    sentence = []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            sentence.append((columns[6], columns[7].partition(":")[0]))
        elif len(columns) == 1 and not columns[0] and sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def main():
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    right, total = collections.Counter(), collections.Counter()
    confusions = collections.Counter()
    for gold_path, parsed_path in zip(sys.argv[1::2], sys.argv[2::2]):
        for gold, parsed in zip(read(gold_path), read(parsed_path), strict=True):
            length = next(group for group in LENGTHS if group[0] <= len(gold) <= group[1])
            for wanted, found in zip(gold, parsed, strict=True):
                total[length] += 1
                right[length] += wanted == found
                if wanted != found:
                    place = "here" if wanted[0] == found[0] else "elsewhere"
                    confusions[f"{wanted[1]} → {found[1]} {place}"] += 1
    print("words        LAS   words in all")
    for group in LENGTHS:
        if total[group]:
            name = f"{group[0]}–{group[1]}" if group[1] < 10**9 else f"{group[0]} or more"
            print(f"{name:11} {100 * right[group] / total[group]:5.1f} {total[group]:8}")
    errors = sum(confusions.values())
    print(f"\n{errors} errors; the most frequent:")
    for name, count in confusions.most_common(25):
        print(f"{100 * count / errors:5.1f} % {count:5}  {name}")


if __name__ == "__main__":
    main()
