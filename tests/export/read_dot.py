"""Graphviz draws the DOT export without complaint, with every node and edge: read_dot.py DIRECTORY DOT"""
import os
import subprocess
import sys
import xml.etree.ElementTree as tree

from sample import check, equal, load

directory, dot = sys.argv[1:]
graph = load(directory)
run = subprocess.run([dot, "-Tsvg", os.path.join(directory, "hostile.dot")], capture_output=True, check=False)
check(run.returncode == 0 and not run.stderr, run.stderr.decode())
svg = tree.fromstring(run.stdout)
SVG = "{http://www.w3.org/2000/svg}"
groups = [group for group in svg.iter(SVG + "g") if group.get("class") in ("node", "edge")]
title = lambda group: group.find(SVG + "title").text
nodes = {title(group): group for group in groups if group.get("class") == "node"}
equal("the nodes drawn", sorted(nodes), sorted(entity["id"] for entity in graph["entities"]))
equal("the edges drawn", sorted(group.get("id") for group in groups if group.get("class") == "edge"),
      sorted(relation["id"] for relation in graph["relations"]))
for entity in graph["entities"]:
    drawn = "".join(text.text or "" for text in nodes[entity["id"]].iter(SVG + "text"))
    fold = lambda text: "".join(text.split())
    equal(f"label of {entity['id']}", fold(drawn), fold(entity["label"]))
for sentence in ("Keller declined the visit to \"Östvik\" | again \\.", "Keller visited Östvik."):
    check(any(sentence in value for element in svg.iter() for value in element.attrib.values()),
          f"no tooltip with {sentence!r}")
