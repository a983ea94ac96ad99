"""Sentences on the device, and batches of them."""

from dataclasses import dataclass

import numpy as np
import torch

from corpus import COLUMNS, ROOT_NUMBER


@dataclass
class Batch:
    """Padded tensors [sentence, word] with the root at 0. `names`: bit k set where label k may be right, 0
    where nothing is known; the others: -1 there."""

    forms: torch.Tensor
    lengths: torch.Tensor  # with the root
    upos: torch.Tensor = None
    xpos: torch.Tensor = None
    heads: torch.Tensor = None
    deprels: torch.Tensor = None
    names: torch.Tensor = None
    weights: torch.Tensor = None  # of the names, by sentence
    conventions: torch.Tensor = None  # of what is a name, by sentence (name_data.CONVENTIONS)
    width: int = None  # of the longest sentence in pieces (mpnet.py)


class Sentences:
    """Sentences as flat columns in which each begins with its root (corpus.py)."""

    def __init__(self, columns, device, pieces, weights=None, conventions=None):
        """`columns`: arrays by name, "forms" among them; `pieces`: how many each form has."""
        starts = np.flatnonzero(columns["forms"] == ROOT_NUMBER)
        self.lengths = np.diff(np.append(starts, len(columns["forms"])))  # with the root
        self.starts = torch.from_numpy(starts).to(device)
        self.sizes = torch.from_numpy(self.lengths).to(device)
        self.columns = {
            key: torch.from_numpy(values.astype(np.int64 if key == "names" else np.int32)).to(device)
            for key, values in columns.items()
        }
        self.widths = np.add.reduceat(pieces[columns["forms"]], starts) + 1
        self.weights = None if weights is None else torch.from_numpy(weights).to(device)
        self.conventions = None if conventions is None else torch.from_numpy(conventions).to(device)

    def __len__(self):
        return len(self.lengths)

    def batch(self, chosen):
        """The sentences with the numbers `chosen`."""
        longest, width = int(self.lengths[chosen].max()), int(self.widths[chosen].max())
        device = self.starts.device
        chosen = torch.from_numpy(chosen)
        if device.type == "cuda":  # a copy from pinned memory does not wait for what the device is still at
            chosen = chosen.pin_memory()
        chosen = chosen.to(device, non_blocking=True)
        lengths = self.sizes[chosen]
        place = torch.arange(longest, device=device)
        inside = place < lengths.unsqueeze(1)
        at = torch.where(inside, self.starts[chosen].unsqueeze(1) + place, 0)
        missing = {"forms": ROOT_NUMBER, "names": 0}  # the root is harmless as padding
        padded = {
            key: torch.where(inside, values[at].long(), missing.get(key, -1))
            for key, values in self.columns.items()
        }
        of_sentences = {
            key: None if values is None else values[chosen]
            for key, values in (("weights", self.weights), ("conventions", self.conventions))
        }
        return Batch(lengths=lengths, width=width, **of_sentences, **padded)


def annotated(corpus, part, device):
    """The annotated sentences of a part of the corpus."""
    columns = {key: corpus.arrays[f"{part} {key}"] for key in ("forms", *COLUMNS)}
    keys = ("training weight", "training convention") if part == "training" else ()
    return Sentences(columns, device, corpus.piece_counts, *(corpus.arrays[key] for key in keys))


def batches(lengths, chosen, words, generator=None):
    """Arrays of sentence numbers with at most about `words` words each, padding counted.

    With a generator they differ from call to call and come in random order; without, from short to
    long sentences.
    """
    keys = lengths[chosen].astype(np.float64)
    if generator is not None:
        keys += generator.uniform(-1.5, 1.5, len(chosen))
    ordered = chosen[np.argsort(keys, kind="stable")]
    sizes = np.maximum.accumulate(lengths[ordered])
    result, begin = [], 0
    while begin < len(ordered):
        # The longest run whose width times its size fits.
        most = max(1, words // max(1, int(sizes[begin])))
        end = min(len(ordered), begin + most)
        while end > begin + 1 and sizes[end - 1] * (end - begin) > words:
            end = begin + max(1, min(end - begin - 1, words // int(sizes[end - 1])))
        result.append(ordered[begin:end])
        begin = end
    if generator is not None:
        generator.shuffle(order := np.arange(len(result)))
        result = [result[i] for i in order]
    return result
