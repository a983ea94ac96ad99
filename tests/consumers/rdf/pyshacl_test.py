"""pySHACL finds that exports fulfil the shapes, and each thing that is wrong in broken.ttl:
pyshacl_test.py DIRECTORY SHAPES BROKEN"""
import os
import sys

import pyshacl
import rdflib

directory, shapes_file, broken = sys.argv[1:]
shapes = rdflib.Graph().parse(shapes_file)
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def validate(path):
    """What is complained about in a file, and the report as people read it."""
    graph = rdflib.Graph().parse(path)
    conforms, report, text = pyshacl.validate(graph, shacl_graph=shapes, meta_shacl=True)
    complaints = {report.value(result, SH.focusNode) for result in report.objects(None, SH.result)}
    if conforms != (not complaints):
        sys.exit(f"FAILED: pySHACL did not finish with {path}: {text}")
    return complaints, text


for name in ("hostile.ttl", "examples.ttl"):
    complaints, text = validate(os.path.join(directory, name))
    if complaints:
        sys.exit(f"FAILED: {name} does not conform: {text}")
expected = {node for node in rdflib.Graph().parse(broken).subjects() if node.startswith("http://broken.example/")}
complaints, text = validate(broken)
if complaints != expected:
    sys.exit(f"FAILED: wrong complaints about {complaints ^ expected}\n{text}")
