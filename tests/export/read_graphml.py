"""NetworkX and igraph read from GraphML what the JSON export says: read_graphml.py DIRECTORY"""
import os
import sys

import igraph
import networkx

from sample import check, equal, joined, load

directory = sys.argv[1]
graph = load(directory)
sentences = {sentence["id"]: sentence["text"] for sentence in graph["sentences"]}
articles = {article["id"]: article for article in graph["articles"]}
said = {entity["id"]: [] for entity in graph["entities"]}
for statement in graph["statements"]:
    said[statement["subject"]].append(statement["readable"])


def label(relation):
    text = ("not " if relation["polarity"] == "negated" else "") + relation["readable"]
    if relation["modality"] != "actual":
        return f"{text} ({relation['modality']})"
    return text if relation["asserted"] or relation["polarity"] == "negated" else text + " (reported)"


def expected_node(entity):
    return {"label": entity["label"], "name": entity["label"], "type": entity["type"],
            "node_kind": entity["kind"], "value": entity.get("value", ""),
            "aliases": joined(a["text"] for a in entity["aliases"]), "titles": joined(entity["titles"]),
            "mentions": entity["mentions"], "articles": entity["articles"],
            "first_seen": entity.get("first_seen", ""), "last_seen": entity.get("last_seen", ""),
            "statements": joined(said[entity["id"]])}


def expected_edge(relation):
    claims = relation["claims"]
    evidence = [claim["evidence"] for claim in claims]
    return {"label": label(relation), "name": label(relation), "interaction": relation["class"],
            "relation_class": relation["class"], "weight": max(1, relation["evidence_count"]),
            "predicate": relation["predicate"], "canonical": relation["canonical"],
            "polarity": relation["polarity"], "modality": relation["modality"],
            "asserted": relation["asserted"], "contested": relation["contested"],
            "confidence": relation["confidence"], "support": relation["support"],
            "evidence_count": relation["evidence_count"],
            "first_date": relation.get("first_date", ""), "last_date": relation.get("last_date", ""),
            "evidence": joined(sentences[e["sentence"]] for e in evidence),
            "article_keys": joined(articles[e["article"]]["key"] for e in evidence),
            "article_titles": joined(articles[e["article"]].get("title", "-") for e in evidence),
            "article_dates": joined(articles[e["article"]].get("published", "-") for e in evidence)}


def compare(what, attributes, expected):
    for name, value in expected.items():
        got = attributes.get(name)
        equal(f"{name} of {what}", "" if got is None else got, value)


for file in ("hostile.graphml", "strict.graphml"):
    path = os.path.join(directory, file)

    read = networkx.read_graphml(path)
    check(read.is_directed() and read.is_multigraph(), f"{file}: not a directed multigraph")
    equal(f"{file}: nodes", list(read.nodes), [entity["id"] for entity in graph["entities"]])
    for entity in graph["entities"]:
        compare(f"{entity['id']} in NetworkX", read.nodes[entity["id"]], expected_node(entity))
    edges = {key: (source, target, data) for source, target, key, data in read.edges(keys=True, data=True)}
    equal(f"{file}: edges", sorted(edges), sorted(relation["id"] for relation in graph["relations"]))
    for relation in graph["relations"]:
        source, target, data = edges[relation["id"]]
        equal(f"ends of {relation['id']}", (source, target), (relation["subject"], relation["object"]))
        compare(f"{relation['id']} in NetworkX", data, expected_edge(relation))
    sizes = [data["size"] for _, data in read.nodes(data=True)]
    equal("the range of sizes", (min(sizes), max(sizes)), (4, 100))

    read = igraph.Graph.Read_GraphML(path)
    equal(f"{file}: nodes in igraph", read.vcount(), len(graph["entities"]))
    equal(f"{file}: edges in igraph", read.ecount(), len(graph["relations"]))
    for vertex, entity in zip(read.vs, graph["entities"]):
        equal("id", vertex["id"], entity["id"])
        compare(f"{entity['id']} in igraph", vertex.attributes(), expected_node(entity))
    for edge, relation in zip(read.es, graph["relations"]):
        equal(f"ends of {relation['id']}", (read.vs[edge.source]["id"], read.vs[edge.target]["id"]),
              (relation["subject"], relation["object"]))
        compare(f"{relation['id']} in igraph", edge.attributes(), expected_edge(relation))
