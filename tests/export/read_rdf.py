"""rapper and rdflib read the same from every RDF syntax, what the graph says is in it, and every term of the
vocabulary that is used is declared, in the file and in news.ttl: read_rdf.py DIRECTORY NEWS_TTL RAPPER"""
import os
import re
import subprocess
import sys
import warnings

import rdflib
from rdflib.namespace import OWL, PROV, RDF, SKOS

from sample import check, equal, load

directory, ontology_file, rapper = sys.argv[1:]
BASE = "https://newsgraph.example/"
NGO = rdflib.Namespace(BASE + "ontology#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
warnings.simplefilter("ignore", DeprecationWarning)


def rapper_count(syntax, name):
    run = subprocess.run([rapper, "-c", "-i", syntax, os.path.join(directory, name)],
                         capture_output=True, text=True, check=False)
    check(run.returncode == 0, run.stderr)
    check("warning" not in run.stderr.lower(), run.stderr)
    return int(re.search(r"returned (\d+) (?:triples|statements)", run.stderr).group(1))


def dataset(syntax, name):
    """The quads of a file as a set of (subject, predicate, object, graph name or None)."""
    with open(os.path.join(directory, name), encoding="utf-8", newline="") as file:
        text = file.read()
    if syntax in ("nt", "nquads"):
        # rdflib 6.1 reads \\\\u0027 (a backslash, then u0027) as if it were \\u0027, so backslashes are given to
        # it in the other spelling that these formats have for them.
        text = text.replace("\\\\", "\\u005C")
    if syntax in ("nt", "turtle"):
        return {(*triple, None) for triple in rdflib.Graph().parse(data=text, format=syntax)}
    data = rdflib.ConjunctiveGraph()
    data.parse(data=text, format=syntax)
    # rdflib has names of its own for what is in the default graph.
    own = lambda graph: graph if str(graph).startswith(BASE) else None
    return {(s, p, o, own(getattr(graph, "identifier", graph))) for s, p, o, graph in data.quads()}


def compare(name, syntaxes):
    read = {ending: dataset(syntax, name + ending) for ending, syntax in syntaxes.items()}
    first, quads = next(iter(read.items()))
    for ending, others in read.items():
        check(quads == others, f"{name}{ending} says something else than {name}{first}: {quads ^ others}")
    # Two relations of one class say the same of two entities, so statements may be repeated.
    with open(os.path.join(directory, name + ".nq"), encoding="utf-8") as file:
        statements = sum(1 for _ in file)
    for ending, syntax in {".ttl": "turtle", ".nt": "ntriples", ".trig": "trig", ".nq": "nquads"}.items():
        if ending in syntaxes:
            equal(f"rapper's count of {name}{ending}", rapper_count(syntax, name + ending), statements)
    return quads


one = compare("hostile", {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"})
equal("the graphs of hostile.*", {graph for *_, graph in one}, {None})
parted = compare("documents", {".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"})
check({quad[:3] for quad in parted} == {quad[:3] for quad in one}, "named graphs change what is said")
data = rdflib.Graph()
for quad in one:
    data.add(quad[:3])

graph = load(directory)
iri = lambda kind, name: rdflib.URIRef(f"{BASE}id/{kind}/{name}")
for entity in graph["entities"]:
    label = data.value(iri("entity", entity["id"]), SKOS.prefLabel)
    equal(f"label of {entity['id']}", str(label), entity["label"] or entity["id"])
sentences = {sentence["id"]: sentence for sentence in graph["sentences"]}
for relation in graph["relations"] + graph["statements"]:
    for claim in relation["claims"]:
        node = iri("claim", claim["id"])
        equal(f"subject of {claim['id']}", data.value(node, RDF.subject), iri("entity", relation["subject"]))
        if "object" in relation:
            equal(f"object of {claim['id']}", data.value(node, RDF.object), iri("entity", relation["object"]))
        equal(f"document of {claim['id']}", data.value(node, PROV.wasDerivedFrom),
              iri("document", claim["evidence"]["article"]))
        selectors = {data.value(selector, RDF.type): selector
                     for selector in data.objects(data.value(node, NGO.evidence), OA.hasSelector)}
        sentence = sentences[claim["evidence"]["sentence"]]
        equal(f"quotation of {claim['id']}",
              str(data.value(selectors[OA.TextQuoteSelector], OA.exact) or ""), sentence["text"])
        equal(f"place of {claim['id']}",
              [data.value(selectors[OA.DataPositionSelector], place).value for place in (OA.start, OA.end)],
              [sentence["begin"], sentence["end"]])
asserting = {iri("document", claim["evidence"]["article"])
             for relation in graph["relations"] if relation["asserted"]
             for claim in relation["claims"] if not claim["attribution"]}
equal("the graphs of documents.*", {graph_name for *_, graph_name in parted} - {None}, asserting)
direct = [(s, p, o) for s, p, o in data if str(p).startswith(BASE + "relation/")]
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
    if not str(term).startswith((BASE + "relation/", BASE + "class/")):
        equal(f"declaration of {term} in {ontology_file}", set(ontology.objects(term, RDF.type)) & kinds, kinds)
declared = {term for term in set(data.subjects(RDF.type, None)) if str(term).startswith(str(NGO))}
mentioned = {o for _, _, o in data if str(o).startswith(str(NGO))}
for term in sorted(declared | mentioned):
    check((term, None, None) in ontology, f"{term} is not in {ontology_file}")
