"""Embedding tables of which a step touches few rows: Adam on these rows alone."""

import numpy as np
import torch


class RowTable:
    """A table of vectors in memory that all training processes share."""

    def __init__(self, weight):
        self.weight = weight.share_memory_()
        self.first = torch.zeros_like(weight).share_memory_()
        self.second = torch.zeros_like(weight).share_memory_()

    def tensors(self):
        return self.weight, self.first, self.second

    def take(self, rows):
        """A leaf with the vectors of `rows` (distinct); give it to `learn` behind backward()."""
        return self.weight[rows].requires_grad_()

    def learn(self, rows, leaf, rate, betas=(0.9, 0.99)):
        """One step of Adam without correction of its start: the rate warms up instead."""
        grad = leaf.grad
        if grad is None:
            return
        first = self.first[rows].lerp_(grad, 1 - betas[0])
        second = self.second[rows].mul_(betas[1]).addcmul_(grad, grad, value=1 - betas[1])
        self.first[rows] = first
        self.second[rows] = second
        self.weight[rows] = leaf.detach() - rate * first / (second.sqrt() + 1e-6)


class Inputs:
    """Input vectors [word ; sum of subwords] of a batch of form numbers."""

    def __init__(self, words, subwords, lexicon):
        self.words, self.subwords, self.lexicon = words, subwords, lexicon

    def look_up(self, forms, generator=None, word_drop=0.0, subword_drop=0.0):
        """Vectors [*forms.shape, size]; with drops, some words lose their row or their subwords."""
        keys = forms.astype(np.int64) * 4
        if generator is not None:
            keys += generator.random(forms.shape) < word_drop
            keys += 2 * (generator.random(forms.shape) < subword_drop)
        distinct, inverse = np.unique(keys, return_inverse=True)
        table = self.lexicon.table[distinct >> 2]
        words = np.where((distinct & 1) & (table[:, 0] != 1), 0, table[:, 0])
        buckets = np.where((distinct & 2)[:, None] != 0, 0, table[:, 1:])
        self.word_rows, word_places = np.unique(words, return_inverse=True)
        self.subword_rows, subword_places = np.unique(np.append(buckets, 0), return_inverse=True)
        self.word_leaf = self.words.take(torch.from_numpy(self.word_rows))
        self.subword_leaf = self.subwords.take(torch.from_numpy(self.subword_rows))
        sums = torch.nn.functional.embedding_bag(
            torch.from_numpy(subword_places[:-1].reshape(buckets.shape)),
            self.subword_leaf, mode="sum", padding_idx=0,
        )  # fmt: skip
        vectors = torch.cat([self.word_leaf[torch.from_numpy(word_places)], sums], dim=1)
        return vectors[torch.from_numpy(inverse.reshape(forms.shape))]

    def learn(self, rate):
        self.words.learn(torch.from_numpy(self.word_rows), self.word_leaf, rate)
        self.subwords.learn(torch.from_numpy(self.subword_rows), self.subword_leaf, rate)
