#!/usr/bin/env python3
"""All text that the network learns from, as numbers: raw sentences, trees and names.

    corpus.py --data DATA --mpnet FOLDER --out WORK/corpus.npz TEXT...       TEXT: what tokenize_raw wrote

Forms get numbers by frequency. Each sentence is a run of numbers behind a 0, the root, so that any
stretch of the stream reads as text; columns of annotated sentences have the same layout.
"""

import argparse
import pathlib
from collections import Counter
from multiprocessing import Pool

import numpy as np
from tokenizers import Tokenizer

from conllu import read_treebanks
from mpnet import PADDING, ROOT_PIECES, pieces_of
from name_data import convention_of, name_examples
from words import ROOT, ROOT_FORM, keys_of, lower, table_of, unified

ROOT_NUMBER = 0
NAME_TYPES = 9
ANNOTATED = "annotated"  # the source of those raw sentences that are annotated ones without their annotations
CASES = (str.upper, lambda form: form[:1].upper() + form[1:], str.lower)
COLUMNS = ("upos", "xpos", "heads", "deprels", "names")
ESCAPE = 60000  # from here on a number takes two 16-bit places; makes the stream compress well


def packed(numbers):
    """`numbers` as 16-bit places."""
    wide = numbers >= ESCAPE
    places = np.zeros(len(numbers) + wide.sum(), dtype="<u2")
    at = np.arange(len(numbers)) + np.cumsum(wide) - wide
    places[at] = np.where(wide, ESCAPE + (numbers >> 14), numbers)
    places[at[wide] + 1] = numbers[wide] & 0x3FFF
    return places


def unpacked(places):
    places = places.astype(np.int32)
    second = np.zeros(len(places), dtype=bool)
    second[1:] = places[:-1] >= ESCAPE
    numbers = places.copy()
    numbers[:-1] = np.where(places[:-1] >= ESCAPE, (places[:-1] - ESCAPE << 14) + places[1:], places[:-1])
    return numbers[~second]


def name_masks(allowed):
    """Bits of the allowed labels of each word; 0 for None."""
    return [0 if labels is None else sum(1 << label for label in labels) for labels in allowed]


def columns_of(sentences, config):
    """Annotated sentences (dictionaries of COLUMNS and "forms") as flat arrays; -1, for names 0, where
    nothing is known."""
    index = {key: {tag: i for i, tag in enumerate(config[key])} for key in ("upos", "xpos", "deprels")}
    flat = {key: [] for key in ("forms", *COLUMNS)}
    for sentence in sentences:
        size = len(sentence["forms"])
        flat["forms"] += [ROOT_FORM, *sentence["forms"]]
        for key in COLUMNS:
            missing = 0 if key == "names" else -1
            values = sentence.get(key)
            if values is None:
                values = [missing] * size
            elif key in index:
                values = [index[key].get(value, -1) for value in values]
            flat[key] += [missing, *values]
    return flat


def from_treebank(sentence):
    return {key: getattr(sentence, key) for key in ("forms", "upos", "xpos", "heads", "deprels")}


def training_sentences(data):
    """Trees and names, a sentence that has both once; with each the weight of its names, and whether
    a round over the data has it always or now and then."""
    paths = [data / "treebank" / f"{name}-train.conllu" for name in ("ewt", "gum", "pud")]
    sentences = [from_treebank(s) | {"weight": 1.0, "always": True, "convention": 0} for s in read_treebanks(paths)]
    own = {tuple(s["forms"]): s for s in sentences}
    for example in name_examples(data, "train"):
        names = name_masks(example.allowed)
        convention = convention_of(example.source)
        tree = own.get(tuple(example.forms))
        if tree is not None:
            tree |= {"names": names, "weight": example.weight, "convention": convention}
        elif 1 <= len(example.forms) <= 120:
            always = example.source.startswith(("uner", "gum", "wikigold"))
            sentences.append(
                {"forms": example.forms, "names": names, "weight": example.weight, "always": always, "convention": convention}
            )
    return sentences


def read_gold_names(path, keep=lambda document: True):
    """Sentences of an IOB2 file; their names are 0 outside, 1, 3, 5 where a person, an organisation, a
    place begins and 2, 4, 6 within one."""
    kinds = {"PER": 0, "ORG": 1, "LOC": 2}
    sentences, forms, names, document = [], [], [], -1

    def flush():
        if forms and keep(document):
            sentences.append({"forms": list(forms), "names": list(names)})
        forms.clear()
        names.clear()

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            flush()
            document += 1
        elif not line:
            flush()
        elif not line.startswith("#"):
            columns = line.split("\t")
            forms.append(columns[1])
            place, _, kind = columns[2].partition("-")
            names.append(1 + 2 * kinds[kind] + (place == "I") if kind in kinds else 0)
    flush()
    return sentences


def development_sentences(data):
    bank, ner = data / "treebank", data / "ner"
    result = {
        name: [from_treebank(s) for s in read_treebanks([bank / f"{name}-dev.conllu"])]
        for name in ("ewt", "gum")
    }
    result["uner"] = read_gold_names(ner / "uner-ewt-dev.iob2")
    result["wikigold"] = read_gold_names(ner / "wikigold.iob2", lambda document: document % 5 == 4)
    return result


