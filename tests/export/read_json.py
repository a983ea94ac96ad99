"""The JSON export is valid by its schema and every reference in it resolves:
read_json.py DIRECTORY SCHEMA"""
import json
import sys

import jsonschema

from sample import check, load

graph = load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft4Validator.check_schema(schema)
errors = [f"{list(e.absolute_path)}: {e.message}" for e in jsonschema.Draft4Validator(schema).iter_errors(graph)]
check(not errors, "\n".join(errors))

ids = {kind: [record["id"] for record in graph[kind]]
       for kind in ("articles", "sentences", "entities", "relations", "statements")}
for kind, values in ids.items():
    check(values, f"no {kind} in the sample")
    check(len(set(values)) == len(values), f"ids of {kind} are not unique")
articles, sentences, entities = (set(ids[k]) for k in ("articles", "sentences", "entities"))
relations = set(ids["relations"]) | set(ids["statements"])
check(all(s["article"] in articles for s in graph["sentences"]), "a sentence has no article")
claims = set()
for relation in graph["relations"] + graph["statements"]:
    check(relation["subject"] in entities, f"{relation['id']} has no subject")
    check(relation.get("object", relation["subject"]) in entities, f"{relation['id']} has no object")
    check(relation.get("object_relation", relation["id"]) in relations, f"{relation['id']} reports nothing")
    for claim in relation["claims"]:
        check(claim["id"] not in claims, f"{claim['id']} is there twice")
        claims.add(claim["id"])
        check(claim["evidence"]["article"] in articles, f"{claim['id']} has no article")
        check(claim["evidence"]["sentence"] in sentences, f"{claim['id']} has no sentence")
        for part in claim["attribution"] + claim["qualifiers"]:
            check(part.get("entity", graph["entities"][0]["id"]) in entities, f"{claim['id']} names no entity")

# The schema must be able to fail.
for damage in (lambda g: g["entities"][0].pop("label"), lambda g: g["relations"][0].update(polarity="maybe"),
               lambda g: g["relations"][0].update(claims=[]), lambda g: g["articles"][0].update(id="1")):
    damaged = load(sys.argv[1])
    damage(damaged)
    check(not jsonschema.Draft4Validator(schema).is_valid(damaged), "the schema takes a damaged graph")
