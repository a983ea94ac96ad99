"""The recipe in examples/sparql runs as written: Fuseki starts with the graph of the example articles, and each of
the ten queries has an answer, with what the articles say in it: fuseki_test.py EXAMPLES DIRECTORY"""
import csv
import io
import os
import re
import subprocess
import sys

recipe, directory = sys.argv[1:]
recipe = os.path.join(recipe, "sparql")

# A row that each answer has to have, by some of its columns.
ROWS = {
    "01-who-contradicts-whom": {"subject": "Katarzyna Wolańska", "affirmed": "accepted (reported)", "by": "Danilenko",
                                "denied": "not accepted", "object": "proposal"},
    "02-what-somebody-is-said-to-have-done": {"did": "accepted (reported)", "what": "proposal",
                                              "source": "Yuri Danilenko"},
    "03-timeline": {"date": "1961", "subject": "Adam Rybak", "did": "was born in", "object": "Sandel"},
    "04-contested": {"subject": "Katarzyna Wolańska", "said": "accepted (reported)", "denied": "not agreed to meet"},
    "05-how-two-are-connected": {"between": "Council of Maritime States"},
    "06-who-is-quoted": {"source": "Yuri Danilenko"},
    "07-who-rejects-what": {"who": "Katarzyna Wolańska", "what": "Karvat"},
    "08-denials": {"subject": "Belmoria", "denied": "not moved troops"},
    "09-plans-and-possibilities": {"manner": "Conditional", "subject": "Yuri Danilenko"},
    "10-evidence": {"fact": "Mikhail Orlenko is chairman of Belgas", "articles": "3",
                    "words": "Belgas chairman Mikhail Orlenko rejected the accusation."},
}


def fail(message):
    sys.exit("FAILED: " + message)


def start():
    """The server, and the port that it found free."""
    library = os.path.join(os.environ["NEWSGRAPH_CONSUMERS"], "fuseki", "lib")
    server = subprocess.Popen([os.path.join(recipe, "fuseki.sh"), os.path.join(directory, "examples.ttl"), "0"],
                              env={**os.environ, "FUSEKI_LIBRARY": library}, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    log = ""
    for line in server.stdout:
        log += line
        started = re.search(r"Start Fuseki \(http=(\d+)\)", line)
        if started:
            return server, started.group(1)
    fail("Fuseki did not start:\n" + log)


def ask(query, port):
    run = subprocess.run([os.path.join(recipe, "ask.sh"), query, port], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        fail(f"{query}: {run.stdout}{run.stderr}")
    return run.stdout.replace("\r\n", "\n")


queries = sorted(os.listdir(os.path.join(recipe, "queries")))
if queries != [name + ".rq" for name in ROWS]:
    fail(f"the queries are {queries}")
with open(os.path.join(recipe, "README.md"), encoding="utf-8") as file:
    readme = file.read()
server, port = start()
try:
    for name, row in ROWS.items():
        answer = ask(os.path.join(recipe, "queries", name + ".rq"), port)
        rows = list(csv.DictReader(io.StringIO(answer)))
        if not rows:
            fail(f"{name} has no answer")
        if not any(row.items() <= found.items() for found in rows):
            fail(f"{name} has no row with {row}:\n{answer}")
        if f"queries/{name}.rq" not in readme:
            fail(f"README.md does not name {name}")
        if name == "01-who-contradicts-whom" and answer not in readme:
            fail(f"README.md does not show the answer of {name}, which is\n{answer}")
finally:
    server.terminate()
    server.wait()
