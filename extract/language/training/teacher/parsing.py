"""Parse sentences with a trained teacher."""

import numpy as np
import torch

from batches import Batch, batched
from conllu import Sentence
from model import Teacher
from tree import decode


def universal(deprel):
    return deprel.partition(":")[0]


def load_teacher(path):
    """The teacher and vocabulary of a checkpoint of train_teacher.py."""
    saved = torch.load(path, weights_only=False)
    teacher = Teacher(saved["vocabulary"], saved["vectors"], **saved["settings"])
    teacher.load_state_dict(saved["teacher"])
    return teacher.eval(), saved["vocabulary"]


def label_mask(vocabulary):
    """What is added to relation scores of words below the root, and below other words."""
    is_root = np.array([deprel == "root" for deprel in vocabulary.deprels])
    return np.where(is_root, 0, -1e9), np.where(is_root, -1e9, 0)


def parse_batch(teacher, vocabulary, sentences):
    batch = Batch(sentences, vocabulary, with_gold=False)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        upos, xpos, arcs, child, head = teacher(vocabulary.lookup(), batch.forms, batch.lengths)
    # The sum over words of the logarithm of the head's probability is what the tree maximizes.
    logs = torch.log_softmax(arcs.float(), dim=2).numpy()
    trees = np.zeros(batch.forms.shape, dtype=np.int64)
    for row, (sentence, scores) in enumerate(zip(sentences, logs)):
        size = len(sentence) + 1
        trees[row, :size] = decode(scores[:size, :size])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels = teacher.label_scores(child, head, torch.from_numpy(trees)).float().numpy()
    at_root, elsewhere = label_mask(vocabulary)
    labels = np.where((trees == 0)[:, :, None], labels + at_root, labels + elsewhere).argmax(axis=2)
    upos, xpos = (scores.argmax(dim=2).numpy() for scores in (upos, xpos))
    for row, sentence in enumerate(sentences):
        words = slice(1, len(sentence) + 1)
        heads = trees[row, words]
        parsed = Sentence(
            forms=sentence.forms,
            upos=[vocabulary.upos[i] for i in upos[row, words]],
            xpos=[vocabulary.xpos[i] for i in xpos[row, words]],
            heads=heads.tolist(),
            deprels=[vocabulary.deprels[i] for i in labels[row, words]],
            lines=sentence.lines,
        )
        parsed.arc_probabilities = np.exp(logs[row, words][np.arange(len(heads)), heads])
        yield parsed


@torch.no_grad()
def parse(teacher, vocabulary, sentences, batch_words=6000):
    """The parsed sentences in the order of `sentences`, each with its `arc_probabilities`."""
    teacher.eval()
    numbers = {id(sentence): i for i, sentence in enumerate(sentences)}
    results = [None] * len(sentences)
    for batch in batched(sentences, batch_words):
        for sentence, parsed in zip(batch, parse_batch(teacher, vocabulary, batch)):
            results[numbers[id(sentence)]] = parsed
    return results
