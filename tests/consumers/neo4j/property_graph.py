"""What a property graph database should hold, told from newsgraph's JSON, and what one does hold.

Both are a PropertyGraph: nodes by id, and relationships by (start id, type, end id, what tells
parallel ones apart), each with its properties; so equal graphs compare as equal.
"""

import re
from dataclasses import dataclass, field


@dataclass
class PropertyGraph:
    nodes: dict = field(default_factory=dict)          # id -> (labels, properties)
    relationships: dict = field(default_factory=dict)  # (start, type, end, key) -> properties

    def add_relationship(self, start, type_, end, properties):
        key = (start, type_, end, properties.get("id", properties.get("position", "")))
        assert key not in self.relationships, f"twice: {key}"
        self.relationships[key] = properties

# graph/model/negation.cpp
AUXILIARIES = set("am is are was were will would has have had can could may might must should shall does did do".split())


def differences(found, wanted):
    """A line for each node or relationship that is not in both, or not the same in both."""
    lines = []
    for found_part, wanted_part in ((found.nodes, wanted.nodes),
                                    (found.relationships, wanted.relationships)):
        for key in sorted(found_part.keys() | wanted_part.keys(), key=str):
            if found_part.get(key) != wanted_part.get(key):
                lines.append(f"{key}: found {found_part.get(key)}, wanted {wanted_part.get(key)}")
    return lines


def read(neo4j):
    """All that a Neo4j server holds."""
    graph = PropertyGraph()
    for row in neo4j.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"):
        id_ = row["properties"].pop("id")
        assert id_ not in graph.nodes, f"twice: {id_}"
        graph.nodes[id_] = (set(row["labels"]), row["properties"])
    for row in neo4j.run("MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, "
                         "properties(r) AS properties"):
        graph.add_relationship(row["start"], row["type"], row["end"], row["properties"])
    return graph


def expected_graph(graph, claims=False):
    """What a database should hold of `graph`, newsgraph's JSON export."""
    return _Expected(graph, claims).graph


