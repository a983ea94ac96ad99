"""pySHACL finds that exports fulfil the shapes, and each thing that is wrong in broken.ttl:
pyshacl_test.py DIRECTORY SHAPES"""
import os
import sys

import pyshacl
import rdflib

from shacl_report import BROKEN, complaints, conforms, expected_complaints

directory, shapes_file = sys.argv[1:]
shapes = rdflib.Graph().parse(shapes_file)


def report_of(path):
    _, report, text = pyshacl.validate(rdflib.Graph().parse(path), shacl_graph=shapes, meta_shacl=True)
    return report, text


for name in ("hostile.ttl", "examples.ttl"):
    report, text = report_of(os.path.join(directory, name))
    if not conforms(report):
        sys.exit(f"FAILED: {name} does not conform: {text}")
report, text = report_of(BROKEN)
if conforms(report) or complaints(report) != expected_complaints():
    sys.exit(f"FAILED: wrong complaints: {complaints(report) ^ expected_complaints()}\n{text}")
