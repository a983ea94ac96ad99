"""From scores to analyses: with one network, or with several whose probabilities are averaged."""

from dataclasses import dataclass

import numpy as np
import torch

from examples import batches
from tree import decode


@dataclass
class Analysis:
    """Class numbers of each word; heads are 1-based, 0 is the root."""

    upos: np.ndarray
    heads: np.ndarray
    deprels: np.ndarray
    names: np.ndarray


def legal_name_successions(labels):
    """[label, next]: whether `next` may follow; 0 is outside, then begin, inside, last, unit of each type."""
    legal = np.zeros((labels, labels), dtype=bool)
    for label in range(labels):
        is_open = label > 0 and (label - 1) % 4 in (0, 1)
        for following in range(labels):
            goes_on = following > 0 and (following - 1) % 4 in (1, 2)
            same_type = label > 0 and following > 0 and (label - 1) // 4 == (following - 1) // 4
            legal[label, following] = goes_on and same_type if is_open else not goes_on
    return legal


def best_names(logs):
    """The most probable legal sequence of labels; logs [word, label]."""
    size, labels = logs.shape
    barrier = np.where(legal_name_successions(labels), 0.0, -1e9)
    best = logs[0] + barrier[0]  # as behind a word outside
    back = np.zeros((size, labels), dtype=np.int64)
    for i in range(1, size):
        paths = best[:, None] + barrier
        back[i] = paths.argmax(axis=0)
        best = paths.max(axis=0) + logs[i]
    best = best + barrier[:, 0]  # no name stays open
    label = int(best.argmax())
    result = np.zeros(size, dtype=np.int64)
    for i in range(size - 1, -1, -1):
        result[i] = label
        label = back[i, label]
    return result


@torch.no_grad()
def analyse_batch(networks, batch, outside=0.0):
    """The analyses of a batch; `outside` is added to the score of "no name"."""
    device = batch.forms.device
    results, total = [], None
    for network in networks:
        with torch.autocast(device.type, dtype=torch.bfloat16):
            result = network(batch.forms, batch.lengths)
        result["names"] = result["names"].float()
        result["names"][:, :, 0] += outside
        results.append(result)
        part = {key: torch.softmax(result[key].float(), dim=2) for key in ("upos", "xpos", "names", "arcs")}
        total = part if total is None else {key: total[key] + part[key] for key in part}
    mean = {key: (values / len(networks)).cpu().numpy() for key, values in total.items()}
    arcs = np.log(mean["arcs"] + 1e-12)
    lengths = batch.lengths.tolist()
    trees = np.zeros(batch.forms.shape, dtype=np.int64)
    for row, size in enumerate(lengths):
        trees[row, :size] = decode(arcs[row, :size, :size])
    labels = 0
    for network, result in zip(networks, results):
        with torch.autocast(device.type, dtype=torch.bfloat16):
            scores = network.label_scores(result, torch.from_numpy(trees).to(device))
        labels = labels + torch.softmax(scores.float(), dim=2).cpu().numpy()
    is_root = np.array([deprel == "root" for deprel in networks[0].config["deprels"]])
    labels = labels / len(networks) * np.where((trees == 0)[:, :, None], is_root, ~is_root)
    for row, size in enumerate(lengths):
        words = slice(1, size)
        yield Analysis(
            upos=mean["upos"][row, words].argmax(axis=1),
            heads=trees[row, words],
            deprels=labels[row, words].argmax(axis=1),
            names=best_names(np.log(mean["names"][row, words] + 1e-12)),
        )


def analyse(networks, sentences, outside=0.0, batch_words=12000):
    """Pairs of the sentence's own columns (arrays of its words) and its analysis."""
    for chosen in batches(sentences.lengths, np.arange(len(sentences)), batch_words):
        batch = sentences.batch(chosen)
        columns = {key: getattr(batch, key).cpu().numpy() for key in sentences.columns}
        for row, analysis in enumerate(analyse_batch(networks, batch, outside)):
            size = len(analysis.heads) + 1
            yield {key: values[row, 1:size] for key, values in columns.items()}, analysis


def name_spans(labels):
    """(begin, end, type) of a legal sequence of labels."""
    spans, begin = [], 0
    for i, label in enumerate(labels):
        if label == 0:
            continue
        place, kind = (label - 1) % 4, (label - 1) // 4
        if place in (0, 3):
            begin = i
        if place in (2, 3):
            spans.append((begin, i + 1, int(kind)))
    return spans
