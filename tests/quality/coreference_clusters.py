#!/usr/bin/env python3
"""Turns what `newsgraph coreference` prints into clusters as coreference scorers read them.

    newsgraph coreference --pretokenized gum.conllu | coreference_clusters.py > predicted.jsonl

One object a document: {"doc": id, "clusters": [[[begin, end], ...], ...]}, words counted from 0.
Relative pronouns are left out, for GUM and OntoNotes do not mark them. --sure keeps the links only
that the graph relies on.
"""
import json
import sys


def main():
    for line in sys.stdin:
        document = json.loads(line)
        seen, clusters = set(), []
        for chain in document["chains"]:
            cluster = []
            for mention in chain:
                words = tuple(mention["words"])
                unsure = "--sure" in sys.argv and not mention["sure"]
                if mention["kind"] == "relative" or unsure or words in seen:
                    continue
                seen.add(words)
                cluster.append(words)
            if cluster:
                clusters.append(cluster)
        print(json.dumps({"doc": document["doc"], "clusters": clusters}))


if __name__ == "__main__":
    main()
