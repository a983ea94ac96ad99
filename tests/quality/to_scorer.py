#!/usr/bin/env python3
"""Turns `newsgraph export --format json` into the neutral form that graph scorers read.

    to_scorer.py graph.json > predicted.json

Entities with label, type, aliases and the articles that mention them; one relation a claim, with
polarity, modality, attribution, date and evidence. An article is named by its key without ending.
"""
import json
import os
import sys

MODALITY = {"actual": "fact", "planned": "future", "possible": "possible",
            "conditional": "conditional"}
MOST_WORDS = 24  # of a clause that somebody says; a longer one is told by the claim read off it


def stem(key):
    return os.path.splitext(os.path.basename(key))[0]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        graph = json.load(file)
    articles = {article["id"]: stem(article["key"]) for article in graph["articles"]}
    sentences = {sentence["id"]: sentence for sentence in graph["sentences"]}
    entities = []
    for entity in graph["entities"]:
        kind = entity["kind"]
        named = kind == "entity"
        entities.append({
            "id": entity["id"], "label": entity["label"],
            "type": entity["type"] if named or kind == "value" else kind,
            "aliases": [alias["text"] for alias in entity.get("aliases", [])]})
    labels = {entity["id"]: entity["label"] for entity in graph["entities"]}
    records = {record["id"]: record for record in graph["relations"] + graph["statements"]}
    relations = []

    def reading(record):
        """A claim as one reads it, for a claim about it."""
        if "object_relation" in record:
            told = reading(records[record["object_relation"]])
        else:
            told = labels.get(record.get("object")) or record.get("object_text") or ""
        negation = "not " if record["polarity"] == "negated" else ""
        return f'{labels[record["subject"]]} {negation}{record["readable"]} {told}'.strip()

    def add(record, subject, target):
        for claim in record["claims"]:
            evidence = claim["evidence"]
            sentence = sentences[evidence["sentence"]]
            value = target if target is not None else record.get("object_text")
            if value is None and "object" in evidence:
                raw = sentence["text"].encode()
                begin = evidence["object"]["begin"] - sentence["begin"]
                end = evidence["object"]["end"] - sentence["begin"]
                value = raw[begin:end].decode(errors="ignore")
                if "object_relation" in record and len(value.split()) > MOST_WORDS:
                    value = reading(records[record["object_relation"]])
            relations.append({
                "subject": subject, "relation": record["readable"], "object": value,
                "polarity": record["polarity"], "modality": MODALITY[record["modality"]],
                "attribution": [source.get("entity") or source["text"] or source["cue"]
                                for source in claim.get("attribution", [])],
                "date": claim.get("event_date") or claim.get("statement_date"),
                "evidence": [{"article": articles[sentence["article"]],
                              "sentence": sentence["text"]}]})

    for relation in graph["relations"]:
        add(relation, relation["subject"], relation["object"])
    for statement in graph["statements"]:
        add(statement, statement["subject"], None)
    json.dump({"entities": entities, "relations": relations}, sys.stdout, ensure_ascii=False,
              indent=1)


if __name__ == "__main__":
    main()
