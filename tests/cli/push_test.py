"""newsgraph push from outside, against servers on this machine that misbehave."""

import http.server
import json
import os
import socket
import ssl
import subprocess
import threading
import time
import unittest

from program import EXAMPLES, FAILURE, USAGE, ProgramTest, has_terminals

PASSWORD = "hunter2 🔑"
ACCOUNT = {"NEO4J_USERNAME": "me", "NEO4J_PASSWORD": PASSWORD, "SPARQL_USERNAME": "me",
           "SPARQL_PASSWORD": PASSWORD}


class Server:
    """An HTTP server on a free port that does what `answer(handler, body)` does, and notes requests.

    With `answers`, the first requests are answered by these in turn."""

    def __init__(self, answer, answers=(), certificate=None):
        self.requests = []
        self.answers = list(answers)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_request(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append((self.command, self.path, dict(self.headers), body))
                behave = outer.answers.pop(0) if outer.answers else answer
                behave(self, body)

            do_GET = do_POST = handle_request

            def reply(self, status, body=b"", **headers):
                body = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):  # connections that the other side closed
                pass

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            self.scheme = "https"
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def url(self, store, host="127.0.0.1", path=""):
        return f"{store}+{self.scheme}://{host}:{self.port}{path}"


def neo4j(handler, body):
    """Takes everything, and holds nothing."""
    if handler.command == "GET":
        return handler.reply(200, {"query": "x", "transaction": "x", "neo4j_version": "5.26.0"})
    return handler.reply(202, {"data": {"fields": [], "values": []}, "bookmarks": ["b"]})


def triple_store(handler, body):
    if body == b"ASK {}":
        return handler.reply(200, {"head": {}, "boolean": True})
    return handler.reply(200, b"?s\t?m\n") if body.startswith(b"SELECT") else handler.reply(204)


def holding(*ids, name="news"):
    """A triple store that holds these entities, put there under the name of a graph."""
    rows = "".join(f'<https://newsgraph.example/id/entity/{i}>\t"0123456789abcdef {name}"\n' for i in ids)

    def store(handler, body):
        if body.startswith(b"SELECT ?s ?m"):
            return handler.reply(200, b"?s\t?m\n" + rows.encode())
        return triple_store(handler, body)
    return store


def status(code, body=b"", **headers):
    return lambda handler, _: handler.reply(code, body, **headers)


def error(code, name):
    return status(code, {"errors": [{"code": name, "message": "\x1b[31mno\nway"}]})


def cut(handler, _):
    """Promises more than it sends."""
    handler.send_response(202)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"data":')
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def endless(handler, _):
    handler.send_response(202)
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b" " * 1_000_000)
    except OSError:
        pass


def silent(handler, _):
    handler.close_connection = True
    time.sleep(20)


