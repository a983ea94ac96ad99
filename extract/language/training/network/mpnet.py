"""MPNet (Song et al., 2020), the pretrained encoder of the teacher: words in, a state for each word out.

Its pieces are of small letters, so each word brings the kind of its capitals along (CASES). A word's state is
that of its first piece.
"""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 104  # pieces
MOST_PIECES = 8  # of a word; what is behind them is not read
CASES = ("small", "capital first", "capitals", "one capital", "mixed", "digits", "no letter")
ROOT_PIECES = [6, BEGIN] + [PADDING] * (MOST_PIECES - 1)
BUCKETS, FARTHEST = 32, 128  # of distances between pieces


def case_of(form):
    """The number of the kind of capitals in `form`."""
    if any(c.isdigit() for c in form):
        return 5
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 6
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 0
    if upper == len(letters):
        return 3 if upper == 1 else 2
    return 1 if upper == 1 and form[0].isupper() else 4


def pieces_of(forms, tokenizer, chunk=50_000):
    """[form, 1 + MOST_PIECES]: the kind of capitals and the pieces of each form, PADDING behind them;
    `tokenizer` of the library tokenizers."""
    tokenizer.no_padding()
    tokenizer.no_truncation()
    table = np.full((len(forms), 1 + MOST_PIECES), PADDING, dtype=np.int16)
    for begin in range(0, len(forms), chunk):
        part = forms[begin : begin + chunk]
        encodings = tokenizer.encode_batch_fast(part, add_special_tokens=False)
        for row, (form, encoding) in enumerate(zip(part, encodings), begin):
            # A form that reads "<pad>" is no padding.
            ids = [UNKNOWN if id <= END else id for id in encoding.ids[:MOST_PIECES]] or [UNKNOWN]
            table[row, 0] = case_of(form)
            table[row, 1 : 1 + len(ids)] = ids
    return table


class Pieces(nn.Module):
    """`table`: pieces_of all forms of the corpus, ROOT_PIECES for the root."""

    def __init__(self, table):
        super().__init__()
        self.table = table

    def forward(self, forms, *drops):
        """Kinds of capitals [sentence, word] and pieces [sentence, word, MOST_PIECES] of form numbers."""
        entries = self.table[forms]
        return entries[..., 0].long(), entries[..., 1:].long()


def distance_buckets(size, device):
    """[from, to]: the bucket of the distance between two pieces."""
    places = torch.arange(size, device=device)
    distance = places[:, None] - places[None, :]  # back
    half = BUCKETS // 2
    exact = half // 2
    far = distance.abs().clamp(min=1)
    logarithmic = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    near = torch.where(far < exact, far, logarithmic.clamp(max=half - 1))
    return torch.where(distance == 0, 0, near) + half * (distance < 0)


class Layer(nn.Module):
    def __init__(self, size, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.attention = nn.Linear(size, 3 * size)
        self.attended = nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.attention_norm, self.norm = nn.LayerNorm(size, eps=1e-5), nn.LayerNorm(size, eps=1e-5)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        """x [sentence, piece, size]; bias of attention [sentence, head, piece, piece]."""
        batch, pieces, size = x.shape
        parts = self.attention(x).view(batch, pieces, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        y = functional.scaled_dot_product_attention(*parts, attn_mask=bias.to(parts.dtype))
        x = self.attention_norm(x + self.dropout(self.attended(y.transpose(1, 2).reshape(batch, pieces, size))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Mpnet(nn.Module):
    """`config`: "mpnet", the encoder's own config.json."""

    def __init__(self, config, dropout=0.1):
        super().__init__()
        own = config["mpnet"]
        self.size = own["hidden_size"]
        self.pieces = nn.Embedding(own["vocab_size"], self.size)
        self.positions = nn.Embedding(own["max_position_embeddings"], self.size)
        self.cases = nn.Embedding(len(CASES), self.size)
        nn.init.zeros_(self.cases.weight)
        self.input_norm = nn.LayerNorm(self.size, eps=1e-5)
        self.distances = nn.Embedding(BUCKETS, own["num_attention_heads"])
        self.layers = nn.ModuleList(
            Layer(self.size, own["num_attention_heads"], own["intermediate_size"], dropout)
            for _ in range(own["num_hidden_layers"])
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, words, lengths, quantise=False, width=None):
        """States [sentence, word, size]. `width`: of the longest sentence in pieces, END counted; without
        it the device is asked, which waits for it."""
        cases, pieces = words
        inside = torch.arange(cases.shape[1], device=cases.device) < lengths.unsqueeze(1)
        there = (pieces != PADDING) & inside.unsqueeze(2)
        counts = there.sum(2)
        ends = counts.cumsum(1)
        starts = ends - counts
        if width is None:
            width = int(ends[:, -1].max()) + 1
        width = min(-(-width // 8) * 8, self.positions.num_embeddings - PADDING - 1)
        place = starts.unsqueeze(2) + torch.arange(MOST_PIECES, device=cases.device)
        place = torch.where(there & (place < width - 1), place, width).flatten(1)  # what is not there: one too far
        line = pieces.new_full((len(pieces), width + 1), PADDING)
        line.scatter_(1, place, pieces.flatten(1))
        kinds = torch.zeros_like(line)
        kinds.scatter_(1, place, cases.unsqueeze(2).expand_as(pieces).flatten(1))
        line.scatter_(1, ends[:, -1:].clamp(max=width - 1), END)
        line, kinds = line[:, :width], kinds[:, :width]
        read = line != PADDING
        positions = PADDING + 1 + torch.arange(width, device=cases.device)
        x = self.pieces(line) + self.positions(positions) + self.cases(kinds)
        x = self.dropout(self.input_norm(x))
        near = self.distances(distance_buckets(width, cases.device)).permute(2, 0, 1)
        bias = near.to(torch.bfloat16 if x.is_cuda else x.dtype).unsqueeze(0)
        bias = bias.masked_fill(~read[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, bias)
        first = torch.where(inside, starts, 0).clamp(max=width - 1)
        return x.gather(1, first.unsqueeze(2).expand(-1, -1, x.shape[2]))


def renamed(tensors):
    """The pretrained weights, by their names here."""
    result = {
        "pieces.weight": tensors["embeddings.word_embeddings.weight"],
        "positions.weight": tensors["embeddings.position_embeddings.weight"],
        "input_norm.weight": tensors["embeddings.LayerNorm.weight"],
        "input_norm.bias": tensors["embeddings.LayerNorm.bias"],
        "distances.weight": tensors["encoder.relative_attention_bias.weight"],
    }
    places = {
        "attention.attn.o": "attended", "attention.LayerNorm": "attention_norm",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm",
    }  # fmt: skip
    for key, value in tensors.items():
        parts = key.split(".")
        if parts[:2] != ["encoder", "layer"]:
            continue
        number, place, kind = parts[2], ".".join(parts[3:-1]), parts[-1]
        if place in places:
            result[f"layers.{number}.{places[place]}.{kind}"] = value
        elif place == "attention.attn.q":
            own = [tensors[f"encoder.layer.{number}.attention.attn.{part}.{kind}"] for part in "qkv"]
            result[f"layers.{number}.attention.{kind}"] = torch.cat(own)
    return result
