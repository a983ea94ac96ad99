"""Real triple stores, each for as long as a test needs it, on a free port of this machine.

    with Fuseki() as store:
        store.update("INSERT DATA { <a:a> <a:b> <a:c> }")
        store.select("SELECT ?s WHERE { ?s ?p ?o }")        # [{"s": "a:a"}]
"""

import ctypes
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import socket

ROOT = pathlib.Path(__file__).resolve().parents[3]
CONSUMERS = pathlib.Path(os.environ.get("NEWSGRAPH_CONSUMERS", ROOT / "build/consumers"))
START_SECONDS = 120


class TripleStore:
    """A server that speaks SPARQL. address: what --to names; prefix: of its SPARQL services."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-store-"))
        self._server = None

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
        shutil.rmtree(self.home, ignore_errors=True)

    def select(self, query):
        """The rows of a query, as dictionaries of what stands in IRIs and literals."""
        answer = json.loads(self._post("query", query, "application/sparql-query",
                                       "application/sparql-results+json"))
        return [{name: term["value"] for name, term in row.items()}
                for row in answer["results"]["bindings"]]

    def value(self, query):
        (row,) = self.select(query)
        (value,) = row.values()
        return value

    def triples(self):
        """The default graph, in N-Triples, sorted."""
        request = urllib.request.Request(self.data, headers={"Accept": "application/n-triples"})
        with urllib.request.urlopen(request, timeout=120) as response:
            return sorted(response.read().decode().splitlines())

    def update(self, statement):
        self._post("update", statement, "application/sparql-update", "*/*")

    def clear(self):
        self.update("DROP ALL")

    def log(self):
        path = self.home / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _post(self, service, body, content_type, accept):
        request = urllib.request.Request(f"{self.url}/{service}", data=body.encode(),
                                         headers={"Content-Type": content_type, "Accept": accept})
        with urllib.request.urlopen(request, timeout=120) as response:
            return response.read()

    def _launch(self, command):
        with open(self.home / "log", "w") as log:
            self._server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=subprocess.STDOUT, cwd=self.home,
                                            preexec_fn=_end_with_parent)

    def _wait(self, is_up):
        """Waits for is_up(); False if the server has ended before."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._server.poll() is None:
            if is_up():
                return True
            time.sleep(0.1)
        return False

    def _answers(self):
        try:
            self.select("SELECT ?x WHERE { BIND(1 AS ?x) }")
            return True
        except OSError:
            return False


class Fuseki(TripleStore):
    """Apache Jena Fuseki with one dataset in memory."""

    def _start(self):
        library = CONSUMERS / "fuseki/lib"
        self._launch(["java", "-cp", f"{library}/*", "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                      "--mem", "--update", "--localhost", "--port=0", "/news"])
        pattern = re.compile(r"Start Fuseki \(http=(\d+)\)")
        if not self._wait(lambda: pattern.search(self.log())):
            raise RuntimeError("Fuseki does not start:\n" + self.log())
        self.url = f"http://localhost:{pattern.search(self.log()).group(1)}/news"
        self.address = "sparql+" + self.url
        self.data = self.url + "/data?default"
        self._wait(self._answers)


class Oxigraph(TripleStore):
    """Oxigraph's server, in memory."""

    def _start(self):
        for _ in range(3):  # somebody else may take the port between here and there
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            self.url = f"http://127.0.0.1:{port}"
            self.address = "sparql+" + self.url
            self.data = self.url + "/store?default"
            self._launch([CONSUMERS / "oxigraph/venv/bin/oxigraph", "serve", "--bind",
                          f"127.0.0.1:{port}"])
            if self._wait(self._answers):
                return
        raise RuntimeError("Oxigraph does not start:\n" + self.log())


def _end_with_parent():
    """Linux: the child gets SIGKILL when the process that started it is no more."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
