"""The teacher: a biaffine dependency parser (Dozat and Manning, 2017) that also tags.

Words come in as a learned vector of the lower-cased form, a vector learned from raw text, and the
sum of hashed prefixes, suffixes and shape. Bidirectional LSTMs read the sentence; linear layers on
them choose UPOS and XPOS; a biaffine form scores each pair of words as an arc. The form that names
the relation is of low rank (a diagonal one for each relation): as good here, and cheap.
"""

import re
import zlib
from collections import Counter

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from lstm import BidirectionalLayer

HASHES = 14  # subword features of a word
BUCKETS = 25_000
VECTOR_SIZE = 100
UNKNOWN = 1
ROOT_FORM = "<root>"


def normalized(form):
    return re.sub(r"[0-9]", "0", form.lower())


def shape(form):
    """Xx0- form of a word, runs cut to two: "Apple" -> "Xxx", "1,000" -> "0,00"."""
    kinds = "".join(
        "X" if c.isupper() else "x" if c.islower() else "0" if c.isdigit() else c for c in form
    )
    return re.sub(r"(.)\1{2,}", r"\1\1", kinds)


def subword_hashes(form):
    """Buckets of the form, its shape, prefixes up to 4 and suffixes up to 6 letters; 0 is none."""
    low = normalized(form)
    parts = ["w" + form, "s" + shape(form)]
    parts += ["p" + low[:n] for n in range(1, 5) if n <= len(low)]
    parts += ["e" + low[-n:] for n in range(1, 7) if n <= len(low)]
    if "-" in form or "." in form:
        parts.append("m" + re.sub(r"\w+", "x", low))
    hashes = [1 + zlib.crc32(part.encode()) % (BUCKETS - 1) for part in parts[:HASHES]]
    return hashes + [0] * (HASHES - len(hashes))


class Vocabulary:
    """Numbers for words, tags and relations of the training treebanks."""

    def __init__(self, sentences, vector_words):
        words = Counter(normalized(form) for s in sentences for form in s.forms)
        known = ["<none>", "<unknown>", ROOT_FORM] + sorted(w for w, n in words.items() if n >= 2)
        self.words = {word: i for i, word in enumerate(known)}
        self.vector_words = {word: i + 2 for i, word in enumerate(vector_words)}
        self.upos = sorted({tag for s in sentences for tag in s.upos})
        self.xpos = sorted({tag for s in sentences for tag in s.xpos})
        counts = Counter(deprel for s in sentences for deprel in s.deprels)
        self.deprels = sorted(counts)
        self.forms = {}
        self.table = np.zeros((1 << 15, 2 + HASHES), dtype=np.int64)

    def form_row(self, form):
        """The row of `form` in the table that `lookup` returns."""
        row = self.forms.get(form)
        if row is None:
            row = self.forms[form] = len(self.forms)
            if row == len(self.table):
                self.table = np.concatenate([self.table, np.zeros_like(self.table)])
            low = normalized(form)
            known = [self.words.get(low, UNKNOWN), self.vector_words.get(low, UNKNOWN)]
            self.table[row] = known + subword_hashes(form)
        return row

    def lookup(self):
        """For each form seen so far its word, its vector and its subword buckets."""
        return torch.from_numpy(self.table)


def read_vectors(path):
    """Words and their vectors, each scaled to the length of a unit-variance vector."""
    words, rows = [], []
    with open(path, encoding="utf-8", errors="replace") as file:
        next(file)
        for line in file:
            word, *values = line.rstrip("\n").split(" ")
            words.append(word)
            rows.append(np.array(values, dtype=np.float32))
    matrix = np.stack(rows)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-6
    return words, matrix * np.sqrt(VECTOR_SIZE).astype(np.float32)


class SharedDropout(nn.Module):
    """Drops the same coordinates at all words of a sentence (Gal and Ghahramani, 2016)."""

    def __init__(self, share, word_dimension):
        super().__init__()
        self.share = share
        self.word_dimension = word_dimension

    def forward(self, x):
        if not self.training:
            return x
        size = list(x.shape)
        size[self.word_dimension] = 1
        mask = torch.bernoulli(torch.full(size, 1 - self.share)).to(x.dtype)
        return x * mask / (1 - self.share)


