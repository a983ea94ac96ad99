"""Input vectors of words: a row of the word table, and the sum of hashed subwords."""

import torch
from torch import nn
from torch.nn import functional

from words import ROOT, UNKNOWN


class Inputs(nn.Module):
    """`table`: words.table_of all forms of the corpus."""

    def __init__(self, table, words, buckets, size, scale=0.1):
        super().__init__()
        self.words = nn.Parameter(scale * torch.randn(words, size))
        self.subwords = nn.Parameter(scale * torch.randn(buckets, size))
        self.table = table

    def forward(self, forms, word_drop=None, subword_drop=None):
        """Word vectors and sums of subword vectors [*forms.shape, size] of form numbers; with drops
        some words lose their row, so that unknown words are met in training, or their subwords. A drop
        is a share, or shares that spread over `forms`."""
        entries = self.table[forms]
        rows, buckets = entries[..., 0], entries[..., 1:]
        if word_drop is not None:
            dropped = (torch.rand(forms.shape, device=forms.device) < word_drop) & (rows != ROOT)
            rows = torch.where(dropped, UNKNOWN, rows)
        if subword_drop is not None:
            dropped = torch.rand(forms.shape, device=forms.device) < subword_drop
            buckets = torch.where(dropped.unsqueeze(-1), 0, buckets)
        sums = functional.embedding_bag(
            buckets.reshape(-1, buckets.shape[-1]), self.subwords, mode="sum", padding_idx=0
        )
        return functional.embedding(rows, self.words), sums.view(*forms.shape, -1)
