"""What the tests of SHACL validators share: the things that a report complains about, and those of broken.ttl
that it has to complain about."""
import os

import rdflib

BROKEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "broken.ttl")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def conforms(report):
    return [value.value for value in report.objects(None, SH.conforms)] == [True]


def complaints(report):
    return {str(report.value(result, SH.focusNode)) for result in report.objects(None, SH.result)}


def expected_complaints():
    return {str(node) for node in rdflib.Graph().parse(BROKEN).subjects() if str(node).startswith("urn:x-broken:")}