def turned_positions(lengths, width):
    """For each sentence its positions from last to first; padding stays where it is."""
    positions = torch.arange(width).expand(len(lengths), -1)
    from_end = lengths.unsqueeze(1) - 1 - positions
    return torch.where(from_end >= 0, from_end, positions)


class Teacher(nn.Module):
    def __init__(self, vocabulary, vectors, hidden=256, layers=2, arc_size=400, label_size=256):
        super().__init__()
        self.word = nn.Embedding(len(vocabulary.words), VECTOR_SIZE, padding_idx=0)
        nn.init.normal_(self.word.weight, std=0.1)
        table = torch.zeros(len(vectors) + 2, VECTOR_SIZE)
        table[2:] = torch.from_numpy(vectors)
        self.vector = nn.Embedding.from_pretrained(table, freeze=True)
        self.vector_projection = nn.Linear(VECTOR_SIZE, VECTOR_SIZE, bias=False)
        self.subword = nn.EmbeddingBag(BUCKETS, VECTOR_SIZE, mode="sum", padding_idx=0)
        nn.init.normal_(self.subword.weight, std=0.1)
        sizes = [3 * VECTOR_SIZE] + [2 * hidden] * (layers - 1)
        self.layers = nn.ModuleList(BidirectionalLayer(size, hidden) for size in sizes)
        self.time_dropout = SharedDropout(0.33, word_dimension=0)  # [word, sentence, value]
        self.dropout = SharedDropout(0.33, word_dimension=1)  # [sentence, word, value]
        self.tag_hidden = nn.Linear(2 * hidden, 200)
        self.upos = nn.Linear(200, len(vocabulary.upos))
        self.xpos = nn.Linear(200, len(vocabulary.xpos))
        self.arc_child = nn.Linear(2 * hidden, arc_size)
        self.arc_head = nn.Linear(2 * hidden, arc_size)
        self.arc_form = nn.Parameter(torch.zeros(arc_size + 1, arc_size))
        self.label_child = nn.Linear(2 * hidden, label_size)
        self.label_head = nn.Linear(2 * hidden, label_size)
        self.label = nn.Linear(3 * label_size, len(vocabulary.deprels))
        nn.init.normal_(self.arc_form, std=0.01)

    def embed(self, lookup, forms):
        rows = lookup[forms]
        words, vectors, hashes = rows[..., 0], rows[..., 1], rows[..., 2:]
        if self.training:  # unseen words must be met in training: each source fails now and then
            words = torch.where(torch.rand(words.shape) < 0.25, UNKNOWN, words)
            vectors = torch.where(torch.rand(words.shape) < 0.1, UNKNOWN, vectors)
        subwords = self.subword(hashes.reshape(-1, HASHES)).reshape(*forms.shape, VECTOR_SIZE)
        if self.training:
            subwords = subwords * (torch.rand(*forms.shape, 1) > 0.1)
        return torch.cat(
            [self.word(words), self.vector_projection(self.vector(vectors)), subwords], dim=2
        )

    def forward(self, lookup, forms, lengths):
        """Scores of a batch of sentences; `forms` has the root at position 0 of each.

        Returns UPOS and XPOS scores, arc scores [sentence, child, head], and the words as children
        and heads for `label_scores`.
        """
        turned = turned_positions(lengths, forms.shape[1]).T.contiguous()
        x = self.time_dropout(self.embed(lookup, forms.T.contiguous()))
        for layer in self.layers:
            x = self.time_dropout(layer(x, turned))
        x = x.transpose(0, 1).contiguous()
        tags = functional.leaky_relu(self.tag_hidden(x), 0.1)

        def reduce(linear):
            return self.dropout(functional.leaky_relu(linear(x), 0.1))

        child = functional.pad(reduce(self.arc_child), (0, 1), value=1.0)
        arcs = child @ self.arc_form @ reduce(self.arc_head).transpose(1, 2)
        valid = torch.arange(forms.shape[1]) < lengths.unsqueeze(1)
        arcs = arcs.masked_fill(~valid.unsqueeze(1), -1e4)
        return (
            self.upos(tags),
            self.xpos(tags),
            arcs,
            reduce(self.label_child),
            reduce(self.label_head),
        )

    def label_scores(self, child, head, heads):
        """Scores of the relations between each child and its head in `heads`."""
        chosen = head.gather(1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.label(torch.cat([child * chosen, child, chosen], dim=2))
