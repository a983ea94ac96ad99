"""The README's console blocks are run, and print what the README says they print.

    tests/cli/readme_test.py             check
    tests/cli/readme_test.py --update    write the real output into README.md

A line of "…" stands for any number of lines. Seconds may differ.
"""

import os
import re
import subprocess
import sys
import unittest

from program import PROGRAM, ROOT, ProgramTest

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def commands(block):
    """The (command, expected output) pairs of a console block."""
    pairs = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            pairs.append((line[2:].rstrip("\n"), ""))
        else:
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + line)
    return pairs


def pattern_of(expected):
    """A pattern for `expected`, in which "…" is anything and every duration equal."""
    lines = [".*" if line.strip() == "…" else re.escape(without_seconds(line))
             for line in expected.rstrip("\n").split("\n")]
    return re.compile("\n".join(lines).replace("\n.*", "(\n.*)?"), re.DOTALL)


def without_seconds(text):
    return re.sub(r"\d+(\.\d+)?( ?s\b| seconds)|\d+:\d\d(?!\d)", "N s", text)


def shortened(output, expected):
    """`output`, with "…" where `expected` has it: as many lines before and after it."""
    kept = expected.rstrip("\n").split("\n")
    if "…" not in kept:
        return output
    before, after = kept.index("…"), len(kept) - kept.index("…") - 1
    lines = output.rstrip("\n").split("\n")
    if len(lines) <= before + after:
        return output
    return "\n".join(lines[:before] + ["…"] + lines[len(lines) - after:]) + "\n"


class ReadmeTest(ProgramTest):
    def setUp(self):
        super().setUp()
        os.symlink(ROOT / "examples", self.folder / "examples")

    def run_command(self, command):
        environment = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "NO_COLOR": "1",
                       "COLUMNS": "100"}
        result = subprocess.run(["bash", "-c", command], cwd=self.folder, env=environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, timeout=120, check=False)
        return result.stdout.decode()

    def test_every_command_prints_what_the_readme_says(self):
        blocks = BLOCK.findall(README.read_text("utf-8"))
        self.assertGreater(len(blocks), 3)
        for block in blocks:
            for command, expected in commands(block):
                output = self.run_command(command)
                with self.subTest(command):
                    if not pattern_of(expected).fullmatch(without_seconds(output.rstrip("\n"))):
                        self.fail(f"expected:\n{expected}\nprinted:\n{output}\n"
                                  "If the new output is right: tests/cli/readme_test.py --update")

    def update(self):
        def with_output(match):
            return "".join(f"$ {command}\n" + shortened(self.run_command(command), expected)
                           for command, expected in commands(match.group()))

        self.setUp()
        README.write_text(BLOCK.sub(with_output, README.read_text("utf-8")), "utf-8")
        self.doCleanups()


if __name__ == "__main__":
    if "--update" in sys.argv:
        ReadmeTest().update()
    else:
        unittest.main()
