"""Scores on the development sets, as ../shared/tools/score_conllu.py and score_ner.py count them."""

import numpy as np

from decoding import analyse, name_spans
from examples import annotated
from schedule import log


def universal(deprel):
    return deprel.partition(":")[0]


def tree_score(networks, sentences, deprels):
    """UPOS, UAS, LAS of universal relations and F1 of conj and appos (deprel and head), in percent."""
    coarse = {universal(d): i for i, d in enumerate(deprels)}
    relation = np.array([coarse[universal(d)] for d in deprels])
    right, words = np.zeros(3), 0
    relations = {coarse[d]: np.zeros(3) for d in ("conj", "appos")}  # right, found, gold
    for gold, found in analyse(networks, sentences):
        same_head = gold["heads"] == found.heads
        gold_relation, found_relation = relation[gold["deprels"]], relation[found.deprels]
        good = same_head & (gold_relation == found_relation)
        right += [(gold["upos"] == found.upos).sum(), same_head.sum(), good.sum()]
        words += len(found.heads)
        for key, counts in relations.items():
            is_gold, is_found = gold_relation == key, found_relation == key
            counts += [(good & is_gold).sum(), is_found.sum(), is_gold.sum()]
    scores = [100 * value / words for value in right]
    scores += [200 * r / max(1, f + g) for r, f, g in relations.values()]
    return " / ".join(f"{value:.2f}" for value in scores)


def gold_spans(names):
    """(begin, end, kind) of corpus.read_gold_names."""
    spans, begin = set(), None
    for i, name in enumerate([*names, 0]):
        if begin is not None and (name == 0 or name % 2 == 1):
            spans.add((begin, i, names[begin] // 2))
            begin = None
        if name % 2 == 1:
            begin = i
    return spans


def name_score(networks, sentences, outside):
    right = found = gold = 0
    for wanted, analysis in analyse(networks, sentences, outside=outside):
        spans = gold_spans(wanted["names"].tolist())
        named = {span for span in name_spans(analysis.names) if span[2] < 3}
        right, found, gold = right + len(named & spans), found + len(named), gold + len(spans)
    return f"{100 * right / max(1, found):.1f}/{100 * right / gold:.1f}/{200 * right / (found + gold):.1f}"


def check(networks, corpus, device, outside=(0.0, 0.8)):
    """Log the scores on the development sets; names with each value of `outside` for "no name"."""
    for network in networks:
        network.eval()
    parts = {key: annotated(corpus, key, device) for key in ("ewt", "gum", "uner", "wikigold")}
    trees = "; ".join(f"{key} {tree_score(networks, parts[key], corpus.tags['deprels'])}" for key in ("ewt", "gum"))
    log(f"UPOS / UAS / LAS / conj / appos: {trees}")
    for value in outside:
        names = "; ".join(f"{key} {name_score(networks, parts[key], value)}" for key in ("uner", "wikigold"))
        log(f"names P/R/F, {value} for none: {names}")
    for network in networks:
        network.train()
