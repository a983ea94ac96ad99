"""The newsgraph program, and the graphs that the tests beside this load."""

import functools
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("NEWSGRAPH", ROOT / "build/release/cli/newsgraph")
# Written by tests/export/write_samples.cpp.
SAMPLES = pathlib.Path(os.environ.get("NEWSGRAPH_SAMPLES", ROOT / "build/release/tests/export/samples"))

_folder = tempfile.TemporaryDirectory(prefix="newsgraph-consumer-")


def newsgraph(*arguments):
    """What the program prints; an exception with what it says if it fails."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise AssertionError(f"newsgraph {arguments} failed:\n{done.stderr}")
    return done.stdout


def answer(*arguments):
    """What the program says in JSON."""
    return json.loads(newsgraph(*arguments))


@functools.cache
def example_graph():
    """The graph file of examples/articles."""
    graph = pathlib.Path(_folder.name) / "example.ngraph"
    newsgraph("build", ROOT / "examples/articles", "-o", graph)
    return graph


def export(*options, name):
    """Where the example graph was exported to under that name."""
    out = pathlib.Path(_folder.name) / name
    newsgraph("export", example_graph(), "-o", out, *options)
    return out


def example_json():
    return answer("export", example_graph(), "--format", "json")


def hostile_json():
    """Of the graph that holds whatever text could break a format."""
    return json.loads((SAMPLES / "hostile.json").read_text())
