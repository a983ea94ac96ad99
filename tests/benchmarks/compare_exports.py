#!/usr/bin/python3
"""The exporters beside other programs that write the same graph, as a Markdown table:

    tests/benchmarks/compare_exports.py [--relations N] [--runs N] [--folder FOLDER] [PROGRAM]

PROGRAM is write_synthetic (target of that name, build/release if not given). rapper turns our N-Triples into Turtle,
reading included; NetworkX and igraph write as GraphML what they read from ours, reading not included. Each line is
the median of the runs; all programs take turns, so that other load on the machine hits them alike."""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Each loads the GraphML file that it is given, and prints the seconds that writing it took.
PYTHON = {
    "NetworkX": """
import sys, time
from xml.etree.ElementTree import iterparse
import networkx
types = {"int": int, "long": int, "float": float, "double": float, "boolean": lambda t: t == "true", "string": str}
graph, keys = networkx.MultiDiGraph(), {}
for _, element in iterparse(sys.argv[1]):     # networkx.read_graphml() holds the whole document in memory
    tag = element.tag.rpartition("}")[2]
    if tag == "key":
        keys[element.get("id")] = (element.get("attr.name"), types[element.get("attr.type")])
    elif tag in ("node", "edge"):
        data = {keys[d.get("key")][0]: keys[d.get("key")][1](d.text or "") for d in element}
        if tag == "node":
            graph.add_node(element.get("id"), **data)
        else:
            data.pop("id", None)
            graph.add_edge(element.get("source"), element.get("target"), key=element.get("id"), **data)
        element.clear()
start = time.perf_counter()
networkx.write_graphml(graph, sys.argv[2])
print(time.perf_counter() - start)
""",
    "igraph": """
import sys, time
import igraph
graph = igraph.Graph.Read_GraphML(sys.argv[1])
start = time.perf_counter()
graph.write_graphml(sys.argv[2])
print(time.perf_counter() - start)
""",
}


def run(command, **options):
    """Seconds, standard output and peak memory in megabytes of a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return seconds, out, usage.ru_maxrss / 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relations", default="100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=pathlib.Path, help="for the files; else one that is removed")
    parser.add_argument("program", nargs="?", default=ROOT / "build/release/tests/benchmarks/write_synthetic")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        folder = pathlib.Path(folder)
        rows = {}
        listed = run([options.program, "--formats"])[1].split()
        formats = dict(zip(listed[::2], listed[1::2]))

        def record(name, seconds, file, memory):
            rows.setdefault(name, ([], file.stat().st_size / 1e6, []))
            rows[name][0].append(seconds)
            rows[name][2].append(memory)

        for _ in range(options.runs):
            for name, ending in formats.items():
                file = folder / f"ours{ending}"
                _, out, _ = run([options.program, options.relations, name, file])
                seconds, above = map(float, out.split())
                record(f"newsgraph {name}", seconds, file, above / 1e6)
            theirs = folder / "rapper.ttl"
            with theirs.open("w", encoding="utf-8") as file:
                start = time.perf_counter()
                process = subprocess.Popen(["rapper", "-q", "-i", "ntriples", "-o", "turtle", folder / "ours.nt"],
                                           stdout=file)
                _, status, usage = os.wait4(process.pid, 0)
                seconds = time.perf_counter() - start
            if status != 0:
                sys.exit("rapper failed")
            record("rapper, N-Triples to Turtle", seconds, theirs, usage.ru_maxrss / 1000)
            for name, script in PYTHON.items():
                theirs = folder / f"{name}.graphml"
                _, out, memory = run(["/usr/bin/python3", "-c", script, folder / "ours.graphml", theirs])
                record(f"{name} graphml", float(out), theirs, memory)

        print(f"{options.relations} relations, {options.runs} runs\n")
        print("| writer | seconds, median | least | output, MB | memory, MB |\n|---|---:|---:|---:|---:|")
        for name, (seconds, size, memory) in rows.items():
            median, least = statistics.median(seconds), min(seconds)
            print(f"| {name} | {median:.2f} | {least:.2f} | {size:.0f} | {max(memory):.0f} |")


if __name__ == "__main__":
    main()
