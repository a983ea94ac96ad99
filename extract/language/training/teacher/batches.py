"""Batches of sentences of like length."""

import random

import numpy as np
import torch

from model import ROOT_FORM


class Batch:
    """Sentences as padded tensors; position 0 is the root."""

    def __init__(self, sentences, vocabulary, with_gold):
        self.sentences = sentences
        self.lengths = torch.tensor([len(s) + 1 for s in sentences])
        shape = (len(sentences), int(self.lengths.max()))
        forms = np.zeros(shape, dtype=np.int64)
        for row, sentence in zip(forms, sentences):
            row[: len(sentence) + 1] = [vocabulary.form_row(f) for f in [ROOT_FORM] + sentence.forms]
        self.forms = torch.from_numpy(forms)
        if not with_gold:
            return
        upos = {tag: i for i, tag in enumerate(vocabulary.upos)}
        xpos = {tag: i for i, tag in enumerate(vocabulary.xpos)}
        deprels = {deprel: i for i, deprel in enumerate(vocabulary.deprels)}

        def padded(columns):
            gold = np.full(shape, -1, dtype=np.int64)
            for row, column in zip(gold, columns):
                row[1 : len(column) + 1] = column
            return torch.from_numpy(gold)

        self.heads = padded(s.heads for s in sentences)
        self.upos = padded([upos.get(t, -1) for t in s.upos] for s in sentences)
        self.xpos = padded([xpos.get(t, -1) for t in s.xpos] for s in sentences)
        self.deprels = padded([deprels.get(d, -1) for d in s.deprels] for s in sentences)


def batched(sentences, words, seed=None):
    """Lists of sentences with at most about `words` words, padding counted.

    With a seed the lists differ from seed to seed and come in random order; without, they come
    from short to long sentences.
    """
    noise = random.Random(seed)
    keys = [len(s) + (noise.uniform(-1.5, 1.5) if seed is not None else 0) for s in sentences]
    batches, batch, longest = [], [], 0
    for i in sorted(range(len(sentences)), key=keys.__getitem__):
        longest = max(longest, len(sentences[i]) + 1)
        if batch and longest * (len(batch) + 1) > words:
            batches.append(batch)
            batch, longest = [], len(sentences[i]) + 1
        batch.append(sentences[i])
    batches.append(batch)
    if seed is not None:
        noise.shuffle(batches)
    return batches
