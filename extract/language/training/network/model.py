"""The networks: tags, dependency tree and names of a sentence from one reading.

An encoder reads the words: in the network that is shipped a bidirectional LSTM over word and subword vectors
(inputs.py), in its teacher a pretrained transformer (mpnet.py). On the last states stand a tagger, a name labeller and a biaffine parser
(Dozat and Manning, 2017) whose form that names the relation is of low rank (a diagonal one for each
relation). extract/language/neural/ computes the shipped network with 8-bit weights.
"""

import torch
from torch import nn
from torch.nn import functional

from inputs import Inputs
from lstm import BidirectionalLayer
from mpnet import Mpnet, Pieces
from name_data import CONVENTIONS

LEVELS = 63  # of a weight: twice 255 * 63 fits into 16 bits, so that sums of products saturate nowhere


def quantised(weights, dimension):
    """`weights` rounded to 2 * LEVELS + 1 values, one scale for each output; gradients pass through.

    `dimension` is that of the inputs.
    """
    scale = weights.detach().abs().amax(dimension, keepdim=True) / LEVELS + 1e-12
    return weights + ((weights / scale).round() * scale - weights).detach()


class SharedDropout(nn.Module):
    """Drops the same coordinates at all words of a sentence (Gal and Ghahramani, 2016); x [sentence,
    word, value]."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


def turned_positions(lengths, width):
    """For each sentence its positions from last to first; padding stays where it is. [time, sentence]"""
    positions = torch.arange(width, device=lengths.device).unsqueeze(1).expand(-1, len(lengths))
    from_end = lengths.unsqueeze(0) - 1 - positions
    return torch.where(from_end >= 0, from_end, positions)


class LstmEncoder(nn.Module):
    """`config`: word_size and hidden, the sizes of the layers."""

    def __init__(self, config, dropout):
        super().__init__()
        sizes = [2 * config["word_size"]] + [2 * size for size in config["hidden"]]
        self.layers = nn.ModuleList(
            BidirectionalLayer(size, hidden) for size, hidden in zip(sizes, config["hidden"])
        )
        self.size = sizes[-1]
        self.dropout = SharedDropout(dropout)

    def forward(self, vectors, lengths, quantise=False, width=None):
        """States [sentence, word, size] of word and subword vectors [sentence, word, word_size]."""
        x = torch.cat(vectors, dim=2)
        turned = turned_positions(lengths, x.shape[1])
        weights = (lambda w: quantised(w, 1)) if quantise else (lambda w: w)
        x = self.dropout(x)
        for layer in self.layers:
            x = self.dropout(layer(x.transpose(0, 1), turned, weights).transpose(0, 1))
        return x.contiguous()


class Head(nn.Linear):
    """A linear layer on the last states, and a leaky rectifier behind it."""

    def forward(self, x, quantise=False, added=0):
        weight = quantised(self.weight, 1) if quantise else self.weight
        return functional.leaky_relu(functional.linear(x, weight, self.bias) + added, 0.1)


class Network(nn.Module):
    """`config`: encoder ("lstm", with words (of the word table), buckets, word_size and hidden, or "mpnet"),
    tag_size, name_size, arc_size, label_size, name_labels and the lists upos, xpos, deprels.

    `table`: Corpus.table of this config. A teacher knows the conventions of the name corpora apart.
    """

    def __init__(self, config, table, dropout=0.33, encoder_dropout=None):
        super().__init__()
        self.config = config
        self.quantise = False
        encoder_dropout = dropout if encoder_dropout is None else encoder_dropout
        self.conventions = None
        if config["encoder"] == "mpnet":
            self.inputs, self.encoder = Pieces(table), Mpnet(config, encoder_dropout)
            self.conventions = nn.Embedding(len(CONVENTIONS), config["name_size"])
            nn.init.zeros_(self.conventions.weight)
        else:
            self.inputs = Inputs(table, len(config["words"]) + 2, config["buckets"], config["word_size"])
            self.encoder = LstmEncoder(config, encoder_dropout)
        top = self.encoder.size
        self.dropout = SharedDropout(dropout)
        self.tag = Head(top, config["tag_size"])
        self.upos = nn.Linear(config["tag_size"], len(config["upos"]))
        self.xpos = nn.Linear(config["tag_size"], len(config["xpos"]))
        self.name = Head(top, config["name_size"])
        self.names = nn.Linear(config["name_size"], config["name_labels"])
        self.arc_child = Head(top, config["arc_size"])
        self.arc_head = Head(top, config["arc_size"])
        self.arc_form = nn.Parameter(torch.empty(config["arc_size"] + 1, config["arc_size"]))
        self.label_child = Head(top, config["label_size"])
        self.label_head = Head(top, config["label_size"])
        self.label = nn.Linear(3 * config["label_size"], len(config["deprels"]))
        nn.init.normal_(self.arc_form, std=0.01)

    def forward(self, forms, lengths, word_drop=None, subword_drop=None, conventions=None, width=None):
        """`forms` [sentence, word] with the root first; `lengths` count the root; `conventions` [sentence] of
        what is a name, by default the first; `width`: see Batch.

        Returns the encoder's states, scores of UPOS, XPOS and names [sentence, word, class], of arcs
        [sentence, child, head], and the words as children and heads for `label_scores`.
        """
        x = self.encoder(self.inputs(forms, word_drop, subword_drop), lengths, self.quantise, width)
        arc_child = functional.pad(self.dropout(self.arc_child(x, self.quantise)), (0, 1), value=1.0)
        arc_head = self.dropout(self.arc_head(x, self.quantise))
        arcs = arc_child @ self.arc_form.to(arc_child.dtype) @ arc_head.transpose(1, 2)
        valid = torch.arange(x.shape[1], device=x.device) < lengths.unsqueeze(1)
        tag = self.tag(x, self.quantise)
        convention = 0
        if self.conventions is not None:
            convention = self.conventions(torch.zeros_like(lengths) if conventions is None else conventions)
            convention = convention.unsqueeze(1)
        return {
            "states": x,
            "upos": self.upos(tag),
            "xpos": self.xpos(tag),
            "names": self.names(self.dropout(self.name(x, self.quantise, convention))),
            "arcs": arcs.float().masked_fill(~valid.unsqueeze(1), -1e4),
            "label_child": self.dropout(self.label_child(x, self.quantise)),
            "label_head": self.dropout(self.label_head(x, self.quantise)),
        }

    def label_scores(self, result, heads):
        """Scores of the relations [sentence, word, relation] between each word and its head in `heads`."""
        child, head = result["label_child"], result["label_head"]
        chosen = head.gather(1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.label(torch.cat([child * chosen, child, chosen], dim=2))
