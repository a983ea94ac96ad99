"""The network: tags, dependency tree and names of a sentence from one reading.

Input vectors (words.py) are read by bidirectional LSTMs; on the last states stand a tagger, a name
labeller and a biaffine parser (Dozat and Manning, 2017) whose form that names the relation is of low
rank (a diagonal one for each relation). extract/language/neural/ computes the same with 8-bit
weights.
"""

import torch
from torch import nn
from torch.nn import functional

from lstm import BidirectionalLayer

LEVELS = 63  # of a weight: twice 255 * 63 fits into 16 bits, so that sums of products saturate nowhere


def quantised(weights, dimension):
    """`weights` rounded to 2 * LEVELS + 1 values, one scale for each output; gradients pass through.

    `dimension` is that of the inputs.
    """
    scale = weights.detach().abs().amax(dimension, keepdim=True) / LEVELS + 1e-12
    return weights + ((weights / scale).round() * scale - weights).detach()


class SharedDropout(nn.Module):
    """Drops the same coordinates at all words of a sentence (Gal and Ghahramani, 2016)."""

    def __init__(self, share, word_dimension):
        super().__init__()
        self.share = share
        self.word_dimension = word_dimension

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        size = list(x.shape)
        size[self.word_dimension] = 1
        mask = torch.bernoulli(torch.full(size, 1 - self.share)).to(x.dtype)
        return x * mask / (1 - self.share)


def turned_positions(lengths, width):
    """For each sentence its positions from last to first; padding stays where it is. [time, sentence]"""
    positions = torch.arange(width).unsqueeze(1).expand(-1, len(lengths))
    from_end = lengths.unsqueeze(0) - 1 - positions
    return torch.where(from_end >= 0, from_end, positions)


class Head(nn.Linear):
    """A linear layer on the last states, and a leaky rectifier behind it."""

    def forward(self, x, quantise=False):
        weight = quantised(self.weight, 1) if quantise else self.weight
        return functional.leaky_relu(functional.linear(x, weight, self.bias), 0.1)


class Network(nn.Module):
    """`config`: input_size, hidden (sizes of the layers), tag_size, name_size, arc_size, label_size and
    the lists upos, xpos, deprels, names."""

    def __init__(self, config, dropout=0.33):
        super().__init__()
        self.config = config
        self.quantise = False
        sizes = [config["input_size"]] + [2 * size for size in config["hidden"]]
        self.layers = nn.ModuleList(
            BidirectionalLayer(size, hidden) for size, hidden in zip(sizes, config["hidden"])
        )
        top = sizes[-1]
        self.time_dropout = SharedDropout(dropout, word_dimension=0)  # [word, sentence, value]
        self.dropout = SharedDropout(dropout, word_dimension=1)  # [sentence, word, value]
        self.tag = Head(top, config["tag_size"])
        self.upos = nn.Linear(config["tag_size"], len(config["upos"]))
        self.xpos = nn.Linear(config["tag_size"], len(config["xpos"]))
        self.name = Head(top, config["name_size"])
        self.names = nn.Linear(config["name_size"], len(config["names"]))
        self.arc_child = Head(top, config["arc_size"])
        self.arc_head = Head(top, config["arc_size"])
        self.arc_form = nn.Parameter(torch.empty(config["arc_size"] + 1, config["arc_size"]))
        self.label_child = Head(top, config["label_size"])
        self.label_head = Head(top, config["label_size"])
        self.label = nn.Linear(3 * config["label_size"], len(config["deprels"]))
        nn.init.normal_(self.arc_form, std=0.01)

    def forward(self, x, lengths):
        """x [word, sentence, input_size], the root first; `lengths` count the root.

        Returns scores of UPOS, XPOS and names [sentence, word, class], of arcs [sentence, child,
        head], and the words as children and heads for `label_scores`.
        """
        turned = turned_positions(lengths, x.shape[0])
        x = self.time_dropout(x)
        weights = (lambda w: quantised(w, 1)) if self.quantise else (lambda w: w)
        for layer in self.layers:
            x = self.time_dropout(layer(x, turned, weights))
        x = x.transpose(0, 1).contiguous()
        arc_child = functional.pad(self.dropout(self.arc_child(x, self.quantise)), (0, 1), value=1.0)
        arc_head = self.dropout(self.arc_head(x, self.quantise))
        arcs = arc_child @ self.arc_form @ arc_head.transpose(1, 2)
        valid = torch.arange(x.shape[1]) < lengths.unsqueeze(1)
        tag = self.tag(x, self.quantise)
        return {
            "upos": self.upos(tag),
            "xpos": self.xpos(tag),
            "names": self.names(self.dropout(self.name(x, self.quantise))),
            "arcs": arcs.masked_fill(~valid.unsqueeze(1), -1e4),
            "label_child": self.dropout(self.label_child(x, self.quantise)),
            "label_head": self.dropout(self.label_head(x, self.quantise)),
        }

    def label_scores(self, result, heads):
        """Scores of the relations [sentence, word, relation] between each word and its head in `heads`."""
        child, head = result["label_child"], result["label_head"]
        chosen = head.gather(1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.label(torch.cat([child * chosen, child, chosen], dim=2))
