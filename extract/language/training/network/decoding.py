"""From scores to analyses: with one network, or with several whose probabilities are averaged."""

from dataclasses import dataclass

import numpy as np
import torch

from examples import Batch, batched
from tree import decode


@dataclass
class Analysis:
    """Class numbers of each word; heads are 1-based, 0 is the root; certainties in [0, 1]."""

    upos: np.ndarray
    xpos: np.ndarray
    heads: np.ndarray
    deprels: np.ndarray
    names: np.ndarray
    arc_certainty: np.ndarray
    label_certainty: np.ndarray
    tag_certainty: np.ndarray
    name_certainty: np.ndarray


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
def analyse_batch(networks, lexicon, examples):
    """`networks`: pairs of Network and Inputs."""
    batch = Batch(examples, lexicon)
    results, total = [], None
    for network, inputs in networks:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            result = network(inputs.look_up(batch.forms).detach(), batch.lengths)
        results.append(result)
        part = {key: torch.softmax(result[key].float(), dim=2) for key in ("upos", "xpos", "names", "arcs")}
        total = part if total is None else {key: total[key] + part[key] for key in part}
    mean = {key: (values / len(networks)).numpy() for key, values in total.items()}
    arcs = np.log(mean["arcs"] + 1e-12)
    trees = np.zeros(batch.forms.T.shape, dtype=np.int64)
    for row, example in enumerate(examples):
        size = len(example) + 1
        trees[row, :size] = decode(arcs[row, :size, :size])
    labels = 0
    for (network, _), result in zip(networks, results):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network.label_scores(result, torch.from_numpy(trees))
        labels = labels + torch.softmax(scores.float(), dim=2).numpy()
    is_root = np.array([deprel == "root" for deprel in networks[0][0].config["deprels"]])
    labels = labels / len(networks) * np.where((trees == 0)[:, :, None], is_root, ~is_root)
    for row, example in enumerate(examples):
        words = slice(1, len(example) + 1)
        heads = trees[row, words]
        names = np.log(mean["names"][row, words] + 1e-12)
        chosen = best_names(names)
        yield Analysis(
            upos=mean["upos"][row, words].argmax(axis=1),
            xpos=mean["xpos"][row, words].argmax(axis=1),
            heads=heads,
            deprels=labels[row, words].argmax(axis=1),
            names=chosen,
            arc_certainty=mean["arcs"][row, words][np.arange(len(heads)), heads],
            label_certainty=labels[row, words].max(axis=1),
            tag_certainty=mean["xpos"][row, words].max(axis=1),
            name_certainty=mean["names"][row, words][np.arange(len(heads)), chosen],
        )


def analyse(networks, lexicon, examples, batch_words=6000):
    """The analyses in the order of `examples`."""
    for network, _ in networks:
        network.eval()
    places = {id(example): i for i, example in enumerate(examples)}
    results = [None] * len(examples)
    for batch in batched(examples, batch_words):
        for example, analysis in zip(batch, analyse_batch(networks, lexicon, batch)):
            results[places[id(example)]] = analysis
    return results


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
