#!/usr/bin/env python3
"""Time the whole program on a corpus and print a Markdown table.

    tests/benchmarks/run.py                                  the example articles, 200 times over
    tests/benchmarks/run.py articles.jsonl                   any articles that `newsgraph build` reads
    tests/benchmarks/run.py articles.jsonl --path Keller Solheim --path Norland Belgas

Each row is one process: seconds are wall clock, memory is its peak resident set.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORMATS = ["graphml", "cypher", "turtle", "ntriples", "json", "dot"]


class Table:
    """Rows of measurements, printed as they come."""

    def __init__(self):
        print("| step | seconds | rate | peak memory | output |")
        print("|---|---:|---:|---:|---:|", flush=True)

    def row(self, step, seconds, rate, kilobytes, output):
        print(f"| {step} | {seconds:.2f} | {rate} | {kilobytes / 1024:.0f} MB | {output} |", flush=True)


def measure(command, output=None):
    """Run `command`, its standard output into the file `output`; (seconds, peak kilobytes)."""
    with open(output or os.devnull, "wb") as out, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 4):  # 4: no such path, which is timed all the same
            errors.seek(0)
            sys.exit(f"{' '.join(map(str, command))} returned {process.returncode}:\n"
                     + errors.read().decode(errors="replace"))
    return seconds, usage.ru_maxrss


def repeated_examples(folder, times):
    """The example articles under `times` different keys, as one JSON Lines file in `folder`."""
    articles = [json.loads((ROOT / "examples/articles/04-harbour-post-norvik.json").read_text("utf-8"))]
    for line in (ROOT / "examples/articles/07-agency-briefs.jsonl").read_text("utf-8").splitlines():
        articles.append(json.loads(line))
    for file in sorted((ROOT / "examples/articles").glob("*.txt")):
        articles.append({"id": file.stem, "text": file.read_text("utf-8")})
    path = folder / "examples.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(times):
            for article in articles:
                copy = dict(article, id=f"{article['id']}-{number}", url=f"https://news.example/{number}")
                json.dump(copy, out, ensure_ascii=False)
                out.write("\n")
    return path


def size_of(paths):
    files = [f for path in paths for f in ([path] if path.is_file() else path.rglob("*")) if f.is_file()]
    return sum(f.stat().st_size for f in files)


def megabytes(count):
    return f"{count / 1e6:.1f} MB"


def count_extracted(stream):
    """Articles, sentences and propositions in a proposition stream."""
    counts = {"article": 0, "sentence": 0, "proposition": 0}
    with open(stream, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            kind = record.get("record", record.get("type"))
            if kind in counts:
                counts[kind] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="*", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/cli/newsgraph")
    parser.add_argument("--repeat", type=int, default=200, help="how often to repeat the examples")
    parser.add_argument("--path", nargs=2, action="append", default=[], metavar=("FROM", "TO"))
    parser.add_argument("--keep", type=pathlib.Path, help="folder for graph file and exports")
    options = parser.parse_args()

    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-benchmark-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        articles = options.articles or [repeated_examples(folder, options.repeat)]
        read = size_of(articles)
        program, stream, graph = options.program, folder / "stream.jsonl", folder / "news.ngraph"
        graph.unlink(missing_ok=True)
        paths = options.path or [["Wolanska", "Orlenko"]]
        print(f"Articles: {megabytes(read)}. Cores: {os.cpu_count()}.\n")
        table = Table()

        for threads in dict.fromkeys([1, os.cpu_count()]):
            seconds, peak = measure([program, "extract", *articles, "--threads", str(threads)], stream)
            counts = count_extracted(stream)
            table.row(f"extract, {threads} threads", seconds,
                      f"{counts['sentence'] / seconds:,.0f} sentences/s, {read / 1e6 / seconds:.2f} MB/s",
                      peak, megabytes(stream.stat().st_size))

        seconds, peak = measure([program, "merge", stream, "-o", graph])
        table.row("merge", seconds, f"{counts['article'] / seconds:,.0f} articles/s, "
                  f"{counts['proposition'] / seconds:,.0f} propositions/s", peak,
                  megabytes(graph.stat().st_size))
        graph.unlink()

        seconds, peak = measure([program, "build", *articles, "-o", graph])
        table.row("build", seconds, f"{counts['sentence'] / seconds:,.0f} sentences/s", peak,
                  megabytes(graph.stat().st_size))
        seconds, peak = measure([program, "build", *articles, "-o", graph])
        table.row("build again, nothing new", seconds, f"{counts['article'] / seconds:,.0f} articles/s",
                  peak, megabytes(graph.stat().st_size))

        for name in FORMATS:
            out = folder / f"export.{name}"
            seconds, peak = measure([program, "export", graph, "--format", name, "-o", out])
            table.row(f"export {name}", seconds, megabytes(out.stat().st_size / seconds) + "/s", peak,
                      megabytes(out.stat().st_size))

        for start, end in paths:
            seconds, peak = measure([program, "path", graph, start, end])
            table.row(f"path {start} – {end} (with opening the file)", seconds, "", peak, "")

        print(f"\nSentences: {counts['sentence']:,}. Propositions: {counts['proposition']:,}.\n")
        subprocess.run([program, "stats", graph], check=True)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
