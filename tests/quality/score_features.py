#!/usr/bin/env python3
"""Scores morphological features and lemmas word by word, for files with the same words.

    newsgraph parse --pretokenized gold.conllu > parsed.conllu
    score_features.py gold.conllu parsed.conllu [--errors N]

UFeats as in the CoNLL 2018 shared task: a word counts if all its features of the universal list are
right; others (Typo, ExtPos ...) are left out. --errors lists the most frequent confusions.
"""
import argparse
import collections
import sys

UNIVERSAL = set("PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree "
                "VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite".split())


def read_words(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                yield columns


def universal(feats):
    return "|".join(f for f in feats.split("|") if f.split("=")[0].split("[")[0] in UNIVERSAL)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("predicted")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    gold = list(read_words(options.gold))
    predicted = list(read_words(options.predicted))
    if [w[1] for w in gold] != [w[1] for w in predicted]:
        sys.exit("score_features: the files do not have the same words")
    right = collections.Counter()
    errors = collections.Counter()
    for g, p in zip(gold, predicted):
        same_lemma = g[2] in ("_", p[2])
        same_feats = universal(g[5]) == universal(p[5])
        right["Lemmas"] += same_lemma
        right["UFeats"] += same_feats
        right["UPOS"] += g[3] == p[3]
        right["XPOS"] += g[4] == p[4]
        if not same_lemma:
            errors["lemma", g[4], p[4], g[1], g[2], p[2]] += 1
        if not same_feats:
            errors["feats", g[4], p[4], universal(g[5]), universal(p[5])] += 1
    for name in ("UPOS", "XPOS", "UFeats", "Lemmas"):
        print(f"{name:8}{100 * right[name] / max(1, len(gold)):7.2f}")
    for error, count in errors.most_common(options.errors):
        print(count, *error, sep="\t")


if __name__ == "__main__":
    main()