class _Expected:
    def __init__(self, json, claims):
        self.graph = PropertyGraph()
        self.json = json
        self.articles = {article["id"]: article for article in json["articles"]}
        self.sentences = {sentence["id"]: sentence for sentence in json["sentences"]}
        self.labels = {entity["id"]: entity["label"] for entity in json["entities"]}
        for article in json["articles"]:
            self.add_node(article["id"], ["Document"], {name: article.get(name) for name in (
                "key", "title", "url", "outlet", "author", "published", "modified", "language")})
        for entity in json["entities"]:
            self.add_entity(entity)
        for relation in json["relations"]:
            self.add_relation(relation, claims)
        if claims:
            for relation in json["relations"] + json["statements"]:
                for claim in relation["claims"]:
                    self.add_claim(relation, claim)
            self.add_reports()

    def add_node(self, id_, labels, properties):
        always = {name: text for name, text in properties.items() if name in ("name", "sentence")}
        self.graph.nodes[id_] = (set(labels), {**known(properties), **always})

    def add_entity(self, entity):
        labels = ["Entity", entity["type"].capitalize()]
        if entity["kind"] != "entity":
            labels.append(entity["kind"].capitalize())
        self.add_node(entity["id"], labels, {
            "name": entity["label"], "type": entity["type"], "node_kind": entity["kind"],
            "aliases": [alias["text"] for alias in entity["aliases"]],
            "statements": [display_label(statement) for statement in self.json["statements"]
                           if statement["subject"] == entity["id"]],
            **{name: entity.get(name) for name in (
                "titles", "value", "mentions", "articles", "first_seen", "last_seen")}})

    def add_relation(self, relation, claims):
        properties = {
            "id": relation["id"], "label": display_label(relation), "relation_class": relation["class"],
            **{name: relation.get(name) for name in (
                "predicate", "canonical", "readable", "polarity", "modality", "asserted", "contested",
                "confidence", "support", "evidence_count", "first_date", "last_date")}}
        if not claims:
            all_claims = relation["claims"]
            articles = [self.articles[claim["evidence"]["article"]] for claim in all_claims]
            properties.update({
                "evidence": [self.sentence(claim)["text"] for claim in all_claims],
                "attributions": [attribution(claim) for claim in all_claims],
                "event_dates": [claim.get("event_date", "") for claim in all_claims],
                "claim_ids": [claim["id"] for claim in all_claims],
                **{f"article_{name}s": [article.get(key, "") for article in articles]
                   for name, key in (("id", "id"), ("key", "key"), ("title", "title"), ("url", "url"),
                                     ("date", "published"))}})
        self.graph.add_relationship(relation["subject"], type_of(relation["class"]),
                                    relation["object"], known(properties))

    def add_claim(self, relation, claim):
        sentence = self.sentence(claim)
        spans = {"sentence": sentence, **{name: claim["evidence"].get(name)
                                          for name in ("subject", "predicate", "object")}}
        name = f"{self.labels[relation['subject']]} {display_label(relation)}"
        if "object" in relation:
            name += " " + self.labels[relation["object"]]
        self.add_node(claim["id"], ["Claim"], {
            "name": name, "relation_id": relation["id"], "relation_class": relation["class"],
            "own_voice": not claim["attribution"], "attribution": attribution(claim),
            "qualifiers": [" ".join(filter(None, (qualifier.get("role"), qualifier["text"])))
                           for qualifier in claim["qualifiers"]],
            "sentence": sentence["text"],
            **{key: relation.get(key) for key in (
                "object_relation", "object_text", "canonical", "readable", "polarity", "modality")},
            **{key: claim.get(key) for key in (
                "predicate", "confidence", "event_date", "statement_date", "rule")},
            **{f"{key}_{end}": span[end] for key, span in spans.items() if span
               for end in ("begin", "end")}})
        link = self.graph.add_relationship
        link(claim["id"], "STANDS_IN", claim["evidence"]["article"], {})
        link(claim["id"], "SUBJECT", relation["subject"], {})
        if "object" in relation:
            link(claim["id"], "OBJECT", relation["object"], {})
        for type_, values, names in (("ATTRIBUTED_TO", claim["attribution"], ("text", "cue")),
                                     ("QUALIFIED_BY", claim["qualifiers"], ("role", "text"))):
            for position, value in enumerate(values):
                if "entity" in value:
                    link(claim["id"], type_, value["entity"], {
                        "position": position, **known({key: value.get(key) for key in names})})

    def add_reports(self):
        """Who says that ...: the claim of a statement says those in its sentence of what it reports."""
        by_id = {each["id"]: each for each in self.json["relations"] + self.json["statements"]}
        for statement in self.json["statements"]:
            reported = by_id.get(statement.get("object_relation"), {"claims": []})
            for claim in statement["claims"]:
                for said in reported["claims"]:
                    if claim["evidence"]["sentence"] == said["evidence"]["sentence"]:
                        self.graph.add_relationship(claim["id"], "SAYS", said["id"], {})

    def sentence(self, claim):
        return self.sentences[claim["evidence"]["sentence"]]


def known(properties):
    """Without those of which nothing is known: empty, or a list of nothing but empty texts."""
    return {name: value for name, value in properties.items()
            if value not in ("", None, []) and not (isinstance(value, list) and not any(value))}


def type_of(relation_class):
    """The class as a name that needs no quotes."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", relation_class.encode().decode("latin-1"))
    return "_" + name if name[:1].isdigit() else name or "OTHER"


def display_label(relation):
    """As people see it: never to be mistaken for a fact where it is none."""
    label = relation.get("readable") or relation["predicate"]
    if relation["polarity"] == "negated":
        verb, _, rest = label.partition(" ")
        label = f"{verb} not {rest}".rstrip() if verb in AUXILIARIES else "not " + label
    if relation.get("object_text"):
        label += " " + relation["object_text"]
    if relation["modality"] != "actual":
        return f"{label} ({relation['modality']})"
    return label + " (reported)" * (relation["polarity"] == "affirmed" and not relation["asserted"])


def attribution(claim):
    """Who says so, outermost first: "TASS (reported) > Peskov (said)"."""
    def words(source):
        cue = source.get("cue")
        return " ".join(filter(None, (source.get("text"), cue and f"({cue})")))
    return " > ".join(map(words, claim["attribution"]))