def raw_sentences(path):
    for line in open(path, encoding="utf-8", errors="replace"):
        forms = line.rstrip("\n").split("\t")
        if len(forms) <= 200 and all(len(form) < 40 for form in forms):
            yield forms


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--mpnet", required=True, type=pathlib.Path, help="folder of the pretrained encoder")
    parser.add_argument("text", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    training = training_sentences(options.data)
    development = development_sentences(options.data)
    trees = [s for s in training if "upos" in s]
    config = {
        "upos": sorted({tag for s in trees for tag in s["upos"]}),
        "xpos": sorted({tag for s in trees for tag in s["xpos"]}),
        "deprels": sorted({tag for s in trees for tag in s["deprels"]}),
    }
    counts = Counter()
    sources = {path.name: lambda path=path: raw_sentences(path) for path in options.text}
    sources[ANNOTATED] = lambda: (s["forms"] for s in training)
    for sentences in sources.values():
        for forms in sentences():
            counts.update(forms)
    annotated = [s["forms"] for s in training] + [s["forms"] for part in development.values() for s in part]
    known = {form for forms in annotated for form in forms}
    ranked = sorted(counts, key=lambda form: (-counts[form], form))
    forms = list(dict.fromkeys([ROOT_FORM, *ranked, *sorted(known)]))
    # The same words as headlines write them, so that training can change the case of a sentence.
    common = ranked[:150_000] + sorted(known)
    forms = list(dict.fromkeys(forms + [case(form) for form in common for case in CASES]))
    number = {form: i for i, form in enumerate(forms)}
    arrays = {}
    seen = set()
    stream, source_of = [], []
    for source, sentences in enumerate(sources.values()):
        for words in sentences():
            key = hash(tuple(words))
            if key in seen:
                continue
            seen.add(key)
            stream.append(np.array([ROOT_NUMBER, *(number[form] for form in words)], dtype=np.int32))
            source_of.append(source)
    raw = np.concatenate(stream)
    print(f"{len(raw) - len(stream)} words of raw text in {len(stream)} sentences, {len(forms)} forms", flush=True)
    arrays["raw"] = packed(raw)
    arrays["raw sources"] = np.array(source_of, dtype=np.uint8)
    arrays["source names"] = np.array(list(sources))
    arrays["forms"] = np.frombuffer("\n".join(forms).encode(), dtype=np.uint8)
    arrays["pieces"] = pieces_of(forms, Tokenizer.from_file(str(options.mpnet / "tokenizer.json")))
    arrays["pieces"][ROOT_NUMBER] = ROOT_PIECES
    arrays["cases"] = np.array(
        [[number[case(form)] for case in CASES] for form in common], dtype=np.int32
    )
    arrays["cased"] = np.array([number[form] for form in common], dtype=np.int32)
    for key in config:
        arrays[key] = np.array(config[key])
    for part, sentences in {"training": training, **development}.items():
        for key, values in columns_of(sentences, config).items():
            if key == "forms":
                values = [number[form] for form in values]
            kind = {"forms": np.int32, "names": np.int64}.get(key, np.int16)
            arrays[f"{part} {key}"] = np.array(values, dtype=kind)
    arrays["training weight"] = np.array([s["weight"] for s in training], dtype=np.float32)
    arrays["training convention"] = np.array([s["convention"] for s in training], dtype=np.int64)
    arrays["training always"] = np.array([s["always"] for s in training])
    np.savez(options.out, **arrays)
    size = sum(len(s["forms"]) for s in training)
    print(f"{len(training)} annotated sentences, {size} words; {len(trees)} trees")


def counts_of(raw, forms):
    """How often each normalized word stands in the raw stream."""
    counts = Counter()
    for form, count in zip(forms, np.bincount(raw, minlength=len(forms)).tolist()):
        if count and form != ROOT_FORM:
            counts[lower(unified(form))] += count
    return counts


class Corpus:
    """What corpus.py wrote, with a word table for each size of network."""

    def __init__(self, path):
        self.arrays = np.load(path)
        self.raw = unpacked(self.arrays["raw"])
        self.sources = self.arrays["raw sources"]
        self.source_names = list(self.arrays["source names"])
        self.piece_counts = (self.arrays["pieces"][:, 1:] != PADDING).sum(1)
        self.forms = self.arrays["forms"].tobytes().decode().split("\n")
        self.tags = {key: list(map(str, self.arrays[key])) for key in ("upos", "xpos", "deprels")}
        self.cases = np.arange(len(self.forms))[:, None].repeat(len(CASES), 1)
        self.cases[self.arrays["cased"]] = self.arrays["cases"]
        cache = path.with_suffix(".keys.npz")
        if not cache.exists():
            chunks = [self.forms[i : i + 20_000] for i in range(0, len(self.forms), 20_000)]
            with Pool() as pool:
                parts = pool.map(keys_of, chunks)
            words = "\n".join(word for normalized, _ in parts for word in normalized)
            np.savez(
                cache.with_suffix(".part.npz"),
                words=np.frombuffer(words.encode(), dtype=np.uint8),
                hashes=np.concatenate([hashes for _, hashes in parts]),
            )
            cache.with_suffix(".part.npz").rename(cache)
        keys = np.load(cache)
        self.normalized = keys["words"].tobytes().decode().split("\n")
        self.hashes = keys["hashes"]

    def frequent_words(self, most):
        """The `most` most frequent normalized words of the raw text."""
        counts = counts_of(self.raw, self.forms)
        return sorted(counts, key=lambda word: (-counts[word], word))[:most]

    def table(self, config):
        """What a network with this `config` reads of all forms: mpnet.pieces_of them, or words.table_of them
        for a word table with the rows of its words from 2 on."""
        if config["encoder"] == "mpnet":
            return self.arrays["pieces"]
        rows = {word: row + 2 for row, word in enumerate(config["words"])}
        table = table_of(self.normalized, self.hashes, rows, config["buckets"])
        table[ROOT_NUMBER] = [ROOT] + [0] * (table.shape[1] - 1)
        return table


if __name__ == "__main__":
    main()
