#!/usr/bin/env python3
"""Learn word vectors in context from raw text: each word from all words before and behind it.

The states of two LSTMs, one up to the word before and one from the end to the word behind, predict
the word (context2vec, Melamud et al., 2016) among sampled others. Word table, subwords and the first layer of
the network start from these weights.
"""

import argparse
import ctypes
import pathlib
import pickle
import random
import tempfile
import time

import numpy as np
import torch
from torch import distributed, multiprocessing, nn
from torch.nn import functional

from lstm import LOW, STEPS, BidirectionalLayer
from rows import Inputs, RowTable
from words import Lexicon, lower, unified

SIZE = 128
BUCKETS = 25_000
NEGATIVES = 3072


def log(message):
    print(time.strftime("%H:%M:%S"), message, flush=True)


def read_vectors(path):
    """Words and vectors of unit variance, the first of words that are alike to the network."""
    words, rows, seen = [], [], set()
    with open(path, encoding="utf-8", errors="replace") as file:
        next(file)
        for line in file:
            word, *values = line.rstrip("\n").split(" ")
            word = lower(unified(word))
            if word in seen:
                continue
            seen.add(word)
            words.append(word)
            rows.append(np.array(values, dtype=np.float32))
    matrix = np.stack(rows)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-6
    return words, matrix * np.sqrt(SIZE).astype(np.float32)


def read_corpus(path, lexicon, longest=70):
    """All sentences as form numbers in one array, with their offsets."""
    counts = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            for form in line.rstrip("\n").split("\t"):
                counts[form] = counts.get(form, 0) + 1
    # Words seen once are written as one that is unknown but looks alike often enough: their subwords.
    lexicon.add(sorted(form for form, count in counts.items() if count >= 2 and len(form) < 40))
    numbers = lexicon.numbers
    rare = 0
    tokens, offsets = [], [0]
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            words = [numbers.get(form, -1) for form in line.rstrip("\n").split("\t")]
            for begin in range(0, len(words), longest):
                piece = [w for w in words[begin : begin + longest]]
                if len(piece) < 4 or sum(w < 0 for w in piece) > len(piece) // 4:
                    continue
                rare += sum(w < 0 for w in piece)
                tokens.append(np.array(piece, dtype=np.int32))
                offsets.append(offsets[-1] + len(piece))
    log(f"{offsets[-1]} words, {rare} rare, {len(numbers)} forms")
    tokens = np.concatenate(tokens)
    return tokens, np.array(offsets)


class SampledSoftmax(torch.autograd.Function):
    """Mean loss of contexts [n, size] with the scores `own` [n] of the right words, against the
    sampled words [m, size]; `hit` [n] is the sample that is the right word, or -1."""

    @staticmethod
    def forward(context, contexts, samples, own, bias, hit):
        gradients = contexts @ samples.T
        own_grad, losses = torch.empty_like(own), torch.empty_like(own)
        rows, columns = gradients.shape
        pointers = [ctypes.c_void_p(t.data_ptr()) for t in (gradients, bias, own, hit)]
        STEPS.sampled_softmax(
            ctypes.c_long(rows), ctypes.c_long(columns), *pointers, ctypes.c_float(1 / rows),
            ctypes.c_void_p(own_grad.data_ptr()), ctypes.c_void_p(losses.data_ptr()),
        )  # fmt: skip
        context.save_for_backward(gradients, contexts, samples, own_grad)
        return losses.mean()

    @staticmethod
    def backward(context, grad):
        gradients, contexts, samples, own_grad = context.saved_tensors
        return gradients @ samples * grad, gradients.T @ contexts * grad, own_grad * grad, None, None


