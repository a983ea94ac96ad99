#!/usr/bin/env python3
"""Train NameReader (extract/language/names), the second opinion on names.

    train_reader.py --data DATA --tools TOOLS --models MODELS --lists lists.model --work WORK

TOOLS is the folder with the program name_features, MODELS that of the shipped models, where names.model is
written. The programs features are made by see an article as the engine does. Only annotations teach, not what the
network makes of a sentence: it knows the sentences that it was trained on, and what learns from it there
errs with it elsewhere.
"""

import argparse
import pathlib
import struct
import subprocess
from dataclasses import replace

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from corpus import name_masks
from decoding import best_names, name_spans
from export_network import floats, model_file
from name_data import CONVENTIONS, convention_of, name_examples
from schedule import RunningMean, log

PARTS = ("uner-dev", "wikigold-dev", "redocred-check")
LABELS = 37  # NameLabel::kCount
SLOPE = 0.1  # of the rectifiers below zero
LEVELS = 127  # of a feature's values
SCORE_UNITS = 1024  # kScoreUnits
SHARE = 0.7  # of the reader's scores beside the network's
OUTSIDE = 0.9  # added to the score of "no name": two opinions find more than there are
CLIPPED = 2e-4  # share of the features' values that are cut to the largest one kept


def write_articles(examples, path):
    """Sentences as IOB2 without tags, by documents; those of CrossNER have none, each is its own."""
    with open(path, "w", encoding="utf-8") as out:
        last = None
        for number, example in enumerate(examples):
            document = (example.source, number if example.source.startswith("crossner") else example.document)
            if document != last:
                out.write(f"# newdoc id = {number}\n")
                last = document
            for index, form in enumerate(example.forms, 1):
                out.write(f"{index}\t{form}\tO\n")
            out.write("\n")


class Inventor:
    """Makes up names: exchanges letters of names for others of their kind, in one article always the same."""

    KINDS = ("aeiou", "bdgptk", "lmnr", "fsvz")

    def __init__(self, generator):
        self.letters = {}
        for kind in self.KINDS:
            turn = int(generator.integers(1, len(kind)))
            self.letters |= {a: b for a, b in zip(kind, kind[turn:] + kind[:turn])}
        self.letters |= {a.upper(): b.upper() for a, b in self.letters.items()}

    def name(self, form):
        return form if len(form) < 4 or form.isupper() else "".join(self.letters.get(c, c) for c in form)


def with_invented(examples, share, generator):
    """`examples`, and behind them a share of the articles once more with invented names, so that what stands
    around a name is learned, too."""
    articles = {}
    for number, example in enumerate(examples):
        own = number if example.source.startswith("crossner") else example.document
        articles.setdefault((example.source, own), []).append(example)
    result = list(examples)
    for article in articles.values():
        if generator.random() >= share:
            continue
        inventor = Inventor(generator)
        named = {form for e in article for begin, end, _ in e.mentions for form in e.forms[begin:end]}
        named = {form for form in named if form[:1].isupper()}
        for example in article:
            forms = [inventor.name(form) if form in named else form for form in example.forms]
            result.append(replace(example, forms=forms, document=f"{example.document}, invented"))
    return result


class Words:
    """What name_features wrote: for each word the number of its sentence, its place there, its features in
    `features[starts:starts + counts]`, and the network's scores of its labels."""

    def __init__(self, data):
        head, at = struct.Struct("<III"), 0
        rows, places = [], []
        while at < len(data):
            sentence, word, count = head.unpack_from(data, at)
            rows.append((sentence, word, count))
            places.append(at + head.size)
            at += head.size + 4 * count + 2 * LABELS
        self.sentences, self.words, self.counts = np.array(rows).T
        places = np.array(places)
        self.starts = np.cumsum(self.counts) - self.counts
        bytes_ = np.frombuffer(data, np.uint8)
        at = np.repeat(places - 4 * self.starts, self.counts) + 4 * np.arange(self.counts.sum())
        self.features = sum(bytes_[at + k].astype(np.uint32) << np.uint32(8 * k) for k in range(4))
        at = (places + 4 * self.counts)[:, None] + 2 * np.arange(LABELS)
        scores = bytes_[at] | bytes_[at + 1].astype(np.uint16) << np.uint16(8)
        self.scores = scores.view(np.int16).astype(np.float32) / SCORE_UNITS

    def batch(self, chosen, buckets, drop=0.0, generator=None):
        """Buckets of the features of the words `chosen`, and where those of each begin."""
        counts = self.counts[chosen]
        begins = np.cumsum(counts) - counts
        at = np.repeat(self.starts[chosen] - begins, counts) + np.arange(counts.sum())
        rows = (self.features[at].astype(np.uint64) * np.uint64(buckets) >> np.uint64(32)).astype(np.int64)
        if drop:
            kept = generator.random(len(rows)) >= drop
            counts = np.add.reduceat(kept, begins)
            rows, begins = rows[kept], np.cumsum(counts) - counts
        return torch.from_numpy(rows), torch.from_numpy(begins)


