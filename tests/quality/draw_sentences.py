#!/usr/bin/env python3
"""Draws sentences of a graph for a person to judge, each with every claim that stands in it.

    draw_sentences.py graph.json [--count 50] [--seed 1] [--verdicts FILE]

`graph.json` is `newsgraph export --format json`. A sentence is drawn by the hash of seed and id, so that the same ones
come up after a change of the rules as long as they still are evidence. Links of events to their
participants are left out: they follow from the label.

A verdict is a line "claim id, tab, right|wrong|empty, tab, why": right if a careful reader of the sentence and what
stands before it would sign the claim with its polarity, modality and source; empty if it says nothing by itself. With
--verdicts the shares of a file of them are printed instead.
"""
import argparse
import collections
import hashlib
import json
import sys


def claims_by_sentence(graph):
    labels = {entity["id"]: entity["label"] for entity in graph["entities"]}
    relations = {relation["id"]: relation for relation in graph["relations"] + graph["statements"]}

    def text_of(relation):
        negation = "NOT " if relation["polarity"] == "negated" else ""
        text = (labels[relation["subject"]] + " –" + negation + relation["readable"] + "→ " +
                labels.get(relation.get("object"), relation.get("object_text", "")))
        if "object_relation" in relation:
            text += "(" + text_of(relations[relation["object_relation"]]) + ")"
        return text

    found = collections.defaultdict(list)
    for relation in relations.values():
        text = text_of(relation)
        for claim in relation["claims"]:
            if claim.get("rule") == "participant":
                continue
            notes = [] if relation["modality"] == "actual" else [relation["modality"]]
            for source in claim["attribution"]:
                named = labels.get(source.get("entity")) or source["text"]
                notes.append("according to " + named if named else source["cue"])  # "allegedly"
            notes += [f"{q.get('role', '')} {q['text']}".strip() for q in claim["qualifiers"]]
            notes += ["at " + claim["event_date"]] if "event_date" in claim else []
            found[claim["evidence"]["sentence"]].append((claim["id"], text, notes, claim["confidence"]))
    return found


def print_shares(path):
    with open(path, encoding="utf-8") as file:
        verdicts = collections.Counter(line.split("\t")[1].strip() for line in file if line.strip() and line[0] != "#")
    total = sum(verdicts.values())
    for verdict, count in verdicts.most_common():
        print(f"{verdict:6} {count:4} {100 * count / total:5.1f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--verdicts")
    options = parser.parse_args()
    if options.verdicts:
        return print_shares(options.verdicts)
    if not options.graph:
        parser.error("a graph or --verdicts is needed")
    with open(options.graph, encoding="utf-8") as file:
        graph = json.load(file)
    found = claims_by_sentence(graph)
    texts = {sentence["id"]: sentence["text"] for sentence in graph["sentences"]}
    drawn = sorted(found, key=lambda s: hashlib.sha256((options.seed + s).encode()).digest())[:options.count]
    for number, sentence in enumerate(sorted(drawn), 1):
        print(f"{number}. [{sentence}] {texts[sentence]}")
        for claim, text, notes, confidence in found[sentence]:
            print(f"   {claim}  {text}" + (f"   [{'; '.join(notes)}]" if notes else "") + f"  {confidence:.2f}")
        print()


if __name__ == "__main__":
    sys.exit(main())