class PushTest(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.graph_folder = ProgramTest()
        cls.graph_folder.setUp()
        cls.graph_folder.newsgraph("build", EXAMPLES, "-q", "-o", "news.ngraph")
        cls.graph = cls.graph_folder.folder / "news.ngraph"
        cls.addClassCleanup(cls.graph_folder.remove_folder)

    def serve(self, *arguments, **options):
        server = Server(*arguments, **options)
        self.addCleanup(server.close)
        return server

    def push(self, to, *options, exits=0, env=None):
        """What the program said. It never says the password."""
        result = self.newsgraph("push", self.graph, "--to", to, *options, exits=exits,
                                env=ACCOUNT if env is None else env)
        self.assertNotIn("hunter2", result.stdout + result.stderr)
        self.assertNotIn("\x1b", result.stderr)
        return result.stderr

    def test_goes_on_after_what_passes(self):
        later = status(503, b"busy", Retry_After="0")
        transient = error(202, "Neo.TransientError.Transaction.DeadlockDetected")
        server = self.serve(neo4j, [neo4j, later, cut, neo4j, neo4j, transient, status(500)])
        said = self.push(server.url("neo4j"))
        for part in "503: busy", "DeadlockDetected", "500", "; trying again in 0.0 s":
            self.assertIn(part, said)
        self.assertIn("added, 0 updated, 0 unchanged", said)

    def test_goes_on_after_what_passes_with_a_triple_store(self):
        server = self.serve(triple_store, [status(502), triple_store, cut, triple_store, triple_store,
                                           status(429, Retry_After="0"), cut])
        self.assertIn("added, 0 updated, 0 unchanged", self.push(server.url("sparql", path="/news")))

    def test_says_once_what_does_not_pass(self):
        for answer, part in [
                (status(401), "set NEO4J_USERNAME and NEO4J_PASSWORD"),
                (error(401, "Neo.ClientError.Security.Unauthorized"), "check NEO4J_USERNAME"),
                (error(202, "Neo.ClientError.Schema.ConstraintValidationFailed"),
                 "Neo.ClientError.Schema.ConstraintValidationFailed: [31mno way"),
                (status(200, b"<html>welcome</html>"), "this is not how Neo4j speaks"),
                (status(200, {}), "answers 200: {}; this is not how Neo4j speaks"),
                (status(503, b"busy", Retry_After="99999999"), "503: busy (tried 1 time; the server asks to wait "
                 "longer than the 120 s for which newsgraph tries again)"),
                (endless, "the answer is larger than 64 MiB\n")]:
            server = self.serve(neo4j, [neo4j, neo4j, answer])
            said = self.push(server.url("neo4j"), exits=FAILURE)
            self.assertIn(part, said)
            self.assertEqual(1, said.count("newsgraph:"), said)
            self.assertEqual(3, len(server.requests))

    def test_does_not_go_where_it_is_sent(self):
        elsewhere = self.serve(neo4j)
        redirect = status(307, Location=f"http://127.0.0.1:{elsewhere.port}/")
        for store, right in ("neo4j", neo4j), ("sparql", triple_store):
            server = self.serve(right, [right, redirect])
            said = self.push(server.url(store), exits=FAILURE)
            self.assertIn(f"sends us on to http://127.0.0.1:{elsewhere.port}/", said)
        self.assertEqual([], elsewhere.requests)

    def test_gives_up_on_nobody_soon(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            port = closed.getsockname()[1]
            said = self.push(f"neo4j+http://127.0.0.1:{port}", exits=FAILURE)
            self.assertIn("is Neo4j running there, and is this its port for HTTP (7474", said)
            said = self.push(f"sparql+http://127.0.0.1:{port}/ds", exits=FAILURE)
            self.assertIn("is the triple store running there?", said)
        server = self.serve(neo4j, [endless])
        self.assertIn("is larger than 64 MiB; is Neo4j running there", self.push(server.url("neo4j"), exits=FAILURE))

    def test_waits_no_longer_than_told(self):
        server = self.serve(neo4j, [silent, silent, silent])
        self.assertIn("timed out", self.push(server.url("neo4j"), "--timeout", "1", exits=FAILURE).lower())

    def test_an_address_that_is_wrong_is_told_before_anything_happens(self):
        for to, part in [("bolt://db:7687", "--to neo4j+http://db:7474"),
                         ("neo4j+http://me:hunter2@db", "must not hold a user or password"),
                         ("http://db", "expected e.g. neo4j+http://localhost:7474")]:
            self.assertIn(part, self.push(to, exits=USAGE))
        self.newsgraph("push", self.graph, exits=USAGE)
        self.newsgraph("push", self.graph, "--to", "neo4j+http://db", "--as", "a b", exits=USAGE)
        self.newsgraph("push", "nothing.ngraph", "--to", "neo4j+http://db", exits=FAILURE)

    def test_an_option_that_does_not_apply_to_the_store_is_wrong_use(self):
        self.assertIn("--claims: applies where --to is neo4j+http",
                      self.push("sparql+http://nowhere.invalid", "--claims", exits=USAGE))
        self.assertIn("--base: applies where --to is sparql+http",
                      self.push("neo4j+http://nowhere.invalid", "--base", "https://a.example/", exits=USAGE))
        server = self.serve(triple_store)
        self.push(server.url("sparql"), "--base", "https://a.example/")
        self.assertTrue(any(b"<https://a.example/id/" in body for *_, body in server.requests))

    def test_does_not_prune_most_of_what_is_there_unless_told_so(self):
        # As if another file of the same name had been pushed there.
        server = self.serve(holding("e_0000000000000001", "e_0000000000000002"))
        to = server.url("sparql", path="/ds")
        would = '2 of the 2 that are there under the name "news", more than half'

        def words(said):
            return " ".join(said.split())

        def changes():
            return [path for _, path, _, _ in server.requests if not path.endswith("/query")]
        said = words(self.push(to, "--prune", exits=FAILURE))
        self.assertIn("nothing was written: it would remove " + would, said)
        self.assertIn("--as", said)
        self.assertIn("say --prune-most", said)
        said = words(self.push(to, "--prune", "--dry-run"))
        self.assertIn("2 to remove", said)
        self.assertIn("--prune will be refused: it would remove " + would, said)
        self.assertEqual([], changes())
        self.assertIn("2 not in the graph any more (--prune-most removes them)", words(self.push(to)))
        self.assertNotIn("/ds/update", changes())
        self.assertIn(" removed", words(self.push(to, "--prune-most")))
        self.assertIn("/ds/update", changes())
        # Under another name it is another graph.
        self.assertNotIn("removed", self.push(to, "--prune", "--as", "mine"))

    def test_credentials_come_from_the_environment_or_a_file_of_ones_own(self):
        def authorization(server):
            return server.requests[-1][2].get("Authorization")
        server = self.serve(neo4j)
        self.push(server.url("neo4j"), env={})
        self.assertIsNone(authorization(server))
        self.push(server.url("neo4j"))
        self.assertRegex(authorization(server), "^Basic ")
        self.push(server.url("neo4j"), env={"NEO4J_TOKEN": "hunter2"})
        self.assertEqual("Bearer hunter2", authorization(server))
        secret = self.write("secret", "# mine\nNEO4J_TOKEN=\"from a file\"\n")
        secret.chmod(0o640)
        self.assertIn("chmod 600", self.push(server.url("neo4j"), "--credentials", secret, exits=FAILURE))
        secret.chmod(0o600)
        self.push(server.url("neo4j"), "--credentials", secret)
        self.assertEqual("Bearer from a file", authorization(server))
        secret.write_text("export NEO4J_TOKEN='from a shell' # mine\n")
        self.push(server.url("neo4j"), "--credentials", secret)
        self.assertEqual("Bearer from a shell", authorization(server))
        secret.write_text("hunter2\n")
        self.assertIn("secret, line 1: expected NAME=value",
                      self.push(server.url("neo4j"), "--credentials", secret, exits=FAILURE))

    def test_warns_where_a_password_can_be_overheard(self):
        warning = "the password goes over the network as it is"
        server = self.serve(neo4j)
        self.assertNotIn(warning, self.push(server.url("neo4j")))
        said = self.push("neo4j+http://nowhere.invalid", exits=FAILURE)
        self.assertIn(warning, said)
        said = self.push("sparql+http://nowhere.invalid/ds", exits=FAILURE, env={})
        self.assertNotIn(warning, said)
        self.assertIn("http://nowhere.invalid/ds/query: ", said)

    def test_verifies_certificates(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem",
                        "-out", "certificate.pem"], cwd=self.folder, check=True, capture_output=True)
        certificate = self.folder / "certificate.pem"
        server = self.serve(neo4j, certificate=(certificate, self.folder / "key.pem"))
        said = self.push(server.url("neo4j", host="localhost"), exits=FAILURE)
        self.assertIn("--ca-file", said)
        self.assertEqual([], server.requests)
        self.push(server.url("neo4j", host="localhost"), "--ca-file", certificate)
        # The right certificate of another host.
        requests = len(server.requests)
        self.push(server.url("neo4j"), "--ca-file", certificate, exits=FAILURE)
        self.assertEqual(requests, len(server.requests))

    def test_asks_graphdb_and_rdf4j_for_the_default_graph_only(self):
        server = self.serve(triple_store)
        self.push(server.url("sparql", path="/repositories/news"))
        shapes = {(method, path, headers["Content-Type"]) for method, path, headers, _ in server.requests}
        self.assertEqual({
            ("POST", "/repositories/news", "application/sparql-query"),
            ("POST", "/repositories/news/statements?context=null", "application/n-triples")}, shapes)
        sent = b"".join(body for _, path, _, body in server.requests if "statements" in path)
        exported = self.newsgraph("export", self.graph, "--format", "ntriples").stdout
        self.assertEqual(exported.splitlines(),
                         [line for line in sent.decode().splitlines() if "/push#mark>" not in line])

    def test_says_nothing_in_a_pipe_but_what_came_of_it(self):
        server = self.serve(neo4j)
        said = self.push(server.url("neo4j"))
        self.assertEqual(1, len(said.replace("\n  ", " ").splitlines()), said)
        self.assertEqual("", self.push(server.url("neo4j"), "--quiet"))
        result = self.newsgraph("push", self.graph, "--to", server.url("neo4j"), "--json", "--quiet", env={})
        counts = json.loads(result.stdout)
        self.assertEqual("news", counts["as"])
        self.assertEqual(counts["elements"], counts["added"])

    def test_shows_progress_on_a_terminal(self):
        if not has_terminals():
            raise OSError("this machine gives out no pseudo terminals; the progress cannot be tested")

        def slow(handler, body):
            time.sleep(0.25 if b"UNWIND" in body else 0)
            neo4j(handler, body)
        server = self.serve(slow)
        printed = self.on_terminal("push", str(self.graph), "--to", server.url("neo4j"))
        self.assertRegex(printed, r"\d+ of \d+, \d+ sent")
        self.assertIn("added, 0 updated", printed)

    def test_pushes_only_what_a_filter_lets_through(self):
        server = self.serve(neo4j)

        def pushed(*options):
            result = self.newsgraph("push", self.graph, "--to", server.url("neo4j"), "--json", "--quiet",
                                    *options, env={})
            return json.loads(result.stdout)["elements"]
        self.assertLess(pushed("--type", "person"), pushed())


if __name__ == "__main__":
    unittest.main()
