"""Articles for tests that push graphs into real stores, and what they have in common."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))
from program import PROGRAM, ProgramTest  # noqa: E402

# What breaks a statement, a literal or a request that somebody forgot to escape.
HOSTILE = "\" ' \\ \\u0022 `x` } ) ; // # <b> </script> \u202e \t 🕊 %22 $rows"

KELLER_EARLY = {"id": "early", "published": "2024-02-01", "title": "Early",
                "text": "Marta Keller visited Halmar on Monday."}
ARTICLES = [
    {"id": "a", "outlet": "Halmar Post", "published": "2024-03-01", "title": "Talks",
     "text": "President Marta Keller met Yuri Danilenko in Halmar on Friday. "
             "Keller rejected the proposal of Danilenko."},
    {"id": "b ' \\ \" `} </b>", "outlet": HOSTILE, "published": "2024-03-02", "title": HOSTILE,
     "url": "https://karvat.example/b?x=\"y\"&z=<1>",
     "text": "Marta Keller accepted the proposal, Yuri Danilenko said on Saturday. "
             "Keller praised the \\u0022Free \\ Port\\u0022 🕊 of 'Karvat'; DROP ALL # in Karvat."},
]
MORE_ARTICLES = [
    {"id": "c", "outlet": "Sella Times", "published": "2024-03-03", "title": "Norvik",
     "text": "Norvik Energy, a company of Norland, denied that it had signed a contract. "
             "Ingrid Solheim, the head of Norvik Energy, praised Marta Keller."},
    {"id": "d", "outlet": "Lindow Courier", "published": "2024-03-04", "title": "Again",
     "text": "Yuri Danilenko did not visit Karvat. Marta Keller criticised Norvik Energy."},
]


def many_articles(count):
    """Articles enough for a push that takes its time, each with people of its own."""
    return [{"id": f"n{number:04}", "published": f"2024-03-{1 + number % 28:02}",
             "text": f"Anna Berg{number} met Otto Lind{number} in Halmar{number} on Friday. "
                     f"Anna Berg{number} rejected the offer of Otto Lind{number}. "
                     f"Otto Lind{number} criticised Halmar{number}."} for number in range(count)]


class PushTest(ProgramTest):
    """A test that builds graph files and pushes them to the store that store() names."""

    def graph(self, name, articles):
        """The graph file NAME, with these articles in addition to those it has."""
        self.newsgraph("build", self.write_articles("articles.jsonl", articles), "-q", "-o", name)
        return name

    def push(self, graph, *options, exits=0):
        """Pushes; what the program counted, or what it said if it failed."""
        result = self.newsgraph("push", graph, "--to", self.address(), "--quiet", "--json", *options,
                                env=self.credentials(), exits=exits)
        return json.loads(result.stdout) if exits == 0 else result.stderr

    def assert_pushed(self, counts, **expected):
        """Of what was counted, whatever is not named is 0; elements and seconds do not matter."""
        names = ["added", "updated", "unchanged", "renamed", "removed", "gone", "kept"]
        self.assertEqual({name: expected.get(name, 0) for name in names},
                         {name: counts[name] for name in names})

    def push_files_of_one_name(self):
        """Pushes two/news.ngraph over one/news.ngraph, as if one were the other of a later day."""
        for folder in "one", "two":
            (self.folder / folder).mkdir()
        self.push(self.graph("one/news.ngraph", MORE_ARTICLES))
        message = self.push(self.graph("two/news.ngraph", [KELLER_EARLY]), "--prune", exits=3)
        self.assertIn("nothing was written: it would remove", message)
        self.assertIn("--prune-most", message)

    def push_and_kill(self, graph, has_begun, *options):
        """Starts a push and kills it once has_begun() says that there is something in the store.

        Returns whether it was still at work."""
        process = subprocess.Popen([PROGRAM, "push", graph, "--to", self.address(), "--quiet", *options],
                                   cwd=self.folder, env={**os.environ, **self.credentials()})
        while process.poll() is None and not has_begun():
            time.sleep(0.01)
        was_running = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        return was_running