class ContextModel(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.layer = BidirectionalLayer(2 * SIZE, hidden)
        self.context = nn.Linear(2 * hidden, 512)
        self.target = nn.Linear(512, SIZE)

    def forward(self, x, lengths):
        """x [time, sentence, 2 * SIZE] with the root first; contexts [time - 1, sentence, SIZE]."""
        time_steps, batch, _ = x.shape
        positions = torch.arange(time_steps).unsqueeze(1).expand(-1, batch)
        from_end = lengths.unsqueeze(0) - 1 - positions
        turned = torch.where(from_end >= 0, from_end, positions)
        y = self.layer(x, turned)
        hidden = y.shape[2] // 2
        valid = (positions < lengths.unsqueeze(0)).unsqueeze(2)
        before = y[:-1, :, :hidden]
        behind = functional.pad((y[:, :, hidden:] * valid)[2:], (0, 0, 0, 0, 0, 1))
        states = torch.cat([before, behind], dim=2)
        return self.target(functional.gelu(self.context(states)))


def train(worker, options, meeting, shared):
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", meeting, rank=worker, world_size=options.workers)
    torch.manual_seed(options.seed)
    tokens, offsets, lexicon, words, subwords, outputs, output_bias, noise = shared
    model = ContextModel(options.hidden)
    inputs = Inputs(words, subwords, lexicon)
    parameters = list(model.parameters())
    adam = torch.optim.Adam(parameters, lr=options.rate, betas=(0.9, 0.98), fused=True)
    generator = np.random.default_rng(options.seed + 1000 * worker)
    torch.manual_seed(options.seed + worker)

    order = np.random.default_rng(options.seed).permutation(len(offsets) - 1)
    groups = []  # batches: sorted by length within large shuffled blocks
    lengths_all = np.diff(offsets)
    for begin in range(0, len(order), 40_000):
        block = order[begin : begin + 40_000]
        block = block[np.argsort(lengths_all[block], kind="stable")]
        batch, longest = [], 0
        block_groups = []
        for s in block:
            longest = max(longest, lengths_all[s])
            if batch and longest * (len(batch) + 1) > options.batch_words:
                block_groups.append(batch)
                batch, longest = [], lengths_all[s]
            batch.append(s)
        block_groups.append(batch)
        random.Random(begin).shuffle(block_groups)
        groups.extend(block_groups)
    steps = int(len(groups) // options.workers * options.epochs)
    log_uniform = torch.from_numpy(noise[1])  # expected log count per sample
    rare_form = lexicon.encode(["zzqx"])[0]  # unknown, without telling subwords
    column_of = np.full(len(output_bias), -1, dtype=np.int64)
    started, total, seen = time.time(), 0.0, 0
    first = 0
    if options.out.exists():
        saved = torch.load(options.out, weights_only=False)
        model.load_state_dict(saved["context"])
        first = saved["step"]
        if worker == 0:
            words.weight.copy_(saved["words"])
            subwords.weight.copy_(saved["subwords"])
            outputs.weight.copy_(saved["outputs"])
        distributed.barrier()
    for step in range(first, steps):
        group = groups[(step * options.workers + worker) % len(groups)]
        width = int(lengths_all[group].max())
        forms = np.zeros((width + 1, len(group)), dtype=np.int64)
        lengths = lengths_all[group] + 1
        for column, s in enumerate(group):
            forms[1 : lengths[column], column] = tokens[offsets[s] : offsets[s + 1]]
        forms[forms < 0] = rare_form
        x = inputs.look_up(forms, generator, word_drop=0.1, subword_drop=0.05)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            contexts = model(x, torch.from_numpy(lengths))
            target_words = lexicon.table[forms[1:], 0].astype(np.int64)
            usable = torch.from_numpy(target_words >= 2)
            chosen = torch.from_numpy(target_words)[usable] - 2
            contexts = contexts[usable]
            negatives = np.unique(noise[0][generator.integers(0, len(noise[0]), NEGATIVES)])
            rows, places = np.unique(np.append(chosen.numpy(), negatives), return_inverse=True)
            leaf = outputs.take(torch.from_numpy(rows))
            places = torch.from_numpy(places)
            bias = output_bias[torch.from_numpy(rows)]
            own = (contexts.float() * leaf[places[: len(chosen)]]).sum(1)
            own = (own + bias[places[: len(chosen)]]).contiguous()
            negative_rows = places[len(chosen) :]
            column_of[negatives] = np.arange(len(negatives))
            hit = torch.from_numpy(column_of[chosen.numpy()])
            column_of[negatives] = -1
            corrected = (bias - log_uniform[torch.from_numpy(rows)])[negative_rows]
            loss = SampledSoftmax.apply(
                contexts.to(LOW).contiguous(), leaf[negative_rows].to(LOW), own, corrected, hit
            )
        adam.zero_grad(set_to_none=True)
        loss.backward()
        flat = torch.cat([p.grad.flatten() for p in parameters])
        distributed.all_reduce(flat)
        flat /= options.workers
        for p, g in zip(parameters, flat.split([p.numel() for p in parameters])):
            p.grad.copy_(g.view_as(p))
        nn.utils.clip_grad_norm_(parameters, 1.0, foreach=True)
        warm = min(1.0, (step - first + 1) / 200)
        rate = options.rate * warm * max(0.02, 1 - step / steps)
        for g in adam.param_groups:
            g["lr"] = rate
        adam.step()
        for turn in range(options.workers):  # in turns: the same sums on every run
            if turn == worker:
                inputs.learn(rate)
                outputs.learn(torch.from_numpy(rows), leaf, rate)
            distributed.barrier()
        total += float(loss.detach())
        seen += int(lengths.sum())
        if worker == 0 and (step + 1) % 100 == 0:
            speed = options.workers * seen / (time.time() - started)
            log(f"step {step + 1}/{steps}: loss {total / 100:.3f}, {speed:.0f} words/s")
            total = 0.0
        if worker == 0 and ((step + 1) % 500 == 0 or step + 1 == steps):
            torch.save(
                {
                    "layer": model.layer.state_dict(),
                    "context": model.state_dict(),
                    "words": words.weight,
                    "subwords": subwords.weight,
                    "outputs": outputs.weight,
                    "lexicon_words": list(lexicon.words),
                    "hidden": options.hidden,
                    "step": step + 1,
                },
                options.out.with_suffix(".part"),
            )
            options.out.with_suffix(".part").rename(options.out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", required=True, type=pathlib.Path, help="what tokenize_raw wrote")
    parser.add_argument("--vectors", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--hidden", type=int, default=384)
    parser.add_argument("--batch-words", type=int, default=5000)
    parser.add_argument("--epochs", type=float, default=1)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=20160305)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    cache = options.text.with_suffix(".encoded")
    if cache.exists():
        words, matrix, lexicon, tokens, offsets = pickle.loads(cache.read_bytes())
    else:
        words, matrix = read_vectors(options.vectors)
        lexicon = Lexicon(words, BUCKETS)
        tokens, offsets = read_corpus(options.text, lexicon)
        cache.write_bytes(pickle.dumps((words, matrix, lexicon, tokens, offsets), protocol=4))
    log("read")
    generator = torch.Generator().manual_seed(options.seed)
    table = torch.zeros(len(words) + 2, SIZE)
    table[2:] = torch.from_numpy(matrix)
    subwords = 0.1 * torch.randn(BUCKETS, SIZE, generator=generator)
    subwords[0] = 0
    counts = np.bincount(lexicon.table[tokens[tokens >= 0], 0], minlength=len(table))[2:] + 1.0
    share = counts**0.75 / (counts**0.75).sum()
    samples = np.searchsorted(np.cumsum(share), (np.arange(1 << 22) + 0.5) / (1 << 22))
    samples = np.minimum(samples, len(words) - 1).astype(np.int64)
    # A word's chance to be among the distinct negatives of a step:
    expected = np.log(-np.expm1(-NEGATIVES * share)).astype(np.float32)
    bias = torch.from_numpy((np.log(counts / counts.sum())).astype(np.float32))
    outputs = torch.from_numpy(matrix * 0.05)
    shared = (
        tokens, offsets, lexicon, RowTable(table), RowTable(subwords), RowTable(outputs), bias,
        (samples, expected),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.start_processes(
            train, (options, f"file://{folder}/meeting", shared), nprocs=options.workers, start_method="fork"
        )


if __name__ == "__main__":
    main()
