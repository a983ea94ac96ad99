#!/usr/bin/env python3
"""Train a teacher: a pretrained encoder with tagger, parser and name labeller, on treebanks and name corpora."""

import argparse
import json
import pathlib

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

from corpus import Corpus, NAME_TYPES
from evaluation import check
from examples import annotated, batches
from losses import annotation_loss
from model import Network
from mpnet import renamed
from schedule import Checkpoint, RunningMean, Schedule, log, save


def round_of(sentences, always, share, words, generator):
    """The batches of a round: all sentences of `always`, and that share of the others."""
    chosen = np.concatenate(
        [np.flatnonzero(always), np.flatnonzero(~always & (generator.random(len(always)) < share))]
    )
    return batches(sentences.lengths, chosen, words, generator)


def recased(batch, cases, share):
    """Now and then a sentence in capitals, as a headline or in small letters, for headlines."""
    kind = torch.randint(cases.shape[1], (len(batch.forms), 1), device=batch.forms.device)
    other = cases[batch.forms].gather(2, kind.expand(-1, batch.forms.shape[1]).unsqueeze(2)).squeeze(2)
    changed = torch.rand(len(batch.forms), 1, device=batch.forms.device) < share
    return torch.where(changed, other, batch.forms)


def load(path, corpus, device):
    """A trained network; its words must be those of this corpus."""
    saved = torch.load(path, map_location=device, weights_only=False)
    config = saved["config"]
    table = torch.from_numpy(corpus.table(config)).to(device)
    network = Network(config, table).to(device)
    network.load_state_dict(saved["model"])
    return network.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    parser.add_argument("--mpnet", required=True, type=pathlib.Path, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--seconds", type=float, help="instead of steps")
    parser.add_argument("--name-share", type=float, default=0.4, help="of the larger name corpora in a round")
    parser.add_argument("--batch-words", type=int, default=5000)
    parser.add_argument("--rate", type=float, default=1e-4, help="of the encoder; the rest learns ten times as fast")
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--encoder-dropout", type=float, default=0.1)
    parser.add_argument("--recase", type=float, default=0.05)
    parser.add_argument("--checkpoint-every", type=int, default=1000, help="steps; OUT.state goes on from there")
    parser.add_argument("--seed", type=int, default=20160305)
    options = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    corpus = Corpus(options.corpus)
    sentences = annotated(corpus, "training", device)
    always = corpus.arrays["training always"]
    cases = torch.from_numpy(corpus.cases).to(device)
    config = corpus.tags | {
        "encoder": "mpnet", "mpnet": json.loads((options.mpnet / "config.json").read_text()),
        "tag_size": 256, "name_size": 256, "arc_size": 400, "label_size": 160,
        "name_labels": 1 + 4 * NAME_TYPES,
    }  # fmt: skip
    table = torch.from_numpy(corpus.table(config)).to(device)
    network = Network(config, table, options.dropout, options.encoder_dropout).to(device)
    pretrained = renamed(load_file(options.mpnet / "model.safetensors"))
    missing, unexpected = network.encoder.load_state_dict(pretrained, strict=False)
    if missing != ["cases.weight"] or unexpected:  # kinds of capitals are new
        raise SystemExit(f"{options.mpnet}: lacks {missing}, has {unexpected}")
    network.encoder.distances.requires_grad_(False)  # attention is faster with constant biases
    known = {id(p) for p in network.encoder.parameters()}
    fresh = [p for p in network.parameters() if id(p) not in known]
    adam = torch.optim.AdamW(
        [
            {"params": [p for p in network.encoder.parameters() if p.requires_grad], "rate": options.rate},
            {"params": fresh, "rate": 10 * options.rate},
        ],
        lr=options.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip
    mean = RunningMean(network.parameters(), decay=0.97)
    schedule = Schedule(options.steps, options.seconds, warm_up=100)
    checkpoint = Checkpoint(
        options.out, schedule, options.checkpoint_every, network=network, adam=adam, mean=mean
    )  # fmt: skip
    checkpoint.load()
    generator = np.random.default_rng(options.seed + schedule.step)
    losses = []
    while not schedule.done():
        for chosen in round_of(sentences, always, options.name_share, options.batch_words, generator):
            batch = sentences.batch(chosen)
            batch.forms = recased(batch, cases, options.recase)
            for group in adam.param_groups:
                group["lr"] = group["rate"] * schedule.rate
            adam.zero_grad(set_to_none=True)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                result = network(
                    batch.forms, batch.lengths, conventions=batch.conventions, width=batch.width
                )  # fmt: skip
                loss = annotation_loss(network, result, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0, foreach=True)
            adam.step()
            if schedule.step % 8 == 0:
                mean.add()
            schedule.step += 1
            losses.append(loss.detach())
            checkpoint.keep()
            if schedule.done():
                break
        log(f"step {schedule.step}, {100 * schedule.progress:.0f} %: loss {float(torch.stack(losses).mean()):.3f}")
        losses = []
    mean.swap()
    save(options.out, {"config": config, "model": network.state_dict()})
    checkpoint.remove()
    check([network], corpus, device)


if __name__ == "__main__":
    main()
