#!/usr/bin/env python3
"""Train the network on treebanks, name corpora and sentences that teachers analysed; see README.md."""

import argparse
import pathlib
import pickle
import random
import tempfile
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import distributed, multiprocessing
from torch.nn import functional

from conllu import read_treebanks
from decoding import analyse, name_spans
from examples import Batch, Example, batched, name_masks, tree_examples
from model import Network
from name_data import name_examples
from rows import Inputs, RowTable
from words import Lexicon

NAME_TYPES = 9


def log(message):
    print(time.strftime("%H:%M:%S"), message, flush=True)


def loss_of(network, batch, x):
    result = network(x, batch.lengths)

    def cross_entropy(scores, gold):
        losses = functional.cross_entropy(
            scores.float().transpose(1, 2), gold, ignore_index=-1, reduction="none"
        )
        return (losses * batch.weights.unsqueeze(1)).sum() / (gold >= 0).sum().clamp(min=1)

    total = 0.3 * cross_entropy(result["upos"], batch.upos) + 0.3 * cross_entropy(result["xpos"], batch.xpos)
    if bool((batch.heads >= 0).any()):
        labels = network.label_scores(result, batch.heads.clamp(min=0))
        total = total + cross_entropy(result["arcs"], batch.heads) + cross_entropy(labels, batch.deprels)
    known = batch.names != 0
    if bool(known.any()):
        scores = result["names"].float()[known]
        bits = torch.arange(scores.shape[1])
        allowed = (batch.names[known].unsqueeze(1) >> bits & 1) != 0
        right = torch.logsumexp(scores.masked_fill(~allowed, -1e4), 1)
        weights = batch.weights.unsqueeze(1).expand(known.shape)[known]
        total = total + ((torch.logsumexp(scores, 1) - right) * weights).mean()
    return total


def universal(deprel):
    return deprel.partition(":")[0]


def tree_score(networks, lexicon, examples, config):
    """UPOS, UAS, LAS of universal relations, in percent."""
    right, words = np.zeros(3), 0
    coarse = {universal(d): i for i, d in enumerate(config["deprels"])}
    relation = np.array([coarse[universal(d)] for d in config["deprels"]])
    for gold, found in zip(examples, analyse(networks, lexicon, examples)):
        same_head = gold.heads == found.heads
        same_label = (gold.deprels >= 0) & (relation[gold.deprels] == relation[found.deprels])
        right += [(gold.upos == found.upos).sum(), same_head.sum(), (same_head & same_label).sum()]
        words += len(gold)
    return " / ".join(f"{value:.2f}" for value in 100 * right / words)


def read_names(path, keep=lambda document: True):
    """Forms and the spans of persons, organisations and places of an IOB2 file, by sentence."""
    kinds = {"PER": 0, "ORG": 1, "LOC": 2}
    sentences, forms, tags, document = [], [], [], -1

    def flush():
        if forms and keep(document):
            spans, i = set(), 0
            while i < len(tags):
                end = i + 1
                if tags[i].startswith("B-"):
                    while end < len(tags) and tags[end].startswith("I-"):
                        end += 1
                    spans.add((i, end, kinds[tags[i][2:]]))
                i = end
            sentences.append((list(forms), spans))
        forms.clear()
        tags.clear()

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            flush()
            document += 1
        elif not line:
            flush()
        elif not line.startswith("#"):
            columns = line.split("\t")
            forms.append(columns[1])
            tags.append(columns[2])
    flush()
    return sentences


def name_score(networks, lexicon, sentences):
    examples = [Example(forms) for forms, _ in sentences]
    right = found = gold = 0
    for (_, spans), analysis in zip(sentences, analyse(networks, lexicon, examples)):
        named = {span for span in name_spans(analysis.names) if span[2] < 3}
        right, found, gold = right + len(named & spans), found + len(named), gold + len(spans)
    return f"{100 * right / max(1, found):.1f}/{100 * right / gold:.1f}/{200 * right / (found + gold):.1f}"


class RunningMean:
    """Exponential mean of all weights: better than the last ones at any time of the training."""

    def __init__(self, tensors, decay):
        self.decay, self.tensors, self.count = decay, tensors, 0
        self.means = [t.detach().clone() for t in tensors]

    def add(self):
        self.count += 1
        share = max(1 - self.decay, 1 / (1 + self.count / 4))
        torch._foreach_lerp_(self.means, [t.detach() for t in self.tensors], share)

    def swap(self):
        """Exchange the means with the weights; call again to undo."""
        for mean, tensor in zip(self.means, self.tensors):
            values = mean.clone()
            mean.copy_(tensor.data)
            tensor.data.copy_(values)


