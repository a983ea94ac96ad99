"""Reads the example articles and writes their graph in every RDF syntax: write_examples.py ARTICLES DIRECTORY"""
import os
import subprocess
import sys

articles, directory = sys.argv[1:]
graph = os.path.join(directory, "examples.ngraph")
for left in (graph, graph + "-wal", graph + "-shm"):
    if os.path.exists(left):
        os.remove(left)
newsgraph = os.environ["NEWSGRAPH"]
subprocess.run([newsgraph, "build", "-q", articles, "-o", graph], check=True)
for ending in ("ttl", "nt", "trig", "nq", "jsonld"):
    subprocess.run([newsgraph, "export", graph, "-o", os.path.join(directory, "examples." + ending)], check=True)
