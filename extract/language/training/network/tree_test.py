#!/usr/bin/env python3
"""The decoder finds the best tree: compared with all trees of small sentences."""

import itertools
import unittest

import numpy as np

from tree import decode, find_cycle


def best_by_trying_all(scores):
    size = len(scores)
    best, best_score = None, -np.inf
    for heads in itertools.product(range(size), repeat=size - 1):
        tree = (0, *heads)
        if heads.count(0) != 1 or any(tree[d] == d for d in range(1, size)) or find_cycle(tree):
            continue
        score = sum(scores[d, tree[d]] for d in range(1, size))
        if score > best_score:
            best, best_score = tree, score
    return best


class DecoderTest(unittest.TestCase):
    def test_finds_the_best_tree_with_one_root(self):
        random = np.random.default_rng(7)
        for trial in range(150):
            scores = random.normal(size=(2 + trial % 5, 2 + trial % 5)).astype(np.float32)
            self.assertEqual(tuple(decode(scores)), best_by_trying_all(scores))

    def test_breaks_cycles_inside_cycles(self):
        scores = np.full((6, 6), -9.0)
        for child, head in [(1, 2), (2, 1), (3, 1), (2, 3), (4, 5), (5, 4)]:
            scores[child, head] = 5
        scores[1, 0] = scores[4, 3] = 1
        self.assertEqual(tuple(decode(scores)), best_by_trying_all(scores))


if __name__ == "__main__":
    unittest.main()