def save(path, network, inputs):
    state = {key: value.clone() for key, value in network.state_dict().items()}
    torch.save(
        {
            "model": state, "config": network.config, "words": inputs.words.weight.clone(),
            "subwords": inputs.subwords.weight.clone(), "lexicon_words": list(inputs.lexicon.words),
        },
        path.with_suffix(".part"),
    )  # fmt: skip
    path.with_suffix(".part").rename(path)


def load(path, lexicon=None, dropout=0.33):
    saved = torch.load(path, weights_only=False)
    network = Network(saved["config"], dropout)
    network.load_state_dict(saved["model"])
    lexicon = lexicon or Lexicon(saved["lexicon_words"], len(saved["subwords"]))
    return network, Inputs(RowTable(saved["words"].clone()), RowTable(saved["subwords"].clone()), lexicon)


def build(options, config):
    """A fresh network whose inputs and first layer are those of the pretrained one."""
    saved = torch.load(options.pretrained, weights_only=False)
    lexicon = Lexicon(saved["lexicon_words"], len(saved["subwords"]))
    network = Network(config, options.dropout)
    if config["hidden"][0] == saved["hidden"]:
        network.layers[0].load_state_dict(saved["layer"])
    return network, Inputs(RowTable(saved["words"].clone()), RowTable(saved["subwords"].clone()), lexicon)


@dataclass
class Task:
    config: dict
    network: Network
    inputs: Inputs
    always: list  # examples of every round
    names: list  # examples of which a round has a part
    parsed: list
    development: dict  # examples by treebank
    name_development: dict


def average_gradients(parameters, workers):
    """Mean over the processes, in place; a batch without names or trees leaves some weights alone."""
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    flat = torch.cat([p.grad.flatten() for p in parameters])
    distributed.all_reduce(flat)
    flat /= workers
    for p, grad in zip(parameters, flat.split([p.numel() for p in parameters])):
        p.grad.copy_(grad.view_as(p))


def round_of(number, task, options, worker):
    """The batches that `worker` reads in round `number`."""
    generator = random.Random(options.seed + number)
    chosen = list(task.always)
    chosen += generator.sample(task.names, int(options.name_share * len(task.names)))
    chosen += generator.sample(task.parsed, int(options.parsed_share * len(task.parsed)))
    batches = batched(chosen, options.batch_words // options.workers, options.seed + number)
    share = len(batches) // options.workers
    return batches[worker * share : (worker + 1) * share]


def train(worker, options, meeting, task):
    """One of the processes; all hold the same weights, the first one measures and saves."""
    # Processes of one thread: threads wait for each other at every operation.
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", meeting, rank=worker, world_size=options.workers)
    network, inputs = task.network, task.inputs
    parameters = list(network.parameters())
    adam = torch.optim.Adam(parameters, lr=options.rate, betas=(0.9, 0.95), fused=True)
    mean = RunningMean(parameters + [inputs.words.weight, inputs.subwords.weight], decay=0.96)
    tables = (inputs.words, inputs.subwords)
    first, step = 0, 0
    state = options.out.with_suffix(".state")
    if state.exists():
        saved = torch.load(state, weights_only=False)
        first, step = saved["round"], saved["step"]
        network.load_state_dict(saved["model"])
        adam.load_state_dict(saved["adam"])
        mean.means, mean.count = saved["means"], saved["count"]
        if worker == 0:  # the tables are shared
            for table, tensors in zip(tables, saved["tables"]):
                for tensor, value in zip(table.tensors(), tensors):
                    tensor.copy_(value)
        distributed.barrier()
    steps = options.rounds * len(round_of(0, task, options, worker))
    for number in range(first, options.rounds):
        # Seeded by round, so that a continued training equals an unbroken one.
        seed = options.seed + 1000 * number + worker
        torch.manual_seed(seed)
        generator, cases = np.random.default_rng(seed), random.Random(seed)
        started, total, words = time.time(), 0.0, 0
        batches = round_of(number, task, options, worker)
        for chosen in batches:
            progress = min(1.0, step / steps)
            network.train()
            network.quantise = progress >= options.quantise_from
            batch = Batch(chosen, inputs.lexicon, cases, options.recase)
            rate = options.rate * min(1.0, (step + 1) / 200) * max(0.02, 1 - progress)
            for group in adam.param_groups:
                group["lr"] = rate
            adam.zero_grad(set_to_none=True)
            x = inputs.look_up(batch.forms, generator, word_drop=0.1, subword_drop=0.05)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch, x)
            loss.backward()
            average_gradients(parameters, options.workers)
            torch.nn.utils.clip_grad_norm_(parameters, 5.0, foreach=True)
            adam.step()
            for turn in range(options.workers):  # in turns: the same sums on every run
                if turn == worker:
                    inputs.learn(rate * options.row_rate)
                distributed.barrier()
            if step % 8 == 0 and worker == 0:
                mean.add()
            step += 1
            total += float(loss.detach())
            words += int(batch.lengths.sum()) * options.workers
        if worker == 0:
            seconds = time.time() - started
            log(
                f"round {number + 1}/{options.rounds}: loss {total / len(batches):.3f}, {words / seconds:.0f} words/s"
            )
            last = number + 1 == options.rounds
            network.quantise = network.quantise or (last and options.quantise_from <= 1)
            mean.swap()
            if last or (number + 1) % options.check_every == 0:
                check(task)
            save(options.out, network, inputs)
            mean.swap()
            part = state.with_suffix(".part")
            torch.save(
                {
                    "round": number + 1, "step": step, "model": network.state_dict(), "adam": adam.state_dict(),
                    "means": mean.means, "count": mean.count, "tables": [t.tensors() for t in tables],
                },
                part,
            )  # fmt: skip
            part.rename(state)
        distributed.barrier()


