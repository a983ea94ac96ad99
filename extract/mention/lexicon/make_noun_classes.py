#!/usr/bin/env python3
"""Writes noun_classes.txt from WordNet 3.0 (Debian package wordnet-base).

    make_noun_classes.py /usr/share/wordnet > noun_classes.txt

One line a class, named after WordNet's lexicographer files: the class, a colon, its single-word
nouns. A noun stands in the class of its first (most frequent) sense; `eventive` repeats those of
any class whose first two senses include an act, event or process.
"""
import sys

CLASSES = {4: "act", 10: "communication", 11: "event", 14: "group", 15: "location", 18: "person",
           22: "process", 26: "state", 28: "time"}
folder = sys.argv[1]
lexfile = {}
with open(f"{folder}/data.noun", encoding="utf-8") as data:
    for line in data:
        if not line.startswith("  "):
            fields = line.split(" ", 3)
            lexfile[fields[0]] = int(fields[1])
words = {name: set() for name in [*CLASSES.values(), "eventive"]}
with open(f"{folder}/index.noun", encoding="utf-8") as index:
    for line in index:
        if line.startswith("  "):
            continue
        fields = line.split()
        lemma = fields[0]
        if not lemma.isalpha() or len(lemma) < 3:
            continue
        synsets = fields[-int(fields[2]):]
        senses = [lexfile[offset] for offset in synsets]
        if senses[0] in CLASSES:
            words[CLASSES[senses[0]]].add(lemma)
        if any(sense in (4, 11, 22) for sense in senses[:2]):
            words["eventive"].add(lemma)
print("# Nouns by the class of their most frequent sense. Source: WordNet 3.0, (c) 2006 Princeton "
      "University, WordNet License; made by make_noun_classes.py.")
for name, nouns in words.items():
    print(f"{name}:", " ".join(sorted(nouns)))
