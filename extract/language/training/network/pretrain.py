#!/usr/bin/env python3
"""Pretrain the teachers' encoder: a transformer that guesses hidden words of raw text (BERT, Devlin et al.,
2019).

Words are read as the networks read them, as a row of a word table and hashed subwords, so the teacher
can be asked about a sentence word for word.
"""

import argparse
import pathlib
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from corpus import Corpus
from inputs import Inputs
from model import Transformer
from schedule import Checkpoint, Schedule, log, save

WINDOW = 128  # words
HIDDEN = 26  # of them
GUESSED = 50_000  # the words that can be guessed, by frequency


class MaskedModel(nn.Module):
    def __init__(self, config, table, biases):
        super().__init__()
        self.inputs = Inputs(table, len(config["words"]) + 2, config["buckets"], config["word_size"], 0.02)
        self.encoder = Transformer(config, dropout=0.0)
        self.mask_vector = nn.Parameter(0.02 * torch.randn(config["word_size"]))
        self.transform = nn.Linear(config["word_size"], config["word_size"])
        self.norm = nn.LayerNorm(config["word_size"])
        self.outputs = nn.Parameter(0.02 * torch.randn(len(biases), config["word_size"]))
        self.bias = nn.Parameter(biases)

    def forward(self, forms, targets):
        """Mean loss over HIDDEN words of each window of form numbers; `targets`: what to guess, negative
        where nothing can be."""
        noise = torch.rand(forms.shape, device=forms.device) + 2.0 * (targets < 0)
        places = noise.topk(HIDDEN, dim=1, largest=False).indices
        chosen = torch.zeros_like(forms, dtype=torch.bool).scatter_(1, places, True)
        fate = torch.rand(forms.shape, device=forms.device)
        others = forms.flatten()[torch.randint(forms.numel(), forms.shape, device=forms.device)]
        seen = torch.where(chosen & (fate < 0.1), others, forms)
        hidden = chosen & (fate >= 0.2)
        states = self.encoder(self.inputs(seen), hidden=(self.mask_vector, hidden))
        states = states.gather(1, places.unsqueeze(2).expand(-1, -1, states.shape[2])).flatten(0, 1)
        scores = functional.linear(
            self.norm(functional.gelu(self.transform(states))), self.outputs, self.bias
        )
        return functional.cross_entropy(scores.float(), targets.gather(1, places).flatten(), ignore_index=-1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--seconds", type=float, help="instead of steps")
    parser.add_argument("--batch", type=int, default=256, help=f"windows of {WINDOW} words")
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--blocks", type=int, default=6)
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--buckets", type=int, default=131_072)
    parser.add_argument("--compile", action="store_true", help="by torch.compile: faster after half a minute")
    parser.add_argument("--checkpoint-every", type=int, default=1000, help="steps; OUT.state goes on from there")
    parser.add_argument("--seed", type=int, default=20160305)
    options = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    corpus = Corpus(options.corpus)
    config = {
        "encoder": "transformer", "word_size": options.size, "blocks": options.blocks,
        "attention_heads": options.size // 64, "words": corpus.frequent_words(options.words),
        "buckets": options.buckets,
    }  # fmt: skip
    table = torch.from_numpy(corpus.table(config["words"], options.buckets)).to(device)
    stream = torch.from_numpy(corpus.raw).to(device)
    guessed = min(GUESSED, len(config["words"]))
    counts = torch.bincount(table[stream.long(), 0], minlength=guessed + 2)[2 : guessed + 2] + 1.0
    model = MaskedModel(config, table, (counts / counts.sum()).log()).to(device)
    adam = torch.optim.AdamW(
        model.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    if options.compile:
        torch._dynamo.config.suppress_errors = True  # what cannot be compiled runs as it is
        for block in model.encoder.blocks:
            block.compile(dynamic=False)
    schedule = Schedule(options.steps, options.seconds, warm_up=400)
    checkpoint = Checkpoint(options.out, schedule, options.checkpoint_every, model=model, adam=adam)
    checkpoint.load()
    generator = np.random.default_rng(options.seed + schedule.step)
    started, losses, seen, windows, at = time.time(), [], 0, None, 0
    while not schedule.done():
        if windows is None or at + options.batch > len(windows):  # the next round over the text
            start = int(generator.integers(WINDOW))
            count = (len(stream) - start) // WINDOW
            windows = stream[start : start + count * WINDOW].view(count, WINDOW)
            windows, at = windows[torch.randperm(count, device=device)], 0
        forms = windows[at : at + options.batch].long()
        at += options.batch
        targets = table[forms, 0].long() - 2
        targets[targets >= guessed] = -1
        targets.clamp_(min=-1)
        for group in adam.param_groups:
            group["lr"] = options.rate * schedule.rate
        adam.zero_grad(set_to_none=True)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            loss = model(forms, targets)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0, foreach=True)
        adam.step()
        schedule.step += 1
        seen += forms.numel()
        losses.append(loss.detach())
        checkpoint.keep()
        if schedule.step % 200 == 0 or schedule.step == 10:
            mean = float(torch.stack(losses).mean())
            speed = seen / (time.time() - started)
            log(f"step {schedule.step}, {100 * schedule.progress:.0f} %: loss {mean:.3f}, {speed:.0f} words/s")
            losses, seen, started = [], 0, time.time()
    log(f"{schedule.step} steps")
    encoder = {key.replace("_orig_mod.", ""): value for key, value in model.encoder.state_dict().items()}
    save(options.out, {"config": config, "encoder": encoder, "inputs": model.inputs.state_dict()})
    checkpoint.remove()


if __name__ == "__main__":
    main()
