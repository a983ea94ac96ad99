"""What the network learns from: sentences with trees, with names, or both; and batches of them."""

import random
from dataclasses import dataclass

import numpy as np
import torch


@dataclass(eq=False)
class Example:
    """A sentence of n words; arrays hold n values, -1 where nothing is known; None: nothing at all."""

    forms: list
    upos: np.ndarray = None
    xpos: np.ndarray = None
    heads: np.ndarray = None  # 1-based, 0 is the root
    deprels: np.ndarray = None
    names: np.ndarray = None  # bit k set: label k may be right; 0: nothing is known
    weight: float = 1.0
    numbers: np.ndarray = None  # of the forms, in the lexicon

    def __len__(self):
        return len(self.forms)


def tree_examples(sentences, config):
    """Examples of conllu.Sentence; tags and relations that `config` does not list are unknown."""
    index = {key: {tag: i for i, tag in enumerate(config[key])} for key in ("upos", "xpos", "deprels")}

    def numbers(tags, key):
        return np.array([index[key].get(tag, -1) for tag in tags], dtype=np.int16)

    return [
        Example(
            s.forms, numbers(s.upos, "upos"), numbers(s.xpos, "xpos"),
            np.array(s.heads, dtype=np.int16), numbers(s.deprels, "deprels"),
        )
        for s in sentences
    ]  # fmt: skip


def name_masks(allowed):
    """Bits of the allowed labels of each word; 0 for None."""
    return np.array(
        [0 if labels is None else sum(1 << label for label in labels) for labels in allowed], dtype=np.int64
    )


CASES = (str.upper, lambda form: form[:1].upper() + form[1:], str.lower)


def recased(example, generator, share):
    """Now and then the sentence in capitals, as a headline or in small letters."""
    if generator.random() >= share:
        return example.forms
    change = generator.choice(CASES)
    return [change(form) for form in example.forms]


def batched(examples, words, seed=None):
    """Lists of examples with at most about `words` words, padding counted.

    With a seed the lists differ from seed to seed and come in random order; without, they come
    from short to long sentences.
    """
    noise = random.Random(seed)
    keys = [len(s) + (noise.uniform(-1.5, 1.5) if seed is not None else 0) for s in examples]
    batches, batch, longest = [], [], 0
    for i in sorted(range(len(examples)), key=keys.__getitem__):
        longest = max(longest, len(examples[i]) + 1)
        if batch and longest * (len(batch) + 1) > words:
            batches.append(batch)
            batch, longest = [], len(examples[i]) + 1
        batch.append(examples[i])
    if batch:
        batches.append(batch)
    if seed is not None:
        noise.shuffle(batches)
    return batches


class Batch:
    """Examples as padded tensors [sentence, word] with the root at 0; forms [word, sentence]."""

    def __init__(self, examples, lexicon, generator=None, recase=0.0):
        self.examples = examples
        self.lengths = torch.tensor([len(e) + 1 for e in examples])
        shape = (len(examples), int(self.lengths.max()))
        self.forms = np.zeros(shape[::-1], dtype=np.int64)  # 0: the root; also harmless padding
        for column, example in enumerate(examples):
            if example.numbers is None:
                example.numbers = np.array(lexicon.encode(example.forms), dtype=np.int32)
            numbers = example.numbers
            if generator is not None and recase > 0:
                forms = recased(example, generator, recase)
                if forms is not example.forms:
                    numbers = lexicon.encode(forms)
            self.forms[1 : len(example) + 1, column] = numbers

        def padded(key, missing=-1):
            values = np.full(shape, missing, dtype=np.int64)
            for row, example in zip(values, examples):
                column = getattr(example, key)
                if column is not None:
                    row[1 : len(example) + 1] = column
            return torch.from_numpy(values)

        self.upos, self.xpos, self.heads, self.deprels = map(padded, ("upos", "xpos", "heads", "deprels"))
        self.names = padded("names", 0)
        self.weights = torch.tensor([e.weight for e in examples])
