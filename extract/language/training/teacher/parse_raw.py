#!/usr/bin/env python3
"""Parse raw text with the teacher, for the shipped parser to learn from; see README.md.

Writes CoNLL-U with forms, tags and trees. Sentences that the teacher is least sure of are left out;
a word whose head it doubts has HEAD and DEPREL "_".
"""

import argparse
import lzma
import pathlib
import subprocess
import sys
import time
from collections import deque

import numpy as np
import torch
from torch import multiprocessing

from conllu import Sentence
from parsing import load_teacher, parse

CHUNK = 2000  # sentences that a worker parses at a time


def log(message):
    print(time.strftime("%H:%M:%S"), message, file=sys.stderr, flush=True)


def paragraphs(path):
    """The lines of `path`, an .xz file or a text file; an article's title and date are two of them."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from file


def raw_sentences(tokenizer, path, share, longest):
    """Tokenized sentences of 4 to `longest` words from every `share`-th paragraph of `path`."""
    chosen = (line for i, line in enumerate(paragraphs(path)) if i % share == 0)
    text = "".join(line for line in chosen if not line.startswith("Source:"))
    output = subprocess.run([tokenizer], input=text, capture_output=True, check=True, text=True).stdout
    for line in output.split("\n"):
        words = line.split("\t")
        if 4 <= len(words) <= longest:
            yield tuple(words)


def written(sentence, doubt):
    """The sentence as CoNLL-U."""
    lines = []
    for i, form in enumerate(sentence.forms):
        sure = sentence.arc_probabilities[i] >= doubt
        head = str(sentence.heads[i]) if sure else "_"
        deprel = sentence.deprels[i] if sure else "_"
        columns = [str(i + 1), form, "_", sentence.upos[i], sentence.xpos[i], "_", head, deprel]
        lines.append("\t".join(columns + ["_", "_\n"]))
    return "".join(lines) + "\n"


def start_worker(checkpoint, doubt):
    global teacher, vocabulary, least_probability
    torch.set_num_threads(1)
    teacher, vocabulary = load_teacher(checkpoint)
    least_probability = doubt


def parse_chunk(chunk):
    """For each sentence its mean arc probability, its length and its text."""
    sentences = [Sentence(forms=list(words)) for words in chunk]
    return [
        (float(s.arc_probabilities.mean()), len(s), written(s, least_probability))
        for s in parse(teacher, vocabulary, sentences)
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", required=True, help="checkpoint of train_teacher.py")
    parser.add_argument("--tokenizer", required=True, help="the program tokenize_raw")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--words", type=float, default=3e6, help="stop after so many")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--longest", type=int, default=80, help="words of a sentence")
    parser.add_argument("--drop", type=float, default=0.15, help="share of the sentences left out")
    parser.add_argument("--doubt", type=float, default=0.5, help="least probability of a head")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("text", nargs="+", help="PATH or PATH:N, every N-th paragraph of it")
    options = parser.parse_args()

    seen, sentences = set(), []
    for argument in options.text:
        path, _, share = argument.partition(":")
        before = len(sentences)
        for words in raw_sentences(options.tokenizer, pathlib.Path(path), int(share or 1), options.longest):
            if words not in seen:
                seen.add(words)
                sentences.append(words)
        log(f"{path}: {len(sentences) - before} sentences")
    # Mixed, so that a run that stops early has seen all kinds of text; sorted by length within a
    # chunk, which is the parser's own doing.
    order = np.random.default_rng(20160305).permutation(len(sentences))
    chunks = [
        [sentences[k] for k in order[i : i + CHUNK]] for i in range(0, len(order), CHUNK)
    ]

    results, words, started = [], 0, time.time()
    context = multiprocessing.get_context("spawn")
    with context.Pool(options.workers, start_worker, (options.teacher, options.doubt)) as pool:
        waiting = deque()
        for chunk in chunks:
            waiting.append(pool.apply_async(parse_chunk, (chunk,)))
            if len(waiting) <= options.workers + 1:
                continue
            results.extend(waiting.popleft().get())
            words = sum(length for _, length, _ in results)
            log(f"{len(results)} sentences, {words} words, {words / (time.time() - started):.0f} words/s")
            if words >= options.words or time.time() - started > 60 * options.minutes:
                break
        for left in waiting:
            results.extend(left.get())

    least = np.quantile([confidence for confidence, _, _ in results], options.drop)
    kept = [(length, text) for confidence, length, text in results if confidence >= least]
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(text for _, text in kept)
    log(f"{len(kept)} sentences, {sum(length for length, _ in kept)} words written")


if __name__ == "__main__":
    main()
