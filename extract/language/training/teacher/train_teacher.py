#!/usr/bin/env python3
"""Train the teacher on Universal Dependencies treebanks; see README.md in this folder."""

import argparse
import pathlib
import tempfile
import time

import torch
from torch import distributed, multiprocessing
from torch.nn import functional

from batches import Batch, batched
from conllu import read_treebanks
from model import ROOT_FORM, Teacher, Vocabulary, read_vectors
from parsing import parse, universal


def log(message):
    print(time.strftime("%H:%M:%S"), message, flush=True)


def loss_of(teacher, lookup, batch):
    upos, xpos, arcs, child, head = teacher(lookup, batch.forms, batch.lengths)
    labels = teacher.label_scores(child, head, batch.heads.clamp(min=0))

    def cross_entropy(scores, gold):
        return functional.cross_entropy(
            scores.float().flatten(0, 1), gold.flatten(), ignore_index=-1
        )

    return (
        cross_entropy(arcs, batch.heads)
        + cross_entropy(labels, batch.deprels)
        + 0.3 * cross_entropy(upos, batch.upos)
        + 0.3 * cross_entropy(xpos, batch.xpos)
    )


def score(teacher, vocabulary, sentences):
    """UPOS, UAS, LAS of universal relations and LAS with subtypes, in percent."""
    right = [0, 0, 0, 0]
    for gold, parsed in zip(sentences, parse(teacher, vocabulary, sentences)):
        for i in range(len(gold)):
            same_head = gold.heads[i] == parsed.heads[i]
            right[0] += gold.upos[i] == parsed.upos[i]
            right[1] += same_head
            right[2] += same_head and universal(gold.deprels[i]) == universal(parsed.deprels[i])
            right[3] += same_head and gold.deprels[i] == parsed.deprels[i]
    words = sum(map(len, sentences))
    return " / ".join(f"{100 * count / words:.2f}" for count in right)


def average_gradients(parameters, workers):
    """Mean over the processes, in place."""
    grads = [p.grad for p in parameters]
    flat = torch.cat([grad.flatten() for grad in grads])
    distributed.all_reduce(flat)
    flat /= workers
    for grad, mean in zip(grads, flat.split([grad.numel() for grad in grads])):
        grad.copy_(mean.view_as(grad))


class RunningMean:
    """Exponential mean of the weights: better than the last ones at any time of the training."""

    def __init__(self, teacher, decay):
        self.decay = decay
        self.steps = 0
        self.weights = [p.detach().clone() for p in teacher.parameters()]

    def add(self, teacher):
        self.steps += 1
        share = max(1 - self.decay, 1 / (1 + self.steps / 4))
        current = [p.detach() for p in teacher.parameters()]
        torch._foreach_lerp_(self.weights, current, share)

    def swap(self, teacher):
        """Exchange the mean with the weights of `teacher`; call again to undo."""
        for mean, parameter in zip(self.weights, teacher.parameters()):
            mean_values = mean.clone()
            mean.copy_(parameter.data)
            parameter.data.copy_(mean_values)


def train(worker, options, meeting):
    """One of the processes; all hold the same weights, the first one measures and saves."""
    # Processes of one thread: threads wait for each other at every operation, which is slow where
    # other programs run beside this one.
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", meeting, rank=worker, world_size=options.workers)
    torch.manual_seed(options.seed)

    names = ["ewt-train", "gum-train", "pud-train"]
    sentences = read_treebanks(options.treebanks / f"{name}.conllu" for name in names)
    sentences = sentences[:: round(1 / options.share)]

    def batches_of_epoch(epoch):
        batches = batched(sentences, options.batch_words // options.workers, options.seed + epoch)
        share = len(batches) // options.workers
        return batches[worker * share : (worker + 1) * share]

    development = {
        name: read_treebanks([options.treebanks / f"{name}.conllu"]) for name in ["ewt-dev", "gum-dev"]
    }
    vector_words, vectors = read_vectors(options.vectors)
    vocabulary = Vocabulary(sentences, vector_words)
    settings = {"hidden": options.hidden, "layers": options.layers}
    teacher = Teacher(vocabulary, vectors, **settings)
    for form in [ROOT_FORM] + [form for sentence in sentences for form in sentence.forms]:
        vocabulary.form_row(form)
    trained = [p for p in teacher.parameters() if p.requires_grad]
    adam = torch.optim.Adam(trained, lr=options.rate, betas=(0.9, 0.95), fused=True)
    mean = RunningMean(teacher, decay=0.995)
    steps_per_epoch = len(batches_of_epoch(0))
    if worker == 0:
        log(f"{len(sentences)} sentences, {steps_per_epoch} batches, {sum(p.numel() for p in trained)} weights")

    lookup = vocabulary.lookup()
    first = 0
    if options.out.exists():
        saved = torch.load(options.out, weights_only=False)
        teacher.load_state_dict(saved["current"])
        adam.load_state_dict(saved["adam"])
        mean.weights, mean.steps = saved["mean"], saved["mean_steps"]
        first = saved["epochs"]

    step = first * steps_per_epoch
    for epoch in range(first, options.epochs):
        # So that a continued training equals an unbroken one:
        torch.manual_seed(options.seed + options.workers * epoch + worker)
        teacher.train()
        started, total = time.time(), 0.0
        batches = batches_of_epoch(epoch)
        for chosen in batches:
            batch = Batch(chosen, vocabulary, with_gold=True)
            warm = min(1.0, (step + 1) / 100)
            left = max(0.0, 1 - step / (options.epochs * steps_per_epoch))
            for group in adam.param_groups:
                group["lr"] = options.rate * warm * (0.03 + 0.97 * left)
            adam.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(teacher, lookup, batch)
            loss.backward()
            average_gradients(trained, options.workers)
            torch.nn.utils.clip_grad_norm_(trained, 5.0, foreach=True)
            adam.step()
            mean.add(teacher)
            total += float(loss.detach())
            step += 1
            if worker == 0 and step % 50 == 0:
                log(f"step {step}: loss {float(loss.detach()):.3f}")
        trained_in = time.time() - started
        if worker != 0:
            continue
        mean.swap(teacher)
        best_state = {name: value.clone() for name, value in teacher.state_dict().items()}
        scores = {name: score(teacher, vocabulary, gold) for name, gold in development.items()}
        mean.swap(teacher)
        torch.save(
            {
                "current": teacher.state_dict(), "teacher": best_state, "adam": adam.state_dict(),
                "mean": mean.weights, "mean_steps": mean.steps, "epochs": epoch + 1,
                "settings": settings, "vocabulary": vocabulary, "vectors": vectors,
            },
            options.out.with_suffix(".part"),
        )
        options.out.with_suffix(".part").rename(options.out)
        log(
            f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {trained_in:.0f} s;"
            f" UPOS / UAS / LAS / with subtypes: "
            + "; ".join(f"{name} {result}" for name, result in scores.items())
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", required=True, type=pathlib.Path, help="folder of ewt-train.conllu ...")
    parser.add_argument("--vectors", required=True, type=pathlib.Path, help="what train_vectors wrote")
    parser.add_argument("--out", required=True, type=pathlib.Path, help="checkpoint; continued if it exists")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--batch-words", type=int, default=2500)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=20160305)
    parser.add_argument("--share", type=float, default=1.0, help="share of the training data, to try things")
    parser.add_argument("--workers", type=int, default=2, help="processes that share each step")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        multiprocessing.spawn(train, (options, f"file://{folder}/meeting"), nprocs=options.workers)


if __name__ == "__main__":
    main()