def read_words(options, name, examples):
    """The words of `examples` as the engine sees them; those of training only where it reads them."""
    articles = options.work / f"articles-{name}.iob2"
    write_articles(examples, articles)
    command = [options.tools / "name_features", options.models, options.lists]
    command += [] if name == "train" else ["--all"]
    with open(articles, "rb") as text:
        return Words(subprocess.run(command, stdin=text, stdout=subprocess.PIPE, check=True).stdout)


class Reader(nn.Module):
    def __init__(self, buckets, width, hidden, dropout=0.2):
        super().__init__()
        self.features = nn.EmbeddingBag(buckets, width, mode="sum")
        self.conventions = nn.Embedding(len(CONVENTIONS), width)
        self.first, self.second = nn.Linear(width, hidden), nn.Linear(hidden, LABELS)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.features.weight, std=0.05)
        nn.init.zeros_(self.conventions.weight)

    def forward(self, rows, begins, conventions=None, scale=1.0):
        convention = self.conventions.weight[0] if conventions is None else self.conventions(conventions)
        x = functional.leaky_relu(self.features(rows, begins) * scale + convention, SLOPE)
        x = functional.leaky_relu(self.first(self.dropout(x)), SLOPE)
        return self.second(self.dropout(x))

    @torch.no_grad()
    def round_features(self):
        """To 8 bits, one unit for all."""
        weight = self.features.weight
        most = weight.abs().flatten().kthvalue(int(weight.numel() * (1 - CLIPPED))).values
        self.unit = float(most) / LEVELS
        weight.copy_((weight / self.unit).round().clamp(-LEVELS, LEVELS) * self.unit)


def train(options, examples, words):
    masks = [name_masks(example.allowed) for example in examples]
    weights = np.array([example.weight for example in examples], dtype=np.float32)[words.sentences]
    conventions = torch.from_numpy(np.array([convention_of(example.source) for example in examples])[words.sentences])
    allowed = np.array([masks[s][w] for s, w in zip(words.sentences, words.words)])
    known = np.flatnonzero(allowed)
    allowed, weights = torch.from_numpy(allowed), torch.from_numpy(weights)
    torch.manual_seed(options.seed)
    generator = np.random.default_rng(options.seed)
    reader = Reader(options.buckets, options.width, options.hidden)
    adam = torch.optim.Adam(reader.parameters(), lr=options.rate, betas=(0.9, 0.98))
    mean = RunningMean(reader.parameters(), decay=0.99)
    per_round = len(known) // options.batch
    steps, step = options.rounds * per_round, 0
    bits = torch.arange(LABELS)
    for number in range(options.rounds):
        order = generator.permutation(known)
        total = 0.0
        for begin in range(0, per_round * options.batch, options.batch):
            chosen = order[begin : begin + options.batch]
            rate = options.rate * min(1, (step + 1) / 50) * max(0.02, 1 - step / steps)
            for parameters in adam.param_groups:
                parameters["lr"] = rate
            adam.zero_grad()
            batch = words.batch(chosen, options.buckets, options.drop, generator)
            scores = reader(*batch, conventions[chosen], 1 / (1 - options.drop))
            right = (allowed[chosen].unsqueeze(1) >> bits & 1) != 0
            losses = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
            loss = (losses * weights[chosen]).mean()
            loss.backward()
            adam.step()
            total += loss.item()
            step += 1
            if step % 4 == 0:
                mean.add()
        log(f"round {number + 1}: loss {total / per_round:.4f}")
    mean.swap()
    reader.round_features()
    reader.eval()
    return reader


