"""Jena takes every syntax without a warning, reads as many statements from each, and validates by the shapes:
jena_test.py JAVA DIRECTORY SCHEMAS"""
import os
import re
import subprocess
import sys

import rdflib

from shacl_report import BROKEN, complaints, conforms, expected_complaints

java, directory, schemas = sys.argv[1:]
libraries = os.path.join(os.environ["NEWSGRAPH_CONSUMERS"], "jena", "lib", "*")
# Jena says on standard error that it has no logger for itself; its warnings about files go there too.
SILENCE = re.compile(r"^SLF4J.*\n", re.MULTILINE)


def jena(main, *arguments):
    run = subprocess.run([java, "-cp", libraries, main, *arguments], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, SILENCE.sub("", run.stderr)


def sample(name):
    return os.path.join(directory, name)


def fail(message):
    sys.exit("FAILED: " + message)


with_graphs = (".trig", ".nq", ".jsonld")
files = [sample("hostile" + ending) for ending in (".ttl", ".nt", *with_graphs)]
files += [sample("examples" + ending) for ending in (".ttl", ".nt", *with_graphs)]
files += [sample("documents" + ending) for ending in with_graphs]
files += [os.path.join(schemas, name) for name in ("news.ttl", "news.shacl.ttl")]
code, out, err = jena("riotcmd.riot", "--validate", "--strict", *files)
if (code, out, err) != (0, "", ""):
    fail(f"riot --validate ended with {code} and said: {out}{err}")

def statements(path):
    code, out, err = jena("riotcmd.riot", "--output=nquads", path)
    if (code, err) != (0, ""):
        fail(f"riot {path} ended with {code}: {err}")
    return set(out.splitlines())


for name, endings in {"hostile": (".ttl", ".nt", *with_graphs), "documents": with_graphs}.items():
    first = statements(sample(name + endings[0]))
    for ending in endings[1:]:
        if statements(sample(name + ending)) != first:
            fail(f"Jena reads something else from {name}{ending} than from {name}{endings[0]}")


def report_of(path):
    shapes = os.path.join(schemas, "news.shacl.ttl")
    code, out, err = jena("shacl.shacl_validate", "--shapes", shapes, "--data", path)
    if err:
        fail(f"shacl validate of {path} ended with {code}: {err}")
    return rdflib.Graph().parse(data=out, format="turtle")


for path in (sample("hostile.ttl"), sample("examples.ttl")):
    if not conforms(report_of(path)):
        fail(f"{path} does not conform: {complaints(report_of(path))}")
report = report_of(BROKEN)
if conforms(report) or complaints(report) != expected_complaints():
    fail(f"wrong complaints: {complaints(report) ^ expected_complaints()}")
