#!/usr/bin/env python3
"""Analyse raw sentences with trained networks, whose mean is the teacher of the shipped one.

Writes pickled Examples. Sentences that the teachers are least sure of are left out; of the others, words with
a doubtful head, relation, tag or name teach nothing about it.
"""

import argparse
import pathlib
import pickle
import time

import numpy as np
import torch
from torch import multiprocessing

from decoding import analyse
from examples import Example
from train import load, log

CHUNK = 1500  # sentences at a time


def start_worker(paths):
    global networks, lexicon
    torch.set_num_threads(1)
    networks = [load(paths[0])]
    lexicon = networks[0][1].lexicon
    networks += [load(path, lexicon) for path in paths[1:]]
    networks = [(network.eval(), inputs) for network, inputs in networks]
    for network, _ in networks:
        network.quantise = False


def analyse_chunk(chunk):
    examples = [Example(forms) for forms in chunk]
    results = []
    for example, found in zip(examples, analyse(networks, lexicon, examples)):
        sure = (found.arc_certainty >= 0.5) & (found.label_certainty >= 0.5)
        taught = Example(
            forms=example.forms,
            upos=np.where(found.tag_certainty >= 0.5, found.upos, -1).astype(np.int16),
            xpos=np.where(found.tag_certainty >= 0.5, found.xpos, -1).astype(np.int16),
            heads=np.where(found.arc_certainty >= 0.5, found.heads, -1).astype(np.int16),
            deprels=np.where(sure, found.deprels, -1).astype(np.int16),
            names=np.where(found.name_certainty >= 0.6, 1 << found.names, 0),
        )
        results.append((float((found.arc_certainty * found.label_certainty).mean()), taught))
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teachers", required=True, nargs="+", help="checkpoints of train.py")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--words", type=float, default=8e6)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--drop", type=float, default=0.12, help="share of the sentences left out")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20160305)
    parser.add_argument(
        "text", nargs="+", help="PATH:SHARE, that part of the sentences in what tokenize_raw wrote"
    )
    options = parser.parse_args()
    random = np.random.default_rng(options.seed)
    sentences = {}
    for argument in options.text:
        path, _, share = argument.partition(":")
        for line in open(path, encoding="utf-8", errors="replace"):
            forms = line.rstrip("\n").split("\t")
            if 4 <= len(forms) <= 70 and random.random() < float(share or 1):
                sentences[tuple(forms)] = None
    sentences = list(sentences)
    order = random.permutation(len(sentences))
    chunks = [[list(sentences[k]) for k in order[i : i + CHUNK]] for i in range(0, len(order), CHUNK)]
    log(f"{len(sentences)} sentences")
    results, words, started = [], 0, time.time()
    with multiprocessing.get_context("spawn").Pool(
        options.workers, start_worker, (options.teachers,)
    ) as pool:
        for number, result in enumerate(pool.imap(analyse_chunk, chunks)):
            results.extend(result)
            words += sum(len(example) for _, example in result)
            if number % 20 == 0:
                log(f"{words} words, {words / (time.time() - started):.0f} words/s")
            if words >= options.words or time.time() - started > 60 * options.minutes:
                break
        pool.terminate()
    least = np.quantile([certainty for certainty, _ in results], options.drop)
    kept = [example for certainty, example in results if certainty >= least]
    options.out.write_bytes(pickle.dumps(kept, protocol=4))
    log(f"{len(kept)} sentences, {sum(map(len, kept))} words written")


if __name__ == "__main__":
    main()