def check(task):
    """Log the scores on the development sets."""
    networks, lexicon = [(task.network, task.inputs)], task.inputs.lexicon
    trees = [
        f"{key} {tree_score(networks, lexicon, gold, task.config)}" for key, gold in task.development.items()
    ]
    names = [f"{key} {name_score(networks, lexicon, gold)}" for key, gold in task.name_development.items()]
    log(f"UPOS / UAS / LAS: {'; '.join(trees)}; names P/R/F: {'; '.join(names)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--pretrained", type=pathlib.Path, help="what pretrain.py wrote")
    parser.add_argument("--start", type=pathlib.Path, help="or: a network to continue")
    parser.add_argument("--parsed", type=pathlib.Path, nargs="*", default=[], help="what annotate.py wrote")
    parser.add_argument(
        "--out", required=True, type=pathlib.Path, help="with OUT.state beside it it is continued"
    )
    parser.add_argument("--hidden", type=int, nargs="+", default=[384, 256])
    parser.add_argument("--rounds", type=int, default=13, help="over the treebanks")
    parser.add_argument(
        "--name-share", type=float, default=0.3, help="part of the larger name corpora in each round"
    )
    parser.add_argument("--parsed-share", type=float, default=0, help="part of the parsed text in each round")
    parser.add_argument("--batch-words", type=int, default=2000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--row-rate", type=float, default=0.3, help="of the tables, relative")
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--quantise-from", type=float, default=0.7, help="part of the training before it")
    parser.add_argument("--recase", type=float, default=0.04)
    parser.add_argument("--seed", type=int, default=20160305)
    parser.add_argument("--check-every", type=int, default=2, help="rounds")
    parser.add_argument("--workers", type=int, default=1, help="processes that share each step")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    treebanks = options.data / "treebank"
    sentences = read_treebanks(treebanks / f"{name}-train.conllu" for name in ("ewt", "gum", "pud"))
    config = {
        "input_size": 256, "hidden": options.hidden, "tag_size": 200, "name_size": 200, "arc_size": 256,
        "label_size": 128, "names": list(range(1 + 4 * NAME_TYPES)),
        "upos": sorted({t for s in sentences for t in s.upos}),
        "xpos": sorted({t for s in sentences for t in s.xpos}),
        "deprels": sorted({d for s in sentences for d in s.deprels}),
    }  # fmt: skip
    network, inputs = (
        load(options.start, dropout=options.dropout) if options.start else build(options, config)
    )
    trees = tree_examples(sentences, config)
    own_sentences = {tuple(e.forms): e for e in trees}
    names, all_names = [], []
    for e in name_examples(options.data, "train"):
        tree = own_sentences.get(tuple(e.forms))
        example = Example(e.forms, names=name_masks(e.allowed), weight=e.weight)
        if tree is not None:  # one sentence, read once
            tree.names = example.names
        elif 1 <= len(e.forms) <= 120:
            (all_names if e.source.startswith(("uner", "gum", "wikigold")) else names).append(example)
    parsed = []
    for path in options.parsed:
        parsed.extend(pickle.loads(path.read_bytes()))
    development = {
        name: tree_examples(read_treebanks([treebanks / f"{name}-dev.conllu"]), config)
        for name in ("ewt", "gum")
    }
    name_development = {
        "uner": read_names(options.data / "ner" / "uner-ewt-dev.iob2"),
        "wikigold": read_names(options.data / "ner" / "wikigold.iob2", lambda document: document % 5 == 4),
    }
    log(
        f"{len(trees)} trees, {sum(e.names is not None for e in trees)} of them with names; names alone in"
        f" {len(all_names)} and {len(names)}; {len(parsed)} parsed by teachers"
    )
    task = Task(config, network, inputs, trees + all_names, names, parsed, development, name_development)
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.start_processes(
            train, (options, f"file://{folder}/meeting", task), nprocs=options.workers, start_method="fork"
        )


if __name__ == "__main__":
    main()
