"""rapper and rdflib read the same triples from Turtle and N-Triples, and every term of the
vocabulary that is used is declared, in the file and in news.ttl: read_rdf.py DIRECTORY NEWS_TTL RAPPER"""
import os
import re
import subprocess
import sys

import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, PROV, RDF, SKOS

from sample import check, equal, load

directory, ontology_file, rapper = sys.argv[1:]
turtle, ntriples = (os.path.join(directory, "hostile" + ending) for ending in (".ttl", ".nt"))
NGO = rdflib.Namespace("https://newsgraph.example/ontology#")


def count(syntax, path):
    run = subprocess.run([rapper, "-c", "-i", syntax, path], capture_output=True, text=True, check=False)
    check(run.returncode == 0, run.stderr)
    check("warning" not in run.stderr.lower(), run.stderr)
    return int(re.search(r"returned (\d+) triples", run.stderr).group(1))


equal("rapper's count of triples in N-Triples", count("ntriples", ntriples), count("turtle", turtle))

data = rdflib.Graph().parse(turtle)
# rdflib 6.1 reads \\\\u0027 in N-Triples (a backslash, then u0027) as if it were \\u0027, so backslashes are
# given to it in the other spelling that N-Triples has for them.
with open(ntriples, encoding="utf-8", newline="") as file:
    text = file.read().replace("\\\\", "\\u005C")
check(isomorphic(data, rdflib.Graph().parse(data=text, format="nt")), "Turtle and N-Triples say different things")

graph = load(directory)
iri = lambda kind, name: rdflib.URIRef(f"https://newsgraph.example/id/{kind}/{name}")
for entity in graph["entities"]:
    label = data.value(iri("entity", entity["id"]), SKOS.prefLabel)
    equal(f"label of {entity['id']}", str(label or ""), entity["label"])
texts = {sentence["id"]: sentence["text"] for sentence in graph["sentences"]}
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
for relation in graph["relations"] + graph["statements"]:
    for claim in relation["claims"]:
        node = iri("claim", claim["id"])
        equal(f"subject of {claim['id']}", data.value(node, RDF.subject), iri("entity", relation["subject"]))
        if "object" in relation:
            equal(f"object of {claim['id']}", data.value(node, RDF.object), iri("entity", relation["object"]))
        equal(f"document of {claim['id']}", data.value(node, PROV.wasDerivedFrom),
              iri("document", claim["evidence"]["article"]))
        sentence = data.value(data.value(node, NGO.evidence), OA.hasSelector)
        equal(f"sentence of {claim['id']}", str(data.value(sentence, OA.exact) or ""),
              texts[claim["evidence"]["sentence"]])
direct = [(s, p, o) for s, p, o in data if str(p).startswith("https://newsgraph.example/relation/")]
equal("the number of direct triples", len(direct), sum(relation["asserted"] for relation in graph["relations"]))

ontology = rdflib.Graph().parse(ontology_file)
used = {p for _, p, _ in data} | {o for _, _, o in data.triples((None, RDF.type, None))}
builtin = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#",
           "http://www.w3.org/2002/07/owl#")
for term in sorted(used):
    if str(term).startswith(builtin):
        continue
    kinds = set(data.objects(term, RDF.type))
    check(kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty},
          f"{term} is not declared in the export")
    if not str(term).startswith(("https://newsgraph.example/relation/", "https://newsgraph.example/class/")):
        equal(f"declaration of {term} in {ontology_file}", set(ontology.objects(term, RDF.type)) & kinds, kinds)
declared = {term for term in set(data.subjects(RDF.type, None)) if str(term).startswith(str(NGO))}
mentioned = {o for _, _, o in data if str(o).startswith(str(NGO))}
for term in sorted(declared | mentioned):
    check((term, None, None) in ontology, f"{term} is not in {ontology_file}")