@torch.no_grad()
def scores_of(reader, words, buckets):
    """The reader's scores of all words, 0 of those it does not read."""
    scores = np.zeros((len(words.counts), LABELS), dtype=np.float32)
    read = np.flatnonzero(words.counts)
    for chosen in np.array_split(read, len(read) // 4096 + 1):
        scores[chosen] = reader(*words.batch(chosen, buckets)).numpy()
    return scores


def name_score(examples, words, scores):
    """Precision, recall and F1 of persons, organisations and places, without the article's consensus."""
    right = found = gold = 0
    ends = np.flatnonzero(np.diff(words.sentences, append=-1)) + 1
    for example, part in zip(examples, np.split(scores, ends)):
        wanted = {(b, e, min(types)) for b, e, types in example.mentions if len(types) == 1 and min(types) < 3}
        names = {span for span in name_spans(best_names(part)) if span[2] < 3}
        right, found, gold = right + len(wanted & names), found + len(names), gold + len(wanted)
    return f"{100 * right / found:.1f}/{100 * right / gold:.1f}/{200 * right / (found + gold):.1f}"


def sections(reader, lists):
    weight = reader.features.weight.detach().numpy()
    second = reader.second
    bias = SHARE * second.bias.detach().numpy()
    bias[0] += OUTSIDE
    layers = [[reader.unit], reader.conventions.weight[0].detach(), reader.first.weight.detach().T.reshape(-1)]
    layers += [reader.first.bias.detach(), SHARE * second.weight.detach().T.reshape(-1), bias]
    buckets, width = weight.shape
    return {
        "sizes": struct.pack("<4I", buckets, width, reader.first.out_features, LABELS),
        "features": np.rint(weight / reader.unit).astype(np.int8).tobytes(),
        "layers": b"".join(floats(part) for part in layers),
        "lists": lists,
    }


def section_of(path, name):
    """A section of a model file (model_file.hpp)."""
    data = path.read_bytes()
    for number in range(struct.unpack_from("<I", data, 12)[0]):
        key, offset, size = struct.unpack_from("<16sQQ", data, 40 + 32 * number)
        if key.rstrip(b"\0") == name.encode():
            return data[offset : offset + size]
    raise SystemExit(f"{path}: no section {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("data", "tools", "models", "lists", "work"):
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    parser.add_argument("--buckets", type=int, default=49_152, help="rows for hashed features")
    parser.add_argument("--width", type=int, default=64, help="values of a feature")
    parser.add_argument("--hidden", type=int, default=48)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=1024, help="words")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--drop", type=float, default=0.35, help="share of features left out in training")
    parser.add_argument("--invented", type=float, default=0.2, help="share of articles read with invented names, too")
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(1)  # sums in one order: two runs give the same bytes
    examples = {name: name_examples(options.data, name) for name in ("train", *PARTS)}
    generator = np.random.default_rng(options.seed)
    examples["train"] = with_invented(examples["train"], options.invented, generator)
    words = {name: read_words(options, name, part) for name, part in examples.items()}
    log(f"{len(words['train'].counts)} words to learn from")
    reader = train(options, examples["train"], words["train"])
    for name in PARTS:
        own = SHARE * scores_of(reader, words[name], options.buckets)
        alone = own - np.where(words[name].counts[:, None] == 0, 20, 0) * (np.arange(LABELS) > 0)
        both = words[name].scores + own
        both[:, 0] += np.where(words[name].counts == 0, 0, OUTSIDE)
        shown = [name_score(examples[name], words[name], s) for s in (words[name].scores, alone, both)]
        log(f"{name}, names P/R/F of the network, the reader, both: {', '.join(shown)}")
    lists = section_of(options.lists, "lists")
    (options.models / "names.model").write_bytes(model_file("name reader", sections(reader, lists)))


if __name__ == "__main__":
    main()
