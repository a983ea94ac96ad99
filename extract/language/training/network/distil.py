#!/usr/bin/env python3
"""Train the network that is shipped: on what a teacher, or the mean of several, makes of raw text, and on
the annotated sentences themselves."""

import argparse
import pathlib
import time

import numpy as np
import torch
from torch import nn

from corpus import ANNOTATED, Corpus, NAME_TYPES
from evaluation import check
from examples import Sentences, annotated, batches
from losses import annotation_loss, lesson_loss, state_loss, taught
from model import Network
from schedule import Checkpoint, RunningMean, Schedule, log, save
from train_teacher import load, recased, round_of

# How often a sentence of each raw text is read in a round, by its nearness to news; others once.
SHARES = {
    "wikipedia-current-events": 3, "wikinews": 3, ANNOTATED: 3, "us-doj-press-releases": 1,
    "us-congress-press-releases": 1, "us-senate-press-releases": 0.7, "un-general-debate": 0.5,
}  # fmt: skip
LONGEST = 80  # raw sentences with more words are not read


def raw_round(sentences, shares, words, generator):
    times = np.floor(shares + generator.random(len(shares))).astype(int)
    times[(sentences.lengths < 5) | (sentences.lengths > LONGEST)] = 0
    order = generator.permutation(np.repeat(np.arange(len(times)), times))
    # Batches of sentences alike in length, from one part of the order: a round can end at any time.
    for part in np.array_split(order, max(1, len(order) // 100_000)):
        yield from batches(sentences.lengths, part, words, generator)


def endless(rounds):
    while True:
        yield from rounds()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    parser.add_argument("--teachers", required=True, nargs="+", type=pathlib.Path)
    parser.add_argument("--start", type=pathlib.Path, help="a network of this size to go on from")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=9400)
    parser.add_argument("--seconds", type=float, help="instead of steps")
    parser.add_argument("--hidden", type=int, nargs="+", default=[384, 400])
    parser.add_argument("--words", type=int, default=80_000)
    parser.add_argument("--buckets", type=int, default=25_000)
    parser.add_argument("--batch-words", type=int, default=24_000, help="of raw text; a sixth more is annotated")
    parser.add_argument("--name-share", type=float, default=0.4, help="of the larger name corpora in a round")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--recase", type=float, default=0.05)
    parser.add_argument("--warm-up", type=int, default=300, help="steps")
    parser.add_argument(
        "--word-drop", type=float, default=0.2,
        help="share of words without a row of their own, in every second sentence: names nobody has read of",
    )  # fmt: skip
    parser.add_argument("--quantise-from", type=float, default=0.6, help="part of the training before it")
    parser.add_argument("--states-until", type=float, default=0.7, help="part of the training with a loss of states")
    parser.add_argument("--report-every", type=int, default=500, help="steps")
    parser.add_argument("--checkpoint-every", type=int, default=1000, help="steps; OUT.state goes on from there")
    parser.add_argument("--seed", type=int, default=20160305)
    options = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    corpus = Corpus(options.corpus)
    gold = annotated(corpus, "training", device)
    always = corpus.arrays["training always"]
    raw = Sentences({"forms": corpus.raw}, device, corpus.piece_counts)
    shares = np.array([SHARES.get(name, 1) for name in corpus.source_names])[corpus.sources]
    cases = torch.from_numpy(corpus.cases).to(device)
    config = corpus.tags | {
        "encoder": "lstm", "word_size": 128, "hidden": options.hidden, "tag_size": 200, "name_size": 200,
        "arc_size": 256, "label_size": 128, "name_labels": 1 + 4 * NAME_TYPES,
        "words": corpus.frequent_words(options.words), "buckets": options.buckets,
    }  # fmt: skip
    table = torch.from_numpy(corpus.table(config)).to(device)
    network = Network(config, table, options.dropout).to(device)
    if options.start:
        network.load_state_dict(torch.load(options.start, map_location=device, weights_only=False)["model"])
    # The teacher only tells: in 16-bit floats it says the same (README.md) in less time.
    half = torch.float16 if device.type == "cuda" else torch.bfloat16
    teachers = [load(path, corpus, device).to(half) for path in options.teachers]
    projection = nn.Linear(network.encoder.size, teachers[0].encoder.size).to(device)
    parameters = [*network.parameters(), *projection.parameters()]
    adam = torch.optim.Adam(parameters, lr=options.rate, betas=(0.9, 0.98), fused=True)
    mean = RunningMean(network.parameters(), decay=0.98)
    schedule = Schedule(options.steps, options.seconds, options.warm_up)
    checkpoint = Checkpoint(
        options.out, schedule, options.checkpoint_every,
        network=network, projection=projection, adam=adam, mean=mean,
    )  # fmt: skip
    checkpoint.load()
    generator = np.random.default_rng(options.seed + schedule.step)
    raw_batches = endless(lambda: raw_round(raw, shares, options.batch_words, generator))
    gold_batches = endless(
        lambda: round_of(gold, always, options.name_share, options.batch_words // 6, generator)
    )
    started, losses, words = time.time(), [], 0
    while not schedule.done():
        progress = schedule.progress
        network.quantise = progress >= options.quantise_from
        batches_now = [raw.batch(next(raw_batches)), gold.batch(next(gold_batches))]
        for group in adam.param_groups:
            group["lr"] = options.rate * schedule.rate
        adam.zero_grad(set_to_none=True)
        parts = []
        for batch, is_gold in zip(batches_now, (False, True)):
            lesson = taught(teachers, batch)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                forms = recased(batch, cases, options.recase)
                unread = torch.rand(len(forms), 1, device=device) < 0.5
                word_drop = torch.where(unread, options.word_drop, 0.03)
                result = network(forms, batch.lengths, word_drop, subword_drop=0.02)
                loss = lesson_loss(network, result, lesson, batch.lengths)
                if is_gold:
                    # What other corpora call a name the teacher alone tells, which knows their conventions apart.
                    batch.names = torch.where(batch.conventions.unsqueeze(1) == 0, batch.names, 0)
                    loss = 0.3 * loss + 0.5 * annotation_loss(network, result, batch)
                elif progress < options.states_until:
                    share = 4 * (1 - progress / options.states_until)
                    loss = loss + share * state_loss(projection(result["states"]), lesson["states"], batch.lengths)
            loss.backward()
            parts.append(loss.detach())
        nn.utils.clip_grad_norm_(parameters, 2.0, foreach=True)
        adam.step()
        if schedule.step % 8 == 0:
            mean.add()
        schedule.step += 1
        losses.append(torch.stack(parts))
        words += sum(batch.forms.numel() for batch in batches_now)
        if schedule.step % options.report_every == 0 or schedule.step == 10:
            shown = " + ".join(f"{value:.3f}" for value in torch.stack(losses).mean(0).tolist())
            speed = words / (time.time() - started)
            log(f"step {schedule.step}, {100 * progress:.0f} %: loss {shown}, {speed:.0f} words/s")
            started, losses, words = time.time(), [], 0
        checkpoint.keep()
    log(f"{schedule.step} steps")
    mean.swap()
    state = {key: value.half() for key, value in network.state_dict().items()}
    save(options.out, {"config": config, "model": state})
    checkpoint.remove()
    network.quantise = True
    check([network], corpus, device)


if __name__ == "__main__":
    main()
