"""A real Neo4j Community server with authentication, for as long as a test needs it.

    with Neo4j() as neo4j:
        neo4j.run("CREATE (n:Entity {name: $name})", name="Keller")
        neo4j.run("MATCH (n) RETURN n.name AS name")        # [{"name": "Keller"}]

It has its home in a temporary folder, listens on free ports of this machine only, and ends with the
process that started it, however that ends. Starting takes some ten seconds, so tests of one process
share `shared_server()`, and clear() it before each.
"""

import atexit
import base64
import ctypes
import functools
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAMS = pathlib.Path(os.environ.get("NEWSGRAPH_CONSUMERS", ROOT / "build/consumers")) / "neo4j/bin"
START_SECONDS = 180
STOP_SECONDS = 30


class Neo4jError(Exception):
    """What the server said it did not like."""


class Neo4j:
    """A Neo4j installation, and its server while it is started.

    user, password: of its only account. http_url, bolt_url: of the server, once it is started.
    home: its folder; what `import` and `logs` are in.
    """

    user = "neo4j"
    password = "correct horse battery"

    def __init__(self, settings=None):
        """settings: lines of neo4j.conf, by name, in addition to those needed here."""
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-neo4j-"))
        atexit.register(self.close)
        self._settings = settings or {}
        self._server = None
        self.http_url = self.bolt_url = None
        (self.home / "conf").mkdir()
        (self.home / "import").mkdir()
        self._configure(http_port=0, bolt_port=0)
        self.admin("dbms", "set-initial-password", self.password)

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def start(self):
        """Starts the server and waits until it answers its user."""
        for _ in range(3):
            # Somebody else may take a port between here and there; then with others.
            self.choose_ports()
            if self._launch():
                return
        raise Neo4jError("Neo4j does not start:\n" + self.log())

    def choose_ports(self):
        """Sets http_url and bolt_url; start() does so itself, somebody else who starts it does not."""
        http_port, bolt_port = free_ports(2)
        self._configure(http_port, bolt_port)
        self.http_url = f"http://127.0.0.1:{http_port}"
        self.bolt_url = f"bolt://127.0.0.1:{bolt_port}"

    def stop(self):
        """Stops the server; its data stays, and start() may follow."""
        if self._server is None:
            return
        self._server.terminate()
        try:
            self._server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        self._server = None

    def close(self):
        """Stops the server and removes all that it wrote."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)
        atexit.unregister(self.close)

    def run(self, statement, **parameters):
        """Runs one Cypher statement over HTTP.

        Returns its rows as dictionaries. Raises Neo4jError with the server's words.
        """
        request = urllib.request.Request(
            f"{self.http_url}/db/neo4j/tx/commit",
            data=json.dumps({"statements": [{"statement": statement, "parameters": parameters}]}).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json",
                     "Authorization": self.authorization()})
        try:
            with urllib.request.urlopen(request, timeout=300) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            raise Neo4jError(f"{error.code}: {error.read().decode(errors='replace')}") from error
        if answer["errors"]:
            raise Neo4jError("; ".join(f"{e['code']}: {e['message']}" for e in answer["errors"]))
        result = answer["results"][0]
        return [dict(zip(result["columns"], data["row"])) for data in result["data"]]

    def value(self, statement, **parameters):
        """The only value of the only row that `statement` returns."""
        (row,) = self.run(statement, **parameters)
        (value,) = row.values()
        return value

    def clear(self):
        """Takes out all data, constraints and indexes."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
        for row in self.run("SHOW CONSTRAINTS YIELD name"):
            self.run(f"DROP CONSTRAINT `{row['name']}`")
        for row in self.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
            self.run(f"DROP INDEX `{row['name']}`")

    def shell(self, *arguments, stdin=None):
        """Runs cypher-shell, logged in: shell("--file", path), or statements as `stdin`.

        Returns what it printed; raises Neo4jError with it if it failed.
        """
        return self._run_program("cypher-shell", *arguments, stdin=stdin)

    def admin(self, *arguments):
        """Runs neo4j-admin, returns what it printed; import needs a stopped server."""
        return self._run_program("neo4j-admin", *arguments)

    def environment(self):
        """For programs that are to find Neo4j's and to log in without being told."""
        found = dict(os.environ, NEO4J_HOME=str(self.home), NEO4J_USERNAME=self.user,
                     NEO4J_PASSWORD=self.password, PATH=f"{PROGRAMS}:{os.environ['PATH']}")
        if self.bolt_url is not None:
            found["NEO4J_URI"] = self.bolt_url
        return found

    def authorization(self):
        """The value of the HTTP header that logs in."""
        account = f"{self.user}:{self.password}".encode()
        return "Basic " + base64.b64encode(account).decode()

    def log(self):
        """What the server has printed so far."""
        path = self.home / "console.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _configure(self, http_port, bolt_port):
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.http.listen_address": f"127.0.0.1:{http_port}",
            "server.http.advertised_address": f"127.0.0.1:{http_port}",
            "server.bolt.listen_address": f"127.0.0.1:{bolt_port}",
            "server.bolt.advertised_address": f"127.0.0.1:{bolt_port}",
            "server.memory.pagecache.size": "64m",
            "dbms.security.auth_enabled": "true",
            "dbms.usage_report.enabled": "false",
            "db.tx_log.preallocate": "false",
            "db.tx_log.rotation.size": "16m",
            **self._settings,
        }
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self.home / "conf/neo4j.conf").write_text(text)

    def _launch(self):
        """Whether the server came up; False if one of its ports was taken."""
        with open(self.home / "console.log", "w") as log:
            self._server = subprocess.Popen(
                [PROGRAMS / "neo4j", "console"], env=self.environment(), stdin=subprocess.DEVNULL,
                stdout=log, stderr=subprocess.STDOUT, preexec_fn=_end_with_parent)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._server.poll() is not None:
                self._server = None
                if "in use" in self.log():
                    return False
                break
            try:
                self.run("RETURN 1")
                return True
            except (Neo4jError, OSError):
                time.sleep(0.2)
        self.stop()
        raise Neo4jError("Neo4j does not start:\n" + self.log())

    def _run_program(self, name, *arguments, stdin=None):
        done = subprocess.run([PROGRAMS / name, *map(str, arguments)], env=self.environment(), text=True,
                              input=stdin or "", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise Neo4jError(f"{name} failed with {done.returncode}:\n{done.stdout}")
        return done.stdout


@functools.cache
def shared_server():
    """The one server of this process: started when first asked for, stopped at the end."""
    return Neo4j().__enter__()


def free_ports(count):
    """So many different ports of this machine that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _end_with_parent():
    """Linux: the child gets SIGKILL when the process that started it is no more."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
