"""Running the newsgraph program from tests, with what they all need around it."""

import json
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples/articles"
PROGRAM = pathlib.Path(os.environ.get("NEWSGRAPH", ROOT / "build/release/cli/newsgraph"))
FORMATS = ["graphml", "cypher", "turtle", "ntriples", "trig", "nquads", "jsonld", "json", "dot"]

# cli/command.hpp
SUCCESS, SOME_FAILED, USAGE, FAILURE, NOT_FOUND = range(5)


def has_terminals():
    """Whether this machine gives out pseudo terminals; a bare chroot does not."""
    try:
        for side in pty.openpty():
            os.close(side)
        return True
    except OSError:
        return False


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own in which the program runs."""

    maxDiff = 4000

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-test-"))
        self.addCleanup(self.remove_folder)

    def remove_folder(self):
        for path in self.folder.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.folder)

    def newsgraph(self, *arguments, exits=SUCCESS, stdin="", env=None, prefix=()):
        """Run the program; what it did, once it is clear that it returned `exits` (None: anything)."""
        if isinstance(stdin, str):
            stdin = stdin.encode()
        result = subprocess.run(
            [*prefix, PROGRAM, *arguments], cwd=self.folder, input=stdin, capture_output=True,
            env={**os.environ, **(env or {})}, timeout=300, check=False)
        result.stdout = result.stdout.decode()
        result.stderr = result.stderr.decode()
        if exits is not None:
            self.assertEqual(exits, result.returncode,
                             f"newsgraph {' '.join(map(str, arguments))}\n{result.stdout[-1500:]}\n"
                             f"{result.stderr[-1500:]}")
        return result

    def on_terminal(self, *arguments, **env):
        """What the program prints to a terminal of its own."""
        terminal, program_side = pty.openpty()
        environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        environment.update(TERM="xterm-256color", **env)
        process = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=environment,
                                   stdin=program_side, stdout=program_side, stderr=program_side)
        os.close(program_side)
        printed = b""
        try:
            while data := os.read(terminal, 65536):
                printed += data
        except OSError:  # the program has closed its side
            pass
        os.close(terminal)
        self.assertEqual(0, process.wait())
        return printed.decode()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_articles(self, name, articles):
        return self.write(name, "".join(json.dumps(article) + "\n" for article in articles))

    def exports(self, graph):
        """What every exporter writes of the graph file `graph`."""
        return {name: self.newsgraph("export", graph, "--format", name).stdout for name in FORMATS}

    def graph_of(self, graph):
        return json.loads(self.newsgraph("export", graph, "--format", "json").stdout)

    def articles_in(self, graph):
        return len(self.graph_of(graph)["articles"])

    def build(self, name, *arguments):
        """The exports of a graph built in one go."""
        self.newsgraph("build", *arguments, "-o", name)
        return self.exports(name)


def contradicting_articles():
    """Four short articles: two outlets that contradict each other, spellings, and a copied text."""
    return [
        {"id": "a", "outlet": "Halmar Post", "published": "2024-03-01",
         "text": "President Marta Keller met Yuri Danilenko in Halmar on Friday. "
                 "Keller rejected the proposal of Danilenko."},
        {"id": "b", "outlet": "Karvat Daily", "published": "2024-03-02",
         "text": "Marta Keller accepted the proposal, Yuriy Danylenko said on Saturday. "
                 "Keller did not visit Karvat."},
        {"id": "c", "outlet": "Sella Times", "published": "2024-03-03",
         "text": "Norvik Energy, a company of Norland, denied that it had signed a contract. "
                 "Ingrid Solheim, the head of Norvik Energy, praised Mrs Keller."},
        {"id": "d", "outlet": "Lindow Courier", "published": "2024-03-04",
         "text": "President Marta Keller met Yuri Danilenko in Halmar on Friday. "
                 "Keller rejected the proposal of Danilenko."},
    ]
